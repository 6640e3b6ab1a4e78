"""A browser is spoken to over pipes, and ends with all that it began."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from onrecord.crawl import devtools
from onrecord.crawl.devtools import DevTools
from onrecord.errors import InputError

# Speaks the protocol as far as these tests need it: it answers each message with its method, after
# an event; "silent" gets no answer, "end" ends it.
FAKE = """#!/bin/sh
exec python3 - "$@" 3<&3 4>&4 <<'END'
import json, os, sys
rest = b""
while True:
    piece = os.read(3, 65536)
    if not piece:
        break
    rest += piece
    while b"\\0" in rest:
        raw, _, rest = rest.partition(b"\\0")
        asked = json.loads(raw)
        if asked["method"] in ("end", "Browser.close"):
            sys.exit()
        if asked["method"] == "silent":
            continue
        event = {"method": "seen", "params": {"x": 1}, "sessionId": asked.get("sessionId")}
        answer = {"id": asked["id"], "result": {"method": asked["method"], **asked["params"]}}
        if asked["method"] == "wrong":
            answer = {"id": asked["id"], "error": {"message": "no such thing"}}
        for said in (event, answer):
            os.write(4, json.dumps(said).encode() + b"\\0")
END
"""


class _Heard:
    def __init__(self) -> None:
        self.events: list[tuple[str, Mapping[str, Any], str | None]] = []

    def __call__(self, method: str, parameters: Mapping[str, Any], session: str | None) -> None:
        self.events.append((method, parameters, session))


@pytest.fixture
def heard() -> _Heard:
    return _Heard()


@pytest.fixture
def tools(tmp_path: Path, heard: _Heard) -> Iterator[DevTools]:
    path = tmp_path / "browser"
    path.write_text(FAKE, "utf-8")
    path.chmod(0o755)
    running = DevTools(str(path), [], heard)
    yield running
    running.close()


def _soon() -> float:
    return time.monotonic() + 10


def test_an_answer_and_an_event_before_it(tools: DevTools, heard: _Heard) -> None:
    assert tools.call("Page.enable", _soon(), "s1", a=1) == {"method": "Page.enable", "a": 1}
    assert heard.events == [("seen", {"x": 1}, "s1")]


def test_many_and_large_messages(tools: DevTools) -> None:
    for size in (10, 100_000, 10):
        assert len(tools.call("echo", _soon(), text="x" * size)["text"]) == size


def test_what_fails_is_said(tools: DevTools) -> None:
    with pytest.raises(InputError, match="no such thing"):
        tools.call("wrong", _soon())
    with pytest.raises(InputError, match="does not answer"):
        tools.call("silent", time.monotonic() + 0.1)


def test_events_are_waited_for(tools: DevTools, heard: _Heard) -> None:
    tools.send("echo")
    assert tools.pump(_soon())
    assert len(heard.events) == 1


def test_a_browser_that_ends(tools: DevTools) -> None:
    with pytest.raises(InputError, match="ended"):
        tools.call("end", _soon())


def test_nothing_is_left(tmp_path: Path, heard: _Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    path = tmp_path / "browser"
    path.write_text(FAKE, "utf-8")
    path.chmod(0o755)
    tools = DevTools(str(path), [], heard)
    process = tools._process
    before = [entry.name for entry in tmp_path.iterdir()]
    tools.close()
    assert len(before) == 2
    assert [entry.name for entry in tmp_path.iterdir()] == ["browser"]
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_where_the_browser_is() -> None:
    assert devtools.program("no-such-browser") is None
    assert devtools.program("sh") is not None
