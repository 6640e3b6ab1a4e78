"""Statements are found by their ids, wherever these have gone, and tell where they stand."""

from __future__ import annotations

from pathlib import Path

from onrecord.records import Issuer, Moved
from onrecord.store import statements
from tests.archives import PROSE, Desk, statement


def test_a_statement_says_what_its_latest_version_says(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    issuer = Issuer(name="Ministry", country="VA")
    name = desk.file(statement(issuer=issuer)).statement
    desk.file(statement(" ".join(PROSE[:6]), title="Talks, corrected"))
    found = statements.one(desk.db, name)
    assert found is not None
    assert (found.id, found.latest, found.work) == (name, 2, name)
    assert (found.title, found.issuer, found.country) == ("Talks, corrected", None, None)
    assert found.url == "https://mfa.valdoria.example/talks"
    assert list(statements.all_statements(desk.db)) == [found]
    desk.db.close()


def test_ids_of_versions_and_turns(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = desk.file(statement()).statement
    desk.file(statement(" ".join(PROSE[:6])))
    for reference, number, turn in (
        (name, 2, None),
        (f"{name}@1", 1, None),
        (f"{name}@1#t0", 1, 0),
        (f"{name}#t0", 2, 0),
    ):
        found = statements.find(desk.db, reference)
        assert found is not None
        assert (found[0].id, *found[1:]) == (name, number, turn)
    for unknown in ("no id", f"{name}@3", ""):
        assert statements.find(desk.db, unknown) is None
    desk.db.close()


def test_an_id_that_has_moved_is_followed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = desk.file(statement()).statement
    assert statements.redirect(desk.db, "old/name", name)
    assert not statements.redirect(desk.db, "old/name", name)
    assert not statements.redirect(desk.db, name, name)
    found = statements.find(desk.db, "old/name@1#t0")
    assert found is not None
    assert (found[0].id, found[1], found[2]) == (name, 1, 0)
    assert statements.redirects(desk.db) == [("old/name", name)]
    desk.db.close()


def test_a_statement_in_the_place_of_another(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = desk.file(statement()).statement
    place = Moved(old=name, capture="urn:uuid:1", item=0)
    assert statements.first_places(desk.db) == [place]
    assert not statements.moves(desk.db, place)
    assert statements.moves(desk.db, Moved(old="old/name", capture="urn:uuid:1", item=0))
    assert not statements.redirect_place(desk.db, name, "urn:uuid:1", 0)
    assert not statements.redirect_place(desk.db, "old/name", "urn:uuid:7", 0)
    assert statements.redirect_place(desk.db, "old/name", "urn:uuid:1", 0)
    assert not statements.moves(desk.db, Moved(old="old/name", capture="urn:uuid:1", item=0))
    desk.db.close()


def test_where_it_stands(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = desk.file(statement()).statement
    desk.file(statement(url="https://mfa.valdoria.example/print/talks"))
    first, second = statements.appearances(desk.db, name)
    assert (first.capture, first.version, first.method) == (
        "urn:uuid:1",
        f"{name}@1",
        "not seen before",
    )
    assert second.address == "https://mfa.valdoria.example/print/talks"
    assert second.method == "same text elsewhere"
    desk.db.close()


def test_some_of_them_in_their_order(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    names = [
        desk.file(
            statement(line, url=f"https://mfa.valdoria.example/{n}", title=f"T {n}")
        ).statement
        for n, line in enumerate(PROSE[:3])
    ]
    found = statements.some(desk.db, {names[2], names[0], "gone"})
    assert [each.id for each in found] == [names[0], names[2]]
    assert [each.id for each in statements.some(desk.db, None)] == names
    assert list(statements.some(desk.db, ())) == []
    desk.db.close()
