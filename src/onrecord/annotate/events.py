"""The layer `event`: who did, does or will do what to whom, by PLOVER type.

A cue of the lexicon (`languages/*/events.toml`) proposes a type; the clause around it says who acts
on whom, and whether it is so. Without a party that acts in politics there is no event, and no type
is ever given without a word for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.annotate import actors
from onrecord.annotate.clauses import clause
from onrecord.annotate.cues import Cue
from onrecord.annotate.document import Document
from onrecord.annotate.doers import beside_noun, wanted
from onrecord.annotate.duties import asked
from onrecord.annotate.frames import Clause, rule, span_of
from onrecord.annotate.joins import until
from onrecord.annotate.modality import modality
from onrecord.annotate.modes import mode
from onrecord.annotate.party import Member, Party, of_place
from onrecord.annotate.politics import FORCE, MUTUAL, WEAK, bare, discordant, foreign, political
from onrecord.annotate.predicates import NOUN, adjectival, no_verb
from onrecord.annotate.reading import Reading, Sentence, reading
from onrecord.annotate.roles import TALK, calls_on, doers, roles, sides
from onrecord.annotate.scheduled import to_be_held
from onrecord.annotate.told_once import OCCASION, Event, joint, takes_place, told, who
from onrecord.records import Annotation

ANNOTATOR = "events"
NONE = "no_event"
SPEECH = frozenset(
    {"support", "request", "accuse", "reject", "threaten", "agree", "concede", "sanction"}
)
MATERIAL = frozenset({"assault", "coerce", "mobilize"})
VIOLENT = frozenset({"assault", "coerce"})
RULING = frozenset({"agree", "concede", "reject", "request", "sanction"})
DONE = FORCE - {"assault"} | {"aid", "accuse"}
TALKING = frozenset({"consult", "request"})
PUNISHING = MATERIAL | {"sanction", "reject", "threaten"}
PROMISE = "p"  # of a cue: what comes is promised
GIVING = frozenset({"aid", "retreat", "concede", "consult", "support"})
NOUNS = FORCE | {"consult", "aid", "accuse"}
_SAYING = frozenset({"agree", "request"})  # of which "that ..." is only the content
_NEAR = 5
_DENIED = 2  # words from a negation to the violence that it denies
_DATED = 8  # words after an event that may date it
_MAIN, _OTHER, _NOMINAL = 0.8, 0.7, 0.5


def annotate(document: Document) -> Iterator[Annotation]:
    """The events of a document, in order."""
    read = reading(document)
    for sentence, parties in actors.named(read):
        yield from (_annotation(read, event) for event in events(read, sentence, parties))


def events(read: Reading, sentence: Sentence, parties: Sequence[Party]) -> list[Event]:
    """The events of a sentence."""
    found: list[Event] = []
    cues = [cue for cue in read.acts("events", sentence) if cue.list != NONE]
    if read.fences:  # the verb may stand after its nouns
        cues.sort(key=lambda cue: cue.value in NOUN)
    for n, cue in enumerate(cues):
        if _is_name(read, cue):
            continue
        around = [e for e in found if e.clause.first <= cue.first < e.clause.last]
        event = _event(read, sentence, cue, parties, around if read.fences else found)
        if not event:
            continue
        event = event._replace(clause=until(read, sentence, event.clause, cues[n + 1 :]))
        if takes_place(read, event, found):
            event = joint(found.pop(), event)
        if not told(event, found):
            found.append(event)
    meetings = [event.clause for event in found if event.type == "consult"]
    for held in to_be_held(read, sentence, parties, meetings):
        found.append(Event("consult", held.clause, held.parties, (), "planned", _NOMINAL))
    return found


def _is_name(read: Reading, cue: Cue) -> bool:
    """Do the words stand inside a name?"""
    at = range(max(0, cue.first - 4), cue.last)
    return any(
        m["words"][0] < cue.first < m["words"][1] or (n == cue.first and m["words"][1] >= cue.last)
        for n in at
        for m in read.entities.get(n, ())
        if m["kind"] not in ("event", "agreement")
    )


def _event(
    read: Reading,
    sentence: Sentence,
    cue: Cue,
    parties: Sequence[Party],
    before: Sequence[Event],
) -> Event | None:
    if adjectival(read, sentence, cue, parties) or _governed(read, sentence, cue, before):
        return None
    if cue.list == "consult" and before and _beside(read, sentence, cue, parties, before[-1]):
        return _of_noun(read, sentence, cue, parties, before)
    if cue.value not in NOUN and no_verb(read, sentence, cue):
        return None
    noun = cue.value not in NOUN and _is_noun(read, sentence, cue, before)
    if noun and cue.value == WEAK and read.document.official:
        return None
    if cue.value in NOUN or noun:
        return _of_noun(read, sentence, cue, parties, before)
    found = clause(read, sentence, cue, parties)
    if read.document.official:
        if discordant(read, cue, found.subject):
            return None
        if read.marked(sentence, cue.first, "auxiliary") == "must":
            return asked(read, sentence, found)
        if bare(read, sentence, found) or found.told.get("must", cue.first) < cue.first:
            return None
    acting, hit = roles(read, sentence, found, parties)
    kind, how = _kind(read, cue.list, found)
    if kind == "request" and calls_on(read, sentence, found):
        kind = "consult"
    if cue.first <= found.told.get("negated", -1) < cue.last:
        how = _affirmed(found).modality
    if cue.value == PROMISE and _threatens(read, sentence, cue):
        kind = "threaten"
    if cue.value == PROMISE and read.marked(sentence, cue.last, "auxiliary") == "negated":
        kind = "reject"
    if not political(read, sentence, kind, found, acting, hit):
        return None
    if kind == "consult" and how == "asserted" and _to_come(read, found):
        how = "planned"
    return Event(kind, found, acting, hit, how, _MAIN if not before else _OTHER)


def _to_come(read: Reading, found: Clause) -> bool:
    """Does a present tense have a day ahead ("meets on Friday"), or an hour of this one?"""
    if read.ahead(found.first, found.last):
        return True
    present = read.ends(found.cue.first, "third") and not read.ends(found.cue.first, "past")
    return present and read.today(found.first, found.last)


def _is_noun(read: Reading, sentence: Sentence, cue: Cue, before: Sequence[Event]) -> bool:
    """Is a word that may be a verb or a noun a noun here?"""
    if read.fences or cue.value == TALK:
        return False
    if (cue.last - cue.first > 1 and not read.inflects) or cue.first == sentence.first:
        return False
    if read.ends(cue.first, "participle"):
        return False
    if any(read.ends(cue.first, form) for form in ("past", "present", "infinitive")):
        return False
    elided = read.inflects and read.words[cue.first - 1] == "'"
    if read.marked(sentence, cue.first - 1 - elided, "determiner") is not None:
        return True
    if not before or before[-1].clause.cue.last > cue.first:
        return False
    ruling = before[-1].clause
    between = range(ruling.cue.last, cue.first)
    return cue.first < ruling.last and not any(
        read.marked(sentence, n, "conjunction", "subordinator", "auxiliary") for n in between
    )


def _governed(read: Reading, sentence: Sentence, cue: Cue, before: Sequence[Event]) -> bool:
    """Is a verb only the content of another event ("agreed to withdraw")?"""
    if not before or before[-1].clause.cue.value in NOUN:
        return False
    ruling = before[-1].clause.cue
    if read.fences and before[-1].type in _SAYING and cue.list not in VIOLENT:
        that = range(ruling.last, cue.first)
        if any(read.marked(sentence, n, "subordinator") == "that" for n in that):
            return True
    near = 0 <= cue.first - ruling.last <= _NEAR
    infinitive = any(
        read.marked(sentence, n, "auxiliary") == "to"
        for n in range(max(cue.first - 2, ruling.last - 1), cue.first)
    )
    infinitive = infinitive or (read.inflects and read.ends(cue.first, "infinitive"))
    return near and (infinitive or ruling.last == cue.first)


def _kind(read: Reading, kind: str, found: Clause) -> tuple[str, str]:
    """The type of a clause and its modality: what somebody refuses, demands, promises or threatens
    to do is that act of speech."""
    told, how = found.told, found.modality
    who = found.subject
    own = who is not None and (who.own or read.ours(m.iso for m in who.members))
    if "future" in told and "negated" in told and kind not in SPEECH:
        return "reject", "asserted"
    if "must" in told and found.reporter is not None and kind not in ("accuse", "reject"):
        return "request", how
    said = (found.reporter is not None or not read.document.official) and not own
    coming = "future" in told or (found.reporter is not None and "conditional" in told)
    if said and coming and "hypothetical" not in told:
        if kind in GIVING:
            return "agree", how
        if kind in MATERIAL:
            return "threaten", how
    return kind, how


def _affirmed(found: Clause) -> Clause:
    """A clause as it is without its negation."""
    told = {value: at for value, at in found.told.items() if value != "negated"}
    return found._replace(told=told, modality=modality(told, found.modality == "reported"))


def _threatens(read: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Is what is promised an act of force or a refusal?"""
    others = (c for c in read.acts("events", sentence) if cue.last <= c.first < cue.last + _NEAR)
    return next((c.list in PUNISHING for c in others if c.list != NONE), False)


def _of_noun(
    read: Reading,
    sentence: Sentence,
    cue: Cue,
    parties: Sequence[Party],
    before: Sequence[Event],
) -> Event | None:
    """The event that a noun names, where its actor or its victim is named beside it."""
    if read.fences:
        left, right = beside_noun(read, sentence, cue, parties)
    else:
        left, right = sides(read, sentence, cue, parties, [e.clause.cue.first for e in before])
    if read.fences and (
        wanted(read, sentence, cue) or any(e.type == cue.list == "consult" for e in before)
    ):
        return None
    if read.inflects:
        left, right = doers(read, sentence, cue, left, right)
    if not any(p.named or p.kind == "armed" or cue.list == "protest" for p in (*left, *right)):
        return None
    beside = bool(before) and _beside(read, sentence, cue, parties, before[-1])
    behind = any(p.first >= cue.last for p in (*left, *right))
    if before and before[-1].clause.cue.value not in NOUN and not behind and not beside:
        return None
    if _content(read, sentence, cue, before):
        return None
    found = clause(read, sentence, cue, parties)
    if read.drops and "negated" in found.told:
        return None
    end = min((right[0].last if right else cue.last) + _DATED, sentence.last)
    coming = read.ahead(left[-1].first if left else cue.first, end)
    if cue.value == OCCASION and not (coming or "future" in found.told):
        return None
    if cue.list in VIOLENT and cue.first - found.told.get("negated", cue.first) > _DENIED:
        found = _affirmed(found)
    if coming:
        found = found._replace(modality="planned")
    if read.document.official and not _told_by_noun(read, found, left, right):
        return None
    beside_it = (*left[-1:], *right[:1])
    first = min([cue.first, *(p.first for p in beside_it)])
    last = max([cue.last, *(p.last for p in beside_it)])
    acting, hit = _taking_part(found, left, right)
    found = found._replace(first=first, last=last)
    if beside:
        found = found._replace(modality="planned")
    return Event(cue.list, found, acting, hit, found.modality, _NOMINAL, not beside)


def _taking_part(
    found: Clause, left: Sequence[Party], right: Sequence[Party]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who acts and on whom: of what several do together, those after the noun too ("talks between
    Orvia and Ruvia")."""
    acting, hit = tuple(left[-1:]), tuple(right[:1])
    if acting or found.cue.list not in MUTUAL:
        return acting, hit
    if hit and len(hit[0].members) > 1:
        return hit, ()
    return ((found.subject,) if found.subject is not None else ()), hit


def _beside(
    read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party], ruling: Event
) -> bool:
    """Does what is planned come right before, after or beside a meeting ("will meet before the
    council's session")? Then that one is planned too, but its day is not said."""
    party = next((p for p in parties if p.named and 0 <= cue.first - p.last <= 1), None)
    if party is None:
        return False
    n = party.first - 1
    while n > ruling.clause.cue.last and read.marked(sentence, n, "determiner"):
        n -= 1
    planned = cue.list == "consult" and ruling.modality == "planned"
    return planned and read.marked(sentence, n, "beside") is not None


def _told_by_noun(
    read: Reading, found: Clause, left: Sequence[Party], right: Sequence[Party]
) -> bool:
    """Does a noun tell an event of a statement: of a usual kind, with another state or body, and
    with its actor unless it is violence or a meeting?"""
    kind = found.cue.list
    if kind not in NOUNS or (kind in DONE and not left):
        return False
    if kind == "consult" and found.modality == "planned":
        return True
    unknown = read.document.country is None
    return unknown or any(foreign(read, p, "") for p in (*left, *right))


def _content(read: Reading, sentence: Sentence, cue: Cue, before: Sequence[Event]) -> bool:
    """Does a noun only say what is asked for, agreed, refused or ended ("demanded a truce")?"""
    if not before or cue.list in VIOLENT:
        return False
    if before[-1].type in TALKING and cue.list not in MUTUAL:
        return cue.first < before[-1].clause.last
    if before[-1].type not in RULING:
        return False
    ruling = before[-1].clause.cue
    between = range(ruling.last, cue.first)
    return len(between) <= _NEAR and not any(
        read.marked(sentence, n, "conjunction", "subordinator", "preposition") for n in between
    )


def _annotation(read: Reading, event: Event) -> Annotation:
    found = event.clause
    span = span_of(read, found.first, found.last)
    how = mode(read, event.type, found)
    return Annotation(
        layer="event",
        span=span,
        quote=read.text[span.start : span.end],
        value={
            "ontology": "PLOVER",
            "type": event.type.upper(),
            "mode": how.mode if how else None,
            "mode_span": how.span if how else None,
            "actors": actors.told(event.actors),
            "recipients": _others(event),
            "date": read.when(found.first, found.last) or _coming(read, event),
            "place": _place(read, found),
            "modality": event.modality,
            "source": _source(read, found),
        },
        annotator=ANNOTATOR,
        rule=rule(read, found.cue, found.model),
        confidence=event.confidence,
    )


def _others(event: Event) -> list[dict[str, Any]]:
    """The recipients, without those who act: nobody does it to himself."""
    acting, _ = who(event)
    return [
        told
        for party in event.recipients
        for told in actors.told((of_place(party),))
        if not {told["iso"], told["entity"], str(told["name"]).casefold()} & acting
    ]


def _coming(read: Reading, event: Event) -> str | None:
    """The only date of the sentence of an event that is to come."""
    if event.modality != "planned" or not event.dated:
        return None
    at = event.clause.cue.first
    sentence = next(s for s in read.sentences if s.first <= at < s.last)
    return read.when(sentence.first, sentence.last, only=True)


def _source(read: Reading, found: Clause) -> str | None:
    """Whose words an event is told in, where they are not the speaker's."""
    if read.asking:
        return read.document.speaker
    if found.reporter is None or found.modality != "reported":
        return None
    member: Member = found.reporter.members[0]
    return member.iso or member.name


def _place(read: Reading, found: Clause) -> str | None:
    for n in range(found.first, found.last):
        for mention in read.entities.get(n, ()):
            if mention["kind"] == "place":
                name: str = mention["name"]
                return name
    return None


def scheduled(event: Annotation) -> dict[str, Any] | None:
    """What an agenda needs of an event that is to come; None for any other."""
    if event.value.get("modality") != "planned":
        return None
    return {"date": event.value["date"], "place": event.value["place"], "what": event.quote}
