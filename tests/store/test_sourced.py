"""Rows that carry their evidence."""

from __future__ import annotations

from pathlib import Path

import msgspec

from onrecord.records import Exchange, Header, Issuer, Origin, Statement
from onrecord.store import sourced, statements
from tests.archives import PROSE, Desk, statement
from tests.support import reading

TALK = reading(
    "> Ann Lee | We met.\n? TASS | Why?\n? AFP | And when?\n! Ann Lee | Because.\n"
    "! Bo Lind | In May.",
    Header(title="T", kind="briefing", date="2024-05-02", issuer=Issuer(name="MFA", country="VA")),
    source=Origin(uri="file:///a", url="https://mfa.example/a", source="va_mfa_news"),
    exchanges=(Exchange(question=(1, 2), answer=(3, 4)),),
)


def known(desk: Desk, name: str) -> Statement:
    found = statements.one(desk.db, name)
    assert found is not None
    return found


def test_a_turn_says_what_it_answers_and_where_it_comes_from(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = desk.file(TALK).statement
    remarks, first, second, *answers = sourced.turns(desk.db, known(desk, name), 1)
    for turn in (remarks, first, second):
        assert (turn.question, turn.questions) == (None, ())
    for turn in answers:
        assert turn.question == "Why?\n\nAnd when?"
        assert turn.questions == (first.turn, second.turn)
    lind = answers[1]
    assert TALK.text[lind.span.start : lind.span.end] == lind.text == "In May."
    assert (lind.turn, lind.version, lind.statement) == (f"{name}@1#t4", f"{name}@1", name)
    assert (lind.speaker, lind.label, lind.role, lind.turn_kind) == (
        "Bo Lind", "Bo Lind", "official", "answer",
    )  # fmt: skip
    assert (lind.title, lind.kind, lind.date, lind.published) == (
        "T",
        "briefing",
        "2024-05-02",
        None,
    )
    assert (lind.issuer, lind.country, lind.language) == ("MFA", "VA", "en")
    assert (lind.url, lind.source) == ("https://mfa.example/a", "va_mfa_news")
    assert (lind.capture, lind.fetched_at) == ("urn:uuid:1", "2024-05-02T10:00:01.000000Z")
    assert lind.digest.startswith("sha256:")
    assert lind.text_digest == TALK.text_digest
    desk.db.close()


def test_turns_that_are_wanted_of_a_version(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = desk.file(TALK).statement
    found = sourced.turns(desk.db, known(desk, name), 1, {4, 2, 99})
    assert [turn.turn for turn in found] == [f"{name}@1#t2", f"{name}@1#t4"]
    assert list(sourced.turns(desk.db, known(desk, name), 2)) == []
    desk.db.close()


def test_a_statement_comes_from_the_capture_of_its_latest_version(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = desk.file(statement()).statement
    desk.file(statement(" ".join(PROSE[:6])))
    found = sourced.with_source(desk.db, known(desk, name))
    assert found is not None
    assert (found.id, found.version, found.capture) == (name, f"{name}@2", "urn:uuid:2")
    assert found.text_digest == statement(" ".join(PROSE[:6])).text_digest
    assert found.title == "Talks on the strait"
    gone = msgspec.structs.replace(known(desk, name), id="gone")
    assert sourced.with_source(desk.db, gone) is None
    desk.db.close()
