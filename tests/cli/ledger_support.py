"""An archive of the samples for the commands of the ledger, made once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.web.support import made


@cache
def samples() -> str:
    """The folder of the archive."""
    return str(made(Path(mkdtemp()) / "archive", [Path("samples")]).root)
