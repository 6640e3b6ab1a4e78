"""Ids are readable, and can be taken apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Header, Origin
from onrecord.store.naming import Reference, name, reference, slug, turn_id, version_id
from tests.support import reading

URL = "https://www.mfa.valdoria.example/news/2024/ferry-talks.html?x=1"


def _name(title: str | None, url: str | None = URL, *taken: str, source: str | None = None) -> str:
    header = Header(title=title, date="2024-05-02", published="2024-05-03T10:00")
    made = reading(
        "> A | B.",
        header,
        source=Origin(uri=url or "file:///tmp/notes.txt", source=source),
        text_digest="sha256:0123456789",
    )
    return name(made, url, taken.__contains__)


def test_whose_page_which_day_and_what() -> None:
    assert (
        _name("Ferry talks: “a début”") == "www-mfa-valdoria-example/2024-05-02/ferry-talks-a-debut"
    )
    assert _name("Talks", source="va_mfa_news") == "va_mfa_news/2024-05-02/talks"


def test_several_of_one_name_are_numbered() -> None:
    first = _name("Talks")
    assert _name("Talks", URL, first) == f"{first}-2"
    assert _name("Talks", URL, first, f"{first}-2") == f"{first}-3"


def test_a_title_in_other_letters_is_not_spelt_wrongly() -> None:
    for title in ("Брифинг о G20 и торговле", "外交部", None):
        assert _name(title).endswith("/ferry-talks")
    assert _name(None, None) == "local/2024-05-02/notes"
    assert _name(None, "https://mfa.example/") == "mfa-example/2024-05-02/01234567"


def test_a_long_title_is_cut_between_words() -> None:
    made = slug("The minister of foreign affairs on the ferry line across the northern strait")
    assert made == "the-minister-of-foreign-affairs-on-the-ferry-line-across-the"
    long = "Пресс " + "a very long title in our letters " * 9
    assert "/a-very-long" in _name(long).replace("press-", "")


def test_ids_are_taken_apart() -> None:
    assert reference("a/b/c") == Reference("a/b/c", None, None)
    assert reference("a/b/c@2") == Reference("a/b/c", 2, None)
    assert reference("a/b/c#t0") == Reference("a/b/c", None, 0)
    assert reference("a@b.example/c@0").statement == "a@b.example/c@0"


@given(st.text(min_size=1), st.integers(1, 999), st.integers(0, 999))
def test_what_is_put_together_comes_apart(statement: str, number: int, turn: int) -> None:
    if reference(statement) == Reference(statement, None, None):
        assert reference(turn_id(statement, number, turn)) == Reference(statement, number, turn)
        assert reference(version_id(statement, number)) == Reference(statement, number, None)


@given(st.text())
def test_a_slug_can_stand_in_an_address(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug(text)) <= 60
