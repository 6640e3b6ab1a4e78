"""Clauses without a parser: around a cue, where its clause begins and ends, which party is its
subject and which its object, whether it is passive, and who is said to have said it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.antecedents import reporter_of
from onrecord.annotate.coordination import joins
from onrecord.annotate.cues import Cue
from onrecord.annotate.fenced import decided, fenced
from onrecord.annotate.frames import Clause as Clause
from onrecord.annotate.frames import own_side
from onrecord.annotate.heads import second_infinitive
from onrecord.annotate.inflected import (
    NOUN,
    addressed,
    attributive,
    beside,
    fronted,
    helper,
    inflected,
    joined,
    own_start,
    parted,
    says_by_whom,
    shared,
    stops,
)
from onrecord.annotate.modality import auxiliaries, modality
from onrecord.annotate.party import Party
from onrecord.annotate.pronouns import located
from onrecord.annotate.reading import Reading, Sentence
from onrecord.annotate.sides import both_sides, speaker
from onrecord.records import Span

_SUBJECTS = ("me", "us", "third", "joint")
OWN = ("own", "sure")  # of a cue: the form says that the speaker does it
MUTUAL = "both"  # of a cue: the form says that several do it, and leaves out the pronoun
GOAL = "goal"  # of a cue: what is aimed at follows, as an infinitive
WE = ("we", GOAL)  # of a cue: where no subject stands in its clause, it is the speaker
NOBODY = "it"  # of a cue: something is done; by the speaker's side, unless another is named
DONE = "s"  # of a cue: the words are passive by themselves, as a short participle
_CASES = ("attribute", "oblique")  # endings of words that are no subject
_FAR = 25
_NEXT, _ASIDE = 2, 5
_BRIEF, _PREDICATE = 6, 16  # words before a cue that its clause may begin with
_CLOSE = 3  # words from an auxiliary to its participle
_TAIL = 22
_RULING = frozenset({"future", "intended", "must", "aspect"})  # what an infinitive may follow


def clause(reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> Clause:
    """The clause of a cue."""
    if reading.fences:
        return fenced(reading, sentence, cue, parties)
    join = joins(reading, sentence).get(cue.first)
    found = _clause(reading, sentence, cue, parties)
    if join is None or join.ruling.first >= cue.first or cue.value in ("n", *OWN, *WE):
        return found
    return _sharing(
        reading, sentence, found, join.at, clause(reading, sentence, join.ruling, parties)
    )


def _sharing(
    reading: Reading, sentence: Sentence, found: Clause, at: int, ruling: Clause
) -> Clause:
    """A clause whose verb is joined to another one: with the subject of that one, with who is said
    to have said it, and, where it has no helping words of its own, with those."""
    if any(at < p.first for p in (found.subject,) if p is not None):
        return found
    told = auxiliaries(reading, sentence, at + 1, found.cue.last)
    if not told and reading.unmarked(found.cue.first):
        told = {v: n for v, n in ruling.told.items() if v in _RULING or v == "conditional"}
    foreign = ruling.reporter is not None and not own_side(reading, ruling.reporter)
    return found._replace(
        first=at + 1,
        subject=ruling.subject,
        told=told,
        passive=_passive(reading, sentence, found.cue, told),
        modality=modality(told, foreign),
        reporter=ruling.reporter,
    )


def _clause(reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> Clause:
    first, opener = _begin(reading, sentence, cue.first, parties)
    is_joined = joined(reading, sentence, cue)
    helping = helper(reading, sentence, cue) if is_joined else None
    subject = _subject(reading, sentence, cue, parties, first, opener)
    if is_joined:
        subject = shared(reading, sentence, cue, parties, helping) or subject
    own = next((p for p in parties if p.first == cue.first and p.own), None)
    if own is not None:
        subject = own
    if cue.value in OWN and (subject is None or not subject.own):
        subject = Party(cue.first, cue.first, "us", speaker(reading), True)
    last = _end(reading, sentence, cue.last, parties)
    objects = tuple(p for p in parties if cue.first < p.first < last)
    if objects and _inverted(reading, sentence, cue, objects[0], subject, first):
        subject, objects = objects[0], objects[1:]
    apart = subject is None or not first <= subject.first
    if (cue.value in WE and apart) or (
        cue.value == NOBODY and (subject is None or not subject.named)
    ):
        subject = Party(cue.first, cue.first, "us", speaker(reading), True)
    if cue.value == MUTUAL:
        subject = _several(reading, sentence, cue, subject, first)
    told = auxiliaries(reading, sentence, max(sentence.first, first - 1), cue.first)
    if is_joined:
        told = {} if helping is None else {"have": helping}
    told.update(auxiliaries(reading, sentence, cue.first, cue.last))
    inflected(reading, cue, told)
    if reading.drops and cue.first - told.get("negated", cue.first) > _CLOSE:
        del told["negated"]  # a negation stands right before its verb
    reporter = reporter_of(reading, sentence, cue, parties, first)
    foreign = reporter is not None and not own_side(reading, reporter)
    passive = _passive(reading, sentence, cue, told)
    begin = subject.first if subject and first <= subject.first < cue.first else None
    if is_joined:
        begin = cue.first
    if begin is None:
        near = _PREDICATE if reading.inflects and cue.value == "i" else _BRIEF
        begin = min([first if cue.first - first < near else cue.first, *told.values(), cue.first])
    if cue.value == "own" and reading.drops:
        begin = own_start(reading, begin, cue)
    return Clause(
        cue, begin, last, subject, objects, passive, told, modality(told, foreign), reporter
    )


def finite(reading: Reading, sentence: Sentence, found: Clause) -> bool:
    """Does a cue say that somebody does it, and is no bare infinitive or participle?"""
    cue, told = found.cue, found.told
    to = told.get("to", -_FAR)
    led = to == cue.first - 1 or (to == cue.first - 2 and _adverb(reading, sentence, to + 1))
    if led or second_infinitive(reading, sentence, cue, to):
        return reading.fences and decided(reading, sentence, cue)
    if reading.ends(cue.first, "infinitive") and not told.keys() & _RULING:
        return False
    if attributive(reading, sentence, cue, told) and not says_by_whom(reading, sentence, cue):
        return False
    participle = reading.ends(cue.first, "present") and cue.value not in NOUN
    return not participle or cue.first - told.get("be", -_FAR) <= _CLOSE


def _adverb(reading: Reading, sentence: Sentence, n: int) -> bool:
    """May a word only tell how something is done: is it no name and no word of grammar?"""
    return not sentence.marks.get(n) and n not in reading.entities and reading.words[n].isalpha()


def _inverted(
    reading: Reading,
    sentence: Sentence,
    cue: Cue,
    party: Party,
    subject: Party | None,
    first: int,
) -> bool:
    """Does the subject stand right after its verb, where the language allows that?"""
    here = subject is not None and first <= subject.first
    if here and subject is not None and not _apart(reading, sentence, subject):
        return False
    between = range(cue.first + 1, party.first)
    return len(between) <= _NEXT and (
        reading.marked(sentence, party.first, "nominative") is not None
        or any(reading.marked(sentence, n, "nominative") for n in between)
        or (
            reading.inverts
            and party.first in (cue.first + 1, cue.last)
            and not any(reading.ends(party.first, case) for case in _CASES)
        )
    )


def _apart(reading: Reading, sentence: Sentence, party: Party) -> bool:
    """Is a party only a place, after a preposition ("in Geneva met ...")?"""
    return party.kind == "place" and addressed(reading, sentence, party)


def _several(
    reading: Reading, sentence: Sentence, cue: Cue, subject: Party | None, first: int
) -> Party:
    """Who does what several do together: the subject of the clause, with the other side if it is
    the speaker alone; else the speaker and the other side."""
    here = subject is not None and first <= subject.first <= cue.last
    if (
        here
        and subject is not None
        and not subject.own
        and not addressed(reading, sentence, subject)
    ):
        return subject
    if here and subject is not None and subject.own:
        return subject._replace(kind="us", members=both_sides(reading))
    return Party(cue.first, cue.first, "us", both_sides(reading), True)


def span_of(reading: Reading, first: int, last: int) -> Span:
    """The words of a clause, without marks at its ends."""
    while last - first > 1 and not reading.words[last - 1][0].isalnum():
        last -= 1
    while last - first > 1 and not reading.words[first][0].isalnum():
        first += 1
    return reading.span(first, last)


def _begin(
    reading: Reading, sentence: Sentence, at: int, parties: Sequence[Party]
) -> tuple[int, str | None]:
    """Where the clause of a word begins, and the value of what opens it."""
    for n in range(at - 1, sentence.first - 1, -1):
        if stops(reading, n):
            return n + 1, None
        value = reading.marked(sentence, n, "subordinator")
        if value:
            return n + 1, value
        if reading.words[n] == "-" and n + 1 < at and _set_apart(reading, n):
            own = _own_subject(reading, sentence, n + 1, at, parties)
            if own is not None:
                return own, None
        if reading.marked(sentence, n, "saying"):
            begins = _said(reading, sentence, n + 1, at, parties)
            if begins is not None:
                return begins, None
        if reading.marked(sentence, n, "conjunction") and any(p.last <= n for p in parties):
            own = _own_subject(reading, sentence, n + 1, at, parties)
            if own is not None:
                return own, None
    return sentence.first, None


def _set_apart(reading: Reading, n: int) -> bool:
    """Does a dash stand between words, and not within one?"""
    return reading.stops[n - 1] < reading.starts[n] < reading.starts[n + 1] - 1


def _own_subject(
    reading: Reading, sentence: Sentence, n: int, at: int, parties: Sequence[Party]
) -> int | None:
    """Where a pronoun begins a new clause after a conjunction: right after it, or after a few words
    between commas ("and, of course, he ...")."""
    pronouns = {p.first for p in parties if p.kind in _SUBJECTS}
    if n in pronouns:
        return n
    if n < at and reading.words[n] == ",":
        for k in range(n + 1, min(n + _ASIDE, at)):
            if reading.words[k] == "," and k + 1 in pronouns:
                return k + 1
    return None


def _said(
    reading: Reading, sentence: Sentence, n: int, at: int, parties: Sequence[Party]
) -> int | None:
    """Where what was said begins, if it does so without "that": with its subject right after the
    verb of saying, or with a pronoun a few words later ("said on Friday they would")."""
    subjects = {p.first: p.kind in _SUBJECTS for p in parties}
    for k in range(n, min(n + _CLOSE + 1, at)):
        if k in subjects and (
            subjects[k] or all(reading.marked(sentence, j, "determiner") for j in range(n, k))
        ):
            return k
    return None


def _end(reading: Reading, sentence: Sentence, at: int, parties: Sequence[Party]) -> int:
    """Where the clause of a word ends."""
    subjects = {p.first for p in parties if p.kind in _SUBJECTS}
    further = {join.at for join in joins(reading, sentence).values() if join.at >= at}
    for n in range(at, min(sentence.last, at + _FAR * 2)):
        if n in further:
            return n
        if stops(reading, n) or (n + 1 == sentence.last and reading.words[n] == "."):
            return n
        if n > at + 3 and reading.marked(sentence, n, "subordinator"):
            return n
        if n > at + 1 and reading.words[n] == "," and n - at > _TAIL:
            return n
        if reading.marked(sentence, n, "conjunction") and n + 1 in subjects:
            return n
    return min(sentence.last, at + _FAR * 2)


def _subject(
    reading: Reading,
    sentence: Sentence,
    cue: Cue,
    parties: Sequence[Party],
    first: int,
    opener: str | None,
) -> Party | None:
    inside = [p for p in parties if first <= p.first and p.last <= cue.first]
    free = [p for p in inside if not addressed(reading, sentence, p)]
    if free:
        after = beside(reading, sentence, cue, free) if len(free) > 1 else None
        if after is None and len(free) > 1:
            after = fronted(reading, sentence, cue, free)
        if after is not None:
            return after
        if _trails(reading, sentence, cue, free[-1]) and len(free) > 1:
            return free[-1]
        return free[0] if free[0].first - first < 4 or len(free) == 1 else free[-1]
    by_phrase = reading.inflects and reading.marked(sentence, first - 2, "preposition")
    if opener == "who" and not by_phrase:
        before = [p for p in parties if p.last < first]
        return before[-1] if before else None
    if inside and not (reading.inflects and parted(reading, inside[-1], cue)):
        return inside[-1]
    if opener and reading.drops and _has_noun(reading, sentence, first, cue, opener):
        return None
    since = _since(reading, sentence, first) if reading.drops else sentence.first
    before = [p for p in parties if since <= p.first and p.last < first]
    return next((p for p in before if not addressed(reading, sentence, p)), None)


def _has_noun(reading: Reading, sentence: Sentence, first: int, cue: Cue, opener: str) -> bool:
    """Has a subordinate clause a subject that is no party ("that the programme will")?"""
    if opener == "who":
        return cue.first - first > 1
    return reading.marked(sentence, first, "determiner") is not None


def _since(reading: Reading, sentence: Sentence, first: int) -> int:
    """Where the part of a sentence begins in which a clause stands."""
    back = range(first - 2, sentence.first, -1)
    return next((n + 1 for n in back if stops(reading, n)), sentence.first)


def _trails(reading: Reading, sentence: Sentence, cue: Cue, party: Party) -> bool:
    """Does a party between a comma and the verb right after it say what went before (", a human
    rights group protested")?"""
    if cue.first - party.last > 1 or not reading.ends(cue.first, "past"):
        return False
    n = party.first - 1
    while n > sentence.first and reading.marked(sentence, n, "determiner"):
        n -= 1
    return reading.words[n] == ","


def placed(reading: Reading, sentence: Sentence, party: Party) -> bool:
    """Is a party only where something is, as in "in Geneva"?"""
    return located(reading, sentence, party)


def _passive(reading: Reading, sentence: Sentence, cue: Cue, told: dict[str, int]) -> bool:
    if cue.value in ("v", "w") and attributive(reading, sentence, cue, told):
        return True
    be = told.get("be")
    if cue.value == DONE:
        return True
    if cue.value not in ("v", "w") or be is None or reading.ends(cue.first, "present"):
        return False
    done = reading.ends(cue.last - 1, "past") or reading.ends(cue.last - 1, "participle")
    within = be == cue.first and done
    return within or 0 < cue.first - be <= _CLOSE


def agent(
    reading: Reading, sentence: Sentence, found: Clause, parties: Sequence[Party]
) -> Party | None:
    """Who acts in a passive clause."""
    for party in found.objects:
        least = found.cue.last if party.first >= found.cue.last else found.first
        for n in range(party.first - 1, max(least, party.first - 4) - 1, -1):
            if reading.marked(sentence, n, "agent"):
                return party
    return None
