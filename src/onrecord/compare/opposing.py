"""What may set two claims of one holder against each other: the stance, a no, a figure, how strong
the words are. It looks at two claims that are about the same thing; whether they are is handed in.

It says what differs, with the words on both sides, and no more: that is no verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from onrecord.compare import strength
from onrecord.compare.claim import Claim
from onrecord.compare.keys import keys
from onrecord.compare.strength import Scale
from onrecord.records import Record, Span

What = Literal["stance", "negation", "number", "weaker", "stronger"]
WHAT: tuple[What, ...] = ("stance", "negation", "number", "weaker", "stronger")
_OPPOSITE = {"support", "oppose"}
_MOSTLY = 0.6  # of the words for what a stance is about
_NEAR = 4  # words after a no
_CLAIMS = ("position", "commitment")  # an event that is told again is often another one
# By how much words of a scale must differ: condemning and being concerned are one step apart, and
# worth seeing; will and intend are not.
_STEPS: dict[Scale, int] = {"censure": 1, "demand": 2, "obligation": 2, "commitment": 2}


class Opposed(Record, frozen=True, kw_only=True):
    """Why two claims are put beside each other: what differs, what it was in the first and in the
    second, and the words that show it. `scale`: of words that are weaker or stronger."""

    what: What
    a: str
    b: str
    span_a: Span
    span_b: Span
    scale: str | None = None


def opposed(a: Claim, b: Claim) -> Opposed | None:
    """What differs between an earlier and a later claim that matters most; nothing, if neither is
    plainly said."""
    if a.asked or b.asked:
        return None
    return next(
        (
            found
            for rule in (_stance, _number, _negation, _strength)
            for found in rule(a, b)
        ),
        None,
    )  # fmt: skip


def _stance(a: Claim, b: Claim) -> Iterator[Opposed]:
    """For and against."""
    if a.said.layer == b.said.layer == "position" and {a.said.type, b.said.type} == _OPPOSITE:
        favour, against = (a, b) if b.said.type == "oppose" else (b, a)
        plain = not favour.denied.spans and favour.undoing == against.undoing
        if plain and _same_target(a, b):
            yield Opposed(
                what="stance", a=a.said.type, b=b.said.type, span_a=a.said.span, span_b=b.said.span
            )


def _same_target(a: Claim, b: Claim) -> bool:
    """Are the words for what both are about mostly the same, as far as they can be compared?"""
    one, two = keys(a.said.target or a.said.quote), keys(b.said.target or b.said.quote)
    if a.said.language != b.said.language:
        return True
    return len(one & two) >= _MOSTLY * max(1, len(one), len(two))


def _negation(a: Claim, b: Claim) -> Iterator[Opposed]:
    """A no within one claim, and none in the whole sentence of the other."""
    if a.said.layer not in _CLAIMS or a.said.type != b.said.type:
        return
    for yes, no in ((a, b), (b, a)):
        inside = [s for s in no.denied.spans if no.said.span.start <= s.start < no.said.span.end]
        if len(inside) == 1 == len(no.denied.spans) and not yes.denied.spans:
            if yes.denied.implicit or no.denied.implicit or not _denies(no, inside[0], yes):
                return
            spans = (yes.said.span, inside[0]) if yes is a else (inside[0], yes.said.span)
            told = ("yes", "no") if yes is a else ("no", "yes")
            yield Opposed(what="negation", a=told[0], b=told[1], span_a=spans[0], span_b=spans[1])


def _denies(no: Claim, at: Span, yes: Claim) -> bool:
    """Is what is denied a thing that the other claims: the first word that carries something?"""
    after = no.said.quote[at.end - no.said.span.start :].split()
    first = next((found for word in after[:_NEAR] if (found := keys(word) & no.keys)), frozenset())
    return bool(first & yes.keys)


def _number(a: Claim, b: Claim) -> Iterator[Opposed]:
    """One figure on each side, of the same thing, and not the same."""
    if a.said.layer not in _CLAIMS or a.said.layer != b.said.layer:
        return
    one, two = a.figures, b.figures
    if len(one) != 1 or len(two) != 1 or one[0].values & two[0].values:
        return
    shown = [
        claim.said.quote[f.span.start - claim.said.span.start : f.span.end - claim.said.span.start]
        for claim, f in ((a, one[0]), (b, two[0]))
    ]
    if _unit(a) & _unit(b):
        yield Opposed(what="number", a=shown[0], b=shown[1], span_a=one[0].span, span_b=two[0].span)


def _unit(claim: Claim) -> set[str]:
    """What the figure counts: the words after it, or a sign before or after."""
    at = claim.figures[0].span
    text, start = claim.said.quote, claim.said.span.start
    after = text[at.end - start :].split()[:2]
    before = text[: at.start - start].rstrip()[-1:]
    signs = {before} if before and not before.isalnum() else set()
    glued = text[at.end - start : at.end - start + 1]
    return {word.strip(".,;:")[:5].lower() for word in after if len(word) > 2} | signs | (
        {glued} if glued and not glued.isspace() and not glued.isalnum() and glued not in ".,;:"
        else set()
    )  # fmt: skip


def _strength(a: Claim, b: Claim) -> Iterator[Opposed]:
    """Words of one scale that are some steps apart, and no no beside them."""
    if a.denied.spans or b.denied.spans:
        return
    one, two = a.graded, b.graded
    for scale, least in _STEPS.items():
        if scale in one and scale in two and strength.differs(one[scale], two[scale]):
            weaker = one[scale].low > two[scale].high
            gap = one[scale].low - two[scale].high if weaker else two[scale].low - one[scale].high
            if gap >= least:
                first, second = one[scale].span, two[scale].span
                yield Opposed(
                    what="weaker" if weaker else "stronger",
                    a=_words(a, first),
                    b=_words(b, second),
                    span_a=first,
                    span_b=second,
                    scale=scale,
                )


def _words(claim: Claim, span: Span) -> str:
    start = claim.said.span.start
    return claim.said.quote[span.start - start : span.end - start]
