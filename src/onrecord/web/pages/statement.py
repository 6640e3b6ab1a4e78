"""The statement page: a statement in one of its versions, made for reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.records import (
    Appearance,
    Block,
    Capture,
    Evidence,
    Exchange,
    Header,
    Issue,
    Link,
    Origin,
    Record,
    Span,
    Statement,
    Turn,
    Version,
)
from onrecord.store import standoff
from onrecord.store.kept import Kept
from onrecord.web import addresses, margin
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.kept import looked_for, selected, turn_at, wanted
from onrecord.web.kept import marks as marked_words
from onrecord.web.minimap import minimap
from onrecord.web.noted import GROUPS, chosen, noted
from onrecord.web.transcript_view import layout

router = APIRouter()
_CONTEXT = 48


class StatementPage(Record, frozen=True, kw_only=True):
    """The stored record of a statement, as `onrecord show --json` has it. `turn` and `selected`:
    what the address asks for."""

    id: str
    version: int
    turn: int | None
    selected: Span | None
    source: Origin
    language: str | None
    text: str
    text_digest: str
    header: Header
    blocks: tuple[Block, ...]
    turns: tuple[Turn, ...]
    exchanges: tuple[Exchange, ...]
    issues: tuple[Issue, ...]
    url: str | None
    annotations: tuple[standoff.Kept, ...]
    versions: tuple[Version, ...]
    captures: tuple[Capture, ...]
    appearances: tuple[Appearance, ...]
    work: str
    languages: tuple[Statement, ...]
    links: tuple[Link, ...]


class Reason(NamedTuple):
    """Why a datum has its value: the words it rests on, with some before and after."""

    evidence: Evidence
    before: str
    quote: str | None
    after: str


class Switch(NamedTuple):
    """A group of marks that can be switched: the address with it switched."""

    group: str
    on: bool
    number: int
    address: str


class _State(NamedTuple):
    """What the address asks for beside the statement: selected words, words to mark, groups of
    marks, groups of the margin."""

    at: Span | None
    find: str
    marks: tuple[str, ...]
    acts: tuple[str, ...]

    def asked(self, **changed: str) -> dict[str, str]:
        """What of it stands in an address."""
        acts = "" if self.acts == margin.GROUPS else ",".join(self.acts) or margin.NONE
        return {"find": self.find, "marks": ",".join(self.marks), "acts": acts, **changed}


class Tongue(NamedTuple):
    """A language version: kept here (`statement`), or only named by the page (`url`)."""

    language: str
    statement: str | None
    url: str | None


@router.get("/statements/{reference:path}", name="statement")
def statement(
    asked: WithAsked,
    reference: str,
    at: Annotated[str, Query(max_length=30, description="Selected words: `120-180`.")] = "",
    find: Annotated[str, Query(max_length=500, description="Words to mark, as a query.")] = "",
    marks: Annotated[
        list[str] | None, Query(max_length=12, description=f"What to mark: {', '.join(GROUPS)}.")
    ] = None,
    acts: Annotated[
        list[str] | None,
        Query(max_length=12, description=f"The margin: {', '.join(margin.GROUPS)}, or none."),
    ] = None,
) -> Response:
    """A statement, a version (`...@2`) of it: header with evidence, turns, exchanges, captures."""
    found = wanted(asked, reference)
    if _moved(found, reference):
        version = found.version.number if "@" in reference else None
        return asked.moved(addresses.statement(found.statement.id, version, at=at), lasting=True)
    span = selected(asked, found.reading, at)
    known = {"knows_meaning": asked.holdings.knows_meaning()}
    made = record(found, span)
    state = _State(span, find, chosen(marks or ()), margin.chosen(acts or ()))
    return asked.answer(made, "statement.html", lambda: {**_more(asked, found, state), **known})


def record(found: Kept, span: Span | None) -> StatementPage:
    """What is kept, as the API has it."""
    reading = found.reading
    return StatementPage(
        id=found.statement.id,
        version=found.version.number,
        turn=turn_at(reading, span) if span else found.turn,
        selected=span,
        source=reading.source,
        language=reading.language,
        text=reading.text,
        text_digest=reading.text_digest,
        header=reading.header,
        blocks=reading.blocks,
        turns=reading.turns,
        exchanges=reading.exchanges,
        issues=reading.issues,
        url=found.statement.url,
        annotations=found.annotations,
        versions=found.versions,
        captures=found.captures,
        appearances=found.appearances,
        work=found.statement.work,
        languages=found.languages,
        links=found.links,
    )


def _moved(found: Kept, reference: str) -> bool:
    name = found.statement.id
    return reference != name and not reference.startswith((f"{name}@", f"{name}#"))


def _more(asked: Asked, found: Kept, state: _State) -> Mapping[str, Any]:
    places, wrong = looked_for(found.reading, state.find)
    header = found.reading.header
    day = header.date or header.published
    shown = noted(found.annotations, state.marks, day, asked.words)
    laid = layout(found.reading, [*marked_words(places, state.at), *shown.marks])
    reached = laid.cards
    shown = shown._replace(cards=tuple(card for card in shown.cards if card.n in reached))
    where = margin.Place(found.version.id, day, state.at, state.asked())
    beside = margin.margin(found.annotations, state.acts, laid.starts, where, asked.words)
    path = asked.request.url.path
    return {
        "noted": shown,
        "beside": beside.beside,
        "marked": state.marks,
        "kept_in_address": state.asked(),
        "switches": tuple(_mark_switches(path, shown.counts, state)),
        "act_switches": tuple(_act_switches(path, beside.counts, state)),
        "acts_on": bool(state.acts),
        "all_acts": path + addresses.query(state.asked(acts=margin.NONE if state.acts else "")),
        "all_marks": path + addresses.query(state.asked(marks="" if state.marks else "all")),
        "statement": found.statement,
        "laid": laid,
        "map": minimap(laid, places),
        "find": state.find,
        "places": places,
        "wrong": wrong,
        "at": state.at,
        "head_open": state.at is not None and turn_at(found.reading, state.at) is None,
        "reasons": _reasons(found),
        "tongues": tuple(_tongues(found)),
        "newest": found.version.number == found.statement.latest,
        "alike": tuple(_linked(found, "near-duplicate")),
        "captured": _captured(found),
        "grouped": dict(_linked(found, "language")),
    }


def _mark_switches(path: str, counts: Mapping[str, int], state: _State) -> Iterator[Switch]:
    """The groups that have something to mark."""
    for group, on, left in _switched(GROUPS, counts, state.marks):
        address = path + addresses.query(state.asked(marks=",".join(left)))
        yield Switch(group, on, counts[group], address)


def _act_switches(path: str, counts: Mapping[str, int], state: _State) -> Iterator[Switch]:
    """The groups that have something for the margin."""
    for group, on, left in _switched(margin.GROUPS, counts, state.acts):
        changed = state._replace(acts=left)
        yield Switch(group, on, counts[group], path + addresses.query(changed.asked()))


def _switched(
    groups: tuple[str, ...], counts: Mapping[str, int], now: tuple[str, ...]
) -> Iterator[tuple[str, bool, tuple[str, ...]]]:
    """Of each group that has something: is it on, and which are on with it switched."""
    for group in groups:
        if counts[group]:
            yield group, group in now, tuple(g for g in groups if (g in now) != (g == group))


def _reasons(found: Kept) -> dict[str, Reason]:
    evidence = found.reading.header.evidence
    return {name: _reason(found.reading.text, each) for name, each in evidence.items()}


def _reason(text: str, evidence: Evidence) -> Reason:
    if evidence.span is None:
        return Reason(evidence, "", evidence.quote, "")
    start, end = evidence.span
    before = text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
    if len(before) == _CONTEXT:  # whole words
        before = f"… {before.partition(' ')[2]}"
    after = text[end : end + _CONTEXT].partition("\n")[0]
    if len(after) == _CONTEXT:
        after = f"{after.rpartition(' ')[0]} …"
    return Reason(evidence, before, text[start:end], after)


def _captured(found: Kept) -> Capture | None:
    """The capture that this version was read from."""
    named = found.version.capture
    return next((c for c in found.captures if c.id == named), None)


def _tongues(found: Kept) -> Iterator[Tongue]:
    """All languages of the statement: this one, those kept, those that are only named."""
    here = Tongue(found.reading.language or "", found.statement.id, None)
    kept_here = [here, *(Tongue(s.language or "", s.id, None) for s in found.languages)]
    known = {tongue.language.split("-")[0] for tongue in kept_here}
    named = [
        Tongue(version.language, None, version.url)
        for version in found.reading.header.languages
        if version.language.split("-")[0] not in known
    ]
    ordered = sorted([*kept_here, *named], key=lambda tongue: tongue.language)
    for _, same in groupby(ordered, key=lambda tongue: (tongue.language, tongue.statement)):
        yield next(same)


def _linked(found: Kept, kind: str) -> Iterator[tuple[str, Link]]:
    """The statements that this one is linked with, and the links."""
    for link in found.links:
        if link.kind == kind:
            yield (link.b if link.a == found.statement.id else link.a), link
