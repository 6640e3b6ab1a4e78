"""Tests of annotate.frames: whose side a party is, and how much of a clause says what is done."""

from __future__ import annotations

import pytest

from onrecord.annotate import actors
from onrecord.annotate.clauses import clause
from onrecord.annotate.document import Document
from onrecord.annotate.frames import own_side, room
from onrecord.annotate.reading import reading


@pytest.mark.parametrize(
    ("text", "own"),
    [("Japan attacked.", False), ("Norway attacked.", True), ("We attacked.", True)],
)
def test_whose_side_a_party_is(text: str, own: bool) -> None:
    read = reading(Document(text=text, language="en", country="NO"))
    (_, parties), *_ = actors.named(read)
    assert own_side(read, parties[0]) == own


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Norway will close two harbours.", 3),
        ("de", "Norwegen hat Japan gestern Hilfe zugesagt.", 4),
        ("de", "Norwegen verspricht Japan Hilfe.", 2),
    ],
)
def test_what_is_done_stands_before_or_after_its_verb(language: str, text: str, words: int) -> None:
    read = reading(Document(text=text, language=language, country="NO"))
    (sentence, parties), *_ = actors.named(read)
    cue = read.acts("commitments", sentence)[-1]
    assert room(read, clause(read, sentence, cue, parties)) == words
