from __future__ import annotations

import pytest

from onrecord.extract import openings
from onrecord.extract.page import Line
from onrecord.languages.loader import language


@pytest.mark.parametrize(
    ("text", "tag", "said"),
    [
        ("9 October 2019 10:54", "en", "stamp"),
        ("1:05 p.m.", "en", "stamp"),
        ("Paris, France", "en", "place"),
        ("The Kremlin, Moscow", "en", "place"),
        ("Little Cove, France", "en", "place"),
        ("Treaty Room", "en", "place"),
        ("Via Teleconference", "en", "remote"),
        ("Office of the Spokesperson", "en", "body"),
        ("Eidgenössisches Departement für Häfen", "de", "body"),
        ("Ada Vale, Secretary of State", "en", "byline"),
        ("Press release", "en", "kind"),
        ("The minister came to Paris.", "en", None),
        ("SECRETARY VALE:", "en", None),
        ("SECRETARY ADA VALE", "en", None),
        ("Ladies and gentlemen,", "en", None),
        ("TRANSCRIPT OF PRESS CONFERENCE, PARLIAMENT HOUSE", "en", None),
        ("Good afternoon", "en", None),
        ("", "en", None),
    ],
)
def test_what_a_short_line_says(text: str, tag: str, said: str | None) -> None:
    assert openings.classify(Line(text=text), language(tag)) == said


def test_sentences_end_in_a_stop_but_not_in_an_abbreviation() -> None:
    assert openings.is_sentence("We met in Ansel.")
    assert not openings.is_sentence("Port Ansel, N.L.")


def test_a_venue_has_few_capitalised_words() -> None:
    assert openings.is_venue("Palace of the Ports")
    assert not openings.is_venue("The doors of this house are open to all")


def test_the_state_of_a_place_line() -> None:
    assert openings.state_of("Little Cove, France") == "FR"
    assert openings.state_of("France") is None


def test_a_bare_stamp_has_a_place_at_most() -> None:
    english = language("en")
    assert openings.is_bare_stamp("Brenn, 28 February 2024", english)
    assert not openings.is_bare_stamp("Talks in Brenn, 28 February 2024", english)
    assert not openings.is_bare_stamp("Brenn", english)
