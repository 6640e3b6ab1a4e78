from __future__ import annotations

import pytest

from onrecord.annotate.known_places import beside, in_region, placed
from onrecord.annotate.lexis import lexis
from onrecord.annotate.words import Words


def test_the_region_after_a_comma() -> None:
    words = Words("Norfolk, Virginia; Perth, however", lexis("en"))
    assert in_region(words, 0, 1) == "US"
    assert in_region(words, 2, 3) is None


def test_a_word_of_place_before_a_name() -> None:
    words = Words("He lives in Orvald. He met Orvald", lexis("en"))
    assert placed(words, 3, 4)
    assert not placed(words, 6, 7)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Japan, Orvania, Australia"),
        ("en", "Orvania, Australia and New Zealand"),
        ("en", "New Zealand, Orvania, Australia"),
        ("ru", "Япония, Орвания, Австралия"),
        ("fr", "le Japon, Orvanie, Australie et Chine"),
        ("es", "Japón, Orvania, Australia"),
        ("de", "Japan, Orvanien, Australien und Neuseeland"),
    ],
)
def test_in_a_list_of_states_a_comma_tells_nothing(language: str, text: str) -> None:
    words = Words(text, lexis(language))
    n = next(n for n, word in enumerate(words.printed) if word[0] in "OО" and word[1] in "rр")
    assert beside(words, n, n + 1) == ()


@pytest.mark.parametrize(
    "text", ["Orvald, Australia", "Berlin, Germany, Orvald, Australia", "Japan; Orvald, Australia"]
)
def test_beside_one_state_a_place_lies_in_it(text: str) -> None:
    words = Words(text, lexis("en"))
    n = words.printed.index("Orvald")
    assert beside(words, n, n + 1)[:1] == ("AU",)
