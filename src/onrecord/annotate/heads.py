"""Whether a name is the head of the subject of its verb, and a word a verb of its own, where verbs
have an ending for one subject only. Knows no word of a language.
"""

from __future__ import annotations

from onrecord.annotate.cues import Cue
from onrecord.annotate.joins import joins
from onrecord.annotate.party import Party
from onrecord.annotate.prepositions import addressed
from onrecord.annotate.reading import Reading, Sentence

_AWAY = 8  # words from a subject to its verb
_BESIDE = 2  # words between a subject and its verb
_GENITIVE = "'"
_PRONOUNS = ("me", "us", "third")


def owner(read: Reading, party: Party) -> bool:
    """Is a party only whose the subject is ("Samoa's turnout")? A pronoun is not: what follows it
    is its verb, cut short ("I'll publish it")."""
    at = party.last
    return (
        read.agrees
        and party.kind not in _PRONOUNS
        and at < len(read.words)
        and read.words[at] == _GENITIVE
    )


def heads(
    read: Reading, sentence: Sentence, cue: Cue, party: Party, first: int, *, far: bool = False
) -> bool:
    """Is a party the subject of a verb whose clause begins at `first`: within it, near (but where
    `far`), and no part of something else?"""
    if not read.agrees or cue.first in joins(read, sentence):
        return True
    near = first <= party.first and (far or party.own or cue.first - party.last <= _AWAY)
    return near and not owner(read, party) and not addressed(read, sentence, party)


def plural(read: Reading, cue: Cue, subject: Party | None) -> bool:
    """Is a word that may be a verb of one subject rather a noun of several, far from any subject
    ("security guarantees")?"""
    if not read.agrees or not read.ends(cue.first, "third") or cue.last - cue.first > 1:
        return False
    return subject is None or not 0 <= cue.first - subject.last <= _BESIDE


def in_title(read: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Has a verb a capital within its sentence, as in a title ("on Support for ...")?"""
    inside = cue.first > sentence.first and read.words[cue.first - 1][-1].isalnum()
    return read.agrees and inside and read.text[read.starts[cue.first]].isupper()


def is_thing(read: Reading, sentence: Sentence, cue: Cue, subject: Party) -> bool:
    """Is the subject a thing: "it", or what is somebody's ("our relations will")?"""
    if read.marked(sentence, subject.first, "third") == "thing":
        return True
    mine = (
        read.marked(sentence, subject.first, "us", "me") == "of"
        or read.marked(sentence, subject.first, "joint") == "verb"
    )
    return mine and subject.last == subject.first + 1 and subject.last < cue.first
