"""The exceptions that onrecord raises. What concerns one input only becomes an `Issue` record.

    OnrecordError
    ├── InputError          one input cannot be read: unreadable path, too large, encrypted, ...
    │   ├── TooLarge        a limit of size, depth or time was reached
    │   ├── NotAStatement   a block page, a cookie wall, a script shell, an empty or truncated body
    │   └── FetchRefused    a URL that must not be followed (scheme, private address)
    └── DataError           a data file of the package (language, source, gazetteer) is wrong

Every message names the place and says what to do.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Root of all exceptions that onrecord raises on purpose."""


class InputError(OnrecordError):
    """One input cannot be read. `stage` says where it stopped."""

    stage: str = "read"

    def __init__(self, message: str, stage: str | None = None) -> None:
        super().__init__(message)
        if stage is not None:
            self.stage = stage


class TooLarge(InputError):
    """A limit of size, depth or time was reached."""


class NotAStatement(InputError):
    """What was captured is no statement. `verdict`: what it is instead, e.g. `block page`."""

    stage = "quality"

    def __init__(self, verdict: str, message: str) -> None:
        super().__init__(message)
        self.verdict = verdict


class FetchRefused(InputError):
    """A URL that must not be followed."""

    stage = "fetch"


class DataError(OnrecordError):
    """A data file of the package is wrong: the message names file, entry and mend."""
