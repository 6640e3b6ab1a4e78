"""Who says what: turns by speaker, questions behind a bar, exchanges numbered, notes dim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console
from rich.text import Text

from onrecord.cli.output import safe
from onrecord.cli.terminal import INDENT
from onrecord.cli.voices import badge, colour
from onrecord.cli.words import UNKNOWN
from onrecord.records import Block, Reading, Span, Turn
from onrecord.text.passages import Passage, Passages
from onrecord.transcript.voices import Voice

_NOTE = "dim italic"


def speech(reading: Reading, known: Mapping[str, Voice], out: Console) -> Iterator[Text]:
    """All turns, exchanges numbered; and the notes between turns."""
    number = {exchange.question[0]: n for n, exchange in enumerate(reading.exchanges, 1)}
    said = Passages(reading.blocks)
    spoken: Turn | None = None
    end = None
    for turn in reading.turns:
        start = (turn.label_span or turn.span).start
        if end is not None:
            yield from _between(reading.text, said.of(Span(end, start)), out)
        yield Text("")
        if turn.n in number:
            yield _divider(number[turn.n], out.width)
            yield Text("")
        if turn.kind != "note" and not _goes_on(spoken, turn):
            yield _heading(turn, known, _aside(reading, turn))
        yield from _words(reading, turn, said, out)
        spoken = spoken if turn.kind == "note" else turn
        end = turn.span.end
    if end is not None:
        yield from _between(reading.text, said.of(Span(end, len(reading.text))), out)


def _between(text: str, passages: Iterable[Passage], out: Console) -> Iterator[Text]:
    """What the page prints between turns: stage notes."""
    for passage in passages:
        words = safe(text[passage.span.start : passage.span.end]).strip()
        if words:
            yield Text("")
            for line in Text(words, style=_NOTE).wrap(out, out.width - INDENT):
                yield Text(" " * INDENT) + line


def _goes_on(spoken: Turn | None, turn: Turn) -> bool:
    """Does the one who spoke last go on, after a note and without a new label?"""
    if spoken is None or turn.label_span is not None or turn.n == spoken.n + 1:
        return False
    return (spoken.speaker, spoken.role) == (turn.speaker, turn.role)


def _divider(number: int, width: int) -> Text:
    head = f" {number} "
    return Text(head + "─" * (width - len(head)), style="dim")


def _aside(reading: Reading, turn: Turn) -> str:
    """What stands between a label and the words, such as "(via interpreter)"."""
    if turn.label_span is None:
        return ""
    between = reading.text[turn.label_span.end : turn.span.start]
    return safe(between).strip(" \n:.-") if any(map(str.isalpha, between)) else ""


def _heading(turn: Turn, known: Mapping[str, Voice], aside: str) -> Text:
    who = turn.speaker or turn.label
    shown = safe(who) if who else f"Speaker {UNKNOWN}"
    if turn.role == "questioner":
        text = Text("  ? ", style="bold")
        text.append(shown if who else "Question", style="bold")
        if turn.outlet and turn.outlet not in shown:
            text.append(f" · {safe(turn.outlet)}", style="bold")
        return text.append(f" {aside}", style="dim") if aside else text
    voice = known.get(who or "")
    text = badge(voice) if voice else Text(" ·· ", style="reverse dim")
    text.append(" " * max(1, INDENT - text.cell_len))
    text.append(shown, style=f"bold {colour(voice)}" if voice else "bold dim")
    if turn.role in ("moderator", "interpreter"):
        text.append(f" · {turn.role}", style="dim")
    return text.append(f" {aside}", style="dim") if aside else text


def _words(reading: Reading, turn: Turn, said: Passages, out: Console) -> Iterator[Text]:
    """The words of a turn, block by block, wrapped; a question behind a bar."""
    bar = Text("  ┃   " if turn.role == "questioner" else " " * INDENT, style="dim")
    empty = Text("  ┃" if turn.role == "questioner" else "", style="dim")
    end = None
    for passage in said.of(turn.span):
        if end is not None and "\n\n" in reading.text[end : passage.span.start]:
            yield empty
        for line in _styled(reading.text, passage, turn).wrap(out, out.width - INDENT):
            line.rstrip()
            yield bar.copy() + line
        end = passage.span.end


def _styled(text: str, passage: Passage, turn: Turn) -> Text:
    """The words of a passage, stage notes within it dim."""
    styled = Text(_bullet(passage.block), style=_style(passage.block, turn))
    done = passage.span.start
    for note in passage.notes:
        styled.append(safe(text[done : note.start]))
        styled.append(safe(text[note.start : note.end]), style=_NOTE)
        done = note.end
    styled.append(safe(text[done : passage.span.end]))
    return styled


def _style(block: Block, turn: Turn) -> str:
    if block.kind == "stage_note" or turn.kind == "note":
        return _NOTE
    return "bold" if block.kind == "heading" else ""


def _bullet(block: Block) -> str:
    return "• " if block.kind == "list_item" else ""
