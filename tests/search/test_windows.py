"""All that has a sign stands in a sentence."""

from __future__ import annotations

from itertools import pairwise

from onrecord.search.windows import PASSAGE, SENTENCE, windows


def test_long_sentences_are_cut_at_blanks() -> None:
    text = "word " * 400
    found = [w.span for w in windows(text, "en") if w.kind == SENTENCE]
    assert all(end - start <= 600 for start, end in found)
    assert "".join(text[a:b] for a, b in found).count("word") == 400


def test_passages_overlap_and_reach_the_end() -> None:
    text = " ".join(f"We met minister {n}." for n in range(20))
    passages = [w.span for w in windows(text, "en") if w.kind == PASSAGE]
    assert passages[0].start == 0
    assert passages[-1].end == len(text)
    assert all(b.start < a.end for a, b in pairwise(passages))


def test_signs_alone_have_no_meaning() -> None:
    assert windows("*** --- ...", "en") == ()
