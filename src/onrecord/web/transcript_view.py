"""A reading as it is laid out for reading: the head as printed, then turns, questions with their
answers, and the notes between them, each paragraph cut into pieces to print.

It takes spans from the reading and words from nowhere else: what a page shows is the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.records import Exchange, Reading, Span, Turn
from onrecord.text.passages import Passage, Passages
from onrecord.transcript.voices import Voice, voices
from onrecord.web.runs import Mark, Run, runs

_LINE = 140


class Paragraph(NamedTuple):
    """A paragraph, heading, item, ... of what is said; `start`: where it begins in the text."""

    kind: str
    start: int
    runs: tuple[Run, ...]


class Said(NamedTuple):
    """A turn. `before`: what is printed between the turn before and this one: stage notes.
    `goes_on`: the same person as before, after a note. `aside`: what the page prints between label
    and words."""

    turn: Turn
    voice: Voice | None
    who: str | None
    aside: str
    goes_on: bool
    before: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    words: int


class Part(NamedTuple):
    """What stands together: an exchange (with its number), or a turn. `line`: the beginning of the
    question, for where there is little room."""

    number: int | None
    questions: tuple[Said, ...]
    turns: tuple[Said, ...]
    line: str


class Layout(NamedTuple):
    """The whole of a reading. `head`: what the page prints above the first turn; `tail`: after the
    last one."""

    head: tuple[Paragraph, ...]
    parts: tuple[Part, ...]
    tail: tuple[Paragraph, ...]
    voices: dict[str, Voice]

    @property
    def exchanges(self) -> tuple[Part, ...]:
        """The exchanges alone."""
        return tuple(part for part in self.parts if part.number is not None)

    @property
    def starts(self) -> list[int]:
        """Where its paragraphs begin."""
        return sorted(one.start for one in self._printed)

    @property
    def cards(self) -> frozenset[int]:
        """The numbers of the cards that words of it lead to."""
        return frozenset(run.card[0] for p in self._printed for run in p.runs if run.card)

    @property
    def _printed(self) -> tuple[Paragraph, ...]:
        said = [one for part in self.parts for one in (*part.questions, *part.turns)]
        printed = [p for one in said for p in (*one.before, *one.paragraphs)]
        return (*self.head, *printed, *self.tail)


def layout(reading: Reading, marks: Sequence[Mark] = ()) -> Layout:
    """Lays a reading out; `marks`: what is marked in it besides."""
    return _Layer(reading, marks).layout()


class _Layer:
    def __init__(self, reading: Reading, marks: Sequence[Mark]) -> None:
        self._reading = reading
        self._text = reading.text
        self._passages = Passages(reading.blocks)
        self._marks = sorted(marks)
        self._voices = voices(reading)
        self._spoken: Turn | None = None
        self._end = 0

    def layout(self) -> Layout:
        turns = self._reading.turns
        self._end = _start(turns[0]) if turns else len(self._text)
        head = tuple(self._paragraphs(Span(0, self._end)))
        parts = tuple(self._parts(turns))
        tail = tuple(self._paragraphs(Span(self._end, len(self._text))))
        return Layout(head=head, parts=parts, tail=tail, voices=self._voices)

    def _parts(self, turns: Sequence[Turn]) -> Iterator[Part]:
        begins = _beginnings(self._reading.exchanges)
        at = 0
        while at < len(turns):
            number, last = begins.get(turns[at].n, (None, turns[at].n))
            taken = [turn for turn in turns[at:] if turn.n <= last]
            yield self._part(number, taken)
            at += len(taken)

    def _part(self, number: int | None, taken: Sequence[Turn]) -> Part:
        said = tuple(map(self._said, taken))
        if number is None:
            return Part(None, (), said, "")
        asked = 0
        while asked < len(taken) and taken[asked].kind in ("question", "note"):
            asked += 1
        return Part(number, said[:asked], said[asked:], self._line(taken[0]))

    def _line(self, turn: Turn) -> str:
        words = " ".join(self._text[turn.span.start : turn.span.end][: _LINE * 2].split())
        return words if len(words) <= _LINE else words[:_LINE].rpartition(" ")[0] + " …"

    def _said(self, turn: Turn) -> Said:
        before = tuple(self._paragraphs(Span(self._end, _start(turn))))
        self._end = turn.span.end
        goes_on = _goes_on(self._spoken, turn)
        if turn.kind != "note":
            self._spoken = turn
        who = turn.speaker or turn.label
        return Said(
            turn=turn,
            voice=self._voices.get(who or ""),
            who=who,
            aside=self._aside(turn),
            goes_on=goes_on,
            before=before,
            paragraphs=tuple(self._paragraphs(turn.span)),
            words=len(self._text[turn.span.start : turn.span.end].split()),
        )

    def _aside(self, turn: Turn) -> str:
        """What stands between a label and the words, such as "(via interpreter)"."""
        if turn.label_span is None:
            return ""
        between = self._text[turn.label_span.end : turn.span.start]
        return between.strip(" \n:.-") if any(map(str.isalpha, between)) else ""

    def _paragraphs(self, span: Span) -> Iterator[Paragraph]:
        for passage in self._passages.of(span):
            if self._text[passage.span.start : passage.span.end].strip():
                yield self._paragraph(passage)

    def _paragraph(self, passage: Passage) -> Paragraph:
        own = [Mark(note, "note") for note in passage.notes]
        own += [Mark(bold, "strong") for bold in passage.block.strong]
        cut = runs(self._text, passage.span, [*self._marks, *own])
        return Paragraph(passage.block.kind, passage.span.start, tuple(cut))


def _start(turn: Turn) -> int:
    return (turn.label_span or turn.span).start


def _beginnings(exchanges: Sequence[Exchange]) -> Mapping[int, tuple[int, int]]:
    """The first turn of each exchange: its number and its last turn. One that begins within another
    belongs to that."""
    found: dict[int, tuple[int, int]] = {}
    reached = -1
    for number, exchange in enumerate(exchanges, 1):
        first, last = min(exchange.question), max((*exchange.question, *exchange.answer))
        if first > reached:
            found[first] = (number, last)
            reached = last
    return found


def _goes_on(spoken: Turn | None, turn: Turn) -> bool:
    """Does the one who spoke last go on, after a note and without a new label?"""
    if spoken is None or turn.label_span is not None or turn.n == spoken.n + 1:
        return False
    return (spoken.speaker, spoken.role) == (turn.speaker, turn.role)
