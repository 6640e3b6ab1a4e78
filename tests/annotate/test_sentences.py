"""Tests of annotate.sentences: the layer `sentence`."""

from __future__ import annotations

from onrecord.annotate.document import Document
from onrecord.annotate.sentences import annotate


def test_annotations_quote_their_sentences() -> None:
    document = Document(text="We met. We agreed.\n\nA heading", language="en")
    found = list(annotate(document))
    assert [a.quote for a in found] == ["We met.", "We agreed.", "A heading"]
    assert all(document.text[a.span.start : a.span.end] == a.quote for a in found)
    assert {(a.layer, a.annotator) for a in found} == {("sentence", "sentences")}
