"""`onrecord search`: hits as the contract has them, counts, batches, and errors that point."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import main
from tests.archives import PROSE, added, page, written

HIT = {
    "statement", "version", "turn", "score", "span", "quote", "highlights", "title", "date",
    "speaker", "language", "url",
}  # fmt: skip


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "archive"))
    pages = written(tmp_path, a=page(), b=page("Fog on the pass", PROSE[5:], "2023-01-02"))
    added(tmp_path / "archive", *pages)
    return tmp_path / "archive"


def asked(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["search", *arguments, "--json"]) == 0
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_hits(capfd: pytest.CaptureFixture[str]) -> None:
    (hit,) = asked(capfd, "engineer bridges")
    assert set(hit) >= HIT
    assert hit["quote"] == PROSE[4]
    start, end = hit["span"]
    assert end - start == len(hit["quote"])
    words = [hit["quote"][s - start : e - start] for s, e in hit["highlights"]]
    assert words == ["engineers", "bridge"]


def test_counts_come_last(capfd: pytest.CaptureFixture[str]) -> None:
    *hits, last = asked(capfd, "customs", "--facets", "--limit", "1")
    assert len(hits) == 1
    assert last["total"] == 2
    assert last["facets"]["year"] == {"2023": 1, "2024": 1}


def test_filters_sort_and_pages(capfd: pytest.CaptureFixture[str]) -> None:
    assert len(asked(capfd, "customs", "--since", "2024")) == 1
    assert asked(capfd, "customs", "--lang", "ru") == []
    both = asked(capfd, "customs", "--sort", "oldest")
    assert [hit["date"][:4] for hit in both] == ["2023", "2024"]
    assert asked(capfd, "customs", "--sort", "oldest", "--offset", "1") == both[1:]


def test_a_file_of_queries(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "queries.jsonl"
    lines = [
        {"id": "one", "query": "customs", "limit": 1, "facets": True},
        {"id": 2, "query": "(broken"},
        {"id": 3, "query": "customs", "since": "2024", "lang": ["en", "de"]},
        {"id": 4, "query": "customs", "colour": "red"},
        {"query": 5},
    ]
    file.write_text("\n".join(map(json.dumps, lines)) + "\nno json\n")
    assert main(["search", "--queries", str(file), "--json", "--limit", "5"]) == 1
    shown = capfd.readouterr()
    answers = [json.loads(line) for line in shown.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["one", 2, 3, 4, None, None]
    assert [len(answer["hits"]) for answer in answers] == [1, 0, 1, 0, 0, 0]
    assert answers[0]["total"] == 2
    assert answers[0]["hits"] == asked(capfd, "customs", "--limit", "1")
    assert "not closed" in answers[1]["error"]
    assert "line 4: there is no option 'colour'" in shown.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["customs (fog"], "  customs (fog\n          ^"),
        (["customs", "--since", "soon"], "soon is no date"),
        (["customs", "--role", "host"], "there is no role 'host'"),
        ([], "give a QUERY"),
        (["a", "--queries", "b"], "give a QUERY"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["search", *arguments]) == 2
    shown = capfd.readouterr()
    assert shown.out == ""
    assert said in shown.err


def test_for_the_eye(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "custums", "--facets"]) == 0
    shown = capfd.readouterr().out
    assert shown.startswith("2 turns found")
    assert "Did you mean: customs" in shown
    assert "Fog on the pass" in shown


def test_no_archive(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["search", "a", "--archive", str(tmp_path / "none")]) == 1
    assert main(["search", "--queries", str(tmp_path / "none")]) == 1
    assert "no archive" in capfd.readouterr().err
