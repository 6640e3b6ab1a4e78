"""Search by meaning, as a user does it: made when first asked, other languages found, why told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import main

_SAID = (
    ("a", "en", "The dam will cost two billion. We discussed fishing."),
    ("b", "fr", "Le barrage co\u00fbtera deux milliards."),
    ("c", "de", "Das Wetter ist heute sch\u00f6n."),
)


@pytest.fixture
def archive(tmp_path: Path) -> str:
    lines = [json.dumps({"id": i, "language": tag, "text": text}) for i, tag, text in _SAID]
    source = tmp_path / "said.jsonl"
    source.write_text("\n".join(lines), "utf-8")
    assert main(["add", str(source), "--format", "jsonl", "--archive", str(tmp_path / "x")]) == 0
    return str(tmp_path / "x")


def _asked(capsys: pytest.CaptureFixture[str], archive: str, *options: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["search", *options, "--json", "--archive", archive]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_french_sentence_from_an_english_question(
    archive: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _asked(capsys, archive, "what is the price of the dam", "--mode", "meaning")
    assert [hit["statement"] for hit in found] == ["a", "b", "c"]
    assert found[0]["nearest"] == [0, 30]
    found = _asked(capsys, archive, "price of the dam", "--mode", "meaning", "--lang", "fr")
    assert [hit["statement"] for hit in found] == ["b"]


def test_hybrid_tells_what_found_it(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    *found, counts = _asked(capsys, archive, "dam", "--mode", "hybrid", "--facets")
    assert found[0]["found_by"] == ["words", "meaning"]
    assert found[1]["found_by"] == ["meaning"]
    assert counts["total"] == 3


def test_like_a_turn(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    turn = _asked(capsys, archive, "dam")[0]["turn"]
    assert _asked(capsys, archive, "--like", turn)[0]["statement"] == "b"


def test_vectors_that_are_lost_are_made_again(
    archive: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["meaning", "--archive", archive]) == 0
    for path in (Path(archive) / "meaning").iterdir():
        path.unlink()
    assert _asked(capsys, archive, "price of the dam", "--mode", "meaning")
