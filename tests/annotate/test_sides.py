"""Tests of annotate.sides: who speaks, and the other side."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.reading import reading
from onrecord.annotate.sides import both_sides, other_side, speaker


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("We met in Oslo with Sweden.", ["SE"]),
        ("We met with Sweden and Finland.", []),
        ("We met Sergey Lavrov and spoke of Mali.", ["RU"]),
        ("We met.", []),
    ],
)
def test_the_other_side_is_the_only_one(text: str, other: list[str]) -> None:
    read = reading(Document(text=text, language="en", country="NO", date="2019-10-09"))
    assert [member.iso for member in other_side(read)] == other
    assert [member.iso for member in both_sides(read)] == ["NO", *other]


def test_a_speaker_without_a_state_is_named() -> None:
    read = reading(Document(text="I left.", language="en", speaker="Ada Berg"))
    assert [member.name for member in speaker(read)] == ["Ada Berg"]
