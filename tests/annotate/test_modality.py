"""Tests of annotate.modality: whether what a clause says is so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.document import Document
from onrecord.annotate.modality import auxiliaries, modality
from onrecord.annotate.reading import reading


def told(text: str) -> dict[str, int]:
    read = reading(Document(text=text, language="en"))
    return auxiliaries(read, read.sentences[0], 0, len(read.words))


def test_auxiliaries() -> None:
    assert told("They will not")["negated"] == 2
    assert "future" in told("They will")
    assert told("They will; he") == {}


@given(st.dictionaries(st.sampled_from(["future", "negated", "hypothetical", "be"]), st.just(0)))
def test_what_is_reported_is_reported(found: dict[str, int]) -> None:
    assert modality(found, True) == "reported"
    assert (modality(found, False) == "asserted") == (not found.keys() - {"be"})
