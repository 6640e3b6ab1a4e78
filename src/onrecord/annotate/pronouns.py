"""For whom a pronoun stands, or a noun that means several who are known: "they", "the ministers".

Knows the sentence before, and who was last together in one; what stands after a preposition or only
says where something is, is nobody's antecedent while another is there. Knows no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.annotate.party import Member, Party, distinct
from onrecord.annotate.prepositions import addressed, located
from onrecord.annotate.reading import Reading, Sentence

ONE, MANY, THING = "one", "many", "thing"
_GROUPS = ("people", "nation", "armed", "state", "state-noun")
_THINGS = ("state", "organisation", "state-noun", "place", "third", "armed")
_SINGLE = ("person", "office", "state-noun", "state")
_SPEAKING = ("me", "us")
_TOGETHER = frozenset({"consult", "agree", "cooperate"})
_NOBODY = ("place", "third")


class Before(NamedTuple):
    """Who was named before a sentence. `one`: the one that its pronoun may mean; `many`: those who
    were last together; `fresh`: was that in the sentence right before? `we`: was
    it told with "we"?"""

    one: Party | None = None
    many: tuple[Member, ...] = ()
    fresh: bool = False
    we: bool = False


def meant(
    reading: Reading, sentence: Sentence, value: str | None, found: Sequence[Party], before: Before
) -> tuple[Member, ...]:
    """The members for whom a pronoun of the third person stands; none if that is not known.
    `found`: the parties before it in its sentence."""
    near = [
        p for p in reversed(found) if p.kind not in _SPEAKING and not located(reading, sentence, p)
    ]
    if value == MANY:
        return _many(reading, near, before)
    near = [p for p in near if len(p.members) <= 1]
    if value in (ONE, THING):
        kinds = _THINGS if value == THING else (*_SINGLE, "third")
        near = [p for p in near if p.kind in kinds]
    last = before.one if before.one and len(before.one.members) <= 1 else None
    if last is not None and value == ONE and last.kind not in _SINGLE:
        last = None
    if last is None and value not in (ONE, THING) and before.fresh:
        return before.many
    party = next(iter(near), last)
    return () if party is None else party.members


def _many(reading: Reading, near: Sequence[Party], before: Before) -> tuple[Member, ...]:
    found = next((p.members for p in near if len(p.members) > 1), ())
    found = found or (before.many if before.fresh else ())
    if reading.document.speaker and before.we and _ours(reading, found):  # "they" leaves out "we"
        found = tuple(m for m in found if not reading.ours([m.iso]))
    if found:
        return found
    last = before.one if before.one and _may_be_many(before.one) else None
    party = next((p for p in near if p.kind in _GROUPS), last)
    return () if party is None or _ours(reading, party.members) else party.members


def several(reading: Reading, sentence: Sentence, at: int, before: Before) -> bool:
    """Does a noun with its article mean those who were together ("the ministers"), and say no
    others by what follows it ("the ministers of France")?"""
    if len(before.many) < 2 or reading.marked(sentence, at, "several") is None:
        return False
    last = at + 1
    return last >= sentence.last or reading.marked(sentence, last, "preposition", "linker") is None


def after(reading: Reading, sentence: Sentence, parties: Sequence[Party], before: Before) -> Before:
    """What is known after a sentence."""
    others = [
        p
        for p in parties
        if p.kind not in (*_NOBODY, *_SPEAKING) and not located(reading, sentence, p)
    ]
    free = [p for p in others if not addressed(reading, sentence, p)]
    ranked = [p for p in free if p.named] or free or [p for p in others if p.named] or others
    goes_on = bool(parties) and parties[0].kind == "third" and bool(parties[0].members)
    one = before.one if goes_on and before.one else next(iter(ranked), before.one)
    many = _together(reading, sentence, parties)
    spoken = any(p.kind in _SPEAKING for p in parties) if many else before.we
    return Before(one, many or before.many, bool(many), spoken)


def _together(reading: Reading, sentence: Sentence, parties: Sequence[Party]) -> tuple[Member, ...]:
    """Those who are several at the head of a sentence, or who meet or agree in it."""
    some = [p for p in parties if p.kind != "place" and not located(reading, sentence, p)]
    first = next(iter(some), None)
    if first is None:
        return ()
    if len(first.members) > 1:
        return first.members
    if not any(cue.list in _TOGETHER for cue in reading.acts("events", sentence)):
        return ()
    known = [p for p in some if p.kind != "third" and (p.named or p.own)]
    members = distinct([m for p in known[:2] for m in p.members if m.key()])
    return members if len(members) > 1 else ()


def _may_be_many(party: Party) -> bool:
    return len(party.members) > 1 or party.kind in _GROUPS


def _ours(reading: Reading, members: Sequence[Member]) -> bool:
    return reading.ours(m.iso for m in members)
