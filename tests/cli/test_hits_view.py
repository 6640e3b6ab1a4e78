from __future__ import annotations

import io
from pathlib import Path

from onrecord.cli import hits_view, terminal
from onrecord.search.records import Request
from tests.search.written import turn, written


def shown(folder: Path, request: Request, text: str) -> str:
    index = written(folder / "i", [turn("a", text, title="A \x1b[31mtitle", speaker="Bo")])
    out = terminal.console(io.StringIO())
    hits_view.show(index.search(request), request, out)
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def test_a_hit_is_told_without_controls(tmp_path: Path) -> None:
    text = shown(tmp_path, Request(query="ship"), "One \x1b[2J ship\nleft.")
    assert text.splitlines()[0] == "1 turn found"
    assert "Bo · date not stated on the page" in text
    assert "One [2J ship left." in text
    assert "\x1b" not in text


def test_a_passage_shows_that_it_is_one(tmp_path: Path) -> None:
    text = shown(
        tmp_path, Request(query="ship"), "So it was. " * 100 + "A ship. " + "So it is. " * 100
    )
    assert "… " in text
    assert " …" in text


def test_a_page_after_the_last(tmp_path: Path) -> None:
    text = shown(tmp_path, Request(query="ship", offset=5), "A ship.")
    assert "no hit after the first 5" in text
