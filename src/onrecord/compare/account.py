"""What one statement tells of a meeting: who took part, on which day, where; each with its words.

It knows no other statement. Names come from the header, or else from the beginning of the text:
whom a text merely mentions further down did not take part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from onrecord.languages.loader import language
from onrecord.records import Annotation, Evidence, Header, Record, Span

What = Literal["person", "state", "day", "published", "place", "call", "meeting"]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LEAD = 700  # characters in which those who met are named
_FEW = 2
_BACK, _AHEAD = 10, 1  # days before and after publication on which it can have been
_MEETINGS = ("readout", "joint-statement", "news-conference")
_MEET = "CONSULT"


class Fact(Record, frozen=True, kw_only=True):
    """Something that a statement tells of a meeting. `value`: a name, a country, a day; `entity`:
    its id, if it is known; `quote` with its `span` in the text, or `where` in the page."""

    what: What
    value: str
    entity: str | None = None
    country: str | None = None
    quote: str | None = None
    span: Span | None = None
    where: str | None = None


class Account(Record, frozen=True, kw_only=True):
    """A statement as an account of a meeting. `work`: tells language versions together; `body`:
    who published it, where no country is known."""

    statement: str
    version: int
    work: int
    title: str | None
    kind: str
    language: str | None
    issuer: str | None
    country: str | None
    body: str
    day: str
    facts: tuple[Fact, ...]

    def of(self, *what: What) -> tuple[Fact, ...]:
        """Its facts of some kinds."""
        return tuple(fact for fact in self.facts if fact.what in what)


def facts(
    text: str, header: Header, kind: str, tag: str | None, found: Sequence[Annotation]
) -> tuple[Fact, ...]:
    """The facts of a statement, from its header, the head of its text and what annotators say of
    it; none if it does not tell of a meeting."""
    lead = _lead(text, header)
    people = tuple(_people(text, header, found, lead))
    how = tuple(_how(text, header, kind, tag, found, lead))
    if not people or not how:
        return ()
    return (
        *people,
        *_states(header, found, lead),
        *_days(header, found),
        *_places(header, found, lead),
        *how,
    )


def _lead(text: str, header: Header) -> int:
    """Where the beginning of the text ends, the title not counted."""
    return min(len(text), len(header.title or "") + _LEAD)


def _people(text: str, header: Header, found: Sequence[Annotation], lead: int) -> Iterator[Fact]:
    """Those who took part: of the header and the title; of the beginning of the text where these
    name fewer than two."""
    known: list[Fact] = []
    for n, each in enumerate(header.participants):
        span, quote, where = _told(header.evidence.get(f"participants.{n}"))
        entity = each.entity or _entity(found, each.name, span)
        known.append(
            Fact(
                what="person", value=each.name, entity=entity, country=each.country, quote=quote,
                span=span, where=where,
            )
        )  # fmt: skip
    title = len(header.title or "") if text.startswith((header.title or " ")[:20]) else 0
    known += _mentioned(found, title)
    if len({_last(fact.value) for fact in known}) < _FEW:
        known += _mentioned(found, lead)
    seen: set[str] = set()
    for fact in known:
        key = fact.entity or _last(fact.value)
        if key not in seen and _last(fact.value) not in seen:
            seen |= {key, _last(fact.value)}
            yield fact


def _last(name: str) -> str:
    return name.split()[-1].casefold() if name.split() else ""


def _mentioned(found: Sequence[Annotation], until: int) -> Iterator[Fact]:
    for each in found:
        if each.span.end <= until and each.value.get("kind") == "person":
            yield Fact(
                what="person",
                value=str(each.value["name"]),
                entity=each.value.get("entity"),
                country=each.value.get("country"),
                quote=each.quote,
                span=each.span,
            )


def _entity(found: Iterable[Annotation], name: str, span: Span | None) -> str | None:
    """The person's id, as annotators gave it where the header found the name, or of that name."""
    for each in found:
        entity = each.value.get("entity")
        if each.value.get("kind") == "person" and entity:
            inside = span is not None and span.start <= each.span.start < span.end
            if inside or each.value.get("name") == name:
                return str(entity)
    return None


def _told(evidence: Evidence | None) -> tuple[Span | None, str | None, str | None]:
    if evidence is None:
        return None, None, None
    return evidence.span, evidence.quote, evidence.where


def _states(header: Header, found: Sequence[Annotation], lead: int) -> Iterator[Fact]:
    """The states that are named at the beginning, each once."""
    seen: set[str] = set()
    for each in found:
        iso = each.value.get("iso") or (
            each.value.get("country") if each.value.get("kind") in ("office", "person") else None
        )
        if each.span.end <= lead and iso and iso not in seen:
            seen.add(iso)
            yield Fact(what="state", value=str(iso), quote=each.quote, span=each.span)
    for n, one in enumerate(header.participants):
        if one.country and one.country not in seen:
            seen.add(one.country)
            span, quote, where = _told(header.evidence.get(f"participants.{n}"))
            yield Fact(what="state", value=one.country, quote=quote, span=span, where=where)


def _days(header: Header, found: Sequence[Annotation]) -> Iterator[Fact]:
    """The days on which it can have been: those that the text names near publication, and the day
    of the event; the day of publication apart, as a day that is merely near."""
    published = (header.published or "")[:10]
    anchor = _date(published) or _date((header.date or "")[:10])
    span, quote, where = _told(header.evidence.get("date"))
    said = (header.date or "")[:10]
    if _date(said):
        yield Fact(what="day", value=said, quote=quote, span=span, where=where)
    for each in found:
        value = str(each.value.get("value", ""))[:10]
        day = _date(value)
        if each.layer != "time" or day is None or anchor is None or value == said:
            continue
        if anchor - timedelta(_BACK) <= day <= anchor + timedelta(_AHEAD):
            yield Fact(what="day", value=value, quote=each.quote, span=each.span)
    if _date(published):
        span, quote, where = _told(header.evidence.get("published"))
        yield Fact(what="published", value=published, quote=quote, span=span, where=where)


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None


def _places(header: Header, found: Sequence[Annotation], lead: int) -> Iterator[Fact]:
    """Where it was: of the header, and places that the beginning names."""
    if header.place is not None:
        span, quote, where = _told(header.evidence.get("place"))
        entity = next(
            (
                str(each.value["entity"])
                for each in found
                if each.value.get("kind") == "place" and each.value.get("entity")
                and span is not None and span.start <= each.span.start < span.end
            ),
            None,
        )  # fmt: skip
        yield Fact(
            what="place", value=header.place.name, entity=entity, country=header.place.country,
            quote=quote, span=span, where=where,
        )  # fmt: skip
    for each in found:
        if each.value.get("kind") == "place" and each.value.get("entity") and each.span.end <= lead:
            yield Fact(
                what="place",
                value=str(each.value["name"]),
                entity=str(each.value["entity"]),
                country=each.value.get("country"),
                quote=each.quote,
                span=each.span,
            )


def _how(
    text: str, header: Header, kind: str, tag: str | None, found: Sequence[Annotation], lead: int
) -> Iterator[Fact]:
    """Words that say that they met, or spoke by telephone."""
    words = language(tag)
    for start, end, _ in words.forms("titles", "call_cue").find(text[:lead]):
        yield Fact(what="call", value="call", quote=text[start:end], span=Span(start, end))
        return
    span, quote, where = _told(header.evidence.get("kind"))
    if kind in _MEETINGS:
        yield Fact(what="meeting", value=kind, quote=quote, span=span, where=where)
        return
    for each in found:
        if each.layer == "event" and each.value.get("type") == _MEET and each.span.start < lead:
            yield Fact(what="meeting", value=kind, quote=each.quote, span=each.span)
            return


def people(facts: Iterable[Fact]) -> Iterator[Annotation]:
    """Those who took part, as annotations of the text: whom the header alone knows is named too."""
    for fact in facts:
        if fact.what == "person" and fact.span is not None and fact.quote is not None:
            value = {"kind": "person", "name": fact.value, "entity": fact.entity}
            yield Annotation(
                layer="entity", span=fact.span, quote=fact.quote, value=value, annotator="header",
                rule="participants", confidence=1.0,
            )  # fmt: skip
