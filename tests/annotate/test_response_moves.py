"""What an answer does beside answering."""

from __future__ import annotations

from onrecord.annotate.response_features import nearest, topic
from onrecord.annotate.response_moves import asked, length_of, moves
from onrecord.annotate.response_reading import read


def of(question: str, text: str) -> dict[str, float]:
    answer = read(text, "en")
    best, shares = nearest(topic(question, "en"), answer)
    return moves(answer, shares, best, "polar")


def test_a_move_is_told_by_its_sentence() -> None:
    found = of("Will the ferry sail?", "Look. The ferry is old. I have no idea.")
    assert "unknown at 2" in found
    assert "unknown last" in found
    assert "unknown at 0" not in found
    assert "unknown near" in found
    assert "unknown taken up" not in found


def test_a_sentence_alone_is_not_told_as_the_last() -> None:
    assert "declines last" not in of("Will you go?", "No comment.")


def test_the_question_is_asked_for_again() -> None:
    found = of("Who pays?", "It is a long road. What was your second question?")
    assert "returns again asks" in found


def test_what_is_asked_for_and_given() -> None:
    answer = read("We have met. It starts tomorrow.", "en")
    found = asked("When does it start?", answer)
    assert found["asks when"] == 1
    assert "when: first not given" in found
    assert "when: three given" in found
    assert not any(key.startswith("why") for key in found)


def test_how_long_an_answer_is() -> None:
    assert [length_of(read("word " * n, "en")) for n in (3, 30, 100, 500)] == [
        "tiny",
        "short",
        "middling",
        "long",
    ]
