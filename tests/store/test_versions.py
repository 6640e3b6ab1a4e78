"""A reading is taken apart into rows, and put together again."""

from __future__ import annotations

from pathlib import Path

import msgspec

from onrecord.records import (
    Block,
    Evidence,
    Header,
    Issue,
    LanguageVersion,
    Origin,
    Participant,
    Place,
    Span,
)
from onrecord.store import identity, statements, versions
from tests.archives import Desk, statement
from tests.support import reading

FULL = reading(
    "> Ann Lee | We met.\n? TASS | Why? What for?\n! Ann Lee | Because.\n* Applause.",
    Header(
        title="T",
        kind="news-conference",
        published="2024-05-02",
        place=Place(name="Vienna", country="AT"),
        participants=(Participant(name="Ann Lee", role="Minister"),),
        languages=(LanguageVersion(language="de", url="https://mfa.example/de"),),
        evidence={"title": Evidence(method="h1", span=Span(0, 3))},
    ),
    id="as read",
    source=Origin(uri="file:///a", url="https://mfa.example/a", source="va_mfa_news"),
    issues=(Issue(stage="header", message="no date of the event", severity="info"),),
)


def test_what_comes_out_is_what_went_in(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    filed = desk.file(FULL)
    row = versions.number_of(desk.db, filed.statement, 1)
    assert row is not None
    assert versions.reading(desk.db, row) == FULL
    ((version, again),) = versions.all_versions(desk.db)
    assert again == FULL
    assert (version.id, version.number, version.change) == (f"{filed.statement}@1", 1, 1)
    assert version.text_digest == FULL.text_digest
    desk.db.close()


def test_blocks_keep_their_bold_runs(tmp_path: Path) -> None:
    block = Block(span=Span(0, 16), kind="heading", strong=(Span(0, 7),))
    made = reading("> Ann Lee | We met.", blocks=(block,))
    desk = Desk(tmp_path)
    filed = desk.file(made)
    row = versions.number_of(desk.db, filed.statement, 1)
    assert row is not None
    assert versions.reading(desk.db, row).blocks == (block,)
    desk.db.close()


def test_versions_follow_each_other(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = desk.file(statement()).statement
    desk.file(statement(url="https://mfa.valdoria.example/other", title="Other", said="No. " * 99))
    desk.file(msgspec.structs.replace(statement(), text_digest="sha256:1"))
    first, second = versions.of_statement(desk.db, name)
    assert (first.number, first.change, first.method) == (1, 1, "first")
    assert (second.number, second.change) == (2, 3)
    assert second.method == "changed text at the same address"
    assert versions.number_of(desk.db, name, 3) is None
    desk.db.close()


def test_issues_of_a_capture_are_of_no_version(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    filed = desk.file(statement())
    versions.insert_issues(desk.db, 1, None, [Issue(stage="quality", message="a block page")])
    row = versions.number_of(desk.db, filed.statement, 1)
    assert row is not None
    assert versions.reading(desk.db, row).issues == ()
    assert identity.facts(versions.reading(desk.db, row)) == identity.facts(statement())
    assert statements.in_capture(desk.db, "urn:uuid:1") == ((filed.statement, 1),)
    desk.db.close()
