"""No word is lost and none is doubled, however marks overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.web.runs import Mark, runs

TEXT = "one two three four five six"
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda pair: Span(min(pair), max(pair))
)
KINDS = ["found", "at", "note", "strong", "named"]
MARKS = st.lists(st.builds(Mark, SPANS, st.sampled_from(KINDS)))


@given(SPANS, MARKS)
def test_pieces_are_the_text(span: Span, marks: list[Mark]) -> None:
    cut = list(runs(TEXT, span, marks))
    assert "".join(run.text for run in cut) == TEXT[span.start : span.end]
    place = span.start
    for run in cut:
        over = {
            m.kind for m in marks if m.span.start <= place and m.span.end >= place + len(run.text)
        }
        assert run.kinds <= over
        place += len(run.text)


def test_a_mark_has_an_id_where_it_begins_only() -> None:
    marks = [Mark(Span(4, 13), "found", 1), Mark(Span(8, 18), "at")]
    assert [run.first for run in runs(TEXT, Span(0, 27), marks)] == [(), ("m1",), ("at",), (), ()]
    assert [run.first for run in runs(TEXT, Span(8, 27), marks[:1])] == [(), ()]


def test_the_innermost_thing_has_the_card() -> None:
    marks = [Mark(Span(0, 18), "named", 1, "organisations"), Mark(Span(4, 7), "named", 2, "states")]
    cut = list(runs(TEXT, Span(0, 27), marks))
    assert [run.card for run in cut] == [
        (1, "organisations"), (2, "states"), (1, "organisations"), None,
    ]  # fmt: skip
