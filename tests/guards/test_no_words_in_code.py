"""Words of human languages belong in data files, not in code.

No string of `src/` prints a letter that is not ASCII; docstrings may (they hold examples, which run
as tests), and so may `text/`, which knows letters but no words. Signs are no letters; a letter that
bounds a range stands as an escape. English words in code are the reviewer's to see.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

from tests.support import REPOSITORY

FREE_ROOMS = ("text",)
_LETTERS = {"Lu", "Ll", "Lt", "Lo"}  # modifiers such as the Hawaiian apostrophe are signs
_SIGNS = "\N{FEMININE ORDINAL INDICATOR}\N{MASCULINE ORDINAL INDICATOR}"


def violations(source: Path) -> list[str]:
    """Strings and names with letters of other scripts in `source/` (the package's folder)."""
    return [
        f"{path.relative_to(source)}:{line}: {text!r}"
        for path in sorted(source.rglob("*.py"))
        if path.relative_to(source).parts[0] not in FREE_ROOMS
        for line, text in _words(path.read_text("utf-8"))
    ]


def _words(source: str) -> Iterator[tuple[int, str]]:
    if source.isascii():
        return
    tree = ast.parse(source)
    documentation = set(_docstrings(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            written = ast.get_source_segment(source, node) or node.value
            if id(node) not in documentation and _foreign(node.value) and _foreign(written):
                yield node.lineno, written
        elif isinstance(node, ast.Name) and _foreign(node.id):
            yield node.lineno, node.id


def _docstrings(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield id(first.value)


def _foreign(text: str) -> bool:
    return any(
        not char.isascii() and char not in _SIGNS and category(char) in _LETTERS for char in text
    )


def test_code_has_no_words() -> None:
    assert violations(REPOSITORY / "src" / "onrecord") == []


def test_planted_violations_are_seen(tmp_path: Path) -> None:
    planted = {
        "extract/a.py": 'LABEL = "Вопрос"\n',
        "extract/b.py": 'PATTERN = f"{1}問"\n',
        "extract/c.py": 'def f():\n    """Вопрос is fine here."""\n    return "“—·┃”"\n',
        "extract/d.py": "ответ = 1\n",
        "extract/f.py": 'HANGUL = "[\\uac00-\\ud7a3]"\n',
        "text/e.py": 'FOLDS = "ёе"\n',
    }
    for name, text in planted.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert [found.split(":")[0] for found in violations(tmp_path)] == [
        "extract/a.py",
        "extract/b.py",
        "extract/d.py",
    ]
