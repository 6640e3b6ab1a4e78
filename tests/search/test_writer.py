from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import Locked
from onrecord.search.records import Update
from onrecord.search.writer import Writer, identity, make
from tests.search.written import found, turn, written


def test_the_turns_of_a_statement_are_replaced(tmp_path: Path) -> None:
    index = written(
        tmp_path / "i", [turn("a", "old words"), turn("a", "more", 1), turn("b", "other")]
    )
    assert found(index, "old") == {"a"}
    with Writer(tmp_path / "i") as writer:
        writer.put([Update(statement="a", turns=(turn("a", "new words"),))])
    assert found(index, "*") == {"a", "b"}
    assert found(index, "old OR more") == set()
    assert found(index, "new") == {"a"}
    with Writer(tmp_path / "i") as writer:
        writer.put([Update(statement="a")])
    assert found(index, "*") == {"b"}


def test_what_failed_is_not_there(tmp_path: Path) -> None:
    index = written(tmp_path / "i", [turn("a", "one")])

    def fail() -> None:
        with Writer(tmp_path / "i") as writer:
            writer.put([Update(statement="b", turns=(turn("b", "two"),))])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert found(index, "*") == {"a"}


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    first = Writer(tmp_path / "i")
    with pytest.raises(Locked, match="another process"):
        Writer(tmp_path / "i")
    first.close()
    Writer(tmp_path / "i").close()


def test_another_format_or_generation_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "i"
    made = make(folder, "one")
    assert identity(folder) == made
    writer = Writer(folder, "one")
    writer.close()
    assert writer.identity == made
    writer = Writer(folder, "two")
    writer.close()
    assert writer.identity.id != made.id
    (folder / "format.json").write_text("{")
    assert identity(folder) is None
    assert identity(tmp_path / "none") is None


def test_a_lock_file_that_comes_back_while_an_index_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "i"
    made = make(folder, "one")

    def late(path: str, dir_fd: int | None = None) -> None:
        (folder / ".tantivy-meta.lock").touch()
        remove(path, dir_fd=dir_fd)

    remove = os.rmdir
    monkeypatch.setattr(os, "rmdir", late)
    assert make(folder, "two").id != made.id
    assert identity(folder) is not None


def test_what_cannot_be_removed_is_not_taken_for_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = written(tmp_path / "i", [turn("a", "one")])
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    make(tmp_path / "i", "two")
    assert found(index, "*") == set()


KILLED = """
import os, sys
from pathlib import Path
from onrecord.search.records import Update
from onrecord.search.writer import Writer
from tests.search.written import turn
writer = Writer(Path(sys.argv[1]))
writer.put([Update(statement="b", turns=(turn("b", "two"),))])
os._exit(9)
"""


def test_a_sudden_end_loses_only_what_was_not_committed(tmp_path: Path) -> None:
    index = written(tmp_path / "i", [turn("a", "one")])
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "i")], check=False)
    assert found(index, "*") == {"a"}
    with Writer(tmp_path / "i") as writer:
        writer.put([Update(statement="b", turns=(turn("b", "two"),))])
    assert found(index, "*") == {"a", "b"}
