"""Two sides of one meeting over an archive: pages of invented ministries, some of which only seem
to tell of the same one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.pipeline.indexing import refresh
from onrecord.pipeline.meetings import Sides, meetings, of_statement, sides
from onrecord.store import database
from tests.web.support import made

PAGES = Path("tests/pipeline/meetings")
VIENNA = [Path(f"samples/vienna-readout.{name}.html") for name in ("borvinia.ru", "lormark.en")]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The records of an archive of these pages, annotated."""
    folder = made(tmp_path_factory.mktemp("meetings") / "archive", [PAGES, *VIENNA])
    refresh(folder, lambda said: None)
    opened = database.readable(folder.records)
    yield opened
    opened.close()


def _sides(db: sqlite3.Connection, languages: set[str]) -> Sides:
    (found,) = (m for m in meetings(db) if {m.a.language, m.b.language} == languages)
    one, two = (of_statement(db, account.statement) for account in (found.a, found.b))
    assert one is not None
    assert two is not None
    return sides(one, two)


def test_each_meeting_is_found_and_no_other(db: sqlite3.Connection) -> None:
    found = [({m.a.language, m.b.language}, m.day, m.strength) for m in meetings(db)]
    assert found == [
        ({"fr", "de"}, "2024-05-14", "strong"),
        ({"fr", "en"}, "2024-05-14", "strong"),
        ({"ru", "en"}, "2024-02-20", "strong"),
    ]


def test_days_bound_what_is_looked_at(db: sqlite3.Connection) -> None:
    assert len(meetings(db, since="2024-05")) == 2
    assert len(meetings(db, until="2024-02-21")) == 1
    assert meetings(db, since="2024-06") == ()


def test_each_reason_has_its_words(db: sqlite3.Connection) -> None:
    for meeting in meetings(db):
        for account, side in ((meeting.a, "a"), (meeting.b, "b")):
            known = of_statement(db, account.statement)
            assert known is not None
            text = known[1].reading.text
            for reason in meeting.reasons:
                fact = getattr(reason, side)
                assert fact.quote
                if fact.span is not None:
                    assert text[fact.span.start : fact.span.end] == fact.quote


def test_french_and_german_side(db: sqlite3.Connection) -> None:
    found = _sides(db, {"fr", "de"})
    assert found.method == "meaning"
    assert found.meeting is not None
    both = {
        (topic.a[0].quote.split()[-1], topic.b[0].quote.split()[-1])
        for topic in found.topics
        if topic.a and topic.b
    }
    assert len(both) == 4
    alone = [p.quote for t in found.topics if not (t.a and t.b) for p in (*t.a, *t.b)]
    assert len(alone) == 2
    assert any("Mercadier" in quote for quote in alone)
    assert any("12 Millionen" in quote for quote in alone)
    figures = {(n.a and n.a.quote, n.b and n.b.quote) for n in found.numbers}
    assert figures == {("210", None), ("12 Millionen", None), (None, "240")}
    names = {n.name: (bool(n.a), bool(n.b)) for n in found.named}
    assert names["Rainer Vollbrecht"] == (True, True)
    assert names["Paul Mercadier"] == (False, True)


def test_russian_and_english_side(db: sqlite3.Connection) -> None:
    found = _sides(db, {"ru", "en"})
    assert sum(bool(topic.a and topic.b) for topic in found.topics) == 3
    assert any("nineteen" in p.quote for t in found.topics if not t.a for p in t.b)
    assert of_statement(db, "none/2024/x") is None
