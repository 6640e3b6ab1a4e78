"""A room imports only rooms with a smaller number (docs/architecture.md draws them)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.support import REPOSITORY

ROOMS = {
    "records": 0,
    "errors": 0,
    "text": 1,
    "languages": 2,
    "gazetteer": 2,
    "meaning": 2,
    "crawl": 3,
    "archive": 3,
    "extract": 3,
    "transcript": 3,
    "annotate": 3,
    "compare": 3,
    "sources": 4,
    "store": 4,
    "search": 5,
    "alerts": 5,
    "pipeline": 6,
    "ledger": 6,
    "export": 7,
    "scale": 7,
    "web": 8,
    "cli": 9,
}
FREE = {"", "__main__"}  # the package itself (its version), and the door to the command line


def violations(source: Path) -> list[str]:
    """Imports of `source/` (the package's folder) that go the wrong way, wherever they stand."""
    return [
        f"{path.relative_to(source)}:{line}: {room} may not import {other}"
        for path in sorted(source.rglob("*.py"))
        for line, other in _imports(path, source)
        for room in [_room(path, source)]
        if not _allowed(room, other)
    ]


def _allowed(room: str, other: str) -> bool:
    if other in FREE or room in FREE or room == other:
        return True
    return room in ROOMS and other in ROOMS and ROOMS[other] < ROOMS[room]


def _room(path: Path, source: Path) -> str:
    first = path.relative_to(source).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def _imports(path: Path, source: Path) -> Iterator[tuple[int, str]]:
    """Rooms that a module names in its imports. Relative imports are resolved."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = ("onrecord", *path.relative_to(source).parts[:-1])
            stem = base[: len(base) - node.level + 1]
            names = [".".join((*stem, node.module or alias.name)) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "onrecord":
                other = parts[1] if len(parts) > 1 else ""
                yield node.lineno, other if other in ROOMS or len(parts) > 2 else _known(other)


def _known(name: str) -> str:
    """`from onrecord import __version__` names no room."""
    return "" if name.startswith("__") else name


def test_rooms_are_in_order() -> None:
    assert violations(REPOSITORY / "src" / "onrecord") == []


def test_every_room_is_listed() -> None:
    folder = REPOSITORY / "src" / "onrecord"
    rooms = {_room(path, folder) for path in folder.rglob("*.py")} - FREE
    assert rooms <= set(ROOMS)
    assert rooms


def test_planted_violations_are_seen(tmp_path: Path) -> None:
    planted = {
        "text/spans.py": "from onrecord.languages.loader import tags\n",
        "extract/html.py": "def f():\n    import onrecord.crawl.quality\n",
        "crawl/quality.py": "from ..pipeline import read\n",
        "languages/loader.py": "from onrecord import gazetteer\n",
        "strange/module.py": "from onrecord.text import spans\n",
        "cli/read.py": "from onrecord.pipeline import read\nfrom onrecord import __version__\n",
    }
    for name, text in planted.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert [found.split(":")[0] for found in violations(tmp_path)] == [
        "crawl/quality.py",
        "extract/html.py",
        "languages/loader.py",
        "strange/module.py",
        "text/spans.py",
    ]
