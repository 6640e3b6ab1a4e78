"""`onrecord read`: JSON Lines by the contract, failures named, exit status, interruptions."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli import main, read
from onrecord.pipeline import Failure
from onrecord.records import Issue, Reading
from tests.support import SAMPLES, reading

SAMPLE = str(SAMPLES / "geneva-news-conference.en.html")
BLOCK_PAGE = str(SAMPLES / "block-page.html")
FAILED = Failure(uri="bad.html", issue=Issue(stage="quality", message="a block page"))
FIELDS = {
    "": "id source language text text_digest header blocks turns exchanges issues",
    "source": "uri media_type digest",
    "header": "title kind published date place issuer participants languages evidence",
}
TURN = "n span label label_span speaker entity role outlet kind"


def test_one_that_fails_does_not_stop_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[Reading] = []
    made = reading("> Ann Lee | One.")
    assert read.report([FAILED, made, FAILED], seen.append) == 1
    assert seen == [made]
    assert capsys.readouterr().err.splitlines() == [
        "onrecord: bad.html: a block page [quality]",
        "onrecord: bad.html: a block page [quality]",
        "onrecord: 1 statement read, 2 inputs failed",
    ]


def test_all_well_is_silent_and_nothing_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert read.report((reading("> Ann Lee | One.") for _ in range(3)), lambda _: None) == 0
    assert capsys.readouterr().err == ""


def test_every_field_of_the_contract_is_there(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", SAMPLE, "--json"]) == 0
    lines = capfdbinary.readouterr().out.splitlines()
    assert len(lines) == 1
    record = json.loads(lines[0])
    for part, names in FIELDS.items():
        assert set(names.split()) <= set(record[part] if part else record)
    assert record["turns"]
    assert all(set(TURN.split()) <= set(turn) for turn in record["turns"])
    assert "furniture" not in record


def test_furniture_if_asked_for(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", SAMPLE, "--json", "--furniture"]) == 0
    left_out = json.loads(capfdbinary.readouterr().out)["furniture"]
    assert left_out
    assert all(piece["text"] and piece["reason"] for piece in left_out)


def test_a_block_page_is_named_and_the_rest_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", BLOCK_PAGE, SAMPLE, "--json"]) == 1
    shown = capfd.readouterr()
    assert len(shown.out.splitlines()) == 1
    assert "block-page.html" in shown.err
    assert "block page" in shown.err


def test_a_path_that_is_not_there(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["read", str(tmp_path / "gone.html")]) == 1
    shown = capfd.readouterr()
    assert shown.out == ""
    assert "gone.html" in shown.err


def test_the_view_is_for_people(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", SAMPLE]) == 0
    text = capfd.readouterr().out
    assert text.startswith("╭")
    assert "\x1b" not in text


@pytest.mark.parametrize("view", ["", "--json"])
def test_a_reader_that_goes_away_is_no_error(view: str) -> None:
    many = " ".join([SAMPLE] * 20)
    command = f"{sys.executable} -m onrecord read {many} {view} | head -n 1; echo $PIPESTATUS"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert done.stdout.splitlines()[1:] == ["141"]


def test_standard_input() -> None:
    command = [sys.executable, "-m", "onrecord", "read", "-", "--json", "--media-type", "text/html"]
    page = Path(SAMPLE).read_bytes()
    done = subprocess.run(command, input=page, capture_output=True, timeout=60)
    assert done.returncode == 0
    assert json.loads(done.stdout)["header"]["date"] == "2023-09-12"
