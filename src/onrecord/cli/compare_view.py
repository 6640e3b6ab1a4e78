"""A comparison for the eye, in the terminal: in one sentence, then the differences, the heaviest
first, each with the words on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.cli import compare_words
from onrecord.cli.output import safe
from onrecord.cli.terminal import INDENT, put
from onrecord.compare.difference import WEIGHTS, Difference
from onrecord.pipeline.comparing import Comparison
from onrecord.records import Span

_AROUND = 120  # characters before and after what differs
_LONG = 300  # characters of a quote
COLOURS = {"substance": "bold red", "fact": "bold yellow", "wording": "cyan", "typography": "dim"}


def show(found: Comparison, weight: str, out: Console) -> None:
    """Prints the differences that weigh as much, or more."""
    for mark, reading in (("A", found.a), ("B", found.b)):
        title = " ".join((reading.header.title or reading.id).split())
        put(_wrapped(mark, f"{title} ({reading.language or '?'})", out), out)
    put(Text(safe(compare_words.summary(found.summary)), style="bold").wrap(out, out.width), out)
    shown = [d for d in found.differences if WEIGHTS.index(d.weight) >= WEIGHTS.index(weight)]
    for difference in shown:
        out.print()
        put(_lines(difference, found, out), out)
    hidden = len(found.differences) - len(shown)
    if hidden:
        out.print()
        out.print(Text(f"{hidden:,} lighter: see them with --weight typography", style="dim"))
    out.file.flush()


def _lines(difference: Difference, found: Comparison, out: Console) -> Iterator[Text]:
    head = Text(difference.weight, style=COLOURS[difference.weight])
    head.append(f"  {difference.what}: ", style="bold")
    head.append(compare_words.reason(difference))
    yield head
    bead = found.beads[difference.bead]
    for mark, text, span, spans in (
        ("A", found.a.text, difference.a, bead.a),
        ("B", found.b.text, difference.b, bead.b),
    ):
        if span is not None and span.start < span.end:
            yield from _wrapped(mark, _in_sentence(text, span, spans), out)


def _in_sentence(text: str, span: Span, spans: Sequence[Span]) -> str:
    """The words that differ, in brackets within their sentence, unless they are most of it."""
    around = next((s for s in spans if s.start <= span.start and span.end <= s.end), span)
    before, after = text[around.start : span.start], text[span.end : around.end]
    words = text[span.start : span.end]
    if len(words) * 2 > around.end - around.start:
        return words
    return f"{before[-_AROUND:]}[{words}]{after[:_AROUND]}"


def _wrapped(mark: str, text: str, out: Console) -> Iterator[Text]:
    first = Text(f"  {mark}   ", style="dim")
    for line in Text(_short(safe(" ".join(text.split())))).wrap(out, out.width - INDENT):
        yield first + line
        first = Text(" " * INDENT)


def _short(text: str) -> str:
    return text if len(text) <= _LONG else text[: _LONG - 1] + "\u2026"
