"""`onrecord meetings`: the pairs and their reasons, for the eye and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main

PAGES = ["samples/vienna-readout.borvinia.ru.html", "samples/vienna-readout.lormark.en.html"]


def test_a_line_a_meeting(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kept = ["--archive", str(tmp_path / "kept")]
    assert main(["add", *PAGES, *kept]) == 0
    capfd.readouterr()
    assert main(["meetings", *kept, "--json"]) == 0
    (line,) = capfd.readouterr().out.splitlines()
    found = json.loads(line)
    assert found["day"] == "2024-02-20"
    assert {"person", "day"} <= {reason["what"] for reason in found["reasons"]}
    assert main(["meetings", *kept, "--person", "Linton", "--since", "2024"]) == 0
    text = capfd.readouterr().out
    assert "1 meeting of which two issuers tell" in text
    assert "\u0412\u0435\u043d\u0435 / Vienna" in text
    assert main(["meetings", *kept, "--until", "2020", "--json"]) == 0
    assert capfd.readouterr().out == ""
