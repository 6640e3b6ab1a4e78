"""Nothing grows past what one can hold in mind: module 400 lines, class 300, function 50."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.support import REPOSITORY

MODULE, CLASS, FUNCTION = 400, 300, 50
FOLDERS = ("src", "tests", "benchmarks", "scripts")


def violations(root: Path) -> list[str]:
    """What is too long under `root`."""
    return [
        found
        for folder in FOLDERS
        for path in sorted((root / folder).rglob("*.py"))
        for found in _too_long(path, path.read_text("utf-8"))
    ]


def _too_long(path: Path, text: str) -> Iterator[str]:
    lines = text.count("\n")
    if lines > MODULE:
        yield f"{path.name}: {lines} lines, more than {MODULE}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            limit = CLASS
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            limit = FUNCTION
        else:
            continue
        size = (node.end_lineno or node.lineno) - node.lineno + 1
        if size > limit:
            yield f"{path.name}: {node.name} has {size} lines, more than {limit}"


def test_nothing_is_too_long() -> None:
    assert violations(REPOSITORY) == []


def test_planted_violations_are_seen(tmp_path: Path) -> None:
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "module.py").write_text("x = 1\n" * (MODULE + 1), "utf-8")
    (folder / "function.py").write_text("def f():\n" + "    x = 1\n" * FUNCTION, "utf-8")
    (folder / "klass.py").write_text("class C:\n" + "    x = 1\n" * CLASS, "utf-8")
    (folder / "fine.py").write_text("def f():\n" + "    x = 1\n" * (FUNCTION - 1), "utf-8")
    assert [found.split(":")[0] for found in violations(tmp_path)] == [
        "function.py",
        "klass.py",
        "module.py",
    ]
