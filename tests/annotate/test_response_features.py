"""What is measured of an answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.response_features import features, nearest, question_kind, topic
from onrecord.annotate.response_reading import read


def test_the_sentence_nearest_to_the_question() -> None:
    wanted = topic("When is the visit to Riga?", "en")
    best, shares = nearest(wanted, read("Hello. The visit is in May.", "en"))
    assert best == 1
    assert shares == [0.0, 0.5]


def test_topic_leaves_common_words_out() -> None:
    assert topic("What is the visit about?", "en") == {"visit"}


def test_kinds_of_questions() -> None:
    kinds = [question_kind(q, "en") for q in ("Do you?", "Why?", "Riga visit", "And you?")]
    assert kinds == ["polar", "why", "topic", "other"]


def test_cues_are_told_by_place() -> None:
    text = "Well. Yes. It is late. I have no idea."
    found = features("Will you go?", read(text, "en"))["="]
    assert "last unknown" in found
    assert "first unknown" not in found
    assert "first reply" in found


def test_what_is_taken_up_grows() -> None:
    text = "Hello. The ferry is old. Riga pays. Then the ferry and the harbour."
    found = features("Does Riga pay for the ferry in the harbour?", read(text, "en"))["t"]
    after = [found[f"after {n}"] for n in (1, 2, 3, 6)]
    assert after == sorted(after)
    assert after[0] == 0 < after[-1]


def test_how_a_question_is_put() -> None:
    put = features("Can you, by May, tell?", read("No.", "en"))["p"]
    assert put["under 7"] == put["who is asked, tiny"] == 1
    assert put["commas"] == 2
    assert "under 4" not in put


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_has_features(question: str, answer: str) -> None:
    found = features(question, read(answer, "en"))
    assert set(found) == {"=", "t", "p", "m", "q", "a", "s", "l", "c", "e"}
    assert all(abs(v) < 100 for group in found.values() for v in group.values())
