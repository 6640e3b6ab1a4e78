"""Edits are found once, by what compares now, with the words on both sides; furniture is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.compare.difference import WEIGHTS
from onrecord.pipeline import editing
from onrecord.pipeline.comparing import compare
from onrecord.records import Evidence, Header, Reading, Span
from onrecord.store import edit_records, edits
from onrecord.store.edit_records import Edit, Wanted
from tests.archives import PROSE, statement
from tests.visits import Visits, changed


def found(visits: Visits) -> list[Edit]:
    editing.follow(visits.db)
    return list(edit_records.edits(visits.db, Wanted()))


def test_it_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visits = Visits(tmp_path)
    visits.see("08:00")
    visits.see("09:00", changed("an hour", "two hours"))
    assert editing.behind(visits.db) == 2
    assert len(found(visits)) == 1
    assert editing.behind(visits.db) == 0
    monkeypatch.setattr(editing, "_compared", lambda *_: pytest.fail("compared again"))
    visits.see("10:00", changed("an hour", "two hours"))
    assert editing.behind(visits.db) == 1
    assert len(found(visits)) == 1
    monkeypatch.undo()
    monkeypatch.setattr(editing, "form", lambda: "another")
    assert editing.behind(visits.db) == 3
    assert len(found(visits)) == 1
    assert edits.form(visits.db) == "another"


def test_another_text_in_its_place_is_said_to_be_rewritten() -> None:
    weight, told = editing.told(compare(statement(PROSE[0]), statement("It rained in the hills.")))
    assert WEIGHTS[weight] == "substance"
    (change,) = told.changes
    assert change.reason == "rewritten"
    assert change.quote_a is not None
    assert change.quote_a.endswith(PROSE[0])


def test_what_is_too_long_or_fails_is_an_edit_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visits = Visits(tmp_path)
    visits.see("08:00")
    visits.see("09:00", changed("an hour", "two hours"))
    monkeypatch.setattr(editing, "LONGEST", 100)
    (edit,) = found(visits)
    assert [c.reason for c in edit.told.changes] == ["too long to compare"]

    def fail(*_: object) -> None:
        raise ValueError("planted")

    monkeypatch.setattr(editing, "LONGEST", 10_000)
    monkeypatch.setattr(editing, "form", lambda: "another")
    monkeypatch.setattr("onrecord.pipeline.comparing.compare", fail)
    (edit,) = found(visits)
    assert [c.reason for c in edit.told.changes] == ["could not be compared"]
    issue = visits.db.execute("SELECT message FROM issues WHERE stage = 'compare'").fetchone()
    assert "planted" in issue[0]


def stamped(when: str, said: str = PROSE[0]) -> Reading:
    """A statement under a line that says when its page was last changed."""
    made = statement(f"{said}\n{PROSE[1]}")
    text = f"Updated {when}\n{made.text}"
    shift = len(text) - len(made.text)
    stamp = Evidence(method="updated line", span=Span(0, shift - 1))
    return replace(
        made,
        text=text,
        text_digest=when + said,
        turns=tuple(
            replace(
                turn,
                span=Span(turn.span.start + shift, turn.span.end + shift),
                label_span=Span(turn.label_span.start + shift, turn.label_span.end + shift)
                if turn.label_span
                else None,
            )
            for turn in made.turns
        ),
        blocks=(),
        header=Header(title="Talks", evidence={"updated": stamp}),
    )


def test_a_changed_date_of_the_last_change_is_furniture() -> None:
    weight, told = editing.told(compare(stamped("3 May 2024"), stamped("9 June 2024")))
    assert (weight, told.changes) == (edits.NOTHING, ())
    later = stamped("9 June 2024", PROSE[0].replace("an hour", "two hours"))
    weight, told = editing.told(compare(stamped("3 May 2024"), later))
    assert weight > edits.NOTHING
    assert {c.quote_a for c in told.changes} == {"an hour"}


def test_spaces_alone_are_no_edit() -> None:
    spaced = statement(PROSE[0].replace("two ministers", "two  ministers"))
    assert editing.told(compare(statement(PROSE[0]), spaced))[0] == edits.NOTHING


def test_each_change_tells_its_turn_and_its_sentence() -> None:
    a = statement(f"{PROSE[0]}\n{PROSE[4]}")
    b = statement(f"{PROSE[0]}\n{PROSE[4].replace('ninety', 'sixty')}")
    _, told = editing.told(compare(a, b))
    (change,) = told.changes
    assert (change.turn_a, change.turn_b) == (1, 1)
    assert (change.quote_a, change.quote_b) == ("ninety", "sixty")
    for text, span, words in (
        (a.text, change.around_a, change.text_a),
        (b.text, change.around_b, change.text_b),
    ):
        assert span is not None
        assert text[span.start : span.end] == words


def test_many_differences_are_counted_and_some_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editing, "MOST", 1)
    a = statement(f"{PROSE[0]}\n{PROSE[4]}")
    b = statement(
        f"{PROSE[0].replace('an hour', 'two hours')}\n{PROSE[4].replace('ninety', 'sixty')}"
    )
    _, told = editing.told(compare(a, b))
    assert (len(told.changes), told.more) == (1, 1)
    assert sum(told.weights.values()) == 2


def test_a_notice_of_the_last_change_that_came_later_is_furniture_too() -> None:
    a = statement(f"3 May 2024, 10:00\n{PROSE[0]}")
    b = statement(f"3 May 2024, 10:00 | Updated: 9 June 2024, 18:35\n{PROSE[0]}")
    assert editing.told(compare(a, b))[0] == edits.NOTHING
    c = statement(f"4 May 2024, 10:00 | Updated: 9 June 2024, 18:35\n{PROSE[0]}")
    assert editing.told(compare(a, c))[0] > edits.NOTHING
