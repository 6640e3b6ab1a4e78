"""Tests of annotate.prepositions: what the word before a party tells."""

from __future__ import annotations

import pytest

from onrecord.annotate.actors import named
from onrecord.annotate.document import Document
from onrecord.annotate.prepositions import addressed, located
from onrecord.annotate.reading import reading


@pytest.mark.parametrize(
    ("text", "after", "there"),
    [
        ("Japan left.", False, False),
        ("Nobody spoke with Japan.", True, False),
        ("Nobody spoke in the centre of Japan.", True, False),
        ("Nobody spoke in Japan.", True, True),
    ],
)
def test_what_stands_before_a_party(text: str, after: bool, there: bool) -> None:
    read = reading(Document(text=text, language="en"))
    ((sentence, (party,)),) = named(read)
    assert addressed(read, sentence, party) is after
    assert located(read, sentence, party) is there
