"""What is laid out is the text: every turn once and in order, questions with their answers."""

from __future__ import annotations

import msgspec

from onrecord.records import Block, Exchange, Span
from onrecord.web.transcript_view import Paragraph, layout
from tests.support import reading

TALK = reading(
    "> Ann Lee | Good day. Welcome.\n? TASS | Why?\n! Ann Lee | Because.\n! Bob Ray | Indeed.\n"
    "? Reuters | When?\n! Ann Lee | Soon.\n> Ann Lee | Thank you."
)


def words(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(run.text for paragraph in paragraphs for run in paragraph.runs)


def test_every_turn_is_there_once_and_in_order() -> None:
    laid = layout(TALK)
    said = [one for part in laid.parts for one in (*part.questions, *part.turns)]
    assert [one.turn for one in said] == list(TALK.turns)
    for one in said:
        assert words(one.paragraphs) == TALK.text[one.turn.span.start : one.turn.span.end].strip()
        assert one.paragraphs[0].start == one.turn.span.start


def test_questions_stand_with_their_answers() -> None:
    first, second = layout(TALK).exchanges
    assert first.number == 1
    assert [one.turn.n for one in first.questions] == [1]
    assert [one.turn.n for one in first.turns] == [2, 3]
    assert first.line == "Why?"
    assert second.number == 2
    assert [one.turn.n for one in second.turns] == [5]


def test_an_exchange_within_another_belongs_to_it() -> None:
    nested = msgspec.structs.replace(
        TALK,
        exchanges=(Exchange(question=(1,), answer=(2, 5)), Exchange(question=(4,), answer=(5,))),
    )
    (only,) = layout(nested).exchanges
    assert [one.turn.n for one in (*only.questions, *only.turns)] == [1, 2, 3, 4, 5]


def test_notes_between_turns_are_printed_before_the_next() -> None:
    text = "A: One.\n\n(Laughter.)\n\nB: Two.\n\n(Applause.)"
    at = text.index("(L"), text.index("(A")
    base = reading("> A | One.\n> B | Two.")
    made = msgspec.structs.replace(
        base,
        text=text,
        blocks=(
            Block(span=Span(0, 7), kind="paragraph"),
            Block(span=Span(at[0], at[0] + 11), kind="stage_note"),
            Block(span=Span(22, 29), kind="paragraph"),
            Block(span=Span(at[1], at[1] + 11), kind="stage_note"),
        ),
        turns=(
            msgspec.structs.replace(base.turns[0], span=Span(3, 7), label_span=Span(0, 1)),
            msgspec.structs.replace(base.turns[1], span=Span(25, 29), label_span=Span(22, 23)),
        ),
    )
    laid = layout(made)
    assert words(laid.parts[1].turns[0].before) == "(Laughter.)"
    assert words(laid.tail) == "(Applause.)"


def test_who_speaks_has_a_voice_and_who_asks_has_none() -> None:
    laid = layout(TALK)
    assert laid.parts[0].turns[0].voice == laid.voices["Ann Lee"]
    assert laid.exchanges[0].questions[0].voice is None
