"""What a clause is to those who read events, promises and stances: a cue with who acts, on whom,
and who is said to have said it. Knows no word."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.annotate.cues import Cue
from onrecord.annotate.party import Party
from onrecord.annotate.reading import Reading


class Clause(NamedTuple):
    """A cue with its surroundings. `told`: the auxiliary words before it, by value."""

    cue: Cue
    first: int
    last: int
    subject: Party | None
    objects: tuple[Party, ...]
    passive: bool
    told: dict[str, int]
    modality: str
    reporter: Party | None


def own_side(reading: Reading, party: Party) -> bool:
    """Is a party the side for which a document speaks?"""
    country = reading.document.country
    return party.own or (country is not None and any(m.iso == country for m in party.members))
