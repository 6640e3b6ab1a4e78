"""What differs between two wordings in one language, word by word, and how much that weighs.

A stretch of words that was replaced is one difference: the heaviest that its words make it. Marks,
capitals and white space alone are typography.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from onrecord.compare import strength
from onrecord.compare.beads import Bead
from onrecord.compare.difference import Difference, Side, Told, Weight, What, made
from onrecord.compare.figures import figures
from onrecord.records import Annotation, Span
from onrecord.text.normalize import fold

_TOKEN = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_WORD = re.compile(r"[^\W_]")
_ACTS: tuple[What, ...] = ("commitment", "position")
_MOST = 4_000_000  # pairs of tokens that are looked at one by one


class Change(NamedTuple):
    """Words of A that stand for words of B; one side may be empty."""

    a: Span
    b: Span


def changed(n: int, bead: Bead, a: Side, b: Side) -> Iterator[Difference]:
    """What differs between sentences that correspond."""
    yield from _speaker(n, bead, a, b)
    spans = a.said(bead.places_a), b.said(bead.places_b)
    if a.quote(spans[0]) == b.quote(spans[1]):
        return
    for change in changes(a, b, spans):
        weight, what, reason = _weighed(a, b, spans, change)
        yield made(n, (a, b), (change.a, change.b), ("changed", weight, what, reason))


def changes(a: Side, b: Side, spans: tuple[Span, Span]) -> Iterator[Change]:
    """The stretches of words that differ, in order."""
    one, two = _tokens(a, spans[0]), _tokens(b, spans[1])
    if len(one) * len(two) > _MOST:
        yield Change(*spans)
        return
    words = [a.quote(t) for t in one], [b.quote(t) for t in two]
    for tag, i, i_end, j, j_end in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change(_stretch(one, i, i_end, spans[0]), _stretch(two, j, j_end, spans[1]))


def _tokens(side: Side, span: Span) -> list[Span]:
    return [Span(m.start(), m.end()) for m in _TOKEN.finditer(side.text, *span)]


def _stretch(tokens: list[Span], first: int, last: int, within: Span) -> Span:
    if first < last:
        return Span(tokens[first].start, tokens[last - 1].end)
    at = tokens[first].start if first < len(tokens) else within.end
    return Span(at, at)


def _speaker(n: int, bead: Bead, a: Side, b: Side) -> Iterator[Difference]:
    """Another label before the same words."""
    first, second = a.sentences[bead.places_a[0]], b.sentences[bead.places_b[0]]
    label_a = Span(first.span.start, first.said.start)
    label_b = Span(second.span.start, second.said.start)
    heard = [
        " ".join(re.findall(r"\w+", fold(s.quote(x)))) for s, x in ((a, label_a), (b, label_b))
    ]
    if heard[0] != heard[1] and all(heard):
        told: Told = ("changed", "fact", "speaker", "label changed")
        yield made(n, (a, b), (label_a, label_b), told)


def _weighed(
    a: Side, b: Side, spans: tuple[Span, Span], change: Change
) -> tuple[Weight, What, str]:
    """How much a change weighs, and why."""
    words = [fold(side.quote(span)) for side, span in zip((a, b), change, strict=True)]
    bare = [re.sub(r"[\W_]+", "", text) for text in words]
    if bare[0] == bare[1] and not any(char.isdecimal() for char in bare[0]):
        return "typography", "typography", "marks or capitals"
    return (
        _in_substance(a, b, change)
        or _in_fact(a, b, change)
        or _in_acts(a, b, spans, change)
        or ("wording", "wording", "other words")
    )


def _in_substance(a: Side, b: Side, change: Change) -> tuple[Weight, What, str] | None:
    """A stronger or weaker word, or a no that has come or gone."""
    one, two = (
        strength.graded(side.quote(span), span.start, side.words)
        for side, span in zip((a, b), change, strict=True)
    )
    for scale in strength.SCALES:
        if scale in one and scale in two and (one[scale][1:] != two[scale][1:]):
            reason = "weaker in B" if one[scale].low > two[scale].low else "stronger in B"
            return "substance", scale, reason
    denied = [
        len(strength.denied(side.quote(span), span.start, side.words).spans)
        for side, span in zip((a, b), change, strict=True)
    ]
    if denied[0] != denied[1]:
        return "substance", "negation", f"no only in {'A' if denied[0] > denied[1] else 'B'}"
    return None


def _in_fact(a: Side, b: Side, change: Change) -> tuple[Weight, What, str] | None:
    """A figure, a date or a name in the changed words."""
    found = [
        [f.values for f in figures(side.quote(span), span.start, side.words)]
        for side, span in zip((a, b), change, strict=True)
    ]
    layers = {
        layer: [
            {
                str(f.value.get("entity") or f.value.get("value") or f.quote)
                for f in _at(side, span, layer)
            }
            for side, span in zip((a, b), change, strict=True)
        ]
        for layer in ("time", "entity")
    }
    if layers["time"][0] != layers["time"][1]:
        return "fact", "date", "date changed"
    if found[0] != found[1]:
        return "fact", "number", "number changed"
    if layers["entity"][0] != layers["entity"][1]:
        return "fact", "name", "name changed"
    return None


def _at(side: Side, span: Span, layer: str) -> list[Annotation]:
    """The annotations of a layer that touch some words."""
    around = Span(max(0, span.start - 60), span.end)
    return [
        found
        for found in side.within(around, layer)
        if found.span.start < span.end and span.start < found.span.end
    ]


def _in_acts(
    a: Side, b: Side, spans: tuple[Span, Span], change: Change
) -> tuple[Weight, What, str] | None:
    """Words of a commitment or position that one side alone has there."""
    for layer in _ACTS:
        one, two = (
            {
                str(f.value.get("strength") or f.value.get("stance"))
                for f in side.within(span, layer)
            }
            for side, span in zip((a, b), spans, strict=True)
        )
        if one != two and (_touches(a, change.a, layer) or _touches(b, change.b, layer)):
            return "substance", layer, f"{layer} changed"
    return None


def _touches(side: Side, span: Span, layer: str) -> bool:
    around = Span(max(0, span.start - 400), span.end)
    return any(
        f.span.start < span.end and span.start < f.span.end for f in side.within(around, layer)
    )
