from __future__ import annotations

from onrecord.compare.sides import Text, cut, side, texts
from onrecord.records import Block, Span, Turn
from tests.compare.support import reading


def test_a_label_belongs_to_the_span_of_its_first_sentence_and_not_to_what_is_said() -> None:
    text = "Lee: We agreed. It is done.\n\nQuestion (by phone): Why?"
    turns = (
        Turn(n=0, span=Span(5, 27), label="Lee", label_span=Span(0, 3)),
        Turn(n=1, span=Span(50, 54), label="Question", label_span=Span(29, 37)),
    )
    made = cut(Text(text=text, language="en", turns=turns))
    assert [text[slice(*s.span)] for s in made] == [
        "Lee: We agreed.",
        "It is done.",
        "Question (by phone): Why?",
    ]
    assert [text[slice(*s.said)] for s in made] == ["We agreed.", "It is done.", "Why?"]
    assert [(s.turn, s.paragraph) for s in made] == [(0, 0), (0, 0), (1, 1)]


def test_marks_alone_are_no_sentence_and_stage_notes_are_told_apart() -> None:
    text = "We agreed.\n\n***\n\n(Laughter.)"
    note = Block(span=Span(17, 28), kind="stage_note")
    made = cut(Text(text=text, language="en", blocks=(note,)))
    assert [s.note for s in made] == [False, True]
    assert made[0].span == Span(0, 15)


def test_the_side_of_a_reading_has_its_language_and_turns() -> None:
    made = side(reading("One. Two.", "en"))
    assert made.language == "en"
    assert texts(made, cut(made)) == ("One.", "Two.")
