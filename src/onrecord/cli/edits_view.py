"""Edits for the eye, in the terminal: each with when it was seen, and the words on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.cli import compare_words
from onrecord.cli.compare_view import COLOURS
from onrecord.cli.output import safe
from onrecord.cli.terminal import INDENT, put
from onrecord.store.edit_records import Change, Edit

_SHOWN = 5  # differences of one edit
_LONG = 300  # characters of a quote
_AROUND = 60
_KINDS = {
    "edited": "edited",
    "reverted": "an earlier text is back",
    "removed": "taken away",
}


def show(found: Sequence[Edit], total: int, out: Console) -> None:
    """Prints the edits, and how many there are."""
    if not found:
        out.print("No edit of this kind was seen. Lighter ones: --weight typography")
    for edit in found:
        put(_lines(edit, out), out)
        out.print()
    if total > len(found):
        out.print(Text(f"{len(found):,} of {total:,}: see more with --limit", style="dim"))
    out.file.flush()


def _lines(edit: Edit, out: Console) -> Iterator[Text]:
    head = Text(edit.weight, style=COLOURS[edit.weight])
    head.append(f"  {_KINDS[edit.kind]}", style="bold")
    head.append(f"  {edit.last_seen[:16]} to {edit.seen[:16]} UTC", style="dim")
    yield head
    title = " ".join(safe(edit.title or edit.statement).split())
    yield from Text(title, style="bold").wrap(out, out.width)
    ids = edit.before if edit.after is None else f"onrecord compare {edit.before} {edit.after}"
    yield Text(safe(ids), style="dim")
    if edit.reason:
        back = f"; there again {edit.restored[:16]} UTC" if edit.restored else ""
        yield Text(safe(f"{edit.reason}{back}"))
    for change in edit.told.changes[:_SHOWN]:
        yield from _change(change, out)
    hidden = sum(edit.told.weights.values()) - len(edit.told.changes[:_SHOWN])
    if hidden > 0:
        yield Text(f"  and {hidden:,} more", style="dim")


def _change(change: Change, out: Console) -> Iterator[Text]:
    yield Text(f"  {change.what}: {compare_words.edited(change.reason)}")
    for mark, quote, whole, span, around in (
        ("-", change.quote_a, change.text_a, change.a, change.around_a),
        ("+", change.quote_b, change.text_b, change.b, change.around_b),
    ):
        if not (quote or whole):
            continue
        text = quote or ""
        if whole and span and around:
            start, end = span.start - around.start, span.end - around.start
            text = f"{whole[max(0, start - _AROUND) : start]}[{text}]{whole[end : end + _AROUND]}"
        first = Text(f"  {mark}   ", style="dim")
        for line in Text(_short(safe(" ".join(text.split())))).wrap(out, out.width - INDENT):
            yield first + line
            first = Text(" " * INDENT)


def _short(text: str) -> str:
    return text if len(text) <= _LONG else text[: _LONG - 1] + "\u2026"
