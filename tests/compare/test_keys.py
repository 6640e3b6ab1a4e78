from __future__ import annotations

import pytest

from onrecord.compare.keys import keys, sound


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Minister Orvenne", "Министр Орвенн"),
        ("1,300 ships", "1 300 кораблей"),
        ("Delegation", "делегация"),
        ("Commission", "Kommission"),
    ],
)
def test_names_figures_and_words_of_one_origin_share_a_key(a: str, b: str) -> None:
    assert keys(a) & keys(b)


def test_short_words_have_no_key() -> None:
    assert keys("We met in the sun") == frozenset()


def test_sound_has_no_accents_and_no_doubles() -> None:
    assert sound("příležitost").isascii()
    assert sound("Lossa".lower()) == "losa"
