"""One writer at a time, across processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.archive.lock import holder, locked
from onrecord.errors import ArchiveError, Locked

_HOLD = """
import sys, pathlib
from onrecord.archive.lock import locked
with locked(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def _other(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_is_told_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    told: list[str] = []
    with _other(path) as process:
        with (
            pytest.raises(Locked, match=f"process {process.pid} on .* is writing"),
            locked(path, 0.2, told.append),
        ):
            pass
        process.communicate("")
    assert len(told) == 1
    assert str(process.pid) in told[0]


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with _other(path) as process:
        process.kill()
        process.communicate()
    with locked(path, 0.0):
        assert "process" in holder(path)


def test_the_second_waits(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with _other(path) as process:

        def let_go(_: str) -> None:
            assert process.stdin is not None
            process.stdin.close()

        with locked(path, 30.0, let_go):
            assert process.wait(30) == 0
        assert process.stdout is not None
        process.stdout.close()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be written"), locked(tmp_path / "a" / "lock"):
        pass


def test_a_lock_that_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("no JSON")
    assert holder(tmp_path / "lock") == "another process"
