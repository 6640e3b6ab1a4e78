"""What is dated, in order, each with its sentence; nothing without a date that is known."""

from __future__ import annotations

from pathlib import Path

from onrecord.store import timelines
from tests.store.spoken import spoken


def test_dated_sentences_that_name_a_thing_the_latest_first(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        found = timelines.of_entity(db, "state/tr", 10)
        assert [each.start for each in found.dated] == ["2024-06-12", "2023-03-01"]
        assert found.next is None
        for each in found.dated:
            assert each.mentioned is not None
            assert each.sentence.span.start <= each.mentioned.start
            assert each.quote in each.sentence.text
        first = timelines.of_entity(db, "state/tr", 1)
        assert first.next is not None
        rest = timelines.of_entity(db, "state/tr", 1, first.next)
        assert (*first.dated, *rest.dated) == found.dated


def test_a_statement_the_earliest_first(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        rows = db.execute("SELECT id FROM statements WHERE title = 'Talks with Turkey'")
        found = timelines.of_statement(db, rows.fetchone()[0], 1)
        assert [each.start for each in found.dated] == ["2024-05-03", "2024-06-12"]
        assert timelines.of_statement(db, "none", 1).dated == ()
