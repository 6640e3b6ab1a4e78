"""The grammar of the commands that keep, and what is said when an archive cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.cli import keeping, main, parser


def test_every_command_takes_an_archive_and_json() -> None:
    commands = {"add", "show", "rebuild", "verify", "issues", "stats"}
    assert commands <= set(keeping.COMMANDS)
    for command in commands:
        more = {"add": ["a.html"], "show": ["id"]}.get(command, [])
        options = parser().parse_args([command, *more, "--archive", "kept", "--json"])
        assert (options.command, options.archive, options.json) == (command, "kept", True)


@pytest.mark.parametrize("command", [["show", "x"], ["verify"], ["issues"], ["stats"], ["rebuild"]])
def test_no_archive_is_told_in_one_line(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--archive", str(tmp_path / "gone")]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "no archive" in shown.err
    assert len(shown.err.splitlines()) == 1
    assert not (tmp_path / "gone").exists()
