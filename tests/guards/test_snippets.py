"""Examples in the documentation are run: `console` blocks as commands with their output (`...`
stands for what is left out), `python` blocks as programs."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support import REPOSITORY

_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Snippet(NamedTuple):
    """A command or program of the documentation, and the output that it promises."""

    page: str
    run: str
    output: str | None


def snippets(root: Path) -> Iterator[Snippet]:
    """All that the Markdown files of `root` and its `docs/` say can be run."""
    for path in sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")]):
        name = path.relative_to(root).as_posix()
        for kind, body in _BLOCK.findall(path.read_text("utf-8")):
            if kind == "python":
                yield Snippet(name, f"python - <<'PROGRAM'\n{body}PROGRAM", None)
            else:
                yield from _commands(name, body)


def _commands(page: str, body: str) -> Iterator[Snippet]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Snippet(page, command, output if output.strip() else None)


def kept(snippet: Snippet, folder: Path) -> bool:
    """Does a snippet do what it says? It runs in `folder`, where `samples/` is."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", snippet.run],
        cwd=folder,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    if snippet.output is None:
        return done.returncode == 0
    return doctest.OutputChecker().check_output(snippet.output, done.stdout, _OPTIONS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "samples").symlink_to(REPOSITORY / "samples")
    return tmp_path


ALL = list(snippets(REPOSITORY))
PAGES = sorted({snippet.page for snippet in ALL})


@pytest.mark.parametrize("page", PAGES)
def test_snippets(page: str, folder: Path) -> None:
    """The snippets of a page run in order in one folder, as a reader would type them."""
    assert [s.run for s in ALL if s.page == page and not kept(s, folder)] == []


def test_there_are_snippets() -> None:
    assert set(PAGES) >= {"README.md", "docs/tutorial.md"}


def test_planted_violations_are_seen(folder: Path) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "a.md").write_text(
        "```console\n$ echo one two\none ...\n$ echo x\ny\n$ false\n```\n"
        "```python\nprint(1)\n```\n```python\n1 / 0\n```\n",
        "utf-8",
    )
    found = [kept(snippet, folder) for snippet in snippets(folder)]
    assert found == [True, False, False, True, False]
