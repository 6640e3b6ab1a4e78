"""The terminal view as a whole: complete, within its width, and safe with hostile pages."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.text import Text

from onrecord.cli import terminal, view
from onrecord.records import Furniture, Header, Issue, Origin, Participant, Reading
from tests.support import reading

MADE = reading(
    "> Ann Lee | Good day.\n? TASS | Why was the bridge closed?\n! Ann Lee | Because.\n"
    "* (Laughter.)\n? | And the road?\n! Bob Ray | " + "The road is open. " * 20,
    Header(
        title="Remarks by Minister Ann Lee",
        participants=(Participant(name="Ann Lee", role="Minister of Bridges", country="CH"),),
    ),
    issues=(Issue(stage="header", message="The page has no stamp."),),
    furniture=(Furniture(text="We use cookies.", reason="notice"),),
)


def shown(made: Reading, furniture: bool = False, width: int = terminal.WIDTH) -> str:
    out = terminal.console(io.StringIO())
    out.width = width
    view.show(made, out, furniture)
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def test_issues_come_last_in_words() -> None:
    assert shown(MADE).rstrip().endswith("  !   The page has no stamp.")


def test_furniture_only_if_asked_for() -> None:
    assert "cookies" not in shown(MADE)
    text = shown(MADE, furniture=True)
    assert "Left out of the page: 1 line" in text
    assert "notice" in text
    assert "We use cookies." in text


def test_nothing_of_the_words_is_lost() -> None:
    squeezed = " ".join(shown(MADE).replace("┃", " ").split())
    for turn in MADE.turns:
        said = MADE.text[turn.span.start : turn.span.end]
        assert " ".join(said.split()) in squeezed


@pytest.mark.parametrize("width", [40, 60, terminal.WIDTH])
def test_lines_keep_to_the_width(width: int) -> None:
    lines = shown(MADE, width=width).splitlines()
    assert max(Text(line).cell_len for line in lines) <= width
    assert not any(line.endswith(" ") for line in lines)


def test_no_colour_in_a_file_and_colour_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in shown(MADE)
    monkeypatch.delenv("NO_COLOR")
    out = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=78)
    view.show(MADE, out)
    assert isinstance(out.file, io.StringIO)
    assert "\x1b[" in out.file.getvalue()


def test_a_hostile_page_reaches_no_terminal() -> None:
    evil = "\x1b]0;owned\x07\x9b2J\u202egnp.exe\r[bold]x[/bold]"
    made = reading(
        f"> {evil} | {evil}",
        Header(title=evil, participants=(Participant(name=evil, role=evil),)),
        source=Origin(uri=evil),
        issues=(Issue(stage="x", message=evil),),
        furniture=(Furniture(text=evil, reason=evil),),
    )
    text = shown(made, furniture=True)
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\r"} & set(text)
    assert "[bold]x[/bold]" in text
