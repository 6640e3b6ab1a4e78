"""Who says it."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.quotations import read


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Roe has never said that it is late.", "Ann Roe"),
        ("The minister, who spoke first, said that it is late.", "The minister"),
        ("Ann Roe was first, saying that it is late.", "Ann Roe"),
        ("Pointing to the map, Ann Roe has left.", "Ann Roe"),
        ("The man who said that it is late is gone.", "who"),
        ("We know nothing, but she said that it is late.", "she"),
    ],
)
def test_sources(text: str, source: str) -> None:
    found = next(iter(read(Document(text=text, language="en"))))
    assert found.source is not None
    assert text[slice(*found.source)] == source
