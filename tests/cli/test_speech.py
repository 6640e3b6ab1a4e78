"""Turns are told apart by form; nothing that the page prints among them is lost."""

from __future__ import annotations

import io

import msgspec

from onrecord.cli import terminal
from onrecord.cli.speech import speech
from onrecord.records import Block, Reading, Span
from onrecord.transcript.voices import voices
from tests.support import reading


def shown(made: Reading) -> list[str]:
    out = terminal.console(io.StringIO())
    return [line.plain for line in speech(made, voices(made), out)]


def with_notes(made: Reading, *words: str) -> Reading:
    """The reading with stage notes where these words stand."""
    starts = [(made.text.index(word), len(word)) for word in words]
    notes = [Block(span=Span(n, n + size), kind="stage_note") for n, size in starts]
    blocks = sorted((*made.blocks, *notes), key=lambda b: (b.span.start, -b.span.end))
    return msgspec.structs.replace(made, blocks=tuple(blocks))


def test_turns_are_told_apart_by_form() -> None:
    made = "> Ann Lee | Good day.\n? TASS | Why?\n! Ann Lee | So.\n? | And?\n! Bob Ray | No."
    lines = shown(reading(made))
    assert "  ? TASS" in lines
    assert "  ┃   Why?" in lines
    assert "  ? Question" in lines
    assert " AL   Ann Lee" in lines
    assert "      So." in lines
    assert [line[:4] for line in lines if "───" in line] == [" 1 ─", " 2 ─"]


def test_blocks_within_blocks_are_shown_once() -> None:
    made = reading("> Ann Lee | Good (laughter) day.\n? TASS | Why?")
    lines = shown(with_notes(made, "(laughter)"))
    assert "      Good (laughter) day." in lines
    assert "  ┃   Why?" in lines
    assert sum("laughter" in line for line in lines) == 1


def test_notes_between_turns_and_after_them_are_shown() -> None:
    made = reading("> Ann Lee | One.\n* (Applause.)\n> Bob Ray | Two.\n* (End.)")
    kept = tuple(turn for turn in made.turns if turn.kind != "note")
    lines = shown(msgspec.structs.replace(made, turns=kept))
    assert lines.index("      (Applause.)") < lines.index(" BR   Bob Ray")
    assert lines[-1] == "      (End.)"


def test_what_stands_between_label_and_words_is_shown_beside_the_name() -> None:
    made = reading("> Ann Lee (via interpreter): | Good day.")
    turn = msgspec.structs.replace(
        made.turns[0], label="Ann Lee", label_span=Span(0, 7), speaker="Ann Lee"
    )
    assert " AL   Ann Lee (via interpreter)" in shown(msgspec.structs.replace(made, turns=(turn,)))


def test_who_speaks_on_after_a_note_has_no_second_heading() -> None:
    made = reading("> Ann Lee | One.\n* (Applause.)\n> | Two.")
    last = msgspec.structs.replace(made.turns[2], speaker="Ann Lee")
    lines = shown(msgspec.structs.replace(made, turns=(*made.turns[:2], last)))
    assert lines.count(" AL   Ann Lee") == 1


def test_a_speaker_who_is_unknown_is_said_to_be() -> None:
    assert " ··   Speaker not stated on the page" in shown(reading("> | One."))


def test_who_gives_the_floor_is_said_to() -> None:
    made = reading("> Carla Diaz | Please.")
    turn = msgspec.structs.replace(made.turns[0], role="moderator")
    assert " CD   Carla Diaz · moderator" in shown(msgspec.structs.replace(made, turns=(turn,)))
