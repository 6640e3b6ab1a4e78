"""`onrecord edits`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.archives import added, page, written
from tests.visits import changed

URL = "https://mfa.valdoria.example/talks"


@pytest.fixture
def root(tmp_path: Path) -> str:
    archive = tmp_path / "archive"
    for said in (changed("ninety", "sixty"), changed("an hour", "AN hour")):
        added(archive, *written(tmp_path, a=page(url=URL)))
        added(archive, *written(tmp_path, a=page(said=said, url=URL)))
    return str(archive)


def lines(capfd: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_as_data(root: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["edits", "--archive", root, "--json", "--weight", "typography"]) == 0
    found = lines(capfd)
    assert [each["weight"] for each in found] == ["fact", "fact"] or len(found) >= 2
    assert main(["edits", "--archive", root, "--json", "--weight", "fact", "--limit", "1"]) == 0
    (one,) = lines(capfd)
    assert {"before", "after", "last_seen", "seen", "told"} <= set(one)


def test_of_one_statement_and_time(root: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["edits", "--archive", root, "--json"]) == 0
    name = str(lines(capfd)[0]["statement"])
    assert main(["edits", name, "--archive", root, "--json", "--since", "2024"]) == 0
    assert lines(capfd) != []
    assert main(["edits", name, "--archive", root, "--json", "--until", "2024"]) == 0
    assert lines(capfd) == []


def test_for_the_eye(root: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["edits", "--archive", root]) == 0
    shown = capfd.readouterr().out
    assert "[ninety]" in shown
    assert "[sixty]" in shown


@pytest.mark.parametrize("asked", [["none/such"], ["--since", "yesterday"]])
def test_what_cannot_be_asked_is_said(
    root: str, asked: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["edits", "--archive", root, *asked]) == 1
    assert asked[-1] in capfd.readouterr().err
