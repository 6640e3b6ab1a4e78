"""The card of a statement: what the page says of it as a whole, and what it does not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from onrecord.cli.output import safe
from onrecord.cli.voices import badge
from onrecord.cli.words import UNKNOWN, body_name, day, kind_name, language_name
from onrecord.records import Header, Reading
from onrecord.transcript.voices import Voice


def card(reading: Reading, known: Mapping[str, Voice], width: int) -> Panel:
    """The card; `known`: how people are shown."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in _facts(reading):
        grid.add_row(name, _value(value))
    for name, person in _people(reading.header, known):
        grid.add_row(name, person)
    grid.add_row("Read from", Text(safe(reading.source.uri), style="dim"))
    title = safe(reading.header.title or "Title " + UNKNOWN)
    whole = Table.grid()
    whole.add_row(Text(title, style="bold" if reading.header.title else "dim italic"))
    whole.add_row("")
    whole.add_row(grid)
    return Panel(whole, width=width, padding=(1, 2), border_style="dim")


def _facts(reading: Reading) -> Iterator[tuple[str, str | None]]:
    header = reading.header
    yield "Kind", kind_name(header.kind)
    yield "Said", day(header.date)
    yield "Published", day(header.published)
    if header.updated:
        yield "Updated", day(header.updated)
    yield "Place", body_name(header.place)
    yield "Issuer", body_name(header.issuer)
    yield "Language", language_name(reading.language)
    also = [v.language for v in header.languages if v.language != reading.language]
    if also:
        yield "Also in", ", ".join(filter(None, map(language_name, also)))


def _people(header: Header, known: Mapping[str, Voice]) -> Iterator[tuple[str, Text]]:
    name = "Taking part"
    if not header.participants:
        yield name, _value(None)
    for person in header.participants:
        text = badge(known[person.name])
        text.append(" " + safe(person.name))
        if person.role:
            text.append(", " + safe(person.role), style="dim")
        if person.country:
            text.append(f" ({safe(person.country)})", style="dim")
        yield name, text
        name = ""


def _value(value: str | None) -> Text:
    return Text(UNKNOWN, style="dim italic") if value is None else Text(safe(value))
