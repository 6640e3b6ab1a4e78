"""The terminal's width, and colour only where it is wanted."""

from __future__ import annotations

import io

from rich.text import Text

from onrecord.cli import terminal


def test_a_file_has_the_full_width_and_no_colour() -> None:
    out = terminal.console(io.StringIO())
    assert out.width == terminal.WIDTH
    terminal.put([Text("x", style="red")], out)
    assert isinstance(out.file, io.StringIO)
    assert out.file.getvalue() == "x\n"


def test_markup_of_a_page_is_no_markup() -> None:
    out = terminal.console(io.StringIO())
    out.print("[bold]:smile:[/bold]")
    assert isinstance(out.file, io.StringIO)
    assert out.file.getvalue() == "[bold]:smile:[/bold]\n"
