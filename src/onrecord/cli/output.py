"""How results leave the program: JSON Lines on standard output, messages on standard error.

It knows that captures are hostile: no control character of a page or of a file's name reaches a
terminal.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from onrecord.text.controls import safe

__all__ = ["complain", "encoded", "safe", "say", "write"]

if TYPE_CHECKING:
    from onrecord.records import Issue

_RAW_CONTROL = re.compile(rb"\x7f|\xc2([\x80-\x9f])")


def encoded(record: Any) -> bytes:
    """A record as one line of JSON. Controls are escaped, so that a terminal shows them.

    >>> encoded({"a": "\\x9b"})
    b'{"a":"\\\\u009b"}\\n'
    """
    import msgspec  # here, so that a message costs no encoder

    try:
        line = msgspec.json.encode(record)
    except UnicodeEncodeError:  # a lone surrogate, as in a file name that is not UTF-8
        import json

        line = json.dumps(msgspec.to_builtins(record), separators=(",", ":")).encode("ascii")
    return _RAW_CONTROL.sub(_escaped, line) + b"\n"


def _escaped(found: re.Match[bytes]) -> bytes:
    return b"\\u00%02x" % (found[1] or found[0])[0]


def write(record: Any) -> None:
    """One line on standard output, at once: what was done stands even if we are stopped."""
    sys.stdout.buffer.write(encoded(record))
    sys.stdout.buffer.flush()


def complain(uri: str, issue: Issue) -> None:
    """An input that failed, on standard error: which one, why, and where it stopped."""
    named = issue.message.startswith(uri)
    say(f"{issue.message if named else f'{uri}: {issue.message}'} [{issue.stage}]")


def say(message: str) -> None:
    """A message on standard error."""
    line = "onrecord: " + " ".join(safe(message).split())
    encoding = sys.stderr.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr, flush=True)


def shows_progress(inputs: Sequence[str]) -> bool:
    """A count of what is done: only for many inputs, only on a terminal, and never among what we
    print there ourselves."""
    many = len(inputs) > 1 or any(map(os.path.isdir, inputs))
    return many and sys.stderr.isatty() and not sys.stdout.isatty()
