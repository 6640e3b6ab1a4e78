"""A second verb that a conjunction or a comma joins to one before it ("met the minister, condemned
the attack and agreed to help"): which word joins them, whose subject and helping words it shares,
and where the words of the one end and those of the other begin.

Languages differ in what tells that a word is such a verb: that one has an ending for one subject
only (`agrees`), or endings of participles and infinitives (`inflects`). Where clauses are fenced
off, `bracketed` tells. Knows no word of a language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Clause
from onrecord.annotate.party import Party
from onrecord.annotate.predicates import NOUN, stops
from onrecord.annotate.prepositions import addressed
from onrecord.annotate.reading import STRONG, Reading, Sentence

_FILES = ("events", "positions")
_NO_VERB = frozenset({"n", "when", "i", "m", "True"})  # values of cues that are no verbs
_HELPING = ("have", "be")
_VERBS = ("v", "r", "own")
_BETWEEN = 4  # words from what joins to the verb
_APPOSED = 2  # words between a name and the pronoun of its relative clause
_JOINED = 3  # words from a conjunction to the verb that it joins


class Join(NamedTuple):
    """Word `at` joins a verb to one before it: `ruling`, where that is a verb of the lexicon;
    `helper`: the helping verb that a participle shares with it."""

    at: int
    ruling: Cue | None = None
    helper: int | None = None


def joined(read: Reading, sentence: Sentence, cue: Cue) -> Join | None:
    """What joins a cue to a verb before it."""
    if read.agrees:
        return joins(read, sentence).get(cue.first)
    if not read.inflects or cue.value in (*NOUN, "own") or cue.first == sentence.first:
        return None
    at = _before(read, sentence, cue)
    if read.marked(sentence, at, "conjunction") is None or read.ends(cue.first, "infinitive"):
        return None
    before = (v for v in reversed(_verbs(read, sentence)) if v.last <= at)
    return Join(
        at,
        next((v for v in before if _rules(read, sentence, v)), None),
        _helper(read, sentence, cue),
    )


def _rules(read: Reading, sentence: Sentence, verb: Cue) -> bool:
    """Is a verb finite, by its ending, and in no relative clause?"""
    bare = read.ends(verb.first, "infinitive") or read.ends(verb.first, "present")
    return verb.value not in NOUN and not bare and not _related(read, sentence, verb)


def _before(read: Reading, sentence: Sentence, cue: Cue) -> int:
    """The word before a verb, its helping verb and the short pronouns that stand with them ("and
    has invited him to")."""
    n = cue.first - 1
    while n > max(sentence.first, cue.first - 1 - _BETWEEN) and (
        read.words[n] == "'"
        or read.marked(sentence, n, "clitic", "adverb") is not None
        or read.marked(sentence, n, "auxiliary") in _HELPING
    ):
        n -= 1
    return n if n == cue.first - 1 or read.marked(sentence, n, "conjunction") else cue.first - 1


def _helper(read: Reading, sentence: Sentence, cue: Cue) -> int | None:
    """The helping verb that a joined participle shares with the one before it."""
    if not read.ends(cue.first, "participle"):
        return None
    for n in range(cue.first - 2, sentence.first, -1):
        if read.words[n] in STRONG:
            return None
        if (
            read.marked(sentence, n, "auxiliary") == "have"
            and read.marked(sentence, n - 1, "subordinator") is None
        ):
            return n
    return None


def shared(
    read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party], join: Join
) -> Party | None:
    """The subject that a joined verb shares, where the verb before it is no cue: the one before the
    helping verb, else the first."""
    last = cue.first if join.helper is None else join.helper + 1
    stop = next((n for n in range(last - 1, sentence.first, -1) if stops(read, n)), -1)
    related = range(stop + 1, last) if read.inflects else ()
    pronoun = max(
        (n for n in related if read.marked(sentence, n, "subordinator") == "who"), default=-1
    )
    some = [p for p in parties if stop < p.first and p.last <= last]
    some = [p for p in some if pronoun - p.last <= _APPOSED]
    free = [p for p in some if not addressed(read, sentence, p)] or some
    return next(iter(free if join.helper is None else free[::-1]), None)


def joins(read: Reading, sentence: Sentence) -> Mapping[int, Join]:
    """The joined verbs of a sentence, by their words and those of their helping words, where a verb
    has an ending for one subject only."""
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


def verbs(read: Reading, sentence: Sentence, promises: Sequence[Cue]) -> list[Cue]:
    """The verbs of a sentence that may be joined to a promise."""
    acts = (c for file in _FILES for c in read.acts(file, sentence))
    return [*promises, *(c for c in acts if c.value in _VERBS and read.drops)]


def alone(read: Reading, sentence: Sentence, found: Clause, others: Sequence[Cue]) -> Clause:
    """A clause without the words of the acts that a conjunction joins to it, before and after."""
    cue, first, last = found.cue, found.first, found.last
    for other in others if read.inflects else ():
        if cue.last < other.first < last:
            last = _conjunction(read, sentence, other.first, cue.last, last)
        elif first <= other.first and other.last <= cue.first:
            first = _conjunction(read, sentence, cue.first, other.last, first - 1) + 1
    return found._replace(first=first, last=last)


def until(read: Reading, sentence: Sentence, found: Clause, later: Sequence[Cue]) -> Clause:
    """A clause without the words of the next act, where a conjunction joins their verbs."""
    for cue in () if read.fences else later:
        if cue.value not in NOUN and found.cue.last < cue.first < found.last:
            last = _conjunction(read, sentence, cue.first, found.cue.last, found.last)
            if last != found.last:
                return found._replace(last=last)
    return found


def _conjunction(read: Reading, sentence: Sentence, at: int, least: int, otherwise: int) -> int:
    """The conjunction right before a verb, or a few words before it; or the comma of a row."""
    near = range(at - 1, max(least, at - _JOINED) - 1, -1)
    if read.inflects and read.words[at - 1] == "," and at - 1 > least:
        return at - 1
    joints = (n for n in near if read.marked(sentence, n, "conjunction") is not None)
    return next(joints, otherwise)
