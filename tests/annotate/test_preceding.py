"""Content before or beside its saying."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.quotations import read


@pytest.mark.parametrize(
    ("text", "rule", "pieces"),
    [
        ("“We go,” she told reporters.", "after", ["“We go,”"]),
        ("“We go,” said Ann, a pilot.", "inverted", ["“We go,”"]),
        ("He left: “We go,” she said.", "after", ["“We go,”"]),
        ("The bridge is long, as Ann said in May.", "as said", ["The bridge is long"]),
        ("In May, he warned them that it rains.", "before", ["that it rains"]),
    ],
)  # fmt: skip
def test_what_stands_before(text: str, rule: str, pieces: list[str]) -> None:
    (found,) = read(Document(text=text, language="en"))
    assert (found.rule, [text[slice(*p)] for p in found.content]) == (rule, pieces)
