"""What is measured of an answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.response_features import (
    features,
    nearest,
    question_kind,
    sentences_of,
    topic,
)


def test_sentences_of_an_answer() -> None:
    text = "Well, no.We wait for 3.5 hours. Enough? Yes"
    assert [text[a:b] for a, b in sentences_of(text)] == [
        "Well, no.",
        "We wait for 3.5 hours.",
        "Enough?",
        "Yes",
    ]


def test_the_sentence_nearest_to_the_question() -> None:
    best, shares = nearest("When is the visit to Riga?", ["Hello.", "The visit is in May."], "en")
    assert best == 1
    assert shares == [0.0, 0.5]


def test_topic_leaves_common_words_out() -> None:
    assert topic("What is the visit about?", "en") == {"visit"}


def test_kinds_of_questions() -> None:
    kinds = [question_kind(q, "en") for q in ("Do you?", "Why?", "Riga visit", "And you?")]
    assert kinds == ["polar", "why", "topic", "other"]


def test_cues_are_told_by_place() -> None:
    found = features("Will you go?", "Well. Yes. It is late. I have no idea.", "en")["="]
    assert "last unknown" in found
    assert "first unknown" not in found
    assert "first reply" in found


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_has_features(question: str, answer: str) -> None:
    found = features(question, answer, "en")
    assert set(found) == {"=", "a", "s", "l", "c", "e", "k"}
    assert all(abs(v) < 100 for group in found.values() for v in group.values())
