"""An archive as a Python program has it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import ArchiveError
from onrecord.pipeline.opened import open_archive
from onrecord.records import Reading
from tests.archives import PROSE, added, page, written


@pytest.fixture
def root(tmp_path: Path) -> Path:
    pages = {f"p{n}": page(f"Talks {n}", PROSE[n:]) for n in range(3)}
    added(tmp_path / "archive", *written(tmp_path / "pages", **pages, x=b"<html></html>"))
    return tmp_path / "archive"


def test_records_can_be_gone_through_again(root: Path) -> None:
    with onrecord.open(root) as archive:
        statements = archive.statements()
        assert [each.title for each in statements] == ["Talks 0", "Talks 1", "Talks 2"]
        assert list(statements) == list(statements)
        (turn, *_) = archive.turns()
        kept = archive.show(turn.id)
        assert kept is not None
        assert kept.reading.text[turn.span.start : turn.span.end] == turn.text
        assert (turn.title, turn.published) == ("Talks 0", "2024-05-02T10:00")
        first, *rest = archive.captures()
        assert archive.payload(first) == page("Talks 0", PROSE)
        assert len(rest) == 3
        assert [issue.version for issue in archive.issues() if issue.severity == "error"] == [None]
        assert [each.change for each in archive.changes(1)] == [2, 3]


def test_the_environment_says_which(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(root))
    with open_archive() as archive:
        assert archive.folder.root == root


def test_no_archive_is_made(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such folder"):
        onrecord.open(tmp_path / "gone")
    with pytest.raises(ArchiveError, match="no archive"):
        onrecord.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_reading_stores_nothing(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a=page())
    (made,) = onrecord.read(Path(path))
    assert isinstance(made, Reading)
    assert made.header.title == "Talks on the northern strait"


def test_importing_is_light() -> None:
    code = "import sys, onrecord; print([m for m in sys.modules if m.startswith('onrecord.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
