"""onrecord: the system of record for what governments say. Nothing without its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from onrecord.pipeline.opened import Archive
    from onrecord.pipeline.reading import Failure
    from onrecord.records import Reading

__version__ = "0.1.0"
__all__ = ["__version__", "open", "read"]


def open(path: str | os.PathLike[str] | None = None) -> Archive:
    """Opens an archive to read: the folder, else `$ONRECORD_ARCHIVE`, else ./archive."""
    from onrecord.pipeline.opened import open_archive  # noqa: PLC0415  (only who asks pays)

    return open_archive(path)


def read(*sources: str | os.PathLike[str]) -> Iterator[Reading | Failure]:
    """Reads files, directories or addresses without storing anything."""
    from onrecord.crawl.inputs import expand  # noqa: PLC0415
    from onrecord.pipeline import reading  # noqa: PLC0415

    return reading.read(expand([str(source) for source in sources]))
