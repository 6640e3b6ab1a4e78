"""Who acts and whom it hits, of the parties of a clause that tells an event, and of those beside a
noun that names one; both sides of a talk.

Knows no word: a cue's value says where its subject does not act (`fault`, `h`).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate import actors
from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Clause
from onrecord.annotate.party import Member, Party
from onrecord.annotate.politics import FORCE
from onrecord.annotate.prepositions import located
from onrecord.annotate.reading import Reading, Sentence
from onrecord.annotate.sides import other_side, speaker

Parties = tuple[Party, ...]
Sides = tuple[list[Party], list[Party]]
_BEFORE, _AFTER = 3, 7  # words from a party to a noun, and from a noun to a party
_CLITIC = 4  # words from a short pronoun to its verb
_NEXT = 4  # words between who did it and to whom
_BY = 4  # words from what says by whom to the party
_BREAK = frozenset(".,;:?!")
TO = "to"  # of a short pronoun: it is done to whom it means
SHORT = "short"  # of one that may be an article: so only before a helping verb
FAULT = "fault"  # of a cue: its subject is accused by who speaks
TALK = "talk"  # of a cue: a talk, told without those who talk
BY = "by"  # of a noun: after it comes who did it ("aggression of Orvia")
ABOUT = "t"  # of a cue: what follows is talked about
HOST = "h"  # of a cue: its subject receives who acts


def calls_on(read: Reading, sentence: Sentence, found: Clause) -> bool:
    """Is one called upon for nothing: is a named one that follows the preposition of a cue visited,
    and not asked to do anything?"""
    if not read.agrees or not found.objects:
        return False
    who, last = found.objects[0], found.cue.last
    asks = any(read.marked(sentence, n, "auxiliary") == "to" for n in range(who.last, found.last))
    led = read.marked(sentence, last - 1, "visiting") is not None
    near = all(read.marked(sentence, n, "determiner", "linker") for n in range(last, who.first))
    single = who.kind in ("person", "office", "state-noun") and len(who.members) == 1
    return led and near and single and not asks


def roles(
    read: Reading, sentence: Sentence, found: Clause, parties: Sequence[Party]
) -> tuple[Parties, Parties]:
    """Who acts, and on whom."""
    cue = found.cue
    if cue.value == TALK:
        both = _both_sides(read, found)
        if both or not read.fences:
            return both, ()
    acting, hit = _by_place(read, sentence, found, parties)
    if cue.value == HOST and hit and "be" not in found.told:
        return hit, acting
    if cue.value == FAULT:
        return _speaking(read, found), acting
    return acting, hit


def _by_place(
    read: Reading, sentence: Sentence, found: Clause, parties: Sequence[Party]
) -> tuple[Parties, Parties]:
    kind = found.cue.list
    acting = (found.subject,) if found.subject else ()
    others = [p for p in found.objects if p is not found.subject]
    others = _but(acting, others) if read.inflects or read.inverts else others
    others = [p for p in others if not _topic(read, sentence, found, p)]
    hit = [
        p for p in others if _goal(read, sentence, found.cue, p) or not located(read, sentence, p)
    ]
    if not hit and (kind in FORCE or read.document.country is None):
        hit = others if kind in FORCE else [p for p in others if p.kind != "place"]
    if kind == "request" and found.passive and "is" in found.told:
        return _speaking(read, found), acting
    by = agent(read, sentence, found, parties) if _reduced(read, sentence, found) else None
    if by is not None and by.named:
        return (by,), (acting if kind == "aid" else ())
    if found.passive:
        by = agent(read, sentence, found, parties)
        named = tuple(p for p in others if p.named and p.kind != "place")[:1]
        return ((by,) if by else ()), acting or (named if kind == "consult" else ())
    hit = [p for p in hit if p.kind != "third"] or hit
    known = [p for p in hit[:2] if p.named]
    if not known and _with_pronoun(read, sentence, found):
        known = _before_pronoun(read, sentence, found, parties) or known
    if kind == "request" and read.marked(
        sentence, found.cue.last - 1, "preposition"
    ):  # whom "the release of hostages" is for is not asked
        hit = [p for p in hit if p.kind != "people" or p.first - found.cue.last <= 1]
    first = (known or hit)[:1]
    return acting, tuple(first + _further(read, sentence, first, hit))


def _goal(read: Reading, sentence: Sentence, cue: Cue, party: Party) -> bool:
    """Does a party follow a preposition that belongs to the words for the act ("arrived in")?"""
    own = cue.last - cue.first > 1 and read.marked(sentence, cue.last - 1, "placing") is not None
    return own and cue.list == "consult" and party.first == cue.last


def _with_pronoun(read: Reading, sentence: Sentence, found: Clause) -> bool:
    """Does a short pronoun before the verb say to whom it is done ("has invited him")?"""
    near = range(max(sentence.first, found.cue.first - _CLITIC), found.cue.first)
    return any(
        value == TO or (value == SHORT and _helps(read, sentence, n + 1))
        for n in near
        if (value := read.marked(sentence, n, "clitic"))
    )


def _helps(read: Reading, sentence: Sentence, n: int) -> bool:
    """Is a word, or the one behind an apostrophe, a helping verb?"""
    at = n + (read.words[n] == "'")
    return read.marked(sentence, at, "auxiliary") == "have"


def _before_pronoun(
    read: Reading, sentence: Sentence, found: Clause, parties: Sequence[Party]
) -> list[Party]:
    """The last known party before a verb that is not who acts."""
    own = {m.key() for m in found.subject.members} if found.subject else set()
    some = [
        p
        for p in parties
        if p.last < found.cue.first
        and p.named
        and p.kind != "place"
        and not p.own
        and not own & {m.key() for m in p.members}
    ]
    return some[-1:]


def _reduced(read: Reading, sentence: Sentence, found: Clause) -> bool:
    """Does a participle without a helping verb say right after it by whom ("doses contributed by
    Orvia")?"""
    cue = found.cue
    if not read.agrees or found.passive or not read.ends(cue.first, "past"):
        return False
    return any(read.marked(sentence, n, "agent") for n in (cue.last - 1, cue.last))


def _further(
    read: Reading, sentence: Sentence, first: Sequence[Party], others: Sequence[Party]
) -> list[Party]:
    """The named parties that go on a row with their own prepositions ("with Orvia and with the
    minister of Ruvia")."""
    row = list(first)
    for party in others:
        if not row or party.first < row[-1].last or not party.named:
            continue
        between = range(row[-1].last, party.first)
        joins = [
            read.words[n] == "," or read.marked(sentence, n, "conjunction") is not None
            for n in between
        ]
        led = [read.marked(sentence, n, "preposition", "determiner", "linker") for n in between]
        if not any(joins) or not all(j or w for j, w in zip(joins, led, strict=True)):
            break
        if (party.kind == "place") != (row[0].kind == "place"):
            break
        row.append(party)
    return row[1:]


def _topic(read: Reading, sentence: Sentence, found: Clause, party: Party) -> bool:
    """Is a party only in the words that tell whose something is ("raised Norway's concerns"), or
    what a talk is about ("discussed the arrest of journalists in Peru")?"""
    cue = found.cue
    if party.last < cue.last and read.words[party.last] == "'":
        return True
    if cue.value != ABOUT:
        return False
    n = party.first - 1
    while n > cue.first and read.marked(sentence, n, "determiner", "linker"):
        if read.marked(sentence, n, "company"):
            return False
        n -= 1
    return read.marked(sentence, n, "company") is None


def _but(acting: Sequence[Party], others: list[Party]) -> list[Party]:
    """Parties without those that are who acts, where there are others."""
    own = {m.key() for p in acting for m in p.members}
    kept = [p for p in others if not own.issuperset(m.key() for m in p.members)]
    return kept if any(p.named for p in kept) else others


def agent(
    reading: Reading, sentence: Sentence, found: Clause, parties: Sequence[Party]
) -> Party | None:
    """Who acts in a passive clause."""
    for party in found.objects:
        least = found.cue.first + 1 if party.first >= found.cue.last else found.first
        for n in range(party.first - 1, max(least, party.first - _BY) - 1, -1):
            if reading.marked(sentence, n, "agent"):
                return party
    return None


def sides(
    read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party], verbs: Sequence[int]
) -> Sides:
    """The parties before a noun that may have done it, and those after it to whom it was done.
    `verbs`: where other events are told; a party before one of them is its own."""
    left = [
        p
        for p in parties
        if 0 <= cue.first - p.last <= _BEFORE
        and p.named
        and not any(p.last <= verb < cue.first for verb in verbs)
    ]
    right = [
        p
        for p in parties
        if 0 <= p.first - cue.last <= _AFTER and not _broken(read, cue.last, p.first)
    ]
    return _turned(read, sentence, cue, left, right)


def _turned(
    read: Reading, sentence: Sentence, cue: Cue, left: list[Party], right: list[Party]
) -> Sides:
    """Of two after the noun the first did it to the second ("the attack of Orvia on Ruvia"), or, if
    the second is told as who did it, the other way round."""
    if left or not right:
        return left, right
    first, others = right[0], right[1:]
    second = others[0] if others else None
    if second is not None and 0 < second.first - first.last <= _NEXT:
        between = range(first.last, second.first)
        if any(read.marked(sentence, n, "agent") for n in between):
            return [second], [first]
        led = any(_leads(read, sentence, n) for n in between)
        if led and not located(read, sentence, second):
            return [first], [second]
    told = range(cue.last - 1, first.first)
    if any(read.marked(sentence, n, "agent") for n in told):
        return [first], others
    by = cue.value == BY and first.named and not located(read, sentence, first)
    return ([first], []) if by else (left, right)


def _leads(read: Reading, sentence: Sentence, n: int) -> bool:
    """Does a word lead to whom it is done, and is it no mere "of"?"""
    preposition = read.marked(sentence, n, "preposition") is not None
    return preposition and read.marked(sentence, n, "linker") is None


def _broken(read: Reading, first: int, last: int) -> bool:
    return any(read.words[n] in _BREAK for n in range(first, last))


def doers(
    read: Reading, sentence: Sentence, cue: Cue, left: list[Party], right: list[Party]
) -> tuple[list[Party], list[Party]]:
    """Who does and who suffers what a noun names: those before it do, without another act between
    ("we condemn the attack"); so do those whose adjective it has, and those with a word for by whom
    ("Russian attacks", "attacks by")."""
    acts = [c.last for c in read.acts("events", sentence) if c.last <= cue.first]
    doing = [p for p in left if not any(p.last < n for n in acts)]
    for party in right:
        near = range(max(cue.first, party.first - _BEFORE), party.first)
        marks = [read.marked(sentence, n, "agent") is not None for n in near]
        adjective = party.last == party.first + 1 and read.marked(sentence, party.first - 1, "deed")
        if any(marks) or (adjective is not None and adjective):
            doing.append(party)
    return doing, [p for p in right if p not in doing]


def _speaking(read: Reading, found: Clause) -> Parties:
    """Who says that somebody is at fault, or is called upon to do it."""
    if found.reporter is not None:
        return (found.reporter,)
    own = speaker(read)
    return (Party(found.first, found.first, "us", own, True),) if own else ()


def _both_sides(read: Reading, found: Clause) -> Parties:
    """Both sides of a talk that is told without them ("on the agenda were"): the speaker's and the
    one foreign state of the text, else nobody."""
    others = other_side(read) or _named_before(read, found.cue.first)
    if not others:
        return ()
    at = found.cue.first
    return (Party(at, at, "us", (*speaker(read), *others), True),)


def _named_before(read: Reading, at: int) -> tuple[Member, ...]:
    """The one foreign side that was named before a word, if it is only one."""
    home = read.document.country
    sides = {
        m.iso: m
        for sentence, parties in actors.named(read)
        if sentence.first < at
        for party in parties
        for m in party.members
        if m.iso not in (None, home) and party.first < at
    }
    return tuple(sides.values()) if len(sides) == 1 else ()
