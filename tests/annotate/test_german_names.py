from __future__ import annotations

import pytest

from onrecord.annotate.german_names import load


def seen(text: str) -> list[str]:
    (found,) = load("onrecord").find([text])
    assert all(name.kind == "person" for name in found)
    return [text[name.start : name.end] for name in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Danach kam Qamran Lorvandi in die Sitzung.", ["Qamran Lorvandi"]),
        ("Orvaldi meldete sich nicht.", ["Orvaldi"]),
        ("Das stimmt nicht, so Saqiri.", ["Saqiri"]),
        ("Es hilft nicht, sagte Panvalkari.", ["Panvalkari"]),
        ("Ihre Beraterin Kori Solmani schrieb es.", ["Kori Solmani"]),
        ("Der Schriftsteller Gustavo von Solmani kam.", ["Gustavo von Solmani"]),
    ],
)
def test_people_are_seen(text: str, names: list[str]) -> None:
    assert seen(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Bisher gab es keine Verhandlungen.",  # an adverb opens the sentence
        "Manchmal hilft die Zusammenarbeit.",
        "Sie wohnen in Orvaldi.",  # a place
        "Der Orvaldi fliesst durch das Land.",  # after an article
        "Die Lorvandi-Affäre ist vorbei.",  # part of a compound
        "Das Buch „Orvaldi“ erschien.",  # a title
        "Der neue Social Media Manager fehlt.",
        "Orvaldi 7 ist ein Gerät.",  # a thing with a number
        "Es war 300 v. Chr. ein Reich.",
    ],
)
def test_what_is_nobody(text: str) -> None:
    assert seen(text) == []


def test_an_empty_piece() -> None:
    assert seen("") == []
