"""A sentence, its words and its quoted stretches."""

from __future__ import annotations

import pytest

from onrecord.annotate.cue_words import cues
from onrecord.annotate.quote_marks import quoted
from onrecord.annotate.spoken import Stretch


def stretch(text: str) -> Stretch:
    return Stretch(text, 0, len(text), cues("en").words(text, 0, len(text)), quoted(text))


def test_the_end_is_without_the_full_stop() -> None:
    assert stretch("We go. ").stop == 5


def test_words_inside_of_quotes() -> None:
    found = stretch("Ann: “We go.”")
    assert [w.key for w, inside in zip(found.words, found.inside, strict=True) if not inside] == [
        "ann",
        ":",
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [("Ann Roe: “We go.”", "Ann Roe"), ("“We: go.”", None), ("Ann Roe: we go.", None)],
)
def test_a_name_and_a_colon(text: str, source: str | None) -> None:
    found = [text[slice(*one.source)] for one in stretch(text).labelled() if one.source]
    assert found == ([source] if source else [])
