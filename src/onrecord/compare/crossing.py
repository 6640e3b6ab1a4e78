"""What must survive translation, and has not: figures, dates, names, states, strength, a no.

It says what it can show on both sides: another figure in the place of one, another day, another
name, a weaker word. What one side merely lacks may be said in other words, and counts for less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.compare import strength
from onrecord.compare.beads import Bead
from onrecord.compare.difference import Difference, Side, Told, What, made
from onrecord.compare.figures import figures, unmatched
from onrecord.compare.named import dates, names, states
from onrecord.records import Span

Spans = tuple[Span, Span]
_ALIKE = 0.45  # likeness below which sentences are too free a translation to be weighed


def lost(n: int, bead: Bead, a: Side, b: Side) -> Iterator[Difference]:
    """What differs between sentences of two languages that correspond."""
    spans = a.said(bead.places_a), b.said(bead.places_b)
    yield from days(n, a, b, spans)
    yield from numbers(n, a, b, spans)
    yield from _named(n, a, b, spans)
    if strength.has_words(a.words) and strength.has_words(b.words):
        yield from weighed(n, a, b, spans)
        if bead.score is None or bead.score >= _ALIKE:
            yield from denials(n, a, b, spans)


def numbers(n: int, a: Side, b: Side, spans: Spans) -> Iterator[Difference]:
    """Figures that stand for each other and are not the same; or that one side lacks."""
    one, two = (
        [f for f in figures(side.quote(span), span.start, side.words) if not _dated(side, f.span)]
        for side, span in zip((a, b), spans, strict=True)
    )
    left_a, left_b = unmatched(one, two)
    changed: Told = ("changed", "fact", "number", "number changed")
    told_a, told_b = ([f for f in left if f.digits] for left in (left_a, left_b))
    for first, second in zip(told_a, told_b, strict=False):
        yield made(n, (a, b), (first.span, second.span), changed)
    if len(left_a) == len(left_b) == 1 and len(told_a) + len(told_b) == 1:
        yield made(n, (a, b), (left_a[0].span, left_b[0].span), changed)
    if not left_b:
        only: Told = ("changed", "wording", "number", "number only in A")
        yield from (made(n, (a, b), (f.span, spans[1]), only) for f in left_a if f.telling)
    elif not left_a:
        only = ("changed", "wording", "number", "number only in B")
        yield from (made(n, (a, b), (spans[0], f.span), only) for f in left_b if f.telling)


def _dated(side: Side, span: Span) -> bool:
    """Is a figure part of a date that is compared as one?"""
    return any(
        found.span.start <= span.start and span.end <= found.span.end
        for found, _ in dates(side, Span(span.start - 24, span.end))
    )


def days(n: int, a: Side, b: Side, spans: Spans) -> Iterator[Difference]:
    """Days that stand for each other and are not the same."""
    one, two = list(dates(a, spans[0])), list(dates(b, spans[1]))
    left_a = [(x, day) for x, day in one if not any(_same_day(day, d) for _, d in two)]
    left_b = [(x, day) for x, day in two if not any(_same_day(day, d) for _, d in one)]
    for (first, day_a), (second, day_b) in zip(left_a, left_b, strict=False):
        told: Told = ("changed", "fact", "date", "date changed")
        yield made(n, (a, b), (first.span, second.span), told, a=day_a, b=day_b)


def _same_day(a: str, b: str) -> bool:
    """
    >>> _same_day("2024-06-01", "XXXX-06-01"), _same_day("2024-06-01", "2024-07-01")
    (True, False)
    """
    size = min(len(a), len(b))
    return all(x == y or "X" in (x, y) for x, y in zip(a[:size], b[:size], strict=True))


def _named(n: int, a: Side, b: Side, spans: Spans) -> Iterator[Difference]:
    """Names, and states, that stand for each other and are not the same."""
    for what, pairs in _NAMES:
        told: Told = ("changed", "fact", what, f"{what} changed")
        for found in pairs(a, b, spans):
            yield made(n, (a, b), found, told)


_NAMES: tuple[tuple[What, Callable[[Side, Side, Spans], Iterator[Spans]]], ...] = (
    ("state", states),
    ("name", names),
)


def weighed(n: int, a: Side, b: Side, spans: Spans) -> Iterator[Difference]:
    """Words of one scale whose strengths have nothing in common."""
    one, two = (
        strength.graded(side.quote(span), span.start, side.words)
        for side, span in zip((a, b), spans, strict=True)
    )
    for scale in strength.SCALES:
        if scale in one and scale in two and strength.differs(one[scale], two[scale]):
            weaker = one[scale].low > two[scale].high
            reason = "weaker in B" if weaker else "stronger in B"
            told: Told = ("changed", "substance", scale, reason)
            yield made(n, (a, b), (one[scale].span, two[scale].span), told)


def denials(n: int, a: Side, b: Side, spans: Spans) -> Iterator[Difference]:
    """A no on one side, and nothing like it on the other."""
    one, two = (
        strength.denied(side.quote(span), span.start, side.words)
        for side, span in zip((a, b), spans, strict=True)
    )
    if one.spans and not two.spans and len(one.spans) > max(0, two.implicit - one.implicit):
        told: Told = ("changed", "substance", "negation", "no only in A")
        yield made(n, (a, b), (one.spans[0], spans[1]), told)
    elif two.spans and not one.spans and len(two.spans) > max(0, one.implicit - two.implicit):
        told = ("changed", "substance", "negation", "no only in B")
        yield made(n, (a, b), (spans[0], two.spans[0]), told)
