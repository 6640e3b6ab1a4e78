"""What a verb of a clause tells by its form and its helping words: whether it is a verb and finite;
a participle that only describes a noun; the passive; the future in an ending. Knows no word:
`languages/*/clauses.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Clause
from onrecord.annotate.party import Party
from onrecord.annotate.reading import STRONG, Reading, Sentence

_SHORT = 3  # letters of a word that may be cut short
# Values of words that are nouns: after `by` comes who did it; `when` tells when something was.
NOUN = ("n", "by", "when")
DONE = "s"  # of a cue: the words are passive by themselves, as a short participle
_AFTER = 3  # words after a participle that may say by whom
_CLOSE = 3  # words from a helping verb to its participle
_HELPED = 6  # words from a helping verb to its participle, with adverbs between
_ROW = 6  # words from an infinitive to one that is joined to it
_NEVER = -25  # where no word is
_RULING = frozenset({"future", "intended", "must", "aspect"})  # what an infinitive may follow
_DECIDED = ("pledge", "agreement", "intention")
_SAID = frozenset({"accuse", "request", "support", "reject"})
_PERSONAL = "self"  # of a nominative: a pronoun
_ATTRIBUTE = 7  # words from a participle back to the article of its noun


def finite(reading: Reading, sentence: Sentence, found: Clause) -> bool:
    """Does a cue say that somebody does it, and is no bare infinitive or participle?"""
    cue, told = found.cue, found.told
    to = told.get("to", _NEVER)
    led = to == cue.first - 1 or (to == cue.first - 2 and _adverb(reading, sentence, to + 1))
    if led or _second_infinitive(reading, sentence, cue, to):
        return reading.fences and _decided(reading, sentence, cue)
    if reading.ends(cue.first, "infinitive") and not told.keys() & _RULING:
        return False
    if attributive(reading, sentence, cue, told) and not _says_by_whom(reading, sentence, cue):
        return False
    participle = reading.ends(cue.first, "present") and cue.value not in NOUN
    if participle and reading.inflects and _apart(reading, sentence, cue):
        return True
    return not participle or cue.first - told.get("be", _NEVER) <= _CLOSE


def _apart(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Does a participle of saying stand right after a comma ("..., urging the government to")?"""
    said = cue.list in _SAID and cue.first > sentence.first
    return said and reading.words[cue.first - 1] == ","


def _adverb(reading: Reading, sentence: Sentence, n: int) -> bool:
    """May a word only tell how something is done: is it no name and no word of grammar?"""
    return not sentence.marks.get(n) and n not in reading.entities and reading.words[n].isalpha()


def _second_infinitive(read: Reading, sentence: Sentence, cue: Cue, to: int) -> bool:
    """Is a bare verb joined to an infinitive right before it ("to analyse and discuss")?"""
    if not read.unmarked(cue.first) or cue.first - to > _ROW:
        return False
    return read.marked(sentence, cue.first - 1, "conjunction") is not None


def _decided(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Is an infinitive what somebody decides, promises or means to do?"""
    before = [c for c in reading.acts("commitments", sentence) if c.last <= cue.first]
    return bool(before) and before[-1].list in _DECIDED and before[-1].value != "will"


def no_verb(read: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Is a verb none: written as a noun, or between an article and a noun that it describes?"""
    n, at = cue.last, cue.first
    if not read.fences or at == sentence.first or not read.words[at - 1][0].isalnum():
        return False
    if read.text[read.starts[at]].isupper():
        return True
    if n - at > 1 or n >= sentence.last or not read.text[read.starts[n]].isupper():
        return False
    before = read.marked(sentence, at - 1, "determiner", "nominative", "preposition")
    return (before is not None and before != _PERSONAL) or _by_somebody(read, sentence, at)


def _by_somebody(read: Reading, sentence: Sentence, at: int) -> bool:
    """Does a participle before a noun have who did it between it and an article ("the by the rebels
    abducted sailors"), or when?"""
    plain = read.text[read.starts[at - 1]].islower() and not sentence.marks.get(at - 1)
    if plain and at - 2 >= sentence.first and at - 1 not in read.verbs(sentence):
        article = read.marked(sentence, at - 2, "determiner", "nominative")
        if article not in (None, _PERSONAL):
            return True
    for n in range(at - 2, max(sentence.first, at - _ATTRIBUTE), -1):
        if read.marked(sentence, n, "agent") is not None:
            return read.marked(sentence, n - 1, "determiner", "nominative") is not None
    return False


def passive(reading: Reading, sentence: Sentence, cue: Cue, told: Mapping[str, int]) -> bool:
    """Is it done to the subject: a participle right after its helping verb, or one that describes a
    noun?"""
    if cue.value in ("v", "w") and attributive(reading, sentence, cue, told):
        return True
    be = told.get("be")
    if cue.value == DONE:
        return True
    if cue.value not in ("v", "w", "act") or be is None or reading.ends(cue.first, "present"):
        return False
    done = reading.ends(cue.last - 1, "past") or reading.ends(cue.last - 1, "participle")
    within = be == cue.first and done
    return within or 0 < cue.first - be <= _CLOSE


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
    helping = max((told[v] for v in ("have", "be") if v in told), default=_NEVER)
    if cue.value in (*NOUN, "own") or cue.first - helping <= _HELPED:
        return False
    return reading.words[before][0].isalnum() and not reading.marked(
        sentence, before, "conjunction", "auxiliary", "third", "us", "me"
    )


def _says_by_whom(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Does it say right after a participle by whom?"""
    after = range(cue.last, min(cue.last + _AFTER, sentence.last))
    return any(reading.marked(sentence, n, "agent") for n in after)


def stops(reading: Reading, n: int) -> bool:
    """Does a mark end a clause? A full stop after an initial, a number or a short word, as of an
    abbreviation, does not."""
    if reading.words[n] != ".":
        return reading.words[n] in STRONG
    before = reading.words[n - 1] if n else ""
    return len(before) > _SHORT and before.isalpha()


def adjectival(read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> bool:
    """Does a participle only describe a noun ("armed groups", "rebel-held")?"""
    if cue.last - cue.first > 1 or not read.ends(cue.first, "past"):
        return False
    if cue.first == sentence.first:
        return False
    before = cue.first - 1
    if read.words[before] == "-" or read.words[before].isdecimal():
        return True
    return (
        read.marked(sentence, before, "determiner", "preposition") is not None
        and not any(p.first <= before < p.last for p in parties)
        and read.marked(sentence, before, "linker") is None
        and not any(read.marked(sentence, before, "auxiliary") == v for v in ("be", "have"))
    )
