"""`onrecord check` for the eye: each field and turn with its rule and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from onrecord.cli.output import safe
from onrecord.cli.reasons import FieldReason, Reasons, TurnReason
from onrecord.cli.terminal import put
from onrecord.cli.view import issue_lines
from onrecord.cli.words import UNKNOWN

_INDENT = 15


def show(found: Reasons, out: Console) -> None:
    """Prints what one statement rests on."""
    out.print(Text(safe(found.source.uri), style="bold"))
    for field in found.fields:
        put(_field(field, out), out)
    out.print()
    out.print(Text(f"Turns ({len(found.turns)})", style="bold"))
    for turn in found.turns:
        put(_turn(turn, out), out)
    put(issue_lines(found.issues, out), out)
    out.print()
    out.file.flush()


def _field(field: FieldReason, out: Console) -> Iterator[Text]:
    stated = bool(field.value)
    value = Text(safe(_shown(field.value))) if stated else Text(UNKNOWN, style="dim italic")
    yield from _hung(field.field, value, out)
    if field.method is not None:
        yield from _hung("", _because(field), out)
    elif stated:
        yield from _hung("", Text("no evidence recorded", style="dim"), out)


def _because(field: FieldReason) -> Text:
    text = Text(safe(field.method or ""), style="dim")
    if field.quote is not None:
        opening, closing = ("[", "]") if field.before or field.after else ("", "")
        text.append(": “" + safe(field.before or "") + opening)
        text.append(safe(field.quote), style="underline" if field.span else "")
        text.append(closing + safe(field.after or "") + "”")
    if field.span is not None:
        text.append(f" at {field.span.start}-{field.span.end} of the text")
    if field.where is not None:
        text.append(f" in {safe(field.where)}")
    return text


def _turn(turn: TurnReason, out: Console) -> Iterator[Text]:
    who = turn.speaker or f"speaker {UNKNOWN}"
    head = Text(f"{turn.kind} · {turn.role} · ")
    head.append(safe(who), style="bold" if turn.speaker else "dim italic")
    if turn.outlet:
        head.append(f" · {safe(turn.outlet)}")
    yield from _hung(f"  {turn.n}", head, out)
    why = Text(f"{safe(turn.rule or 'no rule recorded')}: ", style="dim")
    if turn.label is not None and turn.label_span is not None:
        why.append(f"“{safe(turn.label)}” at {turn.label_span.start}-{turn.label_span.end}")
    else:
        why.append("no label printed")
    yield from _hung("", why, out)
    yield from _hung("", Text(safe(turn.starts) + " …", style="dim italic"), out)


def _hung(name: str, text: Text, out: Console) -> Iterator[Text]:
    """A name, and its text wrapped beside it."""
    head = Text(name.ljust(_INDENT), style="bold")
    for line in text.wrap(out, out.width - _INDENT):
        line.rstrip()
        yield head + line
        head = Text(" " * _INDENT)


def _shown(value: object) -> str:
    """A value on one line.

    >>> _shown({"name": "Geneva", "country": None}), _shown([{"name": "A"}, {"name": "B"}])
    ('Geneva', 'A; B')
    """
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part is not None)
    if isinstance(value, list | tuple):
        return "; ".join(map(_shown, value))
    return str(value)
