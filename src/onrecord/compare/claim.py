"""A claim: what somebody holds or will do, in one sentence, with what tells two of them apart.

It knows no other claim. Words that carry nothing of what is claimed are left out of its keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from onrecord.compare import strength
from onrecord.compare.figures import Figure, figures
from onrecord.compare.keys import keys
from onrecord.compare.strength import Denied, Graded, Scale
from onrecord.languages.loader import Language, language
from onrecord.records import Record, Span

_LIGHT = {
    "strength": (*strength.SCALES, "negation"),
    "clauses": (
        "auxiliary", "subordinator", "conjunction", "preposition", "determiner", "me", "us",
        "joint", "third",
    ),
    "positions": ("support", "oppose", "concern", "call", "neutral"),
    "commitments": ("pledge", "agreement", "intention", "obligation", "demand"),
}  # fmt: skip

_AGAINST = ("threaten", "coerce", "assault", "reject", "retreat", "protest", "accuse")


class Said(Record, frozen=True, kw_only=True):
    """A claim as it is shown: who holds it, who said it, when, in which words. `type`: a stance,
    or the strength of a commitment; `target`: what it is about, as printed."""

    statement: str
    version: int
    title: str | None
    day: str
    language: str | None
    country: str | None
    speaker: str | None
    holder: str
    turn: int | None
    layer: str
    type: str
    target: str | None
    span: Span
    quote: str


class Context(NamedTuple):
    """What stands around a claim: its sentence, where the claim begins in it, what is named in
    the sentence, and of that within the claim itself (`inside`), and the places of times."""

    work: int
    sentence: str
    offset: int
    named: frozenset[str]
    inside: frozenset[str]
    times: tuple[Span, ...]


class Claim:
    """A claim with what is asked of it, found when it is asked for."""

    def __init__(self, said: Said, context: Context) -> None:
        self.said, self.context = said, context
        self.words: Language = language(said.language)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What the claim is about, as keys of words and names: without words of grammar, of
        strength, and of the stance itself."""
        return frozenset(key for key in keys(self._bare) if not key.isdecimal())

    @cached_property
    def _bare(self) -> str:
        bare = self.said.quote
        for file, lists in _LIGHT.items():
            for start, end, _ in self.words.forms(file, *lists).find(bare):
                bare = bare[:start] + " " * (end - start) + bare[end:]
        return bare

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures in digits that are not part of a date."""
        start = self.said.span.start
        return tuple(
            figure
            for figure in figures(self.said.quote, start, self.words)
            if figure.digits
            and not any(t.start <= figure.span.start < t.end for t in self.context.times)
        )

    @cached_property
    def graded(self) -> Mapping[Scale, Graded]:
        """How strong its words are."""
        return strength.graded(self.said.quote, self.said.span.start, self.words)

    @cached_property
    def denied(self) -> Denied:
        """The words of its sentence that say no."""
        start = self.said.span.start - self.context.offset
        return strength.denied(self.context.sentence, start, self.words)

    @cached_property
    def undoing(self) -> bool:
        """Does it speak of what is done against a thing: threats, attacks, refusal? To be against
        that is to be for the thing."""
        return any(
            True for _ in self.words.forms("events", *_AGAINST).find(self.said.target or self._bare)
        )

    @property
    def asked(self) -> bool:
        """Is it asked, not said?"""
        return self.context.sentence.rstrip().endswith("?")


def value_of(found: Mapping[str, Any], *names: str) -> str | None:
    """The first of some fields that is there, in words: of parties the first by id, else by
    name."""
    for name in names:
        given = found.get(name)
        if isinstance(given, str) and given:
            return given
        if isinstance(given, list | tuple) and given and isinstance(given[0], Mapping):
            party = given[0].get("entity") or given[0].get("name")
            if party:
                return str(party)
    return None
