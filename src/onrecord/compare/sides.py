"""One side of a comparison: a text with its language and turns, cut into sentences.

A label is part of the span of the sentence that it stands before, but not of what is said. Stage
notes are told apart; what has no letter and no figure is part of its neighbour.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.records import Block, Reading, Record, Span, Turn
from onrecord.text.sentences import sentences

_WORD = re.compile(r"[^\W_]")
_PARAGRAPH = re.compile(r"\n\s*\n")


class Text(Record, frozen=True, kw_only=True):
    """What is compared. Spans of turns and blocks point into `text`."""

    text: str
    language: str | None = None
    turns: tuple[Turn, ...] = ()
    blocks: tuple[Block, ...] = ()


class Sentence(Record, frozen=True, kw_only=True):
    """A sentence of a side. `span`: with the label before it, if any; `said`: without it.
    `turn`: place among the turns, -1 outside; `paragraph`: place among the paragraphs."""

    span: Span
    said: Span
    turn: int
    paragraph: int
    note: bool = False


def side(reading: Reading) -> Text:
    """The side that a reading is."""
    return Text(
        text=reading.text, language=reading.language, turns=reading.turns, blocks=reading.blocks
    )


def cut(text: Text) -> tuple[Sentence, ...]:
    """The sentences of a side, in order.

    >>> [(s.span, s.turn) for s in cut(Text(text="We agreed. They left.", language="en"))]
    [(Span(start=0, end=10), -1), (Span(start=11, end=21), -1)]
    """
    breaks = [found.start() for found in _PARAGRAPH.finditer(text.text)]
    notes = [block.span for block in text.blocks if block.kind == "stage_note"]
    made: list[Sentence] = []
    label: int | None = None  # where a label began that has no sentence yet
    for start, end, turn, is_label in _regions(text):
        if is_label:
            label = start if label is None else label
            continue
        for a, b in sentences(text.text[start:end], text.language):
            said = Span(start + a, start + b)
            if not _WORD.search(text.text, *said):
                if made and label is None:
                    made[-1] = _longer(made[-1], said.end)
                continue
            span = Span(said.start if label is None else label, said.end)
            label = None
            made.append(
                Sentence(
                    span=span,
                    said=said,
                    turn=turn,
                    paragraph=bisect_right(breaks, said.start),
                    note=any(n.start <= said.start and said.end <= n.end for n in notes),
                )
            )
    return tuple(made)


def texts(text: Text, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """What each of a side's sentences says."""
    return tuple(text.text[each.said.start : each.said.end] for each in sentences)


def _longer(last: Sentence, end: int) -> Sentence:
    return Sentence(
        span=Span(last.span.start, end),
        said=Span(last.said.start, end),
        turn=last.turn,
        paragraph=last.paragraph,
        note=last.note,
    )


def _regions(text: Text) -> Iterator[tuple[int, int, int, bool]]:
    """The text, in pieces that are a label, a turn, or neither."""
    at = 0
    for n, turn in enumerate(text.turns):
        label = turn.label_span
        if label is not None and label.start >= at:
            yield at, label.start, -1, False
            at = max(label.end, turn.span.start)
            yield label.start, at, n, True
        elif turn.span.start > at:
            yield at, turn.span.start, -1, False
        yield max(at, turn.span.start), turn.span.end, n, False
        at = max(at, turn.span.end)
    yield at, len(text.text), -1, False
