"""The command line as a whole: its grammar, and how little it loads to say how it is used."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Sequence

import pytest

from onrecord import cli

HEAVY = ("rich", "httpx", "lxml", "numpy", "selectolax", "docx", "pypdfium2", "msgspec", "asyncio")


def loaded(program: str) -> set[str]:
    """The modules that a program of one line has loaded when it is done."""
    script = f"import json, sys\n{program}\nprint(json.dumps([*sys.modules]))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    return set(json.loads(done.stdout))


def test_help_loads_nothing_heavy() -> None:
    assert not set(HEAVY) & loaded("import onrecord.cli; onrecord.cli.parser()")


def test_json_needs_no_drawing() -> None:
    assert "rich" not in loaded("import onrecord.cli.read")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["read"],
        ["write", "page.html"],
        ["read", "page.html", "--colour"],
        ["read", "page.html", "--lang", "in English"],
        ["read", "page.html", "--media-type", "html"],
        ["read", "a.html", "b.html", "--url", "https://a.example/"],
    ],
)
def test_wrong_usage_is_2(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "usage: onrecord" in shown.err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("onrecord 0.")


def test_interrupted_is_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_command", stopped)
    assert cli.main(["read", "page.html"]) == 128 + signal.SIGINT
    assert "stopped" in capsys.readouterr().err


def test_a_module_can_be_run() -> None:
    done = subprocess.run([sys.executable, "-m", "onrecord", "--help"], capture_output=True)
    assert done.returncode == 0
    assert b"check" in done.stdout
