"""The right reading of some bytes is more plausible than the wrong ones."""

from __future__ import annotations

import pytest

from onrecord.extract.plausibility import plausibility
from onrecord.languages.identify import data


@pytest.mark.parametrize(
    ("tag", "right", "wrong"),
    [
        ("ru", "cp1251", "cp1252"),
        ("ru", "koi8-r", "cp1251"),
        ("uk", "cp1251", "iso8859-5"),
        ("cs", "cp1250", "cp1252"),
        ("pl", "iso8859-2", "cp1252"),
        ("tr", "cp1254", "cp1252"),
        ("ar", "cp1256", "cp1252"),
        ("he", "cp1255", "cp1252"),
        ("zh", "gb18030", "big5"),
        ("zh", "gb18030", "cp1252"),
        ("ja", "cp932", "euc-jp"),
    ],
)
def test_the_right_reading_is_more_plausible(tag: str, right: str, wrong: str) -> None:
    raw = data().language[tag].example.encode(right, "ignore")
    good, bad = raw.decode(right), raw.decode(wrong, "replace")
    assert plausibility(good, right) > plausibility(bad, wrong) + 0.1


def test_letters_of_a_neighbour_are_less_plausible() -> None:
    raw = "Le ministre a été reçu à l'hôtel, où il est resté après la réunion.".encode("cp1252")
    assert plausibility(raw.decode("cp1252")) > plausibility(raw.decode("cp1250"))


def test_plain_ascii_is_plausible() -> None:
    assert plausibility("Nothing outside ASCII.") == 1.0


def test_what_is_no_character_is_not() -> None:
    assert plausibility("a\ufffd\ufffdb\x00\x81") < -0.2
