"""What a party is: who acts, or is acted on, in a sentence.

Knows how a party is told; not how one is found: `actors`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from onrecord.records import Span

_PLACE, _WITHIN = "place/", "-"  # of an entity: a place, within a state


class Member(NamedTuple):
    """One of a party. `iso`: the state for which it acts; `span`: the words, where there are."""

    name: str | None
    entity: str | None
    iso: str | None
    span: Span | None

    def told(self) -> dict[str, Any]:
        """What an annotation says of it."""
        return {"span": self.span, "entity": self.entity, "name": self.name, "iso": self.iso}

    def key(self) -> str:
        """What tells it from others."""
        return self.iso or self.entity or (self.name or "").casefold()


class Party(NamedTuple):
    """Words `first` to `last` that stand for who acts. `kind`: state, organisation, person, place,
    state-noun, armed, people, me, us, one, many; `own`: is it the speaker's side?"""

    first: int
    last: int
    kind: str
    members: tuple[Member, ...]
    own: bool = False

    @property
    def named(self) -> bool:
        """Is it known who that is: by name, or as the speaker?"""
        told = any(member.iso or member.entity for member in self.members)
        return told or self.kind in ("person", "organisation", "office", "nation")


def distinct(members: Sequence[Member]) -> tuple[Member, ...]:
    """Members, each once, in their order."""
    return tuple({member.key(): member for member in reversed(members)}.values())[::-1]


def of_place(party: Party) -> Party:
    """A party with the states in which its places lie: to visit a town is to visit its state."""
    if party.kind != "place":
        return party
    return party._replace(
        members=tuple(m._replace(iso=m.iso or _state_of(m)) for m in party.members)
    )


def _state_of(place: Member) -> str | None:
    where = (place.entity or "").removeprefix(_PLACE)
    known = where != (place.entity or "") and where[2:3] == _WITHIN
    return where[:2].upper() if known else None
