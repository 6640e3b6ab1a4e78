"""Who acts: the parties of a sentence. A party is a named state, body or person with its office, a
noun for those who act in politics, or a pronoun that the speaker of the turn or the names before
it resolve. Names that a conjunction joins are one party with several members.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from onrecord.annotate.antecedents import titled
from onrecord.annotate.apposition import named_first, one
from onrecord.annotate.cues import Cue
from onrecord.annotate.owned import as_state, at_home, sided
from onrecord.annotate.party import Member, Party, distinct
from onrecord.annotate.prepositions import addressed
from onrecord.annotate.pronouns import MANY, Before, after, meant, several
from onrecord.annotate.reading import Reading, Sentence
from onrecord.annotate.sides import (
    adjective_of,
    both_sides,
    other_side,
    speaker,
    state_at,
    states_in,
)
from onrecord.annotate.strangers import stranger
from onrecord.annotate.unsaid import unsaid
from onrecord.gazetteer.fold import key
from onrecord.gazetteer.regions import PEOPLE, state_adjectives
from onrecord.records import Span

_PRONOUNS, _SPEAKING = ("me", "us", "third"), ("me", "us")
_KINDS = {"state", "organisation", "person", "office", "place"}
_BEFORE_NOUN = 4  # words from an adjective to the noun of those who act
_HOME, _STATELY = "home", ("state", "home")  # of a noun: an office of the state that speaks
_OF_STATES = (*_STATELY, "armed", "other")
_ASKED = 2  # words between a verb of asking and who is asked
_NOBODY = Before()
_BOTH = "both"  # of a pronoun: two who were named together


@lru_cache(maxsize=2)
def named(reading: Reading) -> tuple[tuple[Sentence, list[Party]], ...]:
    """Each sentence with its parties; made once for all layers that ask for them."""
    found: list[tuple[Sentence, list[Party]]] = []
    before = Before()
    for sentence in reading.sentences:
        here = parties(reading, sentence, before, found)
        if reading.drops:
            here = unsaid(reading, sentence, here, before)
        found.append((sentence, here))
        before = after(reading, sentence, here, before)
    return tuple(found)


def parties(
    reading: Reading,
    sentence: Sentence,
    before: Before = _NOBODY,
    earlier: Sequence[tuple[Sentence, list[Party]]] = (),
) -> list[Party]:
    """The parties of a sentence in order; `before`: who was named before it, `earlier`: the
    sentences before with their parties."""
    both = any(cue.list == "joint" for cue in sentence.cues)
    found: list[Party] = []
    at, official = sentence.first, reading.document.official
    while at < sentence.last:
        if official and at not in reading.busy:
            at += 1
            continue
        party = _at(reading, sentence, at, found, before, both)
        if party is None:
            at += 1
            continue
        at = party.last
        previous = found[-1] if found else None
        if previous and one(reading, sentence, previous, party):
            found[-1] = _merged(previous, party)
        elif previous and named_first(reading, previous, party):
            found[-1] = previous._replace(last=party.last)
        elif previous and _joined(reading, sentence, previous, party):
            members = distinct((*previous.members, *party.members))
            found[-1] = Party(previous.first, party.last, party.kind, members, previous.own)
        else:
            found.append(party)
    if not found:
        return found
    found = [titled(reading, party, earlier) for party in found]
    return at_home(reading, sentence, sided(reading, sentence, found), before.one)


def _at(
    reading: Reading,
    sentence: Sentence,
    at: int,
    found: Sequence[Party],
    before: Before,
    both: bool,
) -> Party | None:
    if several(reading, sentence, at, before) and _definite(reading, sentence, at):
        ours = reading.ours(m.iso for m in before.many)
        return Party(at, at + 1, "us" if ours else "third", before.many, ours)
    for mention in reading.entities.get(at, ()):
        first, last = mention["words"]
        if mention["kind"] in _KINDS and last <= sentence.last:
            told = as_state(reading, sentence, first, mention)
            return _named(reading, sentence, first, last, told)
    for cue in sentence.marks.get(at, ()):
        if cue.first != at or (cue.list == "us" and _is_abbreviated(reading, sentence, at)):
            continue
        if cue.list == "actor":
            kind = "state-noun" if cue.value in _STATELY else cue.value
            span = reading.span(cue.first, cue.last)
            name = reading.text[span.start : span.end]
            members: tuple[Member, ...] = (Member(name, None, None, span),)
            whose = _of_whom(reading, cue.last) if kind == "other" else None
            if whose is not None:
                return whose._replace(first=cue.first, last=cue.last)
            if kind == "other":
                members = tuple(m._replace(span=span) for m in other_side(reading)) or members
            party = Party(cue.first, cue.last, kind, members)
            return _of_home(reading, party) if cue.value == _HOME else party
        if cue.list == "joint" and _described(reading, sentence, at):
            continue
        if cue.list == "joint" and _of_others(reading, sentence, cue):
            return _noun(reading, sentence, cue)
        if cue.list == "joint" and _asked(reading, sentence, cue):
            return _noun(reading, sentence, cue)._replace(kind="side")
        if cue.list in _PRONOUNS or cue.list == "joint":
            if cue.value == _BOTH and _described_noun(reading, sentence, cue.last):
                continue
            if cue.list == "third":
                members = meant(reading, sentence, cue.value, found, before)
                if cue.value == _BOTH or (reading.fences and _are_many(reading, sentence, at)):
                    members = meant(reading, sentence, MANY, found, before) or members
                return _third(reading, cue.first, cue.last, members)
            return _pronoun(reading, cue.list, cue.first, cue.last, both)
    known = _nation(reading, at) or _national(reading, sentence, at)
    return known or stranger(reading, sentence, at)


def _described_noun(reading: Reading, sentence: Sentence, n: int) -> bool:
    """Does a noun follow, or an adjective and a noun, so that "both" only counts it?"""
    if n >= sentence.last or reading.marked(sentence, n, "determiner", "preposition"):
        return False
    after = range(n, min(n + 2, sentence.last))
    return any(reading.text[reading.starts[k]].isupper() for k in after)


def _is_abbreviated(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Has a word capitals alone in a sentence that has not ("US dollars")?"""
    span = reading.span(at, at + 1)
    word = reading.text[span.start : span.end]
    whole = reading.span(sentence.first, sentence.last)
    capitals = len(word) > 1 and word.isupper()
    return capitals and not reading.text[whole.start : whole.end].isupper()


def _are_many(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Does a verb beside a pronoun have the ending of several?"""
    beside = (n for n in (at - 1, at + 1) if sentence.first <= n < sentence.last)
    return any(reading.ends(n, "plural") for n in beside)


def _of_others(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Does a noun of several say whose they are ("the leaders of the region")?"""
    return (
        cue.value == "noun"
        and cue.last < sentence.last
        and reading.marked(sentence, cue.last, "preposition") is not None
        and reading.marked(sentence, cue.last, "determiner", "linker") is not None
    )


def _asked(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Does a noun of several stand right after a verb of asking ("calls on the two sides to")?"""
    return (
        reading.inflects
        and not reading.drops
        and cue.value == "noun"
        and any(
            act.list == "request" and cue.first - _ASKED <= act.last <= cue.first
            for act in reading.acts("events", sentence)
        )
    )


def _noun(reading: Reading, sentence: Sentence, cue: Cue) -> Party:
    first = cue.first + (cue.last - cue.first > 1)
    span = reading.span(first, cue.last)
    member = Member(reading.text[span.start : span.end], None, None, span)
    return Party(first, cue.last, "state-noun", (member,))


def _described(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Does an adjective in another case stand before a noun, which then is no subject of several
    ("of the Swiss side")?"""
    return at > sentence.first and reading.ends(at - 1, "attribute")


def _of_home(reading: Reading, party: Party) -> Party:
    """A party that is always the state's for which a document speaks ("the Federal Council")."""
    own = speaker(reading)
    if not own or own[0].iso is None:
        return party
    members = tuple(m._replace(entity=own[0].entity, iso=own[0].iso) for m in party.members)
    return party._replace(members=members, own=True)


def _nation(reading: Reading, at: int) -> Party | None:
    """A people by its name, as in "the Americans"."""
    if state_adjectives().get(key(reading.words[at])) != PEOPLE:
        return None
    span = reading.span(at, at + 1)
    name = reading.text[span.start : span.end]
    return (
        Party(at, at + 1, "nation", (Member(name, None, None, span),))
        if name[0].isupper()
        else None
    )


def _national(reading: Reading, sentence: Sentence, at: int) -> Party | None:
    """A state by its adjective, where a noun for who acts follows: "Kenyan warships", "the Kenyan
    and Japanese negotiators"."""
    if adjective_of(reading.words[at]) is None:
        return None
    before = range(max(sentence.first, at - 2), at)
    if reading.inflects and any(
        reading.marked(sentence, n, "deed")
        or (n == at - 1 and reading.marked(sentence, n, "actor") in _OF_STATES)
        for n in before
    ):
        return _of_state(reading, at)
    for n in range(at + 1, min(at + _BEFORE_NOUN, sentence.last)):
        value = reading.marked(sentence, n, "actor")
        if value is not None:
            break
        if (
            not reading.marked(sentence, n, "conjunction", "linker")
            and key(reading.words[n]) not in state_adjectives()
        ):
            return None
    else:
        return None
    return _of_state(reading, at) if value in _OF_STATES else None


def _of_state(reading: Reading, at: int) -> Party | None:
    """The state whose adjective a word is."""
    member = state_at(reading, at)
    return None if member is None else Party(at, at + 1, "state", (member,))


def _of_whom(reading: Reading, at: int) -> Party | None:
    """The state whose adjective says whose counterpart is meant ("son homologue kenyan")."""
    if not reading.inflects or at >= len(reading.words):
        return None
    return _of_state(reading, at) if adjective_of(reading.words[at]) else None


def _definite(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Does a noun tell of known ones: with its article, or in a language without one at the head
    of its sentence?"""
    if at - sentence.first <= 1:
        return True
    return reading.marked(sentence, at - 1, "determiner", "joint") is not None


def _third(reading: Reading, first: int, last: int, members: tuple[Member, ...]) -> Party | None:
    if not members:
        return None
    ours = len(members) > 1 and reading.ours(m.iso for m in members)
    return Party(first, last, "us" if ours else "third", members, ours)


def _named(
    reading: Reading, sentence: Sentence, first: int, last: int, mention: dict[str, Any]
) -> Party:
    kind = mention["kind"]
    iso = mention.get("iso") or mention["country"]
    span = reading.span(first, last)
    name = mention["name"]
    if kind == "organisation":
        name = reading.text[span.start : span.end]
    member = Member(name, mention["entity"], None if kind == "place" else iso, span)
    if kind == "organisation" and not iso and not mention["entity"]:
        kind = "state-noun" if _is_stately(reading, sentence, first, last) else kind
        states = states_in(reading, first, last)
        if len(states) > 1:
            return Party(first, last, kind, states)
    return Party(first, last, kind, (member,))


def _is_stately(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Is a body that nobody knows one of a state, by a word of its name ("the Ministry of ...")?"""
    return any(
        (cue.list, cue.value) == ("actor", "state") and first <= cue.first and cue.last <= last
        for n in (first, last - 1)
        for cue in sentence.marks.get(n, ())
    )


def _pronoun(reading: Reading, name: str, first: int, last: int, both: bool) -> Party:
    span = reading.span(first, last)
    members = speaker(reading, span)
    if (name == "us" and both) or name == "joint":
        members = both_sides(reading, span)
    return Party(first, last, "us" if name == "joint" else name, members, True)


def _merged(a: Party, b: Party) -> Party:
    """A party of two parts: the state is that of the first that has one."""
    noun = {"state-noun", "armed", "people", "other"}
    if a.kind in noun and b.kind not in noun:
        kept = b.members[0]
    elif b.kind in ("armed", "people"):
        state = a.members[0]
        span = Span(_start(a), _end(b))
        name = f"{state.name} {b.members[0].name}"
        return Party(a.first, b.last, b.kind, (Member(name, state.entity, state.iso, span),))
    else:
        kept = a.members[0] if a.members[0].iso or a.members[0].entity else b.members[0]
    iso = kept.iso or next((m.iso for m in (*a.members, *b.members) if m.iso), None)
    span = Span(_start(a), _end(b))
    kind = b.kind if a.kind in noun or b.kind == "person" else a.kind
    if a.kind == "state-noun" and b.kind == "organisation" and iso and a.last == b.first:
        kind = "office"  # "the head of the ministry of Orvia": whose name may follow
    others = a.members[1:] if a.members[0] == kept else ()
    if others:
        last = others[-1]._replace(
            span=Span(others[-1].span.start, _end(b)) if others[-1].span else span
        )
        return Party(a.first, b.last, kind, (kept, *others[:-1], last))
    return Party(a.first, b.last, kind, (kept._replace(iso=iso, span=span),))


def _start(party: Party) -> int:
    return min(m.span.start for m in party.members if m.span)


def _end(party: Party) -> int:
    return max(m.span.end for m in party.members if m.span)


def _joined(reading: Reading, sentence: Sentence, a: Party, b: Party) -> bool:
    """Does only a conjunction or a comma stand between two parties?"""
    article = ("linker", "determiner") if reading.inflects else ("linker",)
    between = [
        n
        for n in range(a.last, b.first)
        if not reading.marked(sentence, n, *article)
        and not (reading.inflects and reading.words[n] == "'")
    ]
    words = [reading.words[n] for n in between]
    joins = [_joins(reading, sentence, n) for n in between]
    if not between or len(between) > 2 or a.kind == "third" or b.kind == "third":
        return False
    if b.kind in _SPEAKING and not any(joins):
        return False  # "the troops, we": a new clause
    if reading.agrees and not any(joins) and _led(reading, sentence, a, b):
        return False
    if reading.inflects and not any(joins) and not _listed(reading, sentence, a, b):
        return False
    if reading.inflects and (a.kind == "place") != (b.kind == "place"):
        return False
    return all(w == "," or j for w, j in zip(words, joins, strict=True))


def _joins(reading: Reading, sentence: Sentence, n: int) -> bool:
    return reading.marked(sentence, n, "conjunction") is not None


def _led(reading: Reading, sentence: Sentence, a: Party, b: Party) -> bool:
    """Does a comma end what leads a sentence, before its subject ("On Mali, the Secretary")?"""
    after = range(b.last, min(b.last + 2, sentence.last))
    goes_on = any(reading.words[n] == "," or _joins(reading, sentence, n) for n in after)
    leads = a.first - sentence.first <= _BEFORE_NOUN and b.kind != "place"
    return leads and not goes_on and addressed(reading, sentence, a)


def _listed(reading: Reading, sentence: Sentence, a: Party, b: Party) -> bool:
    """Are two parties with a comma between them part of a list that goes on, of one kind?"""
    reach = 0 if "place" in (a.kind, b.kind) else _BEFORE_NOUN
    after = range(b.last, min(b.last + reach + 1, sentence.last))
    goes_on = any(reading.words[n] == "," or _joins(reading, sentence, n) for n in after)
    return goes_on and (a.kind == "place") == (b.kind == "place")


def told(parties: Iterator[Party] | Sequence[Party]) -> list[dict[str, Any]]:
    """The members of parties, as an annotation says them."""
    members = distinct([member for party in parties for member in party.members])
    return [member.told() for member in members if member.key()]
