"""What a search has found, as a person reads it in a terminal: who said it, when and where, and the
words that were looked for within their passage."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.output import safe
from onrecord.cli.terminal import INDENT
from onrecord.cli.words import UNKNOWN, counted, day
from onrecord.search.records import Hit, Request, Results

_VALUES = 6


def show(found: Results, asked: Request, out: Console) -> None:
    """Prints the hits, and before them how many there are."""
    for line in _head(found, asked):
        out.print(line)
    for number, hit in enumerate(found.hits, asked.offset + 1):
        out.print()
        out.print(_title(number, hit))
        out.print(Padding(_passage(hit), (0, 0, 0, INDENT)))
        out.print(Padding(Text(safe(hit.turn), style="dim"), (0, 0, 0, INDENT)))
    out.file.flush()


def _head(found: Results, asked: Request) -> Iterator[Text]:
    yield Text(counted(found.total, "turn") + " found", style="bold")
    for notice in found.notices:
        yield Text(safe(notice), style="yellow")
    if found.suggestion:
        yield Text(safe(f"Did you mean: {found.suggestion}"), style="yellow")
    for name, values in found.facets.items():
        few = [f"{value} {count:,}" for value, count in list(values.items())[:_VALUES]]
        if few:
            more = len(values) - len(few)
            tail = f" · {more:,} more" if more else ""
            yield Text(f"{name}: ", style="dim") + Text(safe(" · ".join(few)) + tail)
    if not found.hits and found.total:
        yield Text(f"no hit after the first {asked.offset:,}", style="dim")


def _title(number: int, hit: Hit) -> Text:
    who = hit.speaker or hit.outlet
    facts = [fact for fact in (who, day(hit.date) or "date " + UNKNOWN) if fact]
    title = Text(f"{number:>{INDENT - 2}}. ", style="dim")
    title.append(safe(hit.title or "Title " + UNKNOWN), style="bold")
    title.append("  " + safe(" · ".join(facts)), style="cyan")
    return title


def _passage(hit: Hit) -> Text:
    """The quote with its marks. Each piece is made safe alone, so that no mark moves."""
    start, end = hit.span
    shown = Text()
    shown.append("… " if start > hit.turn_span.start else "", style="dim")
    at = start
    for mark in hit.highlights:
        shown.append(_flat(hit.quote[at - start : mark.start - start]))
        shown.append(_flat(hit.quote[mark.start - start : mark.end - start]), style="bold reverse")
        at = mark.end
    shown.append(_flat(hit.quote[at - start :]))
    shown.append(" …" if end < hit.turn_span.end else "", style="dim")
    return shown


def _flat(text: str) -> str:
    return safe(text.replace("\n", " "))
