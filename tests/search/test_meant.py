"""Words are the question, the rest are conditions."""

from __future__ import annotations

import pytest

from onrecord.search.meant import meant
from onrecord.search.query.parser import parse


@pytest.mark.parametrize(
    ("query", "text", "conditions"),
    [
        ("who pays for it?", "who pays for it?", 0),
        ("dam lang:fr -gas", "dam", 2),
        ('"gas deal" price', "price gas deal", 1),
        ("lang:fr", "", 1),
    ],
)
def test_parts(query: str, text: str, conditions: int) -> None:
    found = meant(parse(query), query)
    assert found.text == text
    assert len(found.conditions) == conditions
