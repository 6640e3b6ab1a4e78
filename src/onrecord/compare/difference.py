"""A difference, and the sides that it is found between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Literal

from onrecord.compare.sides import Sentence, Text
from onrecord.languages.loader import Language, language
from onrecord.records import Annotation, Record, Span

Weight = Literal["typography", "wording", "fact", "substance"]
WEIGHTS: tuple[Weight, ...] = ("typography", "wording", "fact", "substance")
Kind = Literal["changed", "omitted", "added", "moved"]
What = Literal[
    "typography",
    "wording",
    "number",
    "date",
    "name",
    "state",
    "speaker",
    "negation",
    "obligation",
    "commitment",
    "censure",
    "demand",
    "approval",
    "position",
    "passage",
    "note",
    "order",
]
Told = tuple[Kind, Weight, What, str]  # kind, weight, what differs, reason
_START = attrgetter("span.start")


class Difference(Record, frozen=True, kw_only=True):
    """A difference: `kind` as of the bead, `weight`, `what` differs, the words on both sides (an
    absent side has none), and the `reason`: a key, and what fills it. `bead`: its place."""

    kind: Kind
    weight: Weight
    what: What
    a: Span | None
    b: Span | None
    quote_a: str | None
    quote_b: str | None
    reason: str
    values: Mapping[str, str] = {}
    bead: int


class Side:
    """A text with its sentences and annotations."""

    def __init__(
        self, text: Text, sentences: Sequence[Sentence], annotations: Sequence[Annotation]
    ) -> None:
        self.text, self.sentences = text.text, sentences
        self.language = (text.language or "").partition("-")[0].lower() or None
        self.turns = text.turns
        self._annotations = sorted(annotations, key=_START)

    @cached_property
    def words(self) -> Language:
        """The language's words."""
        return language(self.language)

    def said(self, places: Sequence[int]) -> Span:
        """From the first of some sentences to the last."""
        return Span(self.sentences[places[0]].said.start, self.sentences[places[-1]].said.end)

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def within(self, span: Span, *layers: str) -> Iterator[Annotation]:
        """The annotations of some layers that begin in a span."""
        first = bisect_left(self._annotations, span.start, key=_START)
        last = bisect_right(self._annotations, span.end - 1, key=_START)
        for found in self._annotations[first:last]:
            if found.layer in layers:
                yield found


def made(
    n: int,
    sides: tuple[Side, Side],
    spans: tuple[Span | None, Span | None],
    told: Told,
    **values: str,
) -> Difference:
    """A difference between two sides."""
    a, b = spans
    return Difference(
        kind=told[0],
        weight=told[1],
        what=told[2],
        a=a,
        b=b,
        quote_a=None if a is None else sides[0].quote(a),
        quote_b=None if b is None else sides[1].quote(b),
        reason=told[3],
        values=values,
        bead=n,
    )
