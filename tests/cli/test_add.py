"""`onrecord add`: what became of each input, in lines and in a sum."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.archives import PROSE, page, written


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "archive"))
    return tmp_path / "archive"


def test_one_line_of_json_for_each(
    archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    sources = written(tmp_path, a=page(), b=b"<html></html>", c=page("Another", PROSE[4:]))
    assert main(["add", *sources, "--json"]) == 1
    shown = capfd.readouterr()
    lines = [json.loads(line) for line in shown.out.splitlines()]
    assert [line["outcome"] for line in lines] == ["added", "failed", "added"]
    assert [line["uri"] for line in lines] == sources
    assert lines[0]["statement"].endswith("/2024-05-02/talks-on-the-northern-strait")
    assert "b.html: " in shown.err
    assert "2 added, 1 failed (" in shown.err


def test_the_sum_says_what_is_new(
    archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    sources = written(tmp_path, a=page(published=""), b=page("Another", PROSE[4:]))
    assert main(["add", *sources]) == 0
    written(tmp_path, a=page(said=PROSE[1:], published=""))
    capfd.readouterr()
    assert main(["add", *sources]) == 0
    shown = capfd.readouterr()
    assert shown.out == ""
    assert "1 new versions, 1 unchanged (" in shown.err


def test_reasons_are_counted(
    archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    gone = [str(tmp_path / f"{n}.html") for n in range(3)]
    assert main(["add", *gone]) == 1
    assert "3 inputs failed: input: " in capfd.readouterr().err


def test_documents_keep_their_ids(
    archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text('{"id": "doc 7", "text": "We met.", "url": "https://mfa.example/7"}\n')
    assert main(["add", "--format", "jsonl", str(path), "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["statement"] == "doc 7"
    assert main(["show", "doc 7", "--json"]) == 0
    record = json.loads(capfd.readouterr().out)
    assert (record["id"], record["url"]) == ("doc 7", "https://mfa.example/7")


def test_an_archive_that_cannot_be_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    (path,) = written(tmp_path, a=page())
    assert main(["add", path, "--archive", str(tmp_path / "file")]) == 1
    assert "cannot be made" in capfd.readouterr().err


def test_one_address_for_one_page(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["add", "a.html", "b.html", "--url", "https://mfa.example/"])
    assert stopped.value.code == 2
    assert "give one SOURCE" in capfd.readouterr().err
