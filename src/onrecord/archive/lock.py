"""One writer at a time. The lock is the system's (it goes with the process, however that ends);
the file says who holds it."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from onrecord.errors import ArchiveError, Locked

_PAUSE = 0.1


@contextmanager
def locked(
    path: Path, wait: float = 30.0, waiting: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Holds the lock. Another process that asks for it waits so many seconds, and is told once
    (`waiting`) for whom; then `Locked` says who holds it."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise ArchiveError(
            f"{path.parent}: cannot be written ({error.strerror}): check permissions, or name "
            "another folder with --archive"
        ) from error
    try:
        _acquire(descriptor, path, wait, waiting)
        with suppress(OSError):  # a full disk: the lock holds, whoever asks is told less
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, _holder().encode(), 0)
        yield
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def _acquire(
    descriptor: int, path: Path, wait: float, waiting: Callable[[str], None] | None
) -> None:
    until = time.monotonic() + wait
    told = False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            who = holder(path)
            if time.monotonic() >= until:
                raise Locked(f"{path.parent}: {who} is writing: wait until it has done") from None
            if waiting and not told:
                waiting(who)
                told = True
            time.sleep(_PAUSE)
        else:
            return


def holder(path: Path) -> str:
    """Who holds the lock, in words."""
    try:
        said = json.loads(path.read_text("utf-8"))
        return f"process {said['pid']} on {said['host']} (since {said['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def _holder() -> str:
    since = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": since})
