"""Serving: from this machine only, unless told otherwise; and what is wrong is one line."""

from __future__ import annotations

import argparse
import socket
from pathlib import Path

import pytest

from onrecord.cli import main, parser, serve
from onrecord.errors import ArchiveError
from onrecord.web.settings import LOCAL_HOSTS


def _options(*given: str) -> argparse.Namespace:
    return parser().parse_args(["serve", *given])


def test_only_this_machine_by_default() -> None:
    options = _options()
    assert options.host == "127.0.0.1"
    assert serve.settings(options).hosts == LOCAL_HOSTS


def test_other_names_are_said_outright() -> None:
    options = _options(
        "--host", "0.0.0.0", "--host-name", "a.example", "--address", "https://a.example"
    )
    found = serve.settings(options)
    assert found.hosts == (*LOCAL_HOSTS, "a.example")
    assert found.address == "https://a.example"


def test_any_free_port_and_its_address() -> None:
    with serve.listening("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        assert serve.address(listener) == f"http://127.0.0.1:{port}/"
        assert listener.proto == socket.IPPROTO_TCP


def test_a_port_that_is_taken_is_said() -> None:
    with serve.listening("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(ArchiveError, match=f"127.0.0.1:{port}: .*--port"):
            serve.listening("127.0.0.1", port)


def test_no_archive_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--archive", str(tmp_path)]) == 1
    assert "no archive" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "saving"),
    [
        ([], True),
        (["--no-saving"], False),
        (["--host", "0.0.0.0"], False),
        (["--host-name", "statements.example"], False),
        (["--address", "https://statements.example"], False),
        (["--host", "0.0.0.0", "--saving"], True),
    ],
)
def test_searches_are_saved_where_this_machine_alone_is_served(
    given: list[str], saving: bool
) -> None:
    assert serve.settings(_options(*given)).saving is saving
    correcting = [each.replace("saving", "correcting") for each in given]
    assert serve.settings(_options(*correcting)).correcting is saving
