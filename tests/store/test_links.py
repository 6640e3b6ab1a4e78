"""Links tie statements together, and never two of one language."""

from __future__ import annotations

from pathlib import Path

from onrecord.records import LanguageVersion
from onrecord.store import links, statements
from tests.archives import Desk, statement

BASE = "https://mfa.valdoria.example"
TEXTS = {"en": "The ferry sails. ", "de": "Die Fähre fährt. ", "fr": "Le bac navigue. "}


def _file(desk: Desk, language: str, *declared: str) -> str:
    others = tuple(LanguageVersion(language=d, url=f"{BASE}/{d}/ferry") for d in declared)
    made = statement(
        TEXTS[language] * 30,
        f"{BASE}/{language}/ferry",
        language,
        language=language,
        languages=others,
    )
    return desk.file(made).statement


def test_one_page_that_declares_is_enough_in_either_order(tmp_path: Path) -> None:
    for number, order in enumerate((("en", "de", "fr"), ("fr", "de", "en"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        desk = Desk(folder)
        names = [_file(desk, tag, *(("en", "de", "fr") if tag == "de" else ())) for tag in order]
        works = {found.work for found in statements.all_statements(desk.db)}
        assert works == {names[0]}
        desk.db.close()


def test_a_page_that_declares_its_own_language_is_no_other(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = _file(desk, "en", "en")
    assert statements.links(desk.db, name) == ()
    desk.db.close()


def test_an_address_with_the_same_language_is_not_grouped(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    declared = (LanguageVersion(language="de", url=f"{BASE}/other"),)
    first = desk.file(statement("The ferry sails. " * 30, f"{BASE}/a", languages=declared))
    desk.file(statement("The bridge is closed. " * 30, f"{BASE}/other", "Bridge"))
    assert statements.links(desk.db, first.statement) == ()
    desk.db.close()


def test_a_link_is_made_once_whichever_is_named_first(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    a = desk.file(statement("The ferry sails. " * 30, f"{BASE}/a")).statement
    b = desk.file(statement("The bridge is closed. " * 30, f"{BASE}/b")).statement
    links.near_duplicate(desk.db, 2, 1, 0.712345)
    links.near_duplicate(desk.db, 1, 2, 0.5)
    (link,) = statements.links(desk.db, b)
    assert (link.a, link.b, link.score) == (a, b, 0.7123)
    desk.db.close()
