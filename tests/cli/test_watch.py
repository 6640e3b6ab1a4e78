"""`onrecord watch` as a user has it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.cli.watch import line
from onrecord.pipeline.watching_pages import Seen
from tests import watched
from tests.ministry import Clock, Ministry, thirty_days

SOURCE = """languages = ["en"]
series = "news"
hosts = ["127.0.0.1"]
[[listing]]
kind = "feed"
url = "http://127.0.0.1:9/feed.xml"
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with a source at which nobody answers."""
    place = tmp_path / "sources" / "xv_none_news"
    place.mkdir(parents=True)
    (place / "source.toml").write_text(SOURCE)
    return tmp_path


def run(archive: Path, *options: str) -> int:
    return main(["watch", "--archive", str(archive), *options])


def test_a_source_at_which_nobody_answers(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--source", "xv_none_news", "--allow", "127.0.0.1")
    assert run(archive, "--status") == 0
    assert "nobody has watched" in capsys.readouterr().err
    assert run(archive, *options, "--once") == 0
    assert "nothing new (1 request)" in capsys.readouterr().err
    assert run(archive, "--status", "--json") == 1  # it is failing
    (source,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert source["source"] == "xv_none_news"


def test_what_is_wrong_is_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(archive, "--source", "xv_no_such") == 1
    assert run(archive, "--for", "soon") == 1
    told = capsys.readouterr().err
    assert "there is no source xv_no_such" in told
    assert "'soon' is no span of time" in told


def test_a_signal_ends_it_cleanly(archive: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "watch", "--archive", str(archive)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [*command, "--source", "xv_none_news", "--allow", "127.0.0.1"],
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stderr is not None
    assert "watching 1 source" in process.stderr.readline()
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "ending" in told


def test_the_states_of_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = watched.archive(tmp_path, "6h")
    clock = Clock()
    with Ministry(thirty_days(seed=3), clock) as ministry:
        watched.watch(folder, ministry.seams, clock, watched.end(1), follow=False)
    assert run(tmp_path, "--status", "--days", "5000") == 0
    assert "xv_mfa_news" in capsys.readouterr().out


def test_what_was_seen_in_a_line() -> None:
    seen = Seen(what="removed", at=0.0, source="s", url="u", statement="a", version=2, reason="404")
    assert line(seen) == "removed: a@2 u: 404"
