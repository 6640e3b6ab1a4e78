"""The exceptions that onrecord raises. What concerns one input only becomes an `Issue` record.

    OnrecordError
    ├── InputError          one input cannot be read: unreadable path, too large, encrypted, ...
    │   ├── TooLarge        a limit of size, depth or time was reached
    │   ├── NotAStatement   a block page, a cookie wall, a script shell, an empty or truncated body
    │   ├── NotFetched      no whole answer came: unknown host, no connection, time, reset, ...
    │   └── FetchRefused    a URL that must not be followed (scheme, private address, robots.txt)
    ├── ArchiveError        the archive cannot be opened, read or written
    │   ├── Locked          another process writes to it
    │   ├── Damaged         what it holds cannot be read, or is not what its digest says
    │   └── Newer           a newer version of onrecord has written it
    ├── QueryError          a search query cannot be understood; it points at the place
    ├── NoEncoder           search by meaning lacks its model: the package is not installed
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


class NotFetched(InputError):
    """No whole answer came from a server. `kind`: `name` (the host is not known), `connect`,
    `tls`, `time`, `reset` (the answer broke off), `protocol` (it was no HTTP), `redirects`."""

    stage = "fetch"

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind

    def __reduce__(self) -> tuple[type[NotFetched], tuple[str, str]]:
        return NotFetched, (self.kind, str(self))


class FetchRefused(InputError):
    """A URL that must not be followed."""

    stage = "fetch"


class QueryError(OnrecordError):
    """A search query cannot be understood. `position`: where in `query`, in code points."""

    def __init__(self, message: str, query: str, position: int) -> None:
        super().__init__(message)
        self.query = query
        self.position = position

    def __reduce__(self) -> tuple[type[QueryError], tuple[str, str, int]]:
        return QueryError, (str(self), self.query, self.position)


class NoEncoder(OnrecordError):
    """A sentence encoder is not there: the message names the package to install."""


class NoModel(OnrecordError):
    """A model of names is not there: the message names the extra to install."""


class DataError(OnrecordError):
    """A data file of the package is wrong: the message names file, entry and mend."""


class ArchiveError(OnrecordError):
    """The archive cannot be opened, read or written."""


class Locked(ArchiveError):
    """Another process writes to the archive."""


class Damaged(ArchiveError):
    """What the archive holds cannot be read, or is not what its digest says."""


class Newer(ArchiveError):
    """A newer version of onrecord has written the archive."""
