from __future__ import annotations

from onrecord.compare.difference import Side, made
from onrecord.compare.sides import Text, cut
from onrecord.records import Annotation, Span


def side(text: str, *annotations: Annotation) -> Side:
    whole = Text(text=text, language="en-GB")
    return Side(whole, cut(whole), annotations)


def noted(layer: str, start: int, end: int) -> Annotation:
    return Annotation(
        layer=layer,
        span=Span(start, end),
        quote="",
        value={},
        annotator="test",
        rule="test",
        confidence=1.0,
    )


def test_annotations_are_those_that_begin_within_a_span() -> None:
    a = side("We met. We left.", noted("time", 8, 10), noted("time", 0, 2), noted("event", 8, 10))
    assert [n.span.start for n in a.within(Span(8, 16), "time")] == [8]


def test_a_side_knows_its_base_language_and_what_sentences_say() -> None:
    a = side("We met. We left.")
    assert a.language == "en"
    assert a.quote(a.said((0, 1))) == "We met. We left."


def test_a_difference_quotes_both_sides() -> None:
    a, b = side("We met."), side("We left.")
    found = made(3, (a, b), (Span(3, 6), None), ("omitted", "fact", "name", "x"), more="y")
    assert (found.quote_a, found.quote_b, found.bead, found.values) == (
        "met",
        None,
        3,
        {"more": "y"},
    )
