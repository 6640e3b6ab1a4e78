"""Answers without labels."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.loader import language
from onrecord.records import Header, Participant, Turn
from onrecord.transcript import turns
from tests.support import printed

ANN = Participant(name="Ann Lee", role="Foreign Minister")


def read(*lines: str, people: tuple[Participant, ...] = (ANN,)) -> list[tuple[Turn, str]]:
    text, blocks = printed(*lines)
    made = turns.read(text, blocks, Header(participants=people), language("en"))
    return [(t, text[t.span.start : t.span.end]) for t in made.turns]


def test_what_follows_a_question_is_its_answer() -> None:
    found = read("Question: Why?", "And when?", "We go now.", "Soon.", "Question: So?", "Yes.")
    assert [(t.kind, said) for t, said in found] == [
        ("question", "Why?\n\nAnd when?"),
        ("answer", "We go now.\n\nSoon."),
        ("question", "So?"),
        ("answer", "Yes."),
    ]
    assert {t.speaker for t, _ in found if t.kind == "answer"} == {"Ann Lee"}
    assert all(t.label is None and t.role == "official" for t, _ in found if t.kind == "answer")


def test_of_several_people_nobody_is_named() -> None:
    roe = Participant(name="Jo Roe", role="President")
    found = read("Question: Why?", "We go.", "Question: So?", "Yes.", people=(ANN, roe))
    assert [t.speaker for t, _ in found if t.kind == "answer"] == [None, None]


def test_where_answers_are_labelled_a_paragraph_stays_with_its_turn() -> None:
    found = read("Question: Why?", "Ann Lee: So.", "Question: When?", "I ask as a friend.")
    assert [t.kind for t, _ in found] == ["question", "answer", "question"]


def test_a_question_that_is_told_at_length_is_whole() -> None:
    found = read("Question: I am from the Post.", "Why?", "Question: It is late.", "I am sorry.")
    assert [t.kind for t, _ in found] == ["question", "question"]


@given(st.lists(st.sampled_from(["Question: Why?", "And?", "We go.", "Yes (why?)"]), min_size=1))
def test_no_word_is_lost(lines: list[str]) -> None:
    found = read("Question: Is it?", *lines)
    said = " ".join(text for _, text in found)
    for line in lines:
        assert line.removeprefix("Question: ") in said
