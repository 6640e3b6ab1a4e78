"""Events as clauses tell them, and which two of a sentence are one: told by a word in the same
clause, or by a noun and the verb that only says that it takes place. Knows no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.annotate.frames import Clause
from onrecord.annotate.party import Party
from onrecord.annotate.predicates import NOUN
from onrecord.annotate.reading import Reading

OCCASION = "when"  # of a cue: a noun that tells when something was, unless it is to come
_BETWEEN = 5  # words from a noun to the verb that it takes place


class Event(NamedTuple):
    """An event that a clause tells."""

    type: str
    clause: Clause
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    modality: str
    confidence: float
    dated: bool = True  # may a date elsewhere in the sentence be its own?


def takes_place(read: Reading, event: Event, before: Sequence[Event]) -> bool:
    """Does a verb only say that the meeting takes place that is named right before it?"""
    if not before or event.type != "consult" or event.clause.cue.value in NOUN:
        return False
    noun = before[-1].clause.cue
    between = range(noun.last, event.clause.cue.first)
    same = before[-1].type == event.type and noun.value in NOUN and len(between) <= _BETWEEN
    return same and all(read.words[n][0].isalnum() for n in between)


def joint(noun: Event, event: Event) -> Event:
    """A meeting, with the verb that says that it takes place."""
    clause = event.clause._replace(first=min(noun.clause.first, event.clause.first))
    both = noun.actors or event.actors, noun.recipients or event.recipients
    return event._replace(clause=clause, actors=both[0], recipients=both[1])


def told(event: Event, before: Sequence[Event]) -> bool:
    """Is the event told already, by a word in the same clause?"""
    for other in before:
        if (other.type, other.modality) != (event.type, event.modality):
            continue
        inside = other.clause.first <= event.clause.cue.first < other.clause.last
        parties = who(event)
        new = not parties[0] | parties[1] <= set().union(*who(other))
        if (inside and not new and event.dated) or (event.recipients and parties == who(other)):
            return True
    return False


def who(event: Event) -> tuple[set[str], set[str]]:
    """What tells its actors and its recipients."""
    return (
        {m.key() for p in event.actors for m in p.members},
        {m.key() for p in event.recipients for m in p.members},
    )
