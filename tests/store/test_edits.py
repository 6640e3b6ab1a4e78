"""Edits are found place by place, in the order of time, and never where the text is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.store import edits
from tests.archives import PROSE
from tests.visits import TITLE, URI, Visits, changed

LATER = changed("twelve engineers", "nine engineers")


@pytest.fixture
def visits(tmp_path: Path) -> Visits:
    return Visits(tmp_path)


def found(visits: Visits) -> list[tuple[int, int, int, int]]:
    """Numbers of versions and rows of captures of all steps of the first statement."""
    return [(s.old, s.new, s.last, s.first) for s in edits.steps(visits.db, 1)]


def test_an_edit_lies_between_two_captures(visits: Visits) -> None:
    visits.see("08:00")
    visits.see("09:00")
    visits.see("10:00", LATER)
    visits.see("11:00", LATER)
    assert found(visits) == [(1, 2, 2, 3)]
    (step,) = edits.steps(visits.db, 1)
    assert step.address == URI


def test_time_counts_and_not_the_order_of_adding(visits: Visits) -> None:
    visits.see("10:00", LATER)
    visits.see("08:00")
    assert found(visits) == [(2, 1, 2, 1)]


def test_an_earlier_text_that_is_back_is_an_edit_too(visits: Visits) -> None:
    visits.see("08:00")
    visits.see("09:00", LATER)
    visits.see("10:00")
    visits.see("11:00", LATER)
    assert found(visits) == [(1, 2, 1, 2), (2, 1, 2, 3), (1, 2, 3, 4)]


def test_other_words_elsewhere_are_no_edit(visits: Visits) -> None:
    visits.see("08:00")
    visits.see("09:00", changed("for an hour", "for one hour"), uri=URI + "-print")
    visits.see("10:00")
    assert visits.db.execute("SELECT count(*) FROM versions").fetchone() == (2,)
    assert found(visits) == []
    name = visits.db.execute("SELECT id FROM statements").fetchone()[0]
    assert edits.replaced(visits.db, name, 2) is None


def test_an_edit_in_two_places_is_told_once(visits: Visits) -> None:
    other = URI + "-print"
    visits.see("08:00")
    visits.see("08:30", uri=other)
    visits.see("09:00", LATER, uri=other)
    visits.see("10:00", LATER)
    (step,) = edits.steps(visits.db, 1)
    assert (step.last, step.first, step.address) == (2, 3, other)


def test_where_only_the_words_are_known_nothing_is_concluded(visits: Visits) -> None:
    """The second address had the title in other capitals from the beginning."""
    other = URI + "-print"
    visits.see("08:00", title=TITLE)
    visits.see("09:00", tuple(line.upper() for line in PROSE), uri=other)
    visits.see("10:00", tuple(line.upper() for line in PROSE), uri=other)
    assert visits.db.execute("SELECT count(*) FROM statements").fetchone() == (1,)
    assert found(visits) == []


def test_what_a_version_took_the_place_of(visits: Visits) -> None:
    visits.see("08:00")
    visits.see("09:00", LATER)
    name = visits.db.execute("SELECT id FROM statements").fetchone()[0]
    assert edits.replaced(visits.db, name, 2) == 1
    assert edits.replaced(visits.db, name, 1) is None
    assert edits.replaced(visits.db, "none", 1) is None


def test_it_follows_by_a_watermark(visits: Visits) -> None:
    db = visits.db
    visits.see("08:00")
    edits.begin(db, "form a")
    assert (edits.form(db), edits.behind(db), edits.pending(db)) == ("form a", 1, [])
    visits.see("09:00", LATER)
    assert edits.pending(db) == [1]
    (step,) = edits.steps(db, 1)
    assert not edits.compared(db, step)
    edits.keep(db, step, 2, "{}")
    edits.replace(db, 1, [step])
    edits.mark(db, edits.last_capture(db))
    assert edits.compared(db, step)
    assert (edits.behind(db), edits.pending(db)) == (0, [])
    visits.see("10:00", LATER)
    assert (edits.behind(db), edits.pending(db)) == (1, [1])
    edits.begin(db, "form b")
    assert (edits.form(db), edits.behind(db), edits.compared(db, step)) == ("form b", 3, False)
    assert edits.version_of(db, step.new).endswith("@2")
