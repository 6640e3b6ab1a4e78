"""Tests of annotate.frames: whose side a party is."""

from __future__ import annotations

import pytest

from onrecord.annotate import actors
from onrecord.annotate.document import Document
from onrecord.annotate.frames import own_side
from onrecord.annotate.reading import reading


@pytest.mark.parametrize(
    ("text", "own"),
    [("Japan attacked.", False), ("Norway attacked.", True), ("We attacked.", True)],
)
def test_whose_side_a_party_is(text: str, own: bool) -> None:
    read = reading(Document(text=text, language="en", country="NO"))
    (_, parties), *_ = actors.named(read)
    assert own_side(read, parties[0]) == own
