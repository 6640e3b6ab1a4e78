"""On what a promise hangs: the words of the conditional clause before or after it, as printed.

The words that open one are in `languages/*/conditions.toml`. Questions ("ask if"), concessions
("even if"), suppositions ("if we were to") and set phrases ("if I may") are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Clause, span_of
from onrecord.annotate.party import Party
from onrecord.annotate.prepositions import addressed
from onrecord.annotate.reading import STRONG, Reading, Sentence
from onrecord.records import Span

FILE = "conditions"
_OPENS, _ASIDE = "condition", "no_condition"
_SET = "aside"  # a set phrase, a concession: what it stands beside is promised all the same
_SUBJECT, _APART, _FIRST = "subject", "apart", "first"
_BEFORE_SUBJECT = ("determiner", "me", "us", "joint", "third", "actor")
_LONGEST = 45  # words of a condition
_ASKED = 2  # words from a question ("know if") to the promise that is asked about
_ADVERBS = 2  # words from a comma to the verb, where the subject comes later or not at all
_LEAST = 3  # words before a comma may end a condition that follows
_NEXT = 2  # words from one condition to the next ("if they come and if they stay")
_REACH = 30  # words from a condition to what it still governs


class Condition(NamedTuple):
    """Words `first` to `last`. `governs`: where the clause that hangs on it begins, if that comes
    after it; `holds`: is it a condition, and no set phrase, concession or question?"""

    first: int
    last: int
    governs: int | None
    holds: bool = True


def conditions(
    read: Reading, sentence: Sentence, promises: Sequence[Cue], parties: Sequence[Party]
) -> tuple[Condition, ...]:
    """The conditions of a sentence, in order; `promises`: the words that may bind somebody."""
    found: list[Condition] = []
    for cue in read.acts(FILE, sentence):
        if found and cue.first < found[-1].last:
            continue
        last_of = found[-1].last if found else None
        one = _condition(read, sentence, cue, promises, parties, last_of)
        if one is not None:
            found.append(one)
    return tuple(found)


def _stops(read: Reading, n: int) -> bool:
    """Does a mark end what is said: a full stop too, before a capital or a new line?"""
    if read.words[n] in STRONG:
        return True
    if read.words[n] != "." or n + 1 >= len(read.words):
        return False
    after = read.starts[n + 1]
    return "\n" in read.text[read.stops[n] : after] or (
        read.stops[n] < after and read.text[after].isupper() and len(read.words[n - 1]) > 1
    )


def _condition(
    read: Reading,
    sentence: Sentence,
    cue: Cue,
    promises: Sequence[Cue],
    parties: Sequence[Party],
    last_of: int | None,
) -> Condition | None:
    """`last_of`: where the condition before ends."""
    if not _opens(read, sentence, cue, parties):
        near = range(cue.last, min(cue.last + _ASKED + 1, sentence.last))
        asked = [
            p for p in promises if p.first in near and "," not in read.words[cue.last : p.first]
        ]
        return Condition(cue.first, asked[0].last, None, False) if asked else None
    if _leads(read, sentence, cue.first):
        governs = _governed(read, sentence, cue, promises, parties)
        if governs is not None:
            last = governs
            while not read.words[last - 1][0].isalnum():
                last -= 1
            return Condition(cue.first, last, governs, cue.list == _OPENS)
        if last_of is None or cue.first - last_of > _NEXT:
            return None  # "and once approved to seek": it hangs on nothing before it
    follows = any(promise.last <= cue.first for promise in promises)
    return _after(read, sentence, cue, parties) if follows else None


def _opens(read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> bool:
    """Do words open a condition here?"""
    if cue.list == _ASIDE:
        return cue.value == _SET
    if cue.value == _SUBJECT:
        return _before_subject(read, sentence, cue.last, parties)
    if cue.value == _APART:
        return read.words[cue.first - 1] == "," or _leads(read, sentence, cue.first)
    if cue.value == _FIRST:
        before = range(sentence.first, cue.first)
        return not any(read.words[n][0].isalnum() for n in before)
    return True


def _before_subject(read: Reading, sentence: Sentence, n: int, parties: Sequence[Party]) -> bool:
    """Does a subject follow?"""
    return n < sentence.last and (
        any(party.first == n for party in parties)
        or read.marked(sentence, n, *_BEFORE_SUBJECT) is not None
    )


def _leads(read: Reading, sentence: Sentence, first: int) -> bool:
    """Do words begin a sentence, or what is joined to it by a conjunction or "that"?"""
    n = first - 1
    while n >= sentence.first and read.words[n] == ",":
        n -= 1
    if n < sentence.first or read.words[n] in STRONG or not read.words[n][0].isalnum():
        return True
    return read.marked(sentence, n, "conjunction", "subordinator") is not None


def _governed(
    read: Reading,
    sentence: Sentence,
    cue: Cue,
    promises: Sequence[Cue],
    parties: Sequence[Party],
) -> int | None:
    """Where the clause after a condition begins: after the last comma before a promise that has its
    subject, or its verb, right behind it."""
    for promise in promises:
        if promise.first < cue.last:
            continue
        between = range(cue.last, min(promise.first, cue.last + _LONGEST))
        if any(_stops(read, n) for n in between):
            return None
        for n in reversed(between):
            if _pauses(read, n) and _begins(read, sentence, n + 1, promise, parties):
                return n + 1
        own = [p.first for p in parties if p.own and p.last == promise.first]
        if own and own[0] > cue.last and promise.first - own[0] == 1:
            return own[0]  # "if elected we will"
    return None


def _pauses(read: Reading, n: int) -> bool:
    """Is a mark a comma, or a dash between blanks?"""
    apart = read.stops[n - 1] < read.starts[n]
    return read.words[n] == "," or (read.words[n] == "-" and apart)


def _begins(
    read: Reading, sentence: Sentence, n: int, promise: Cue, parties: Sequence[Party]
) -> bool:
    if promise.first - n <= _ADVERBS and promise.value in ("own", "reported", "noun"):
        return True
    if promise.first == n:
        return read.inverts
    return any(
        n <= party.first and party.last <= promise.first and not addressed(read, sentence, party)
        for party in parties
    )


def _after(
    read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]
) -> Condition | None:
    """A condition that follows what hangs on it."""
    subjects = {p.first for p in parties if p.kind in ("me", "us", "third", "joint")}
    end = min(sentence.last, cue.last + _LONGEST)
    for n in range(cue.last, end):
        follows = n + 1 < sentence.last
        if _stops(read, n):
            end = n
        elif _pauses(read, n) and n - cue.last >= _LEAST and follows:
            more = read.marked(sentence, n + 1, "conjunction", "subordinator")
            end = n if more is not None else end
        elif read.marked(sentence, n, "conjunction") and n + 1 in subjects:
            end = n
        if end == n:
            break
    while end > cue.last and not read.words[end - 1][0].isalnum():
        end -= 1
    return Condition(cue.first, end, None, cue.list == _OPENS) if end > cue.last else None


def framed(
    sentence: Sentence, parties: Sequence[Party], held: Sequence[Condition], cue: Cue
) -> tuple[Sentence, Sequence[Party]]:
    """The sentence from where the clause of a promise begins, if a condition leads it, and the
    parties outside of the condition."""
    for one in held:
        if one.governs is not None and 0 <= cue.first - one.governs <= _REACH:
            rest = [p for p in parties if not one.first <= p.first < one.governs]
            return sentence._replace(first=one.governs), rest
    return sentence, parties


def within(held: Sequence[Condition], cue: Cue) -> bool:
    """Do words stand in a condition themselves?"""
    return any(one.first <= cue.first < one.last for one in held)


def cut(about: Clause, held: Sequence[Condition]) -> Clause:
    """A clause without the condition that ends it."""
    for one in held:
        if one.governs is None and about.cue.last <= one.first < about.last:
            return about._replace(last=one.first)
    return about


def condition_of(
    read: Reading, sentence: Sentence, about: Clause, held: Sequence[Condition]
) -> Span | None:
    """The words on which a promise hangs: those that lead its clause, or follow right after it."""
    for one in held:
        if not one.holds:
            continue
        leads = one.governs is not None and 0 <= about.cue.first - one.governs <= _REACH
        if leads and not _parted(read, one.last, about.cue.first):
            return span_of(read, one.first, one.last)
        if one.governs is None and about.cue.last <= one.first:
            between = range(about.cue.last, one.first)
            apart = read.words[one.first - 1] == ","
            other = any(read.marked(sentence, n, "subordinator") for n in between)
            if any(_joins(read, sentence, n) for n in between):
                continue
            if (apart or not other) and not _parted(read, about.cue.last, one.first):
                return span_of(read, one.first, one.last)
    return None


def _joins(read: Reading, sentence: Sentence, n: int) -> bool:
    """Does a conjunction begin a clause with its own subject?"""
    after = n + 1 < sentence.last and read.marked(sentence, n + 1, "me", "us", "third", "joint")
    return bool(after) and read.marked(sentence, n, "conjunction") is not None


def _parted(read: Reading, first: int, last: int) -> bool:
    return any(_stops(read, n) for n in range(first, last))
