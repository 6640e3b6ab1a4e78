"""To or for whom something is promised: a party, or a group of people as printed.

The words are in `languages/*/beneficiaries.toml`. "For" tells it before a party or a group; "to",
the dative and the object of a verb only beside a word of giving or helping. Unsure is nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Clause
from onrecord.annotate.party import Member, Party
from onrecord.annotate.reading import Reading, Sentence
from onrecord.languages.loader import language

FILE = "beneficiaries"
_FOR, _TO, _GIVING, _GROUP, _OF, _OWNER = "for", "to", "giving", "group", "of", "owner"
_SHIFTS, _OBJECT, _DATIVE = "v", "object", "dative"
_KINDS = ("state", "organisation", "state-noun", "people", "nation")
_PLACES = ("place",)
_ADJECTIVES = 4  # words from the article to the noun
_NEAR = 1  # words from a verb of giving to a name that follows it
_MARKS = frozenset("-'")  # within a phrase
_MOST = 4  # members of one phrase
_WITHIN = ("determiner", "linker", "us", "me", "actor")
_BREAKS = ("preposition", "conjunction", "subordinator", "auxiliary")


class Named(NamedTuple):
    """Words up to `last` that name whom a promise is for."""

    last: int
    members: tuple[Member, ...]


class Frame(NamedTuple):
    """A clause from its cue on, with the words of the lists in it."""

    read: Reading
    sentence: Sentence
    parties: Sequence[Party]
    cues: Sequence[Cue]
    groups: dict[int, Cue]

    def marked(self, n: int, *lists: str) -> bool:
        """Does a word stand in one of some lists of `clauses`?"""
        return self.read.marked(self.sentence, n, *lists) is not None


def beneficiary(
    read: Reading, sentence: Sentence, about: Clause, parties: Sequence[Party]
) -> list[dict[str, Any]] | None:
    """The members of those to or for whom it is promised, or None."""
    here = sentence._replace(first=about.cue.first, last=max(about.last, about.cue.last))
    cues = read.acts(FILE, here)
    if not any(cue.list in (_FOR, _GIVING) or cue.value == _DATIVE for cue in cues):
        return None
    groups = {cue.first: cue for cue in cues if cue.list == _GROUP}
    frame = Frame(read, here, parties, cues, groups)
    acting = {m.key() for m in about.subject.members} if about.subject else set()
    for n, loose in _places(frame):
        found = _named(frame, n, loose)
        members = tuple(_joined(frame, found)) if found is not None else ()
        if members and not acting & {m.key() for m in members}:
            return [member.told() for member in members]
    return None


def _places(frame: Frame) -> Iterator[tuple[int, bool]]:
    """Where the name of whom it is for may begin, the surest first; and may a noun follow it?"""
    giving = [cue for cue in frame.cues if cue.list == _GIVING]
    yield from ((cue.last, False) for cue in frame.cues if cue.list == _FOR)
    for cue in giving:
        if cue.value in (_SHIFTS, _OBJECT):
            yield cue.last, cue.value == _SHIFTS
    for cue in frame.cues:
        if cue.list == _TO and _given(frame, cue, giving):
            yield cue.last, False
        if cue.list == _GROUP and cue.value == _DATIVE and _bare(frame, cue.first):
            yield cue.first, False
    for party in frame.parties:
        if frame.sentence.first < party.first < frame.sentence.last and _cased(
            frame, party, giving
        ):
            yield party.first, False


def _given(frame: Frame, cue: Cue, giving: Sequence[Cue]) -> bool:
    """Does a preposition, or an article in the dative, belong to a word of giving?"""
    if cue.value != _DATIVE:
        return any(one.last <= cue.first for one in giving)
    before = cue.first - 1
    inside = before > frame.sentence.first
    noun = inside and frame.read.text[frame.read.starts[before]].isupper()
    return bool(giving) and not noun and not frame.marked(before, "preposition")


def _bare(frame: Frame, n: int) -> bool:
    """Does no preposition stand before words?"""
    for k in range(n - 1, max(frame.sentence.first, n - _ADJECTIVES) - 1, -1):
        if frame.marked(k, "preposition", "placing"):
            return False
        if not frame.marked(k, *_WITHIN):
            break
    return True


def _cased(frame: Frame, party: Party, giving: Sequence[Cue]) -> bool:
    """Does a name stand in the dative beside a verb of giving, where names have cases?"""
    endings = _endings(frame.read.document.language)
    return (
        bool(endings)
        and party.last <= frame.sentence.last
        and frame.read.words[party.last - 1].endswith(endings)
        and any(0 <= party.first - cue.last <= _NEAR for cue in giving if cue.value != _OBJECT)
    )


@cache
def _endings(tag: str | None) -> tuple[str, ...]:
    return tuple(language(tag).listed(FILE, "ending"))


@cache
def _owners(tag: str | None) -> frozenset[str]:
    return frozenset(language(tag).listed(FILE, _OWNER))


def _named(frame: Frame, n: int, loose: bool) -> Named | None:
    """Who is named from a word on: after an article and adjectives. `loose`: a noun may follow."""
    for k in range(n, min(n + _ADJECTIVES + 1, frame.sentence.last)):
        if k in frame.groups:
            return _group(frame, n, frame.groups[k])
        party = next((p for p in frame.parties if p.first == k), None)
        if party is not None and _describes(frame, party):
            return None
        if party is not None and party.last <= frame.sentence.last and not party.own:
            return _party(frame, n, party, loose)
        if not frame.read.words[k][0].isalpha() and frame.read.words[k] not in _MARKS:
            return None
        if frame.marked(k, *_BREAKS) and not frame.marked(k, *_WITHIN):
            return None
    return None


def _describes(frame: Frame, party: Party) -> bool:
    """Does a noun of nobody known only describe the one after it ("an official visit")?"""
    n = party.last
    if party.kind != "state-noun" or party.named or n >= frame.sentence.last:
        return False
    return frame.read.words[n].isalpha() and not frame.sentence.marks.get(n)


def _party(frame: Frame, n: int, party: Party, loose: bool) -> Named | None:
    head = _head(frame, party)
    if head is not None:
        return _group(frame, n, head)
    kinds = _KINDS if frame.marked(n - 1, "preposition") and not loose else (*_KINDS, *_PLACES)
    far = any(
        not frame.marked(k, *_WITHIN) and frame.read.words[k] not in _MARKS
        for k in range(n, party.first)
    )
    if far or party.kind not in kinds or _owns(frame, party, loose):
        return None
    if party.named:
        return Named(party.last, party.members)
    span = frame.read.span(n, party.last)
    return Named(party.last, (Member(frame.read.text[span.start : span.end], None, None, span),))


def _head(frame: Frame, party: Party) -> Cue | None:
    """The noun whose adjective or owner a name is ("Ukraine's people", "American workers")."""
    owners = _owners(frame.read.document.language)
    for k in range(party.first, min(party.last + _ADJECTIVES, frame.sentence.last)):
        if k in frame.groups:
            return frame.groups[k]
        plain = frame.read.words[k].isalpha() and not frame.marked(k, *_BREAKS)
        if not owners or (k >= party.last and not plain and frame.read.words[k] not in owners):
            return None
    return None


def _owns(frame: Frame, party: Party, loose: bool) -> bool:
    """Is a name only the owner or the first part of a noun ("Ukraine's security")?"""
    owners, n = _owners(frame.read.document.language), party.last
    if not owners or n >= frame.sentence.last:
        return False
    word = frame.read.words[n]
    if word in owners or word == "-":
        return True
    return not loose and word.isalpha() and not frame.marked(n, *_BREAKS, "determiner")


def _group(frame: Frame, first: int, noun: Cue) -> Named:
    """A group of people with its article, its adjectives and, after "of", its state."""
    last = noun.last
    kinds = (*_KINDS, *_PLACES)
    follows = [p for p in frame.parties if 0 <= p.first - last <= 2 and p.kind in kinds]
    of = {cue.first for cue in frame.cues if cue.list == _OF or cue.value == _DATIVE}
    if follows and follows[0].last <= frame.sentence.last:
        between = range(last, follows[0].first)
        inflected = not between and bool(_endings(frame.read.document.language))
        if inflected or (last in of and all(frame.marked(n, *_WITHIN) for n in between[1:])):
            last = follows[0].last
    span = frame.read.span(first, last)
    return Named(last, (Member(frame.read.text[span.start : span.end], None, None, span),))


def _joined(frame: Frame, found: Named | None) -> Iterator[Member]:
    """Its members, with those that a conjunction or a comma joins to it."""
    for _ in range(_MOST):
        if found is None:
            return
        yield from found.members
        n = found.last
        joins = n < frame.sentence.last and (
            frame.read.words[n] == "," or frame.marked(n, "conjunction")
        )
        again = [cue.last for cue in frame.cues if cue.list in (_TO, _FOR) and cue.first == n + 1]
        found = _named(frame, again[0] if again else n + 1, False) if joins else None
