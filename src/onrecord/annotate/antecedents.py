"""Whom words mean that stand for somebody named before, an office alone ("the Foreign Minister");
and who is said to have said what a clause tells.

Knows no word of a language: `languages/*/clauses.toml` has them.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cues import Cue
from onrecord.annotate.party import Member, Party
from onrecord.annotate.reading import Reading, Sentence

_HOLDING = ("state", "person", "office")
_NAMED = ("person", "office")
_ALONE = "state-noun"
_AROUND = 80  # words before a sentence in which the other side may have been named
_REMEMBERED = 8  # sentences for which it is known who holds an office
_TITLE = 3  # words before a name that may be its title


def titled(reading: Reading, party: Party, before: Sequence[tuple[Sentence, list[Party]]]) -> Party:
    """A party that is only an office ("the Foreign Minister"), as the one who was named with that
    office before; unchanged where nobody was, or people of several states."""
    if party.kind != _ALONE or any(m.entity for m in party.members):
        return party
    ours = _own(reading, party, before)
    if ours is not None:
        return ours
    members = tuple(_holder(reading, party, m, before) for m in party.members)
    return party._replace(members=members)


def _own(
    reading: Reading, party: Party, before: Sequence[tuple[Sentence, list[Party]]]
) -> Party | None:
    """A party as the holder of an office of the own side, told with the same word before."""
    if not reading.inflects or reading.alone(party.first - 1, "preposition"):
        return None
    for _, here in reversed(before[-_REMEMBERED:]):
        for p in here:
            same = reading.words[p.first] == reading.words[party.first]
            if p.own and p.kind == _ALONE and same and party.last == party.first + 1:
                own = p.members[0]
                told = party.members[0]._replace(entity=own.entity, iso=own.iso)
                return party._replace(members=(told,), own=True)
    return None


def _holder(
    reading: Reading,
    party: Party,
    member: Member,
    before: Sequence[tuple[Sentence, list[Party]]],
) -> Member:
    if member.span is None:
        return member
    words = [
        reading.words[n]
        for n in range(party.first, party.last)
        if member.span.start <= reading.starts[n] < member.span.end
        and not reading.alone(n, "determiner")
    ]
    holders = {
        m.iso: m
        for _, here in before[-_REMEMBERED:]
        for p in here
        if p.kind in _HOLDING and len(p.members) == 1
        for m in p.members
        if m.iso and _holds(reading, p, words)
    }
    if len(holders) != 1 or not words:
        return member
    ((iso, holder),) = holders.items()
    return member._replace(entity=holder.entity, iso=iso)


def _holds(reading: Reading, party: Party, title: Sequence[str]) -> bool:
    """Does a title stand right before a name or with it? A body has no title: there may be as many
    governments as states."""
    inside = (m for n in range(party.first, party.last) for m in reading.entities.get(n, ()))
    if not any(m["kind"] in _NAMED for m in inside):
        return False
    words = reading.words[max(0, party.first - _TITLE) : party.last]
    size = len(title)
    return any(words[n : n + size] == title for n in range(len(words) - size + 1))


def counterpart(reading: Reading, sentence: Sentence) -> bool:
    """Was somebody from another state, or a body of several, named with his office or by name
    shortly before?"""
    home = reading.document.country
    return any(
        m["kind"] in _NAMED and m["country"] not in (None, home)
        for n in range(max(0, sentence.first - _AROUND), sentence.last)
        for m in reading.entities.get(n, ())
    )


def reporter_of(
    reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party], first: int
) -> Party | None:
    """Who is said to have said the clause."""
    for mark in sentence.cues:
        if mark.list != "saying" or mark.last > cue.first:
            continue
        before = [p for p in parties if p.last <= mark.first]
        after = [p for p in parties if mark.last <= p.first < cue.first]
        if before and before[-1].last <= first:
            return before[-1]
        if not before and after:
            return after[0]
    return None
