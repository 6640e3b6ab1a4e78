"""Archives for tests: pages written for them, and stores that readings are filed into."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import msgspec

from onrecord.archive.fixity import digest
from onrecord.archive.folder import Folder
from onrecord.pipeline.adding import add
from onrecord.pipeline.offering import offers
from onrecord.pipeline.opening import writing
from onrecord.pipeline.taking import Result
from onrecord.records import Asked, Capture, Header, Origin, Reading
from onrecord.store import captures, database
from onrecord.store.candidates import Memory
from onrecord.store.filing import Filed, file, sheet
from tests.support import reading

PROSE = (
    "The two ministers spoke for an hour about the ferry line across the northern strait.",
    "They agreed that the harbour of Lower Brenn will be deepened before the winter of 2026.",
    "Both sides welcomed the first exchange of teachers since the treaty of 1998.",
    "The minister thanked the fishermen who brought the crew of the Alba to safety in March.",
    "A commission of twelve engineers will survey the old bridge and report within ninety days.",
    "Customs officers of both countries will share one building at the southern crossing.",
    "Neither side asked for a change of the timetable that was signed in Cape Ansel last year.",
    "The talks will go on in the capital of Valdoria when the parliament has voted on the budget.",
)


def page(
    title: str = "Talks on the northern strait",
    said: tuple[str, ...] = PROSE,
    published: str = "2024-05-02T10:00:00Z",
    url: str | None = None,
) -> bytes:
    """A page as an institution would publish it."""
    link = f'<link rel="canonical" href="{url}">' if url else ""
    body = "".join(f"<p>{line}</p>" for line in said)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{link}'
        f'<meta property="article:published_time" content="{published}"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def written(folder: Path, **pages: bytes) -> list[str]:
    """Files of pages, by name without suffix; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.html" for name in pages]
    for path, content in zip(paths, pages.values(), strict=True):
        path.write_bytes(content)
    return [str(path) for path in paths]


def added(root: Path, *sources: str, **asked: Any) -> list[Result]:
    """Adds sources to the archive in a folder."""
    with writing(Folder(root)) as session:
        return list(add(session, offers(sources, Asked(**asked))))


def outcomes(results: list[Result]) -> list[str]:
    """What became of each."""
    return [result.outcome for result in results]


def capture(number: int = 1, payload: bytes = b"", **fields: Any) -> Capture:
    """A capture that tells itself from others."""
    made: dict[str, Any] = {
        "id": f"urn:uuid:{number}",
        "uri": f"file:///tmp/{number}.html",
        "fetched_at": f"2024-05-02T10:00:{number % 60:02}.000000Z",
        "digest": digest(payload or str(number).encode()),
        "warc": "000001.warc.gz",
        "start": number * 100,
        "length": 100,
    }
    return Capture(**(made | fields))


class Desk:
    """A store into which readings are filed one after another."""

    def __init__(self, path: Path) -> None:
        self.db: sqlite3.Connection = database.writable(path / "records.sqlite")
        self.memory = Memory(self.db)
        self.captures = 0

    def file(self, made: Reading, given: str | None = None, lone: bool = True) -> Filed:
        """Files a reading from a capture of its own."""
        self.captures += 1
        row = captures.insert(self.db, capture(self.captures, uri=made.source.uri))
        return file(self.memory, sheet(row, 0, made, lone, given))


def statement(
    said: str = " ".join(PROSE),
    url: str | None = "https://mfa.valdoria.example/talks",
    title: str = "Talks on the strait",
    published: str | None = "2024-05-02T10:00",
    language: str = "en",
    **header: Any,
) -> Reading:
    """A reading of a statement with one speaker."""
    made = reading(
        "\n".join(f"> Ann Lee | {line}" for line in said.split("\n")),
        Header(title=title, published=published, **header),
        language=language,
        source=Origin(uri=url or "urn:onrecord:standard-input", url=url),
    )
    return msgspec.structs.replace(made, text_digest=digest(made.text.encode()))
