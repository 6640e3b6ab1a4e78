"""A second verb that a conjunction or a comma joins to one before it, where a verb has an ending
for one subject only ("met the minister, condemned the attack and agreed to help"): which word
joins them, and the verb with which it shares its subject. Knows no word of a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from onrecord.annotate.cues import Cue
from onrecord.annotate.reading import Reading, Sentence

_FILES = ("events", "positions")
_NO_VERB = frozenset({"n", "when", "i", "m", "True"})  # values of cues that are no verbs
_BETWEEN = 4  # words from what joins to the verb


class Join(NamedTuple):
    """Word `at` joins a verb to the one before it, `ruling`."""

    at: int
    ruling: Cue


def joins(read: Reading, sentence: Sentence) -> Mapping[int, Join]:
    """The joined verbs of a sentence, by their words and those of their helping words."""
    if not read.agrees:
        return {}
    known = read.joined.get(sentence.first)
    if known is None:
        known = read.joined[sentence.first] = _joins(read, sentence)
    return known


def _joins(read: Reading, sentence: Sentence) -> dict[int, Join]:
    verbs = _verbs(read, sentence)
    found: dict[int, Join] = {}
    for cue in verbs:
        at = _joint(read, sentence, cue)
        ruling = None if at is None else _ruling(read, sentence, verbs, at, cue)
        if at is not None and ruling is not None:
            found[cue.first] = Join(at, ruling)
    closed = max((j.at for j in found.values() if read.words[j.at] != ","), default=-1)
    within = {n: j for verb, j in found.items() for n in range(j.at + 1, verb + 1)}
    return {n: j for n, j in within.items() if j.at <= closed}


def _verbs(read: Reading, sentence: Sentence) -> list[Cue]:
    found = {
        cue.first: cue
        for file in _FILES
        for cue in read.acts(file, sentence)
        if cue.value not in _NO_VERB and not cue.list.startswith("no_")
    }
    return [found[n] for n in sorted(found)]


def _joint(read: Reading, sentence: Sentence, cue: Cue) -> int | None:
    """The conjunction or comma before a verb, with only helping words or adverbs between."""
    for n in range(cue.first - 1, max(sentence.first, cue.first - 1 - _BETWEEN), -1):
        if read.words[n] == "," or read.marked(sentence, n, "conjunction") is not None:
            return n
        if read.marked(sentence, n, "auxiliary", "adverb") in (None, "to"):
            return None
    return None


def _ruling(read: Reading, sentence: Sentence, verbs: list[Cue], at: int, cue: Cue) -> Cue | None:
    """The nearest finite verb before what joins, in no relative clause."""
    bare = read.unmarked(cue.first) and not any(
        read.marked(sentence, n, "auxiliary") for n in range(at + 1, cue.first)
    )
    for verb in reversed([v for v in verbs if v.last <= at]):
        infinitive = read.marked(sentence, verb.first - 1, "auxiliary") == "to"
        if bare and (infinitive or _governs(read, sentence, verb.last, at)):
            return None
        if infinitive or read.ends(verb.first, "present") or _related(read, sentence, verb):
            continue
        if bare and not read.unmarked(verb.first):
            return None
        return verb if _alike(read, cue, verb) else None
    return None


def _alike(read: Reading, cue: Cue, verb: Cue) -> bool:
    """May two verbs share a subject: does one that ends as of one subject, which may be a noun of
    several, follow one with the same ending?"""
    return not _of_one(read, cue) or _of_one(read, verb)


def _of_one(read: Reading, cue: Cue) -> bool:
    return read.ends(cue.first, "third") and not read.unmarked(cue.first)


def _governs(read: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Does an infinitive stand between, to which a bare verb may be joined as well?"""
    return any(read.marked(sentence, n, "auxiliary") == "to" for n in range(first, last))


def _related(read: Reading, sentence: Sentence, verb: Cue) -> bool:
    """Is a verb in a relative clause?"""
    for n in range(verb.first - 1, max(sentence.first, verb.first - 1 - _BETWEEN) - 1, -1):
        value = read.marked(sentence, n, "subordinator")
        if value is not None:
            return value == "who"
    return False
