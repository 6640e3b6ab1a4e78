"""`onrecord corrections`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.web.support import made


@pytest.fixture
def root(tmp_path: Path) -> str:
    sample = Path("samples/geneva-news-conference.en.html")
    return str(made(tmp_path / "archive", [sample]).root)


def _entries(root: str, capfd: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capfd.readouterr()
    assert main(["commitments", "--archive", root, "--json"]) == 0
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_reject_amend_list_and_count(root: str, capfd: pytest.CaptureFixture[str]) -> None:
    first, second, *_ = _entries(root, capfd)
    told = ["--archive", root, "--by", "Ann Lee", "--why", "a wish"]
    assert main(["corrections", "reject", str(first["id"]), *told]) == 0
    amended = ["--set", "due=2031-05", "--set", 'actor=[{"name": "Lormark"}]']
    assert main(["corrections", "amend", str(second["id"]), *amended, *told]) == 0
    left = {str(one["id"]): one for one in _entries(root, capfd)}
    assert first["id"] not in left
    assert left[str(second["id"])]["due"] == "2031-05"
    assert left[str(second["id"])]["said"]["correction"]["by"] == "Ann Lee"  # type: ignore[index]
    assert main(["corrections", "list", "--archive", root, "--json"]) == 0
    listed = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [one["annotations"] for one in listed] == [[first["id"]], [second["id"]]]
    assert main(["corrections", "rules", "--archive", root]) == 0
    assert "1 wrong" in capfd.readouterr().out
    assert main(["corrections", "list", "--archive", root]) == 0
    assert "a wish" in capfd.readouterr().out


def test_review_goes_one_by_one(
    root: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(_entries(root, capfd))
    monkeypatch.setattr("sys.stdin", io.StringIO("a\n\nr\nq\n"))
    assert main(["corrections", "review", "--archive", root]) == 0
    assert len(_entries(root, capfd)) in (before - 1, before)
    assert main(["corrections", "list", "--archive", root, "--json"]) == 0
    verdicts = [json.loads(x)["correction"]["verdict"] for x in capfd.readouterr().out.splitlines()]
    assert verdicts == ["accept", "reject"]


def test_what_is_no_id(root: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["corrections", "accept", "a/b", "--archive", root]) == 1
    assert "no id" in capfd.readouterr().err
