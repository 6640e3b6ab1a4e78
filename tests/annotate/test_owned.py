"""Tests of annotate.owned: whose a body is that is named without its state."""

from __future__ import annotations

import pytest

from onrecord.annotate.actors import named
from onrecord.annotate.document import Document
from onrecord.annotate.reading import reading


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The government will meet Japan.", "NO"),
        ("The Ministry of Trade met Japan.", "NO"),
        ("In Mali the army seized power.", None),
        ("The army seized power in Mali.", None),
        ("The ministers of Japan left.", "JP"),
        ("The leaders of the city of Kyoto left.", "JP"),
    ],
)
def test_a_body_without_a_state(text: str, who: str | None) -> None:
    read = reading(Document(text=text, language="en", country="NO"))
    ((_, found),) = named(read)
    (body,) = [p for p in found if p.kind == "state-noun"][:1]
    assert body.members[0].iso == who
