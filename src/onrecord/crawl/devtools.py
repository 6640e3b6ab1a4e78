"""A browser that is spoken to over two pipes, by the DevTools protocol: messages of JSON with a
null byte between. It has no port, so that nobody else can speak to it.
"""

from __future__ import annotations

import fcntl
import os
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import msgspec

from onrecord.errors import InputError

STAGE = "fetch"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_LONGEST = 96 * 1024 * 1024  # bytes of a message
_READS, _WRITES = 3, 4  # the pipes, as the browser numbers them
_ABOVE = 10  # so that ours have other numbers
_GRACE = 3.0  # seconds for an end of its own accord

Handler = Callable[[str, Mapping[str, Any], str | None], None]


def program(given: str | None = None) -> str | None:
    """Where the browser is; `None` if there is none."""
    names = (given,) if given else PROGRAMS
    return next((found for name in names if (found := shutil.which(name))), None)


class DevTools:
    """A running browser. `handler` is called with each event: method, parameters, session."""

    def __init__(self, path: str, options: Sequence[str], handler: Handler) -> None:
        self._handler = handler
        self._folder = tempfile.mkdtemp(prefix="onrecord-browser-")
        self._number = 0
        self._rest = bytearray()
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        reads = fcntl.fcntl(theirs_in, fcntl.F_DUPFD_CLOEXEC, _ABOVE)
        writes = fcntl.fcntl(theirs_out, fcntl.F_DUPFD_CLOEXEC, _ABOVE)
        quiet = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
        actions = [(os.POSIX_SPAWN_DUP2, quiet, n) for n in (0, 1, 2)]
        actions += [(os.POSIX_SPAWN_DUP2, reads, _READS), (os.POSIX_SPAWN_DUP2, writes, _WRITES)]
        arguments = [path, *options, "--remote-debugging-pipe", f"--user-data-dir={self._folder}"]
        try:
            self._process = os.posix_spawn(
                path, [*arguments, "about:blank"], os.environ, file_actions=actions, setpgroup=0
            )
        finally:
            for descriptor in (theirs_in, theirs_out, reads, writes, quiet):
                os.close(descriptor)

    def call(
        self, method: str, deadline: float, session: str | None = None, **parameters: Any
    ) -> Mapping[str, Any]:
        """What the browser answers. Events that come meanwhile are handled."""
        number = self.send(method, session, **parameters)
        while True:
            found = self._received(deadline)
            if found is None:
                raise InputError(f"the browser does not answer ({method}): try again later", STAGE)
            if found.get("id") == number:
                if "error" in found:
                    raise InputError(f"the browser says {found['error'].get('message')}", STAGE)
                result: Mapping[str, Any] = found.get("result", {})
                return result
            self._handle(found)

    def send(self, method: str, session: str | None = None, **parameters: Any) -> int:
        """Sends a message; its answer is not waited for."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self._write(msgspec.json.encode(message) + b"\0")
        return self._number

    def pump(self, until: float) -> bool:
        """Handles one event; whether there was one before that moment."""
        found = self._received(until)
        if found is not None:
            self._handle(found)
        return found is not None

    def _handle(self, found: Mapping[str, Any]) -> None:
        if "method" in found:
            self._handler(found["method"], found.get("params", {}), found.get("sessionId"))

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._out, view) :]
        except OSError as error:
            raise InputError(f"the browser has ended ({error.strerror})", STAGE) from error

    def _received(self, deadline: float) -> Mapping[str, Any] | None:
        """The next message; `None` if none comes in time."""
        while b"\0" not in self._rest:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                return None
            piece = os.read(self._in, 1 << 20)
            if not piece or len(self._rest) > _LONGEST:
                raise InputError("the browser has ended, or says too much", STAGE)
            self._rest += piece
        raw, _, rest = self._rest.partition(b"\0")
        self._rest = bytearray(rest)
        decoded: Mapping[str, Any] = msgspec.json.decode(bytes(raw))
        return decoded

    def close(self) -> None:
        """Ends the browser and all its processes, and removes its profile."""
        for step in self._steps():
            if self._ended(step):
                break
        for descriptor in (self._in, self._out):
            os.close(descriptor)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _steps(self) -> Iterator[float]:
        """The ways to end it, each with the seconds that it is given."""
        with suppress(InputError):
            self.send("Browser.close")
        yield _GRACE
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.killpg(self._process, sign)
            yield _GRACE

    def _ended(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with suppress(ChildProcessError):
                if os.waitpid(self._process, os.WNOHANG)[0] == 0:
                    time.sleep(0.02)
                    continue
            return True
        return False
