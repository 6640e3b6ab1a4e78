"""What leaves the program: JSON that is complete, and nothing that a terminal would obey."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli import output
from onrecord.records import Issue, Origin


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=())))
def test_nothing_that_a_terminal_obeys_is_shown(text: str) -> None:
    shown = output.safe(text)
    assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in shown)
    assert not any(0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 for c in shown)


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=())))
def test_json_is_exact_and_has_no_raw_control(text: str) -> None:
    line = output.encoded({"text": text})
    assert json.loads(line) == {"text": text}
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    shown = line[:-1].decode("utf-8")
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in shown)


def test_a_name_that_is_not_utf8_is_still_json() -> None:
    line = output.encoded(Origin(uri="page\udcff.html"))
    assert json.loads(line)["uri"] == "page\udcff.html"


def test_complaints_name_the_input_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    output.complain("a\n\x1b[2Jb.html", Issue(stage="read", message="cannot be opened"))
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == "onrecord: a [2Jb.html: cannot be opened [read]\n"


@pytest.mark.parametrize(
    ("inputs", "error_tty", "output_tty", "expected"),
    [
        (["a", "b"], True, False, True),
        (["a", "b"], True, True, False),
        (["a", "b"], False, False, False),
        (["a"], True, False, False),
    ],
)
def test_progress_is_for_many_inputs_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
    inputs: list[str],
    error_tty: bool,
    output_tty: bool,
    expected: bool,
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: error_tty)
    monkeypatch.setattr("sys.stdout.isatty", lambda: output_tty)
    assert output.shows_progress(inputs) is expected
