"""The side of who speaks, and the other one.

Knows for whom a document speaks, and which foreign states it names; knows no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.annotate.party import Member, distinct
from onrecord.annotate.reading import Reading
from onrecord.gazetteer.fold import key
from onrecord.gazetteer.regions import PEOPLE, state_adjectives
from onrecord.gazetteer.tables import state_names
from onrecord.records import Span

IDENTIFIED = "state/"


def speaker(reading: Reading, span: Span | None = None) -> tuple[Member, ...]:
    """The one for whom the speaker of a turn speaks; nobody where that is not known."""
    document = reading.document
    if reading.asking:
        return ()
    if document.country:
        return (
            Member(
                document.country, f"{IDENTIFIED}{document.country.lower()}", document.country, span
            ),
        )
    return (Member(document.speaker, None, None, span),) if document.speaker else ()


def both_sides(reading: Reading, span: Span | None = None) -> tuple[Member, ...]:
    """The speaker's side and the other one, where that is known."""
    return distinct((*speaker(reading, span), *other_side(reading)))


@lru_cache(maxsize=2)  # the whole text is asked: once is enough
def other_side(reading: Reading) -> tuple[Member, ...]:
    """The one foreign state for which those speak whom a text names, or else the one foreign state
    that it names; nobody if there are more."""
    for kinds in (("person", "office"), ("state",)):
        states = _foreign(reading, kinds)
        if len(states) == 1:
            return states
    return ()


def _foreign(reading: Reading, kinds: Sequence[str]) -> tuple[Member, ...]:
    own = reading.document.country
    return distinct(
        [
            Member(mention["name"], mention["entity"], iso, None)
            for _, some in sorted(reading.entities.items())
            for mention in some
            if mention["kind"] in kinds
            and (iso := mention.get("iso") or (mention["kind"] != "state" and mention["country"]))
            and iso != own
        ]
    )


def states_in(reading: Reading, first: int, last: int) -> tuple[Member, ...]:
    """The states that the name of a body that nobody knows tells ("the ministries of Orvia and
    Ruvia")."""
    return distinct([m for n in range(first, last) if (m := state_at(reading, n)) is not None])


def state_at(reading: Reading, n: int) -> Member | None:
    """The state that a word names, by its name or its adjective."""
    iso = _iso(reading.words[n])
    if iso is None:
        return None
    span = reading.span(n, n + 1)
    name = reading.text[span.start : span.end]
    return Member(name, f"{IDENTIFIED}{iso.lower()}", iso, span)


def adjective_of(word: str) -> str | None:
    """The state (ISO code) whose adjective a word is, and not only the name of its people."""
    return _iso(word) if state_adjectives().get(key(word)) not in (None, PEOPLE) else None


def _iso(word: str) -> str | None:
    names = state_names().get(key(word), "").split()
    return names[0] if names else None
