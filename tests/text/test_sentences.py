"""Tests of text.sentences: where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.sentences import sentences


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Mr. Lee met Gen. Ray on Oct. 9.", "They agreed!"]),
        ("ru", ["Он прибыл 6 марта 2024 г. в Москву.", "Стороны договорились."]),
        ("uk", ["Він прибув 6 березня 2024 р. до Києва.", "Сторони домовилися."]),
        ("fr", ["M. Roy est arrivé.", "Il repart demain."]),
        ("de", ["Am 9. Oktober traf sie ein.", "Sie reist morgen ab."]),
        (None, ["One.", "Two."]),
    ],
)
def test_sentences(language: str | None, expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[a:b] for a, b in sentences(text, language)] == expected


def test_a_paragraph_ends_a_sentence() -> None:
    text = "A heading\n\nA sentence that\ngoes on."
    assert [text[a:b] for a, b in sentences(text, "en")] == [
        "A heading",
        "A sentence that\ngoes on.",
    ]


def test_nothing_has_no_sentence() -> None:
    assert list(sentences(" \n\n ", "en")) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["en", "ru", "xx"]))
def test_no_visible_character_is_lost(text: str, language: str) -> None:
    spans = list(sentences(text, language))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join("".join(text[a:b].split()) for a, b in spans)
    assert kept == "".join(text.split())
