"""A dossier made ready to be printed: facts, offices, counts and plots in the words of a language,
quotes cut where what is named begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.gazetteer.profile import LANGUAGES, Held, office_title
from onrecord.pipeline.dossiers import Dossier, Wanted
from onrecord.records import Span
from onrecord.store.mentions import Mention
from onrecord.store.quoting import Sentence
from onrecord.text.spans import shift
from onrecord.transcript.voices import Voice
from onrecord.web import addresses
from onrecord.web.labels import named, voice_of
from onrecord.web.queries import Search
from onrecord.web.runs import Mark, Run, runs
from onrecord.web.words import Words

_PLAIN = re.compile(r"\d{4}(-\d\d){0,2}")
_MOST_NAMES = 4
_MOST_SPEAKERS = 12


class Names(NamedTuple):
    """The names of a language, each with the address at which it is searched for."""

    tag: str
    first: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]


class Fact(NamedTuple):
    """What is known, in words, with links where it leads somewhere."""

    label: str
    values: tuple[tuple[str, str | None], ...]


class Office(NamedTuple):
    """An office and who held it: whose dossier it is goes without saying."""

    office: str
    who: str
    address: str
    since: str
    until: str
    source: str


class Speaker(NamedTuple):
    """Somebody who speaks of it. `share`: of the one who does so most, in hundredths."""

    name: str
    known: bool
    country: str
    voice: Voice | None
    turns: str
    address: str
    share: float


class Chosen(NamedTuple):
    """What the list is narrowed to, in words, and the address without it."""

    label: str
    without: str


class Quoted(NamedTuple):
    """A sentence cut into pieces, who said it, and where it leads."""

    runs: tuple[Run, ...]
    language: str
    here: str
    home: str
    title: str | None
    date: str | None
    who: str | None
    country: str | None
    voice: Voice | None
    asks: bool
    mentions: int


def heading(record: Dossier, say: Words) -> str:
    """The name above a dossier."""
    return named(say, record.id) if record.profile else record.name


def names(record: Dossier) -> tuple[Names, ...]:
    """The names by language, the first few of each apart from the others."""
    known = record.profile.names if record.profile else {}
    order = [*LANGUAGES, *(tag for tag in known if tag not in LANGUAGES)]
    return tuple(_names(tag, known[tag]) for tag in order if tag in known)


def _names(tag: str, known: tuple[str, ...]) -> Names:
    found = tuple((name, _searched(name)) for name in known)
    return Names(tag, found[:_MOST_NAMES], found[_MOST_NAMES:])


def _searched(name: str) -> str:
    """The address at which a name is searched for as it is written."""
    plain = name.replace('"', " ")
    return Search(q=f'"{plain}"').address()


def facts(record: Dossier, say: Words) -> tuple[Fact, ...]:
    """What is known, but names and offices."""
    return tuple(_facts(record, say))


def _facts(record: Dossier, say: Words) -> Iterator[Fact]:
    known = record.profile
    if known is None:
        return
    if known.country and known.kind != "state":
        yield Fact(say("dossier.country"), (_state(known.country, say),))
    begun = "adopted" if known.kind == "agreement" else "since"
    for name, day in ((begun, known.since), ("force", known.force), ("until", known.until)):
        if day:
            yield Fact(say(f"dossier.{name}"), ((say.day(day), None),))
    if known.part_of:
        whole = (named(say, known.part_of), addresses.dossier(known.part_of))
        yield Fact(say("dossier.part_of"), (whole,))
    if known.parties:
        yield Fact(say("dossier.parties"), tuple(_state(iso, say) for iso in known.parties))
    if known.members:
        lasting = sorted({m.state for m in known.members if m.until is None})
        label = f"{say('dossier.members')} ({len(lasting)})"
        yield Fact(label, tuple(_state(iso, say) for iso in lasting))


def _state(iso: str, say: Words) -> tuple[str, str | None]:
    return say.country(iso), addresses.dossier(f"state/{iso.lower()}")


def offices(record: Dossier, say: Words) -> tuple[Office, ...]:
    """The offices that are known, the latest first, each once."""
    held = record.profile.offices if record.profile else ()
    ordered = sorted(held, key=lambda each: each.since or "", reverse=True)
    return tuple(dict.fromkeys(_office(each, record, say) for each in ordered))


def _office(held: Held, record: Dossier, say: Words) -> Office:
    of_person = record.kind == "person"
    office = office_title(held.office)
    return Office(
        office=f"{office} ({say('dossier.acting')})" if held.acting else office,
        who=named(say, whose(held)) if of_person else held.name,
        address=addresses.dossier(whose(held) if of_person else held.person),
        since=say.day(held.since) if held.since else say("dossier.not_known"),
        until=_until(held, say),
        source=held.source,
    )


def ledgers(record: Dossier) -> dict[str, str]:
    """The addresses of the pages that tell more of it: what a place or an agreement cannot do is
    not asked for."""
    acts = record.kind in ("state", "person", "organisation", "process")
    it = record.id
    wanted: dict[str, tuple[str, dict[str, addresses.Value]] | None] = {
        "positions": ("positions", {"target": it}),
        "holder": ("positions", {"holder": it}) if acts else None,
        "commitments": ("commitments", {"actor": it}) if acts else None,
        "agenda": ("agenda", {"participant": it, "dated": "all"}) if acts else None,
        "events": ("events", {"actor": it}) if acts else None,
        "unanswered": ("unanswered", {"topic": it, "clarity": "all"}),
        "meetings": _meetings(record),
        "contradictions": ("contradictions", {"target": it}),
    }
    return {name: f"/{to[0]}{addresses.query(to[1])}" for name, to in wanted.items() if to}


def _meetings(record: Dossier) -> tuple[str, dict[str, addresses.Value]] | None:
    if record.kind == "person":
        return "meetings", {"person": record.name}
    if record.kind == "state":
        return "meetings", {"country": record.id.rpartition("/")[2].upper()}
    return None


def whose(held: Held) -> str:
    """The id of the state or body that an office is of."""
    return f"state/{held.of.lower()}" if held.of.isupper() else f"organisation/{held.of}"


def _until(held: Held, say: Words) -> str:
    if held.until:
        return say.day(held.until)
    if held.seen:
        return say("dossier.lasting", day=say.day(held.seen))
    return say("dossier.not_known")


def office_of(held: Held, say: Words) -> str:
    """An office with whose it is, in a line."""
    office = office_title(held.office)
    return say("dossier.office_of", office=office, of=named(say, whose(held)))


def speakers(record: Dossier, say: Words) -> tuple[Speaker, ...]:
    """Those who speak of it most."""
    most = max((each.turns for each in record.speakers), default=1)
    return tuple(
        Speaker(
            name=each.name or say("unknown.speaker"),
            known=bool(each.name),
            country=say.country(each.country) if each.country else "",
            voice=voice_of(each.name),
            turns=say.number(each.turns),
            address=narrowed(record.id, speaker=each.name or "", country=each.country or ""),
            share=round(100 * each.turns / most, 1),
        )
        for each in record.speakers[:_MOST_SPEAKERS]
    )


def narrowed(entity: str, **wanted: addresses.Value) -> str:
    """The address of the list of a dossier, narrowed. An empty value is not known, and is said."""
    given = {
        name: "-" if value == "" and name in ("country", "speaker") else value
        for name, value in wanted.items()
    }
    return f"{addresses.dossier(entity)}{addresses.query(given)}#said"


def narrowing(record: Dossier, say: Words) -> tuple[Chosen, ...]:
    """What the list is narrowed to, each with the address without it."""
    wanted, found = record.wanted, []
    if wanted.month:
        found.append(Chosen(say.day(wanted.month), _without(record.id, wanted, month="")))
    if wanted.country is not None:
        state = say.country(wanted.country) if wanted.country else say("dossier.not_said")
        label = say("dossier.speaks_for", state=state)
        found.append(Chosen(label, _without(record.id, wanted, country=None)))
    if wanted.speaker is not None:
        who = wanted.speaker or say("unknown.speaker")
        found.append(Chosen(who, _without(record.id, wanted, speaker=None)))
    for each in wanted.beside:
        left = tuple(other for other in wanted.beside if other != each)
        label = say("dossier.with", name=named(say, each))
        found.append(Chosen(label, _without(record.id, wanted, beside=left)))
    return tuple(found)


def _without(entity: str, wanted: Wanted, **changes: object) -> str:
    return narrowed(entity, **values(wanted) | changes)  # type: ignore[arg-type]


def values(wanted: Wanted) -> dict[str, addresses.Value]:
    """What is wanted, as parameters of an address."""
    return {
        "month": wanted.month or None,
        "country": wanted.country,
        "speaker": wanted.speaker,
        "beside": wanted.beside,
    }


def quoted(mention: Mention) -> Quoted:
    """A mention in its sentence."""
    return Quoted(
        runs=cut(mention.sentence, mention.span),
        language=mention.language or "",
        here=place(mention.statement, mention.version, mention.span),
        home=addresses.statement(mention.statement),
        title=mention.title,
        date=mention.date,
        who=mention.speaker,
        country=mention.country,
        voice=voice_of(mention.speaker),
        asks=mention.role == "questioner",
        mentions=mention.mentions,
    )


def cut(sentence: Sentence, *marked: Span) -> tuple[Run, ...]:
    """A sentence cut where the marked words begin and end: within a link, so without anchors."""
    by = -sentence.span.start
    whole = Span(0, len(sentence.text))
    marks = [Mark(shift(each, by), "found") for each in marked]
    return tuple(run._replace(first=()) for run in runs(sentence.text, whole, marks))


def period(value: str, start: str, end: str | None, say: Words) -> str:
    """What a time comes to: a day, month or year as such, else from when to when."""
    if _PLAIN.fullmatch(value) and start.startswith(value):
        return say.day(value)
    first, last = say.day(start), say.day(end) if end else ""
    return first if last in ("", first) else say("marks.span", first=first, last=last)


def place(statement: str, version: int, span: Span) -> str:
    """The address of words in their place."""
    at = f"{span.start}-{span.end}"
    return f"{addresses.statement(statement, version, at=at)}#at"
