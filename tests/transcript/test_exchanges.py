"""Questions and their answers."""

from onrecord.records import Span, Turn, TurnKind
from onrecord.transcript.exchanges import exchanges


def made(kinds: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    names: dict[str, TurnKind] = {"q": "question", "a": "answer", "r": "remarks", "n": "note"}
    turns = [Turn(n=n, span=Span(n, n + 1), kind=names[k]) for n, k in enumerate(kinds)]
    return [(e.question, e.answer) for e in exchanges(turns)]


def test_follow_ups_are_exchanges_of_their_own() -> None:
    assert made("rqaqa") == [((1,), (2,)), ((3,), (4,))]


def test_several_questions_answered_together_by_two() -> None:
    assert made("qqaa") == [((0, 1), (2, 3))]


def test_a_moderator_between_belongs_to_neither() -> None:
    assert made("qrara") == [((0,), (2, 4))]


def test_a_question_without_an_answer_is_kept() -> None:
    assert made("qaq") == [((0,), (1,)), ((2,), ())]
