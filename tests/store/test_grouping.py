"""Language versions are told by what a translation keeps, and only where it is clear."""

from __future__ import annotations

from typing import Any

from onrecord.records import Issuer, Place
from onrecord.store.grouping import Likeness, Shape, best, likeness, shape
from tests.archives import statement

ENGLISH = "On 5 May 1998, 12 ships left for 340 ports; 27 came back in 2001."
GERMAN = "Am 5. Mai 1998 liefen 12 Schiffe zu 340 Häfen aus; 27 kehrten 2001 zurück."


def _shape(said: str, language: str, site: str | None = "mfa.example", **header: Any) -> Shape:
    return shape(statement(said, language=language, date="2024-05-02", **header), site)


def test_numbers_stay() -> None:
    like = likeness(_shape(ENGLISH, "en"), _shape(GERMAN, "de"))
    assert like is not None
    assert like.score > 0.9
    assert "numbers 6/6" in like.method


def test_what_cannot_be_one_statement() -> None:
    own = _shape(ENGLISH, "en", place=Place(name="Vienna", country="AT"))
    there = Place(name="Genf", country="CH")
    assert likeness(own, _shape(GERMAN, "en")) is None
    assert likeness(own, _shape(GERMAN, "de", site="other.example")) is None
    assert likeness(own, _shape(GERMAN, "de", place=there)) is None
    assert likeness(own, shape(statement(GERMAN, language="de", date="2024-05-03"), None)) is None
    assert likeness(own, _shape("Kein Wort.", "de")) is None


def test_the_country_stands_for_the_publisher_only_where_no_address_is_known() -> None:
    issuer = Issuer(country="AT")
    a = _shape(ENGLISH, "en", None, issuer=issuer)
    assert likeness(a, _shape(GERMAN, "de", None, issuer=issuer)) is not None
    assert likeness(a, _shape(GERMAN, "de", None)) is None


def test_turns_stay() -> None:
    a = _shape("One.\nTwo.\nThree.\nFour.\nFive.", "en")
    b = _shape("Eins.\nZwei.\nDrei.\nVier.\nFünf.", "de")
    like = likeness(a, b)
    assert like is not None
    assert "turns 5/5" in like.method


def test_two_that_are_equally_alike_are_none() -> None:
    def like(score: float) -> Likeness:
        return Likeness(score, "made")

    link = best([("a", like(0.9)), ("b", like(0.5))], "own")
    assert link is not None
    assert (link.a, link.b, link.method, link.score) == ("own", "a", "made", 0.9)
    assert best([("a", like(0.9)), ("b", like(0.85))], "own") is None
    assert best([("a", like(0.4))], "own") is None
    assert best([], "own") is None
