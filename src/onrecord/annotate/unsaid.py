"""Who acts where a verb at the head of its sentence leaves its subject out ("Asked for a truce."):
the one who was named before it.

For languages whose verbs need no pronoun. Knows no word.
"""

from __future__ import annotations

from onrecord.annotate.cues import Cue
from onrecord.annotate.party import Member, Party
from onrecord.annotate.prepositions import addressed
from onrecord.annotate.pronouns import Before
from onrecord.annotate.reading import STRONG, Reading, Sentence

_FILES = ("events", "positions")
_VERBS = ("v", "r", "h", "w", "act")  # values of cues whose form is that of a third person
_NO_FINITE = ("infinitive", "participle", "present", "first")
_HELPING = ("have", "be", "negated", "future")
_BRIEF = 2  # words before a comma that may only join a sentence to the last one
_NEAR = 4  # words before a verb that may say where or when
_PLURAL = "plural"  # the ending of a verb of several
_SINGLE = ("person", "office", "state-noun", "state", "organisation", "third")


def unsaid(read: Reading, sentence: Sentence, found: list[Party], before: Before) -> list[Party]:
    """The parties of a sentence, with the one whom its first verb leaves out."""
    verb = _verb(read, sentence)
    if verb is None or any(_free(read, sentence, p, verb) for p in found):
        return found
    at = _begin(read, sentence, verb)
    if at is None:
        return found
    members = _members(before, read.ends(at, _PLURAL))
    if not members:
        return found
    own = read.ours(m.iso for m in members)
    party = Party(at, at, "third", members, own)
    return sorted([*found, party], key=lambda p: (p.first, p.last))


def _verb(read: Reading, sentence: Sentence) -> Cue | None:
    """The first word of the lexicon in a sentence, if it is a verb of a third person."""
    cues = [cue for file in _FILES for cue in read.acts(file, sentence)[:1]]
    cue = min(cues, key=lambda c: c.first, default=None)
    if cue is None or cue.value not in _VERBS:
        return None
    return None if any(read.ends(cue.first, form) for form in _NO_FINITE) else cue


def _free(read: Reading, sentence: Sentence, party: Party, verb: Cue) -> bool:
    """May a party before a verb be its subject?"""
    return party.last <= verb.first and not addressed(read, sentence, party)


def _begin(read: Reading, sentence: Sentence, verb: Cue) -> int | None:
    """Where a verb begins with its helping words, if no noun before it may be its subject: at the
    head of the sentence, or after words that only join it to the last one or say when."""
    at = verb.first
    while at > sentence.first and (
        read.marked(sentence, at - 1, "auxiliary") in _HELPING
        or read.marked(sentence, at - 1, "clitic") == "to"
    ):
        at -= 1
    if at == sentence.first:
        return at
    led = read.marked(sentence, sentence.first, "preposition") is not None
    before = range(sentence.first, at)
    if any(read.words[n] in STRONG or read.marked(sentence, n, "subordinator") for n in before):
        return None
    if read.words[at - 1] == ",":
        return at if led or len(before) - 1 <= _BRIEF else None
    if led:
        return at if len(before) <= _NEAR else None
    noun = any(read.marked(sentence, n, "determiner", "actor") for n in before)
    return None if noun or len(before) > _BRIEF else at


def _members(before: Before, several: bool) -> tuple[Member, ...]:
    """Whom a verb of one or of several means."""
    if several:
        return before.many if before.fresh else ()
    one = before.one
    if one is None or len(one.members) > 1 or not one.named or one.kind not in _SINGLE:
        return ()
    return one.members
