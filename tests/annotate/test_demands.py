"""Tests of annotate.demands: what is asked of a named other."""

from __future__ import annotations

import pytest

from onrecord.annotate.commitments import annotate
from onrecord.annotate.document import Document


@pytest.mark.parametrize(
    ("language", "text", "of"),
    [
        ("en", "Japan must release the two sailors.", ["JP"]),
        ("en", "The two sailors must be released.", []),
        ("de", "Wir fordern Japan auf, die zwei Fischer freizulassen.", ["JP"]),
        ("de", "Japan ist aufgefordert, die zwei Fischer freizulassen.", ["JP"]),
        ("de", "Japan muss die zwei Fischer sofort freilassen.", ["JP"]),
        ("de", "Japan muss entscheiden.", []),
        ("de", "Die zwei Fischer m\u00fcssen sofort freigelassen werden.", []),
    ],
)
def test_of_whom_something_is_demanded(language: str, text: str, of: list[str]) -> None:
    document = Document(text=text, language=language, country="NO", date="2019-10-09")
    found = [a for a in annotate(document) if a.value["strength"] == "demand"]
    assert [actor["iso"] for a in found for actor in a.value["actor"]] == of
