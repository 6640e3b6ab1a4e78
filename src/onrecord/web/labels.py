"""How values, hits and reasons look on a page: what templates need besides records and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.gazetteer.profile import name_of
from onrecord.records import Record
from onrecord.search.records import NAMED, Hit
from onrecord.text.spans import shift
from onrecord.transcript.voices import Voice, assigned
from onrecord.web.found import FACETS, Results, Value, filter_of
from onrecord.web.queries import Search
from onrecord.web.runs import Mark, Run, runs
from onrecord.web.words import Words

_MOST = 16
_CODE = len("TR")
_CHOICES = ("lang", "country", "kind", "role", "source")
_FACET_OF = {filter_of(facet): facet for facet in FACETS}


@lru_cache(maxsize=20_000)
def named(say: Words, entity: str) -> str:
    """The name of what an id stands for: of a state as everywhere else on a page; what the
    gazetteer does not know is named by what was asked for."""
    kind, _, rest = entity.partition("/")
    if kind == "state" and len(rest) == _CODE:
        return say.country(rest.upper())
    return name_of(entity) or entity


class Chip(NamedTuple):
    """A filter that is set, in words, and the address without it."""

    facet: str
    label: str
    without: str


class Choice(Record, frozen=True, kw_only=True):
    """A value that can be chosen in the form, in words, how often it is found (if it is counted),
    and whether it is chosen."""

    value: str
    label: str
    count: str
    chosen: bool


class Labels:
    """Values in the words of a language."""

    def __init__(self, say: Words) -> None:
        self._say = say

    def value(self, field: str, value: str) -> str:
        """A value of a field in words; an empty one is not known."""
        say = self._say
        if not value:
            return say("browse.unknown")
        match field:
            case "lang" | "language":
                return say.language(value)
            case "country":
                return say.country(value)
            case "about":
                return say.country(value.upper()) if len(value) == _CODE else value
            case "entity":
                return named(say, value)
            case "kind" | "role" | "act" | "answered":
                return say.named(field, value)
            case "date" | "since" | "until" | "due":
                return say.day(value)
        return value

    def method(self, method: str) -> str:
        """How something was found, in words, as far as there are words for it: "title: en: <day>"
        is "in the title (en: <day>)"."""
        head, _, rest = method.partition(":")
        known = self._say.some("methods")
        named = ", ".join(known.get(part.strip(), part.strip()) for part in head.split(","))
        return f"{named} ({rest.strip()})" if rest else named

    def chips(self, wanted: Search) -> tuple[Chip, ...]:
        """All filters that are set."""
        return tuple(self._chips(wanted))

    def _chips(self, wanted: Search) -> Iterator[Chip]:
        for name in NAMED:
            for value in filter(None, getattr(wanted, name)):
                label = self.value(name, value)
                yield Chip(_FACET_OF.get(name, name), label, wanted.toggled(name, value))
        if wanted.since and wanted.since == wanted.until:
            without = wanted.address(since=None, until=None)
            yield Chip("year", self.value("date", wanted.since), without)
            return
        for name in ("since", "until"):
            value = getattr(wanted, name)
            if value:
                yield Chip(name, self.value(name, value), wanted.address("/search", **{name: None}))


def choices(found: Results, wanted: Search, say: Words) -> dict[str, tuple[Choice, ...]]:
    """For each field of the form what can be chosen: what is found, and what is chosen already."""
    return {name: tuple(_choices(found, wanted, name, say)) for name in _CHOICES}


def _choices(found: Results, wanted: Search, name: str, say: Words) -> Iterator[Choice]:
    labels = Labels(say)
    values: Sequence[Value] = found.facets.get(_FACET_OF[name], ())
    known = {value.value for value in values}
    chosen: Sequence[str] = getattr(wanted, name)
    for value in chosen:
        if value and value not in known:
            yield Choice(value=value, label=labels.value(name, value), count="", chosen=True)
    for each in values[:_MOST]:
        label, count = labels.value(name, each.value), say.number(each.count)
        yield Choice(value=each.value, label=label, count=count, chosen=each.chosen)


def pieces(hit: Hit) -> tuple[Run, ...]:
    """The quotation of a hit, cut where the words that were found begin and end."""
    start, end = hit.span
    known = hit.highlights if hit.highlights != (hit.nearest,) else ()
    marks = [Mark(shift(mark, -start), "found") for mark in known]
    if hit.nearest and start <= hit.nearest.start and hit.nearest.end <= end:
        marks.append(Mark(shift(hit.nearest, -start), "near"))
    return tuple(runs(hit.quote, type(hit.span)(0, end - start), marks))


@lru_cache(maxsize=10_000)
def voice_of(name: str | None) -> Voice | None:
    """The voice of a person where nobody else is shown."""
    return assigned([name])[name] if name else None
