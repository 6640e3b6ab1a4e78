"""`onrecord check`: why each date, turn and role is what it is."""

from __future__ import annotations

import json

import pytest

from onrecord.cli import main
from tests.support import SAMPLES

SAMPLE = str(SAMPLES / "geneva-news-conference.en.html")


def test_json_tells_the_words_that_each_field_rests_on(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert main(["check", SAMPLE, "--json"]) == 0
    found = json.loads(capfdbinary.readouterr().out)
    fields = {field["field"]: field for field in found["fields"]}
    assert "12 September 2023" in fields["date"]["quote"]
    assert fields["date"]["method"]
    assert all(turn["rule"] for turn in found["turns"])


def test_the_view_tells_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", SAMPLE]) == 0
    text = capfd.readouterr().out
    assert "12 September 2023" in text
    assert "Turns (11)" in text
    assert "\x1b" not in text


def test_what_fails_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SAMPLES / "block-page.html")]) == 1
    assert "block page" in capfd.readouterr().err
