from __future__ import annotations

from types import SimpleNamespace

import pytest

from onrecord.annotate.models import Seen
from onrecord.annotate.slovnet_names import SlovnetNames, load


class Recogniser:
    """Sees a person and something of no known kind."""

    def map(self, pieces: list[str]) -> list[SimpleNamespace]:
        spans = [SimpleNamespace(start=0, stop=3, type=kind) for kind in ("PER", "OTHER")]
        return [SimpleNamespace(spans=spans) for _ in pieces]


def test_only_known_kinds_are_taken() -> None:
    assert list(SlovnetNames(Recogniser(), "one").find(["x"])) == [(Seen(0, 3, "person"),)]


def test_a_package_that_is_not_there() -> None:
    with pytest.raises(ImportError):
        load("no_such_package_of_names")


@pytest.mark.filterwarnings("ignore")
def test_the_model_itself() -> None:
    for package in ("natasha", "slovnet", "navec"):
        pytest.importorskip(package)
    text = "Джон Кравич прибыл."
    (found,) = load("natasha").find([text])
    assert Seen(0, 11, "person") in found
