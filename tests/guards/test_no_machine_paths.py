"""No file of the repository names the machine that it was written on, or the registry that served
it: what it says must be true everywhere."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support import REPOSITORY

_SEP = "/"  # spelt apart, so that this file does not name what it looks for
_FOLDERS = ("work", "root", "farm")
_PATHS = re.compile(rf"(?<![\w.{_SEP}-]){_SEP}(?:{'|'.join(_FOLDERS)})(?![\w-])")
_REGISTRY = re.compile(r"--(?:extra-)?index-url|--find-links|trusted-host|index-url\s*=")
_NOT_OURS = {"out", "dist", "build", "archive", "__pycache__"}  # and hidden ones, but .ci
_NO_TEXT = {".pdf", ".docx", ".png", ".gz"}


def violations(root: Path) -> list[str]:
    """Lines that name a machine's path or a registry, under `root`."""
    return [
        f"{path.relative_to(root)}:{number}: {found[0]}"
        for path in sorted(root.rglob("*"))
        if path.is_file() and not _skipped(path.relative_to(root))
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").split("\n"), 1)
        for found in (_PATHS.search(line) or _REGISTRY.search(line),)
        if found
    ]


def _skipped(path: Path) -> bool:
    folders = path.parts[:-1]
    made = any(part in _NOT_OURS for part in folders[:1]) or "__pycache__" in folders
    made = made or path.parts[0] == ".git"  # a file where the checkout is a worktree
    hidden = any(part.startswith(".") and part != ".ci" for part in folders)
    return made or hidden or path.suffix in _NO_TEXT or path.name == Path(__file__).name


def test_no_machine_is_named() -> None:
    assert violations(REPOSITORY) == []


def test_planted_violations_are_seen(tmp_path: Path) -> None:
    planted = {
        "a.md": f"see {_SEP}work{_SEP}main",
        "b.toml": f'path = "{_SEP}root{_SEP}x"',
        "c.lock": "--index-" + "url https://registry.example/simple",
        "fine.md": "out/work/x, https://a.example/work/x, ../work, a/root, hard work/life",
    }
    for name, text in planted.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert [found.split(":")[0] for found in violations(tmp_path)] == ["a.md", "b.toml", "c.lock"]
