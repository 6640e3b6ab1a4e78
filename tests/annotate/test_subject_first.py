"""What is said, where the subject stands first."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.quotations import read


def contents(text: str) -> list[str]:
    return [
        text[slice(*piece)]
        for found in read(Document(text=text, language="en"))
        for piece in found.content
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann said that it is late and added that it rains.", ["that it is late", "that it rains"]),
        ("Ann said it is late, adding that it rains.", ["it is late", "that it rains"]),
        ("Ann praised the plan, which fails.", ["the plan"]),
        ("Ann believes that it rains.", ["that it rains"]),
        ("Ann found a coin.", []),
        ("When Ann refused to go, Bob left.", ["to go"]),
        ("Her claim that it rains is wrong.", ["that it rains is wrong"]),
        ("His remarks were long.", []),
    ],
)
def test_contents(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I think that it rains.", []),
        ("You know that it rains.", []),
        ("You promised to repair the bridge.", ["to repair the bridge"]),
        ("They promised it.", []),
        ('I told him: "The bridge is old."', ['"The bridge is old."']),
        (
            "The bridge, according to officials, will open in May.",
            ["The bridge", "will open in May"],
        ),
    ],
)
def test_what_is_said_here_and_now_is_no_report(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
