"""The comparison of readings with expectations sees every kind of difference."""

from __future__ import annotations

import pytest

from onrecord.records import Header, Issuer, LanguageVersion, Participant, Place
from tests.support import differences, marked, reading, transcript

MADE = reading(
    "> Ann Lee | Good day.\n? TASS | Why?\n! Ann Lee | Because.",
    Header(
        title="Remarks",
        place=Place(name="Geneva", country="CH"),
        issuer=Issuer(name="Ministry", country="CH"),
        participants=(Participant(name="Ann Lee", role="Minister"),),
        languages=(LanguageVersion(language="fr"),),
    ),
)


@pytest.mark.parametrize(
    "expected",
    [
        {"header": {"title": "Other"}},
        {"header": {"language": "fr"}},
        {"header": {"place": {"name": "Bern"}}},
        {"header": {"place": {"name": "Geneva", "country": "FR"}}},
        {"header": {"issuer_country": "FR"}},
        {"header": {"participants": []}},
        {"header": {"participants": [{"name": "Bob"}, {"name": "Ann Lee"}]}},
        {"header": {"participants": [{"name": "Ann Lee", "role": "President"}]}},
        {"header": {"languages": ["fr", "de"]}},
        {"header": {"in_text": ["Good night."]}},
        {"header": {"not_in_text": ["Good day."]}},
        {"turn": [{}]},
        {"turn": [{"starts": "Bad"}, {}, {}]},
        {"turn": [{"ends": "Bad"}, {}, {}]},
        {"turn": [{}, {}, {"label": "Bob"}]},
        {"turn": [{}, {"outlet": "AFP"}, {}]},
        {"turn": [{}, {}, {"speaker": "Bob"}]},
        {"exchange": [{"question": [1], "answer": []}]},
    ],
)
def test_sees_each_difference(expected: dict[str, object]) -> None:
    assert len(differences(MADE, expected)) == 1


def test_what_agrees_has_no_difference() -> None:
    expected = {
        "header": {
            "title": "Remarks",
            "language": "en",
            "place": {"name": "Geneva"},
            "issuer_country": "CH",
            "participants": [{"name": "Ann Lee", "role": "Minister"}],
            "languages": ["fr"],
            "in_text": ["Good day."],
            "not_in_text": ["Cookies"],
        },
        "turn": [
            {"kind": "remarks", "starts": "Good", "ends": "day."},
            {"kind": "question", "role": "questioner", "outlet": "TASS"},
            {"kind": "answer", "speaker": "Ann Lee"},
        ],
        "exchange": [{"question": [1], "answer": [2]}],
    }
    assert differences(MADE, expected) == []


def test_marks_point_into_the_text() -> None:
    text, marks = marked("[Yesterday|time] we met in [Geneva|entity:CH].")
    assert [text[m.span.start : m.span.end] for m in marks] == ["Yesterday", "Geneva"]
    assert [m.value for m in marks] == [None, "CH"]


def test_transcript_notation() -> None:
    assert [said.kind for said in transcript("> A | x\n? B | y\n! A | z\n* (Laughter.)")] == [
        "remarks",
        "question",
        "answer",
        "note",
    ]
