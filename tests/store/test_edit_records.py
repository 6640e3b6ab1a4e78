"""Lists of edits: what they hold, and how they are narrowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.pipeline import editing
from onrecord.store import edit_records
from onrecord.store.edit_records import Wanted
from tests.archives import PROSE
from tests.visits import URI, Visits, changed


@pytest.fixture
def visits(tmp_path: Path) -> Visits:
    made = Visits(tmp_path)
    made.see("08:00")
    made.see("09:00", changed("twelve engineers", "nine engineers"))
    made.see("10:00", changed("twelve engineers", "Nine engineers"))
    made.see("11:00")
    made.see("11:10", status=410)
    made.see("12:00")
    editing.follow(made.db)
    return made


def test_the_last_seen_is_first_and_each_has_both_quotes(visits: Visits) -> None:
    found = list(edit_records.edits(visits.db, Wanted()))
    assert [(e.kind, e.weight) for e in found] == [
        ("removed", "substance"),
        ("reverted", "fact"),
        ("edited", "typography"),
        ("edited", "fact"),
    ]
    first = found[-1]
    assert (first.last_seen[11:16], first.seen[11:16]) == ("08:00", "09:00")
    assert (first.last_capture, first.capture) == ("urn:uuid:1", "urn:uuid:2")
    assert first.before.endswith("@1")
    assert first.after == first.statement + "@2"
    (change,) = first.told.changes
    assert (change.quote_a, change.quote_b) == ("twelve", "nine")
    assert change.text_a == PROSE[4]
    assert first.address == URI
    assert len({edit.id for edit in found}) == 4


def test_a_removed_page_has_its_reason_and_when_it_was_back(visits: Visits) -> None:
    (gone,) = edit_records.edits(visits.db, Wanted(kind=("removed",)))
    assert gone.reason == "the server answers 410"
    assert (gone.last_seen[11:16], gone.seen[11:16]) == ("11:00", "11:10")
    assert gone.restored is not None
    assert gone.restored[11:16] == "12:00"
    assert (gone.before, gone.after) == (gone.statement + "@1", None)


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (Wanted(weight="wording"), 3),
        (Wanted(weight="substance"), 1),
        (Wanted(kind=("edited", "reverted")), 3),
        (Wanted(since="2026-03-02T10"), 3),
        (Wanted(until="2026-03-02"), 4),
        (Wanted(until="2026-03-01"), 0),
        (Wanted(since="2026-03-03"), 0),
        (Wanted(source=("us_state_releases",)), 0),
        (Wanted(source=("",)), 4),
        (Wanted(language=("en", "ru")), 4),
        (Wanted(country=("RU",)), 0),
        (Wanted(statement="none"), 0),
    ],
)
def test_they_can_be_narrowed(visits: Visits, wanted: Wanted, number: int) -> None:
    assert edit_records.count(visits.db, wanted) == number
    assert len(list(edit_records.edits(visits.db, wanted))) == number


def test_they_come_in_pages(visits: Visits) -> None:
    every = list(edit_records.edits(visits.db, Wanted()))
    parts = [list(edit_records.edits(visits.db, Wanted(), 3, at)) for at in (0, 3)]
    assert parts == [every[:3], every[3:]]


def test_they_are_counted(visits: Visits) -> None:
    assert edit_records.counts(visits.db) == {
        "source": {"": 4},
        "weight": {"substance": 1, "fact": 2, "typography": 1},
        "kind": {"removed": 1, "edited": 2, "reverted": 1},
    }
