"""What is said of what became of a promise or a plan: a later passage that is about the same.

A passage with words of an outcome (`kept`, `broken`, `postponed`, `superseded`: the layer
`outcome`) is joined to an earlier one where somebody of the same side is meant, the words around
the outcome hold most of what the earlier one says, weighed by how rare they are, and no other
promise is as near. Where that is not so, nothing is said: unknown stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.ledger import dated
from onrecord.ledger.sayings import Party, Saying, keys, parties, rejected, saying
from onrecord.ledger.wording import Rarity, content
from onrecord.records import Record
from onrecord.store.acts import Act

_FIGURE = re.compile(r"\d{2,}(?:[.,]\d+)*|\d+[.,]\d+")
OUTCOMES = ("kept", "broken", "postponed", "superseded")
_AROUND = 100  # characters on either side of the words of an outcome that say what it is of
_LEAST_SHARED = 3  # stems in common that are not common to all
_RARE = 0.03  # share of passages in which such a stem stands, at most
_LEAST_HELD = 0.5  # share of the promise that the later passage holds
_COMMON = 40  # a stem of more promises than that leads to none
_CLEAR = 0.8  # a second promise may be as near as that
_MOST_SAME = 3  # promises that one passage may be about, where they say the same
_RIGHT_BEFORE = 300  # characters from a promise to the words that point back to it
_LEAST_NAMES = 2  # names and figures in common that are not common to all, in two languages
_LEAST_NAMED = 0.6  # share of the weight of a promise's names that a passage in another holds


class Evidence(Record, frozen=True, kw_only=True):
    """A later passage that says what became of an earlier one. `said`: the passage; `speaks`: for
    which state or body; `phrase`: the words of the outcome; `shared`: the stems in common, the
    rarest first; `score`: the share of the earlier passage that it holds; `date`: the one date
    that the passage names, as of a postponed meeting."""

    outcome: str
    said: Saying
    speaks: tuple[Party, ...]
    phrase: str
    rule: str
    shared: tuple[str, ...]
    score: float
    date: str | None = None


class Earlier(NamedTuple):
    """What something may have become of: a promise or a plan. `words`: its stems; `names`: what it
    names, which is the same in every language (`names`); `promised`: is it a promise?"""

    id: str
    said: Saying
    sides: frozenset[str]
    words: frozenset[str]
    names: frozenset[str] = frozenset()
    promised: bool = False


def evidence(earlier: Sequence[Earlier], outcomes: Iterable[Act]) -> dict[str, list[Evidence]]:
    """For the ids of promises and plans what is said to have become of them, the latest last."""
    later = [act for act in outcomes if act.kept.value["outcome"] in OUTCOMES and not rejected(act)]
    passages = [content(_around(act), act.language) for act in later]
    rarity = Rarity([*(one.words for one in earlier), *passages])
    index = _index(earlier)
    found: dict[str, list[Evidence]] = {}
    for act, words in zip(later, passages, strict=True):
        pointed = _pointed(act, earlier)
        for one, score in pointed or _about(act, words, earlier, index, rarity):
            shared = sorted(words & one.words, key=lambda term: (-rarity.weight(term), term))
            found.setdefault(one.id, []).append(_evidence(act, shared, score))
    for act, one, score, names in _abroad(later, earlier):
        found.setdefault(one.id, []).append(_evidence(act, names, score))
    for some in found.values():
        some.sort(key=lambda each: (each.said.date or "", each.said.span))
    return found


def names(act: Act) -> frozenset[str]:
    """What an act names that is the same in every language: entities, figures and years."""
    quote, start = act.kept.quote, act.kept.span.start
    inside = [n for n in act.entities if 0 <= n.span.start - start < len(quote)]
    named = {n.entity for n in inside if n.entity}
    taken = [(n.span.start - start, n.span.end - start) for n in inside]
    figures = {
        found[0].replace(",", ".")
        for found in _FIGURE.finditer(quote)
        if not any(first <= found.start() < last for first, last in taken)
    }
    return frozenset(named | figures)


def _pointed(act: Act, earlier: Sequence[Earlier]) -> list[tuple[Earlier, float]]:
    """The promise right before words that point back to it ("these promises were forgotten")."""
    if not act.kept.value.get("back"):
        return []
    start = act.kept.span.start
    before = [
        one
        for one in earlier
        if one.promised
        and (one.said.statement, one.said.turn) == (act.statement, act.kept.turn)
        and 0 <= start - one.said.span.end <= _RIGHT_BEFORE
    ]
    nearest = max(before, key=lambda one: one.said.span.end, default=None)
    return [(nearest, 1.0)] if nearest else []


def _abroad(
    later: Sequence[Act], earlier: Sequence[Earlier]
) -> Iterator[tuple[Act, Earlier, float, list[str]]]:
    """Passages in another language that name the same things and figures: the one promise that
    they may be about."""
    named = [(act, names(act)) for act in later]
    named = [(act, some) for act, some in named if len(some) >= _LEAST_NAMES]
    if not named:
        return
    rarity = Rarity([*(one.names for one in earlier), *(some for _, some in named)])
    for act, some in named:
        sides = _sides(act)
        near = [
            (one, held)
            for one in earlier
            if one.said.language != act.language
            and one.sides & sides
            and _later(act, one.said)
            and _distinct(some & one.names, sides, rarity)
            and (held := rarity.held(one.names, some)) >= _LEAST_NAMED
        ]
        if len(near) == 1:
            one, held = near[0]
            yield act, one, held, sorted(some & one.names)


def _distinct(shared: frozenset[str], sides: frozenset[str], rarity: Rarity) -> bool:
    """Are enough of the names rare, beside those of the sides, and one of them a figure or a
    thing?"""
    own = {f"state/{side.lower()}" for side in sides}
    rare = [name for name in shared - own if rarity.share(name) <= _RARE]
    return len(rare) >= _LEAST_NAMES and any(not name.startswith("state/") for name in rare)


def _around(act: Act) -> str:
    """The words around those of the outcome, without words that are cut."""
    quote, phrase = act.kept.quote, act.kept.value["phrase"]
    at = max(quote.find(phrase), 0)
    start, end = max(0, at - _AROUND), at + len(phrase) + _AROUND
    before, after = quote[start:at], quote[at + len(phrase) : end]
    if start:
        before = before.partition(" ")[2]
    if end < len(quote):
        after = after.rpartition(" ")[0]
    return before + " " + after


def _index(earlier: Sequence[Earlier]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for n, one in enumerate(earlier):
        for term in one.words:
            index.setdefault(term, []).append(n)
    return index


def _about(
    act: Act,
    words: frozenset[str],
    earlier: Sequence[Earlier],
    index: Mapping[str, Sequence[int]],
    rarity: Rarity,
) -> list[tuple[Earlier, float]]:
    sides = _sides(act)
    candidates = {n for term in words for n in _led(index, term)}
    ranked = sorted(
        ((_score(act, words, earlier[n], sides, rarity), n) for n in candidates), reverse=True
    )
    best = [(score, earlier[n]) for score, n in ranked if score > 0]
    if not best:
        return []
    near = [(one, score) for score, one in best if score >= best[0][0] * _CLEAR]
    return near if len(near) <= _MOST_SAME else []


def _led(index: Mapping[str, Sequence[int]], term: str) -> Sequence[int]:
    found = index.get(term, ())
    return found if len(found) <= _COMMON else ()


def _sides(act: Act) -> frozenset[str]:
    """Who is meant: who is named as having done it; the side of who speaks."""
    own = {act.country} if act.country else set()
    return keys(parties(act.kept.value.get("actors"))) | own


def _score(
    act: Act, words: frozenset[str], one: Earlier, sides: frozenset[str], rarity: Rarity
) -> float:
    if not (one.sides & sides) or not _later(act, one.said) or one.said.language != act.language:
        return 0.0
    shared = words & one.words
    rare = [term for term in shared if rarity.share(term) <= _RARE]
    if len(rare) < _LEAST_SHARED:
        return 0.0
    held = rarity.held(one.words, words)
    return held if held >= _LEAST_HELD else 0.0


def _later(act: Act, said: Saying) -> bool:
    """Is it said after: on a later day, or further on in the same statement?"""
    if act.statement == said.statement:
        return act.kept.span.start >= said.span.end
    return bool(act.date and said.date and act.date[:10] > said.date[:10])


def _evidence(act: Act, shared: Sequence[str], score: float) -> Evidence:
    value = act.kept.value
    return Evidence(
        outcome=value["outcome"], said=saying(act), speaks=tuple(_speaks(act)),
        phrase=value["phrase"], rule=act.kept.rule, score=round(score, 2),
        shared=tuple(term.rpartition(":")[2] for term in shared[:6]),
        date=dated.known(value.get("date")),
    )  # fmt: skip


def _speaks(act: Act) -> Iterator[Party]:
    if act.speaker or act.country or act.issuer:
        yield Party(name=act.speaker or act.issuer, country=act.country)
