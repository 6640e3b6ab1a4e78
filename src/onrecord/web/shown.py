"""Results made ready to be printed: every value with its words and its address.

Templates only walk over them: looking a word up or spelling an address from a template costs ten
times as much, and a page of results has hundreds of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote_plus

from onrecord.search.records import Hit
from onrecord.transcript.voices import Voice
from onrecord.web import addresses
from onrecord.web.found import FACETS, Found, Results, Value, filter_of
from onrecord.web.histogram import Histogram
from onrecord.web.labels import Labels, pieces, voice_of
from onrecord.web.queries import Search
from onrecord.web.runs import Run
from onrecord.web.words import Words

FIRST = 6
_MOST = 24
_WORDS = 8
_MARKER = "\0"


class Line(NamedTuple):
    """A value of a facet. `share`: of the largest, in hundredths."""

    label: str
    number: str
    address: str
    chosen: bool
    share: float


class Facet(NamedTuple):
    """A field with its values: those that are shown at once, and more."""

    name: str
    first: tuple[Line, ...]
    more: tuple[Line, ...]


class Drawn(NamedTuple):
    """A bar of a histogram, in words and with an address."""

    label: str
    number: str
    told: str
    address: str
    x: int
    y: float
    width: int
    height: float


class Why(NamedTuple):
    """Why a hit is there. `words` that it has; how near its nearest sentence is, in words and as a
    number; `apart`: that sentence, where it is not within what is quoted."""

    words: str | None
    near: str
    similarity: str
    apart: str | None


class Shown(NamedTuple):
    """A hit. `asked`: who put the question that it answers."""

    title: str | None
    language: str
    meta: str
    home: str
    here: str
    cite: str
    only: str
    question: str | None
    asked: str
    asks: bool
    speaks: bool
    who: str | None
    outlet: str | None
    act: str
    voice: Voice | None
    before: bool
    after: bool
    runs: tuple[Run, ...]
    near: str
    why: Why | None


def facets(found: Results, wanted: Search, say: Words) -> tuple[Facet, ...]:
    """All facets that have values."""
    labels = Labels(say)
    return tuple(
        _facet(name, found.facets[name], wanted, labels, say)
        for name in FACETS
        if found.facets.get(name)
    )


def _facet(
    name: str, values: tuple[Value, ...], wanted: Search, labels: Labels, say: Words
) -> Facet:
    to = _years(wanted) if name == "year" else _toggles(wanted, filter_of(name))
    most = max(1, *(value.count for value in values))
    lines = tuple(
        Line(
            label=labels.value(name, value.value),
            number=say.number(value.count),
            address=to(value.value),
            chosen=value.chosen or (name == "year" and wanted.since == value.value == wanted.until),
            share=round(100 * value.count / most, 1),
        )
        for value in values[:_MOST]
    )
    return Facet(name, lines[:FIRST], lines[FIRST:])


def _toggles(wanted: Search, name: str) -> Callable[[str], str]:
    """Addresses with a value of a filter added or taken away, spelt with little work."""
    chosen: list[str] = getattr(wanted, name)
    whole = wanted.address("/search", **{name: (*chosen, _MARKER)})
    before, _, after = whole.partition(quote_plus(_MARKER))

    def to(value: str) -> str:
        if value in chosen:
            return wanted.toggled(name, value)
        return f"{before}{quote_plus(value, errors='replace')}{after}"

    return to


def _years(wanted: Search) -> Callable[[str], str]:
    """Addresses within a year or month; without it, where it is set."""
    whole = wanted.address("/search", since=_MARKER, until=_MARKER)
    marker = quote_plus(_MARKER)
    without = wanted.address("/search", since=None, until=None)
    set_now = wanted.since if wanted.since == wanted.until else None
    return lambda period: without if period == set_now else whole.replace(marker, period)


def months(drawn: Histogram | None, wanted: Search, say: Words) -> tuple[Drawn, ...]:
    """The bars of the months or years of the results."""
    return bars(drawn, _years(wanted), "turn", say)


def statements(drawn: Histogram | None, say: Words) -> tuple[Drawn, ...]:
    """The bars of the months or years of all statements."""
    return bars(drawn, lambda period: addresses.browse("date", period), "statement", say)


def bars(
    drawn: Histogram | None, to: Callable[[str], str], noun: str, say: Words
) -> tuple[Drawn, ...]:
    """The bars that are not empty."""
    return tuple(
        Drawn(
            label=(label := say.day(bar.period)),
            number=say.number(bar.number),
            told=f"{label}: {say.counted(bar.number, noun)}",
            address=to(bar.period),
            x=bar.x,
            y=bar.y,
            width=bar.width,
            height=bar.height,
        )
        for bar in (drawn.bars if drawn else ())
        if bar.number
    )


def hits(found: Results, wanted: Search, say: Words) -> Iterator[Shown]:
    """The hits of a page."""
    only = _only(wanted)
    return (_hit(each, found.query, only, say) for each in found.hits)


def _only(wanted: Search) -> Callable[[str], str]:
    whole = wanted.address("/search", statement=(_MARKER,))
    marker = quote_plus(_MARKER)
    return lambda name: whole.replace(marker, quote_plus(name, errors="replace"))


def _hit(found: Found, query: str, only: Callable[[str], str], say: Words) -> Shown:
    hit, question = found.hit, found.question
    told = [
        say.day(hit.date) if hit.date else say("unknown.date"),
        say.named("kind", hit.kind) if hit.kind else None,
        say.country(hit.country) if hit.country else None,
        say.language(hit.language),
    ]
    at = f"{hit.span.start}-{hit.span.end}"
    asker = (question.speaker, question.outlet) if question else ()
    return Shown(
        title=hit.title,
        language=hit.language or "",
        meta=" · ".join(filter(None, told)),
        home=addresses.statement(hit.statement),
        here=addresses.statement(hit.statement, found.version, found.anchor, find=query or None),
        cite=addresses.citation(hit.statement, found.version, at=at),
        only=only(hit.statement),
        question=_question(found),
        asked=", ".join(filter(None, asker)),
        asks=hit.role == "questioner",
        speaks=bool(hit.speaker) or hit.turn_kind != "remarks",
        who=hit.speaker,
        outlet=hit.outlet,
        act=say("search.answering") if hit.turn_kind == "answer" else "",
        voice=voice_of(hit.speaker),
        before=hit.span.start > hit.turn_span.start,
        after=hit.span.end < hit.turn_span.end,
        runs=pieces(hit),
        near=f"/search{addresses.query({'like': hit.turn})}",
        why=_why(hit, say),
    )


def _why(hit: Hit, say: Words) -> Why | None:
    """Why a hit is there, where meaning had a part in it."""
    if hit.nearness is None or hit.nearest is None or hit.similarity is None:
        return None
    inside = hit.span.start <= hit.nearest.start and hit.nearest.end <= hit.span.end
    return Why(
        words=_words(hit, say) if "words" in hit.found_by else None,
        near=say("search.near." + hit.nearness),
        similarity=f"{max(0.0, hit.similarity):.2f}",
        apart=None if inside else hit.nearest_quote,
    )


def _words(hit: Hit, say: Words) -> str:
    """The words of the question that stand in the quotation."""
    start = hit.span.start
    marked = (hit.quote[a - start : b - start] for a, b in hit.highlights if (a, b) != hit.nearest)
    different = {word.casefold(): word for word in reversed([*marked])}
    found = list(reversed(different.values()))[:_WORDS]
    return ", ".join(found) if found else say("search.near.elsewhere")


def _question(found: Found) -> str | None:
    question = found.question
    if question is None:
        return None
    return question.text if question.whole else f"{question.text} …"


def operators(say: Words) -> tuple[tuple[str, str, str], ...]:
    """The signs of the query language: each with the address that tries it, and what it means."""
    known: Mapping[str, str] = say.some("operators")
    return tuple((sign, f"/search{addresses.query({'q': sign})}", known[sign]) for sign in known)
