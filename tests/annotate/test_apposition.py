"""Tests of annotate.apposition: two parties that are one."""

from __future__ import annotations

import pytest

from onrecord.annotate.actors import named
from onrecord.annotate.document import Document
from onrecord.annotate.reading import reading


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("fr", "Nadia Orvenne, ministre du Commerce, a rencontr\u00e9 le ministre kenyan.", 2),
        ("en", "The Japanese government met Kenya.", 2),
        ("en", "Japan, Kenya and Norway met.", 1),
    ],
)
def test_two_parties_that_are_one(language: str, text: str, count: int) -> None:
    read = reading(Document(text=text, language=language, country="FR", date="2023-11-06"))
    ((_, found),) = named(read)
    assert len(found) == count
