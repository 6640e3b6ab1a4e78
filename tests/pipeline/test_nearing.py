"""Saved searches in each mode, asked of turns that come."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.alerts.records import Place, SavedSearch
from onrecord.archive.folder import Folder
from onrecord.pipeline.indexing import refresh, refresh_meaning
from onrecord.pipeline.nearing import Coming, Nearing
from onrecord.search.percolation import Percolator
from onrecord.search.records import Filters
from tests.archives import added, page, written
from tests.search.written import turn

TURNS = [
    turn("a", "Engineers will survey the old bridge and report within ninety days.", speaker="Lee"),
    turn("b", "Ingenieure pr\u00fcfen die alte Br\u00fccke.", language="de", speaker="Lee"),
    turn("c", "The parliament has voted on the budget of the schools.", speaker="Lee"),
    turn("d", "Bridge is a game of cards that four people play.", speaker="Orr"),
]
SEARCH = SavedSearch(
    id="s", name="s", query="", filters={}, created_at="2024-05-02T00:00:00Z", since=Place()
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    root = tmp_path_factory.mktemp("near")
    added(root / "archive", *written(root / "pages", one=page()))
    made = Folder(root / "archive")
    refresh(made, print)
    refresh_meaning(made, print)
    return made


def found(folder: Folder, query: str, mode: str, lang: tuple[str, ...] = ()) -> dict[str, str]:
    search = msgspec.structs.replace(SEARCH, query=query, mode=mode)
    coming = Coming(TURNS, Percolator(TURNS, None), Nearing(folder))
    return {
        each.turn.statement: "+".join(each.hit.found_by)
        for each in coming.found(search, Filters(lang=lang))
    }


def test_each_mode(folder: Folder) -> None:
    asked = "survey of the old bridge by engineers"
    assert found(folder, asked, "meaning") == {"a": "meaning", "b": "meaning"}
    assert found(folder, "bridge", "words") == {"a": "words", "d": "words"}
    both = found(folder, "survey of the old bridge", "hybrid")
    assert (both["a"], both["b"]) == ("words+meaning", "meaning")


def test_conditions_hold_in_each_mode(folder: Folder) -> None:
    asked = "survey of the old bridge by engineers"
    assert found(folder, asked, "meaning", lang=("de",)) == {"b": "meaning"}
    assert found(folder, f"{asked} -ninety", "meaning") == {"b": "meaning"}
    assert found(folder, f"{asked} speaker:Orr", "meaning") == {}
    assert found(folder, "speaker:Orr", "meaning") == {"d": "words"}  # nothing is meant


def test_why_and_how_near(folder: Folder) -> None:
    search = msgspec.structs.replace(SEARCH, query="engineers survey a bridge", mode="meaning")
    coming = Coming(TURNS, Percolator(TURNS, None), Nearing(folder))
    first, *_ = coming.found(search, Filters())
    assert first.near is not None
    assert first.least is not None
    assert first.near >= first.least
    assert first.hit.highlights[0] == first.turn.span  # its only sentence
