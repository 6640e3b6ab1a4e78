"""Where things are in an archive's folder. It opens nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ENVIRONMENT = "ONRECORD_ARCHIVE"
DEFAULT = "archive"
_NUMBERED = re.compile(r"\d{6,}\.warc\.gz")


class Folder(NamedTuple):
    """An archive's folder, and what stands in it.

    >>> Folder(Path("archive")).records.as_posix()
    'archive/records.sqlite'
    """

    root: Path

    @property
    def captures(self) -> Path:
        """The WARC files: the only thing that cannot be made again."""
        return self.root / "captures"

    @property
    def records(self) -> Path:
        """The SQLite file with all records."""
        return self.root / "records.sqlite"

    @property
    def search(self) -> Path:
        """The full-text index."""
        return self.root / "search"

    @property
    def watch(self) -> Path:
        """What a watch knows that no capture tells: addresses, times, coverage."""
        return self.root / "watch.sqlite"

    @property
    def watch_lock(self) -> Path:
        """Who watches."""
        return self.root / "watch.lock"

    @property
    def alerts(self) -> Path:
        """Saved searches, and what is on its way to people."""
        return self.root / "alerts.sqlite"

    @property
    def alerts_lock(self) -> Path:
        """Who sends alerts."""
        return self.root / "alerts.lock"

    @property
    def meaning(self) -> Path:
        """The vectors of what is said."""
        return self.root / "meaning"

    @property
    def lock(self) -> Path:
        """Who writes."""
        return self.root / "lock"


def chosen(given: str | None, environment: Mapping[str, str] = os.environ) -> Folder:
    """The archive that the user means: what was given, else `$ONRECORD_ARCHIVE`, else ./archive.

    >>> chosen(None, {}).root.name, chosen(None, {"ONRECORD_ARCHIVE": "kept"}).root.name
    ('archive', 'kept')
    """
    return Folder(Path(given or environment.get(ENVIRONMENT) or DEFAULT))


def warcs(folder: Folder) -> list[Path]:
    """The WARC files in the order in which they were written. A file of others that lies beside
    them is none of these: it is to be added."""
    return sorted(p for p in folder.captures.glob("*.warc.gz") if _NUMBERED.fullmatch(p.name))
