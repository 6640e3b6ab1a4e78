"""Tests of annotate.direction: which way a clause looks."""

from __future__ import annotations

import pytest

from onrecord.annotate.direction import Cues, cues


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "They met on #.", -1),
        ("en", "They will meet on #.", 1),
        ("en", "The sum will be paid on #.", 1),
        ("en", "On # the minister arrived.", -1),
        ("en", "On # the minister will arrive.", 1),
        ("en", "They closed it until #.", 1),
        ("en", "They came, and will leave on #.", 1),
        ("en", "They had filed it by #.", -1),
        ("en", "Until #, they had not filed it.", -1),
        ("en", "They must file it by #.", 1),
        ("en", "It had been due to expire #.", -1),
        ("en", "The rise was expected after it closed #.", -1),
        ("en", "They will look for ways to get around #'s vote.", -1),
        ("en", "They will attend #'s vote.", 1),
        ("en", "It was late. On #", 0),
        ("en", "The United Nations on #", 0),
        ("ru", "Встреча состоится #.", 1),
        ("ru", "Встреча состоялась #.", -1),
        ("ru", "Встреча пройдёт здесь, доклад представили #.", -1),
        ("fr", "La réunion aura lieu #.", 1),
        ("fr", "La réunion a eu lieu #.", -1),
        ("es", "La reunión se celebrará el #.", 1),
        ("es", "La reunión se celebró el #.", -1),
        ("de", "Die Sitzung wird am # stattfinden.", 1),
        ("de", "Die Sitzung fand am # statt.", -1),
        ("uk", "Зустріч відбудеться #.", 1),
        ("uk", "Зустріч відбулася #.", -1),
        ("und", "Whatever happened on #.", 0),
    ],
)
def test_direction(language: str, text: str, way: int) -> None:
    at = text.index("#")
    assert cues(language).direction(text, at, at + 1) == way


def test_a_place_may_hold_the_word_itself() -> None:
    text = "Es war wichtig, dass wir bis Ende Oktober hier sind."
    start = text.index("bis")
    assert cues("de").direction(text, start, text.index(" hier")) == 1


def test_words_alone_in_pairs_and_by_their_endings() -> None:
    made = Cues(["did|was", "\\w+ed"], ["is to"], ["since"], ["until"])
    assert (made.way("did", ""), made.way("walked", ""), made.way("is", "to")) == (-1, -1, 1)
    assert made.way("is", "") == 0


def test_what_stands_far_away_does_not_count() -> None:
    text = "They met " + "and so on " * 40 + "#."
    assert cues("en").direction(text, len(text) - 2, len(text) - 1) == 0
