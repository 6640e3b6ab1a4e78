"""An answer is read once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.response_reading import read, sentences_of, tokens


def test_sentences_of_an_answer() -> None:
    text = "Well, no.We wait for 3.5 hours. Enough? Yes"
    assert [text[a:b] for a, b in sentences_of(text)] == [
        "Well, no.",
        "We wait for 3.5 hours.",
        "Enough?",
        "Yes",
    ]


def test_cues_stand_in_their_sentences() -> None:
    answer = read("Well. No comment. You have to ask her. We will see.", "en")
    found = {(cue.label, cue.at) for cue in answer.cues}
    assert {("declines", 1), ("declines refers", 2), ("unknown later", 3)} <= found
    assert answer.counted(0, 1)["declines"] == 0
    assert answer.counted(1, 3)["declines"] == 1


def test_what_is_given_may_be_of_several_kinds() -> None:
    given_in = read("Hello. It costs 25. Because.", "en").given
    assert given_in["number"] == given_in["when"] == {1}
    assert given_in["why"] == {2}


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    answer = read(text, "en")
    assert len(answer.parts) == len(answer.words) == len(answer.stems) > 0
    assert all(0 <= cue.at < len(answer.parts) for cue in answer.cues)
    assert sum(map(len, answer.words)) <= len(tokens(text)) + len(answer.parts)
