"""Keeps the index abreast of the store: what has changed since the watermark is put in.

First the index is committed, then the watermark is set. Whatever happens between the two, the next
time the same changes are put in again, which changes nothing. An index that is missing, of another
format or of records that were made anew since is filled from the beginning.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.errors import ArchiveError
from onrecord.records import Block, Reading, Span, Turn
from onrecord.search.records import IndexedTurn, Update
from onrecord.search.spoken_of import Spoken, answers, spoken_of
from onrecord.search.writer import Writer, identity
from onrecord.store import changes, database, naming, standoff
from onrecord.store.changes import ChangedVersion
from onrecord.store.standoff import Kept

_BATCH = 2_000
_PARAGRAPHS = ("paragraph", "list_item", "heading", "quote", "table", "caption")


def update(changed: ChangedVersion, kept: Sequence[Kept] = ()) -> Update:
    """The turns of a version, with what annotations say of them, as they are indexed."""
    return Update(statement=changed.statement.id, turns=tuple(_turns(changed, kept)))


def _turns(changed: ChangedVersion, kept: Sequence[Kept]) -> Iterator[IndexedTurn]:
    reading, statement = changed.reading, changed.statement
    answered = answers(reading, kept)
    for n, (turn, span) in enumerate(_pieces(reading)):
        yield IndexedTurn(
            statement=statement.id,
            version=naming.version_id(statement.id, changed.number),
            turn=naming.turn_id(statement.id, changed.number, turn.n),
            n=n,
            span=span,
            text=reading.text[span.start : span.end],
            title=reading.header.title,
            date=reading.header.date or reading.header.published,
            language=reading.language,
            country=reading.header.issuer.country if reading.header.issuer else None,
            speaker=turn.speaker,
            entity=turn.entity,
            role=turn.role,
            kind=reading.header.kind,
            turn_kind=turn.kind,
            outlet=turn.outlet,
            source=reading.source.source,
            url=statement.url,
            spoken=spoken_of(kept, span, answered, turn.n) if kept else Spoken(),
        )


def _pieces(reading: Reading) -> Iterator[tuple[Turn, Span]]:
    """The turns; of a text without labels its paragraphs."""
    for turn in reading.turns:
        inside = _paragraphs(reading.blocks, turn.span) if turn.label is None else []
        for span in inside or [turn.span]:
            yield turn, span


def _paragraphs(blocks: tuple[Block, ...], turn: Span) -> list[Span]:
    """The outermost blocks within a turn; none if they do not hold all of it in order."""
    found: list[Span] = []
    for block in blocks:
        start, end = max(block.span.start, turn.start), min(block.span.end, turn.end)
        if block.kind in _PARAGRAPHS and start < end and (not found or start >= found[-1].end):
            found.append(Span(start, end))
    return found


class Follower:
    """Puts what changes in one store into one index. Whoever has it may write to both."""

    def __init__(self, folder: Path, db: sqlite3.Connection) -> None:
        self._db = db
        self._folder = folder
        self._open()

    def _open(self) -> None:
        self._writer = Writer(self._folder, generation(self._db))
        self._mark = _mark(self._writer.identity.id)

    def follow(self) -> int:
        """Puts in what is new; gives the number of changes. Where annotators of another form have
        begun since (in a new archive: the first), the index is made anew."""
        if self._writer.identity.generation != generation(self._db):
            self._writer.close()
            self._open()
        pending = changes.changes(self._db, changes.watermark(self._db, self._mark))
        done = 0
        while batch := list(islice(pending, _BATCH)):
            self._writer.put(self._update(changed) for changed in batch if changed.current)
            self._writer.commit()
            changes.set_watermark(self._db, batch[-1].change, self._mark)
            done += len(batch)
        return done

    def _update(self, changed: ChangedVersion) -> Update:
        kept = standoff.of_version(self._db, changed.statement.id, changed.number)
        return update(changed, kept)

    def close(self) -> None:
        """Gives the index back."""
        self._writer.close()


def generation(db: sqlite3.Connection) -> str:
    """Tells what is indexed from what was made before: records, and what annotators say of them."""
    return f"{changes.generation(db)} {standoff.form(db).name}".strip()


def _mark(index: str) -> str:
    """The name of the watermark: of this index and no other."""
    return f"search {index}"


def behind(folder: Path, db: sqlite3.Connection) -> int:
    """How many changes the index does not have yet."""
    found = identity(folder)
    last = changes.last(db)
    if found is None or found.generation != generation(db):
        return last
    return last - changes.watermark(db, _mark(found.id))


def refresh(
    archive: Folder,
    say: Callable[[str], None],
    before: Callable[[sqlite3.Connection], object] | None = None,
    missing: Callable[[sqlite3.Connection], int] = lambda db: 0,
) -> None:
    """Puts into an archive's index what is not in it, if we may write. Else it says how much is
    missing. `before`: what is to be done with the records first, if so many are `missing` there."""
    db = database.readable(archive.records)
    try:
        lacking = max(missing(db), behind(archive.search, db))
    finally:
        db.close()
    if not lacking:
        return
    try:
        with locked(archive.lock, 0.0):
            _follow(archive, before)
    except ArchiveError as error:
        say(f"{lacking:,} versions that were added cannot be found yet: {error}")


def _follow(archive: Folder, before: Callable[[sqlite3.Connection], object] | None) -> None:
    db = database.writable(archive.records)
    try:
        if before is not None:
            before(db)
        follower = Follower(archive.search, db)
        try:
            follower.follow()
        finally:
            follower.close()
    finally:
        db.close()
