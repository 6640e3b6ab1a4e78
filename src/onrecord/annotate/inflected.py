"""What the form of a verb tells of its clause, in a language whose list of endings has participles:
a verb that a conjunction joins to one before it and their common subject, a participle that only
describes a noun, the future in an ending. Knows no word: `languages/*/clauses.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.annotate.cues import Cue
from onrecord.annotate.party import Party
from onrecord.annotate.reading import STRONG, Reading, Sentence

_SHORT = 3  # letters of a word that may be cut short
# Values of words that are nouns: after `by` comes who did it; `when` tells when something was.
NOUN = ("n", "by", "when")
_CLITIC = 2  # letters of a word that may stand between a subject and its verb
_AFTER = 3  # words after a participle that may say by whom


def joined(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Does a conjunction join a verb to one before it, where its form tells that it is finite or a
    participle ("condemned ... and called on")?"""
    if not reading.inflects or cue.value in (*NOUN, "own") or cue.first == sentence.first:
        return False
    before = reading.marked(sentence, cue.first - 1, "conjunction") is not None
    return before and not reading.ends(cue.first, "infinitive")


def helper(reading: Reading, sentence: Sentence, cue: Cue) -> int | None:
    """The helping verb that a joined participle shares with the one before it."""
    if not reading.ends(cue.first, "participle"):
        return None
    for n in range(cue.first - 2, sentence.first, -1):
        if reading.words[n] in STRONG:
            return None
        if (
            reading.marked(sentence, n, "auxiliary") == "have"
            and reading.marked(sentence, n - 1, "subordinator") is None
        ):
            return n
    return None


def shared(
    reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party], helper: int | None
) -> Party | None:
    """The subject that a joined verb shares: the one before the helping verb, else the first."""
    last = cue.first if helper is None else helper + 1
    stop = next((n for n in range(last - 1, sentence.first, -1) if stops(reading, n)), -1)
    some = [p for p in parties if stop < p.first and p.last <= last]
    free = [p for p in some if not addressed(reading, sentence, p)] or some
    return next(iter(free if helper is None else free[::-1]), None)


def inflected(reading: Reading, cue: Cue, told: dict[str, int]) -> None:
    """Adds what the ending of a verb, or of its helping verb, tells: that it is in the future or in
    the conditional."""
    if cue.value in NOUN:
        return
    helping = [told[name] for name in ("be", "have") if name in told]
    for value in ("future", "conditional"):
        for n in (*helping, *range(cue.first, cue.last)):
            if reading.ends(n, value):
                told.setdefault(value, n)


def attributive(reading: Reading, sentence: Sentence, cue: Cue, told: Mapping[str, int]) -> bool:
    """Does a participle without a helping verb describe the noun right before it?"""
    before = cue.first - 1
    if before < sentence.first or not reading.ends(cue.first, "participle"):
        return False
    if cue.value in (*NOUN, "own") or told.keys() & {"have", "be"}:
        return False
    return reading.words[before][0].isalnum() and not reading.marked(
        sentence, before, "conjunction", "auxiliary", "third", "us", "me"
    )


def says_by_whom(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Does it say right after a participle by whom?"""
    after = range(cue.last, min(cue.last + _AFTER, sentence.last))
    return any(reading.marked(sentence, n, "agent") for n in after)


def beside(reading: Reading, sentence: Sentence, cue: Cue, free: Sequence[Party]) -> Party | None:
    """The party that begins right after a conjunction and has only helping words between it and the
    verb ("... bombed the city and the president has met")."""
    if not reading.inflects:
        return None
    party = free[-1]
    n = party.first - 1
    while n > sentence.first and (
        reading.words[n] == "'" or reading.marked(sentence, n, "determiner", "linker")
    ):
        n -= 1
    if reading.marked(sentence, n, "conjunction") is None or cue.first == party.last:
        return (
            party
            if cue.first == party.last and reading.marked(sentence, n, "conjunction")
            else None
        )
    between = range(party.last, cue.first)
    helped = all(
        reading.marked(sentence, k, "auxiliary", "third") or len(reading.words[k]) <= _CLITIC
        for k in between
    )
    return party if helped else None


def parted(reading: Reading, party: Party, cue: Cue) -> bool:
    """Does a comma stand between a party and the verb?"""
    return any(reading.words[n] == "," for n in range(party.last, cue.first))


def fronted(reading: Reading, sentence: Sentence, cue: Cue, free: Sequence[Party]) -> Party | None:
    """The party that begins right after the last comma before a verb, where that is no aside
    ("when we left in March, the regime struck")."""
    if not reading.inflects:
        return None
    comma = next(
        (n for n in range(cue.first - 1, free[0].last - 1, -1) if reading.words[n] == ","), 0
    )
    party = next((p for p in free if comma and p.first > comma), None)
    if party is None or not _opened(reading, sentence, free[0].first):
        return None
    between = range(comma + 1, party.first)
    leads = all(reading.marked(sentence, n, "determiner", "linker") for n in between)
    return party if leads else None


def _opened(reading: Reading, sentence: Sentence, first: int) -> bool:
    """Does a word that opens a subordinate clause stand before a party?"""
    return any(
        reading.marked(sentence, n, "subordinator")
        for n in range(max(sentence.first, first - 3), first)
    )


def addressed(reading: Reading, sentence: Sentence, party: Party) -> bool:
    """Does a preposition stand before a party?"""
    for n in range(party.first - 1, max(sentence.first, party.first - 4) - 1, -1):
        if reading.marked(sentence, n, "preposition"):
            return True
        if reading.words[n] != "'" and not reading.marked(sentence, n, "determiner", "linker"):
            return False
    return False


def stops(reading: Reading, n: int) -> bool:
    """Does a mark end a clause? A full stop after an initial, a number or a short word, as of an
    abbreviation, does not."""
    if reading.words[n] != ".":
        return reading.words[n] in STRONG
    before = reading.words[n - 1] if n else ""
    return len(before) > _SHORT and before.isalpha()


def own_start(reading: Reading, begin: int, cue: Cue) -> int:
    """Where a clause begins whose verb says by itself that the speaker acts: after the last comma,
    unless a date stands before it."""
    commas = [n for n in range(begin, cue.first) if reading.words[n] == ","]
    dated = bool(commas) and reading.when(begin, commas[-1]) is not None
    return begin if not commas or dated else commas[-1] + 1
