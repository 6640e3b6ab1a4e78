"""Pairs of claims of one holder that say different things of one thing: proposed by an index of
what claims are about, looked at by rules, confirmed by vectors; ranked.

Not all pairs are looked at: only those that have words or names in common that few claims have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.compare.claim import Claim, Said
from onrecord.compare.inference import judged
from onrecord.compare.opposing import Opposed, opposed
from onrecord.meaning.encoder import Encoder
from onrecord.records import Record

_USUAL = 200  # claims of a holder that a word may be in, and still propose pairs
_SHARED = 2  # words that two claims must share,
_OVERLAP = 0.5  # and how large a share of the longer one they must be
_CLOSE = 0.6  # the same where one figure is set against another
_ALIKE = 0.6  # likeness of their meaning
_ACROSS = 0.72  # the same across languages, where no words can be shared
_LEAST = 0.15  # how much the classifier must see in a contradiction, for a stance or a no
_JUDGED = (
    "stance",
    "negation",
)  # vectors hardly tell figures, and weaker words are no contradiction
_MOST = 40_000  # pairs that are looked at
_DIGITS = 3
_HEAVY = {"stance": 0.3, "negation": 0.25, "number": 0.2, "weaker": 0.15, "stronger": 0.1}


class Pair(Record, frozen=True, kw_only=True):
    """Two claims beside each other, the earlier one first, and what differs. `alike`: how near
    they are in meaning; `contradiction`: what the classifier makes of both sentences, from 0 to 1;
    `score`: by which pairs are ranked."""

    a: Said
    b: Said
    why: Opposed
    one_speaker: bool
    alike: float
    contradiction: float
    score: float


def contradictions(claims: Iterable[Claim], encoder: Encoder | None) -> tuple[Pair, ...]:
    """The pairs of some claims, those that are most worth seeing first."""
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.said.holder].append(claim)
    proposed = [
        (a, b, why)
        for group in held.values()
        for a, b in _candidates(group)
        if (why := opposed(a, b)) is not None and (why.scale is None or _share_a_name(a, b))
    ][:_MOST]
    return tuple(sorted(_once(_confirmed(proposed, encoder)), key=lambda pair: -pair.score))


def _candidates(group: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of a holder that are about one thing, as far as words and names tell, the earlier
    first."""
    index: dict[str, list[int]] = defaultdict(list)
    for n, claim in enumerate(group):
        for key in claim.keys | claim.context.named:
            index[key].append(n)
    for n, claim in enumerate(group):
        near = Counter(
            other
            for key in claim.keys | claim.context.named
            if len(index[key]) <= _USUAL
            for other in index[key]
            if other > n
        )
        for other in near:
            first, second = sorted((claim, group[other]), key=lambda c: c.said.day)
            if _about_one_thing(first, second):
                yield first, second


def _about_one_thing(a: Claim, b: Claim) -> bool:
    if a.context.work == b.context.work or a.said.quote == b.said.quote:
        return False
    own = {a.said.holder}
    named = (a.context.named & b.context.named) - own
    if (a.context.inside - b.context.named - own) and (b.context.inside - a.context.named - own):
        return False  # each names a thing that the other does not
    if a.said.language != b.said.language:
        return bool(named)
    shared, larger = len(a.keys & b.keys), max(len(a.keys), len(b.keys))
    sure = named or shared == larger
    least = _SHARED if sure else _SHARED + 1
    overlap = _CLOSE if a.figures and b.figures else _OVERLAP
    return shared >= least and shared >= overlap * larger


def _share_a_name(a: Claim, b: Claim) -> bool:
    """Do both name something besides the holder? Words that are stronger or weaker tell something
    only of the same thing."""
    return bool((a.context.named & b.context.named) - {a.said.holder})


def _confirmed(
    proposed: Sequence[tuple[Claim, Claim, Opposed]], encoder: Encoder | None
) -> Iterator[Pair]:
    """The pairs whose claims are near in meaning, and that the classifier takes to say different
    things."""
    quotes = list(dict.fromkeys(c.said.quote for a, b, _ in proposed for c in (a, b)))
    if not quotes or encoder is None:
        return
    rows = dict(zip(quotes, encoder.encode(quotes), strict=True))
    for a, b, why in proposed:
        one, two = rows[a.said.quote], rows[b.said.quote]
        alike = float(one @ two)
        if alike < (_ALIKE if a.said.language == b.said.language else _ACROSS):
            continue
        sure = judged(one, two).contradiction
        if why.what in _JUDGED and sure < _LEAST:
            continue
        yield Pair(
            a=a.said,
            b=b.said,
            why=why,
            one_speaker=bool(a.said.speaker) and a.said.speaker == b.said.speaker,
            alike=round(alike, _DIGITS),
            contradiction=round(sure, _DIGITS),
            score=round(alike + sure + _HEAVY[why.what], _DIGITS),
        )


def _once(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Of pairs that say the same again, the best: a claim that is repeated is one."""
    seen: set[tuple[str, str]] = set()
    for pair in sorted(pairs, key=lambda each: -each.score):
        keys = {(pair.a.quote[:60], pair.why.what), (pair.b.quote[:60], pair.why.what)}
        if not keys & seen:
            seen |= keys
            yield pair
