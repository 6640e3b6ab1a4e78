"""Tests of cli.annotate: JSON Lines in, annotations out."""

from __future__ import annotations

import io
import json

import pytest

from onrecord.cli import main

DOCUMENT = {"id": "a", "text": "We met last week.", "language": "en", "date": "2019-10-09"}


def typed(monkeypatch: pytest.MonkeyPatch, *lines: object) -> None:
    text = "".join(line if isinstance(line, str) else f"{json.dumps(line)}\n" for line in lines)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_json_lines(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    typed(monkeypatch, DOCUMENT)
    assert main(["annotate", "--layers", "time", "--json"]) == 0
    (line,) = capfdbinary.readouterr().out.splitlines()
    assert json.loads(line) == {
        "id": "a",
        "annotations": [
            {
                "layer": "time",
                "span": [7, 16],
                "quote": "last week",
                "value": {
                    "type": "DATE",
                    "value": "2019-W40",
                    "mod": None,
                    "anchor": "2019-10-09",
                    "start": "2019-09-30",
                    "end": "2019-10-06",
                },
                "annotator": "times",
                "rule": "<rel> <unit>",
                "confidence": 0.85,
            }
        ],
    }


def test_a_line_that_is_no_document_is_named_and_the_rest_done(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    typed(monkeypatch, "nonsense\n", DOCUMENT)
    assert main(["annotate", "--layers", "time", "--json"]) == 1
    out, err = capfdbinary.readouterr()
    assert json.loads(out)["id"] == "a"
    assert b"line 1: no document" in err


def test_an_unknown_layer_is_wrong_usage(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    typed(monkeypatch, DOCUMENT)
    assert main(["annotate", "--layers", "time,moon", "--json"]) == 2
    assert b"no layer moon" in capfdbinary.readouterr().err


def test_explained(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typed(monkeypatch, DOCUMENT)
    assert main(["annotate", "--layers", "time", "--explain"]) == 0
    out = capsys.readouterr().out
    assert "value=2019-W40" in out
    assert "rule <rel> <unit> [times]" in out
    assert "'last week' says rel=-1 unit=W" in out
