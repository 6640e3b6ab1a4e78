from __future__ import annotations

from onrecord.compare.alignment import align
from onrecord.compare.differences import differences
from onrecord.compare.sides import Text
from onrecord.records import Annotation, Block, Span

KEPT = "We met on Monday in the old town."
GONE = "We will publish all figures in spring."


def test_a_passage_that_is_gone_is_substance_and_a_stage_note_is_not() -> None:
    text = f"{KEPT} {GONE}\n\n(Laughter in the hall.)"
    note = Block(span=Span(text.index("("), len(text)), kind="stage_note")
    a = Text(text=text, language="en", blocks=(note,))
    b = Text(text=KEPT, language="en")
    found = differences(a, b, align(a, b, None)).differences
    assert [(d.weight, d.what, d.quote_a) for d in found] == [
        ("substance", "passage", GONE),
        ("wording", "note", "(Laughter in the hall.)"),
    ]


def test_a_passage_with_a_promise_says_so() -> None:
    a, b = Text(text=f"{KEPT} {GONE}", language="en"), Text(text=KEPT, language="en")
    start = a.text.index(GONE)
    promise = Annotation(
        layer="commitment",
        span=Span(start, len(a.text) - 1),
        quote=GONE[:-1],
        value={},
        annotator="test",
        rule="test",
        confidence=1.0,
    )
    (found,) = differences(a, b, align(a, b, None), ([promise], ())).differences
    assert (found.reason, found.values["acts"]) == ("omitted with acts", "commitment")


def test_what_stands_elsewhere_has_moved() -> None:
    one = "Herring stocks fell by thirty percent off the coast."
    two = "Harbour pilots went on strike for eleven long days."
    three = "Nobody at the table wished to speak of the matter again."
    a = Text(text=f"{one} {two} {three}", language="en")
    b = Text(text=f"{two} {three} {one}", language="en")
    found = differences(a, b, align(a, b, None)).differences
    assert [(d.kind, d.what, d.weight) for d in found] == [("moved", "order", "wording")]
