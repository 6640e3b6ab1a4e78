"""Names in Russian by slovnet's recogniser, whose weights and vectors of words come in the package
natasha; of that package only the files are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from onrecord.annotate.models import Seen

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_WEIGHTS = "model/slovnet_ner_news_v1.tar"


class SlovnetNames:
    """A loaded recogniser."""

    def __init__(self, recogniser: Any, name: str) -> None:
        self.name = name
        self._recogniser = recogniser

    def find(self, pieces: Sequence[str]) -> Iterator[tuple[Seen, ...]]:
        """The people, bodies and places in each piece."""
        for read in self._recogniser.map(pieces):
            yield tuple(Seen(s.start, s.stop, KINDS[s.type]) for s in read.spans if s.type in KINDS)


def load(package: str) -> SlovnetNames:
    """The recogniser with the files of a package; `ImportError` if something is not there."""
    place = find_spec(package)
    if place is None or not place.submodule_search_locations:
        raise ModuleNotFoundError(f"no package {package}", name=package)
    data = Path(place.submodule_search_locations[0]) / "data"
    vectors = import_module("navec").Navec.load(data / _VECTORS)
    recogniser = import_module("slovnet").NER.load(data / _WEIGHTS)
    recogniser.navec(vectors)
    return SlovnetNames(recogniser, f"slovnet_ner_news_v1 in {package} {version(package)}")
