"""What is to be held: a noun for a meeting with words that say that it is to come ("the conference
takes place from 3 May", "the next round is planned for autumn").

The words are in `languages/*/scheduled.toml`. A present tense counts only with a day, a month or a
season ahead of the document; what may be an affair at home, only with another state or a body.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.annotate.clauses import clause
from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Clause
from onrecord.annotate.party import Party
from onrecord.annotate.politics import foreign
from onrecord.annotate.reading import STRONG, Reading, Sentence

FILE = "scheduled"
_MEETING, _HELD = "meeting", "held"
_COMING = "future"  # of words that hold it: they say themselves that it is to come
_ABROAD = "abroad"  # of a noun: states and bodies meet there; of others another state is named
_BEFORE, _AFTER = 16, 7  # words between a noun and what says that it is held
_AROUND = 2  # words before a noun that may name whose it is
_SEASON = 7  # characters of a season: 2019-FA


class Held(NamedTuple):
    """A meeting to come: its clause, from the noun on, and who takes part."""

    clause: Clause
    parties: tuple[Party, ...]


def to_be_held(
    read: Reading, sentence: Sentence, parties: Sequence[Party], told: Sequence[Clause]
) -> list[Held]:
    """The meetings of a sentence that are to be held, but those of which clauses tell already."""
    if read.document.country is None:
        return []
    cues = read.acts(FILE, sentence)
    nouns = [cue for cue in cues if cue.list == _MEETING]
    found: list[Held] = []
    for held in cues:
        noun = _noun(read, sentence, nouns, held) if held.list == _HELD else None
        if noun is not None:
            one = _meeting(read, sentence, noun, held, parties)
            before = (*told, *(each.clause for each in found))
            if one is not None and not any(_over(one.clause, other) for other in before):
                found.append(one)
    return found


def _over(a: Clause, b: Clause) -> bool:
    return a.first < max(b.last, b.cue.last) and min(b.first, b.cue.first) < a.last


def _noun(read: Reading, sentence: Sentence, nouns: Sequence[Cue], held: Cue) -> Cue | None:
    """The noun that is said to be held: the first one before, in the same clause, or else the next
    one after."""
    before = [
        noun
        for noun in nouns
        if noun.last <= held.first <= noun.last + _BEFORE
        and not any(read.words[n] in STRONG for n in range(noun.last, held.first))
    ]
    if before:
        return next((noun for noun in before if noun.value == _ABROAD), before[0])
    return next((n for n in nouns if held.last <= n.first <= held.last + _AFTER), None)


def _meeting(
    read: Reading, sentence: Sentence, noun: Cue, held: Cue, parties: Sequence[Party]
) -> Held | None:
    about = clause(read, sentence, held, parties)
    first = min(noun.first, held.first)
    last = max(about.last, noun.last)
    if {"negated", "hypothetical", "conditional"} & about.told.keys():
        return None
    begin = _begin(read, sentence, first)
    if held.value != _COMING and not _ahead(read, begin, last):
        return None
    some = [p for p in parties if first - _AROUND <= p.first and p.last <= last]
    named = [p for p in some if p.named and p.kind != "place" and p.kind not in ("me", "us")]
    if noun.value != _ABROAD and not any(foreign(read, p, "consult") for p in named):
        return None
    acting = tuple(p for p in named if p.first <= max(noun.last + _AFTER, held.first))
    return Held(
        about._replace(first=first, last=last, modality="planned", subject=None), acting[:2]
    )


def _begin(read: Reading, sentence: Sentence, first: int) -> int:
    """Where a date that leads the clause may stand ("On 5 May a meeting takes place")."""
    n = first
    while n > sentence.first and read.words[n - 1] not in STRONG:
        n -= 1
    return n


def _ahead(read: Reading, first: int, last: int) -> bool:
    """Do words hold a day, a month or a season after the document?"""
    if read.ahead(first, last):
        return True
    made, start, end = read.document.date, read.starts[first], read.stops[last - 1]
    return made is not None and any(
        start <= time.span.start < end
        and len(str(time.value["value"])) == _SEASON
        and str(time.value.get("end") or "") > made
        for time in read.times
    )
