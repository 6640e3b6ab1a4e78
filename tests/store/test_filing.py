"""Where readings are put: the cases of docs/explanation/identity.md, one after another."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from onrecord.records import LanguageVersion, Origin
from onrecord.store import dump, statements, versions
from tests.archives import PROSE, Desk, statement

TEXT = " ".join(PROSE)
EDITED = TEXT.replace("an hour", "two hours")
GREETINGS = (
    "On behalf of the government, I congratulate the people of East Tamar on their {} national "
    "day. Our two peoples have been friends since the harbour treaty, and we look forward to "
    "working together on fishing, on trade and on the safety of the strait in the years ahead."
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_edit_is_a_new_version_and_the_way_back_is_none(desk: Desk) -> None:
    filed = [desk.file(statement(said)) for said in (TEXT, EDITED, TEXT, EDITED)]
    assert [each.outcome for each in filed] == ["added", "version", "unchanged", "unchanged"]
    assert [each.version for each in filed] == [1, 2, 1, 2]
    assert len({each.statement for each in filed}) == 1


def test_an_address_that_is_used_again(desk: Desk) -> None:
    first = desk.file(statement(GREETINGS.format("30th")))
    year = statement(GREETINGS.format("31st"), published="2025-05-02T10:00")
    second = desk.file(year)
    assert (second.outcome, second.method) == ("added", "published anew at the same address")
    assert second.statement != first.statement
    assert desk.file(statement(GREETINGS.format("30th"))).statement == first.statement
    assert desk.file(year).statement == second.statement
    (link,) = statements.links(desk.db, first.statement)
    assert (link.kind, link.a, link.b) == ("near-duplicate", first.statement, second.statement)


def test_two_of_one_title_and_day_are_numbered(desk: Desk) -> None:
    said = ("The levy on grain stays. " * 20, "The bridge is closed. " * 20)
    names = [
        desk.file(statement(words, url=f"https://mfa.valdoria.example/{n}")).statement
        for n, words in enumerate(said)
    ]
    assert names[1] == f"{names[0]}-2"


def test_one_statement_at_two_addresses(desk: Desk) -> None:
    first = desk.file(statement())
    other = desk.file(statement(url="https://mfa.valdoria.example/print?id=7"))
    assert (other.outcome, other.statement) == ("unchanged", first.statement)
    edited = desk.file(statement(EDITED, url="https://mfa.valdoria.example/print?id=7"))
    assert (edited.outcome, edited.statement) == ("version", first.statement)


def test_a_file_is_known_by_its_path_only_where_nothing_else_is(desk: Desk) -> None:
    def file(said: str, path: str, lone: bool = True) -> str:
        made = statement(said, url=None, published=None)
        source = Origin(uri=f"file://{path}")
        return desk.file(msgspec.structs.replace(made, source=source), lone=lone).outcome

    assert file(TEXT, "/pages/a.html") == "added"
    assert file(EDITED, "/pages/a.html") == "version"
    assert file(TEXT, "/tmp/b.html") == "unchanged"
    assert file(GREETINGS, "/tmp/feed.xml", lone=False) == "added"
    assert file("Another item of that feed. " * 20, "/tmp/feed.xml", lone=False) == "added"


def test_an_id_from_outside_is_the_identity(desk: Desk) -> None:
    assert desk.file(statement(), given="doc 1").statement == "doc 1"
    assert desk.file(statement(), given="doc 2").outcome == "added"
    assert desk.file(statement(), given="doc 1").outcome == "unchanged"
    changed = desk.file(statement("All else. " * 50), given="doc 1")
    assert (changed.outcome, changed.version) == ("version", 2)


def test_language_versions_are_grouped_by_what_pages_declare(desk: Desk) -> None:
    german = "https://mfa.valdoria.example/de/gespraeche"
    declared = (LanguageVersion(language="de", url=german),)
    english = desk.file(statement(languages=declared)).statement
    deutsch = desk.file(
        statement("Die Minister sprachen über die Fähre. " * 9, german, "Fähre", language="de")
    ).statement
    found = statements.one(desk.db, deutsch)
    assert found is not None
    assert found.work == english
    assert [each.id for each in statements.of_work(desk.db, found)] == [english]
    (link,) = statements.links(desk.db, deutsch)
    assert (link.kind, link.method) == ("language", "declared by the page")


def test_language_versions_are_grouped_by_structure(desk: Desk) -> None:
    said = "On 5 May 1998, 12 ships left for 340 ports; 27 came back in 2001. " * 2
    gesagt = "Am 5. Mai 1998 liefen 12 Schiffe zu 340 Häfen aus; 27 kehrten 2001 zurück. " * 2
    english = desk.file(statement(said)).statement
    other = "https://mfa.valdoria.example/de/schiffe"
    deutsch = desk.file(statement(gesagt, other, "Schiffe", language="de")).statement
    (link,) = statements.links(desk.db, english)
    assert (link.kind, link.a, link.b) == ("language", english, deutsch)
    assert link.method.startswith("same day, publisher and structure (numbers ")


def test_the_same_in_the_same_order_gives_the_same(tmp_path: Path) -> None:
    digests = set()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        desk = Desk(tmp_path / name)
        for said in (TEXT, EDITED, GREETINGS):
            desk.file(statement(said))
            desk.file(statement(said, url="https://mfa.valdoria.example/b", title="B"))
        digests.add(dump.digest(desk.db))
        assert len(list(versions.all_versions(desk.db))) > 2
        desk.db.close()
    assert len(digests) == 1
