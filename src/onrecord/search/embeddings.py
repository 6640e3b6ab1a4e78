"""Keeps the vectors abreast of the store: what has changed since the watermark is encoded.

Vectors belong to an encoder (name, version, digest of its model), to the form of the windows, and
to one generation of the records: of another they are made again. The watermark stands in the same
transaction as the vectors.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from multiprocessing import get_context
from typing import NamedTuple

import msgspec
import numpy as np

from onrecord.archive.folder import Folder
from onrecord.meaning.encoder import USUAL, Identity, Matrix, encode, encoder
from onrecord.search.following import update
from onrecord.search.nearness import STORED, Nearness
from onrecord.search.records import IndexedTurn
from onrecord.search.schema import place
from onrecord.search.windows import windows
from onrecord.store import changes, vectors
from onrecord.store.vectors import Stretch

FORM = "1"
_BATCH, _SHARE = 200, 256
Say = Callable[[int, int], None]
Encode = Callable[[Sequence[str]], Matrix]


class Vectors(NamedTuple):
    """An archive's vectors, open, and who made them."""

    db: sqlite3.Connection
    identity: Identity
    nearness: Nearness


def made_by(folder: Folder) -> str | None:
    """The name of the encoder that made an archive's vectors; `None` if there are none."""
    path = folder.meaning / "vectors.sqlite"
    if not path.is_file():
        return None
    db = vectors.opened(path)
    try:
        said = vectors.told(db, "encoder")
        return msgspec.json.decode(said, type=Identity).name if said else None
    finally:
        db.close()


def behind(folder: Folder, records: sqlite3.Connection) -> int:
    """How many changes the vectors do not have yet."""
    path = folder.meaning / "vectors.sqlite"
    if not path.is_file():
        return changes.last(records)
    db = vectors.opened(path)
    try:
        return changes.last(records) - _watermark(db, records)
    finally:
        db.close()


def _watermark(db: sqlite3.Connection, records: sqlite3.Connection) -> int:
    same = vectors.told(db, "generation") == changes.generation(records)
    form = vectors.told(db, "form") == FORM
    return int(vectors.told(db, "change") or 0) if same and form else 0


def changed(folder: Folder) -> int:
    """A number that changes when vectors are put in."""
    db = vectors.opened(folder.meaning / "vectors.sqlite")
    try:
        return int(vectors.told(db, "change") or 0)
    finally:
        db.close()


def open_vectors(folder: Folder) -> Vectors | None:
    """The vectors to ask; `None` if there are none that the installed encoder can be asked with."""
    name = made_by(folder)
    if name is None:
        return None
    identity = encoder(name).identity
    db = vectors.opened(folder.meaning / "vectors.sqlite")
    if vectors.told(db, "encoder") != _said(identity):
        db.close()
        return None
    nearness = Nearness(folder.meaning / "nearest.usearch", db, identity.dimensions)
    nearness.follow()
    return Vectors(db, identity, nearness)


def _said(identity: Identity) -> str:
    return msgspec.json.encode(identity).decode()


def follow(
    folder: Folder,
    records: sqlite3.Connection,
    name: str | None = None,
    processes: int = 1,
    say: Say = lambda done, of: None,
) -> int:
    """Encodes what is new, by the encoder that made what there is, or by another all anew; gives
    the number of changes. Whoever calls it holds the lock of the archive."""
    chosen = name or made_by(folder) or USUAL
    identity = encoder(chosen).identity
    db = vectors.opened(folder.meaning / "vectors.sqlite")
    try:
        _prepare(db, records, identity, folder)
        done = 0
        of = changes.last(records) - _watermark(db, records)
        pending = changes.changes(records, _watermark(db, records))
        with _encoding(chosen, processes) as encoding:
            while batch := list(islice(pending, _BATCH)):
                _take(db, batch, encoding)
                done += len(batch)
                say(done, of)
        nearness = Nearness(folder.meaning / "nearest.usearch", db, identity.dimensions)
        if nearness.follow():
            nearness.save()
    finally:
        db.close()
    return done


def _prepare(
    db: sqlite3.Connection, records: sqlite3.Connection, identity: Identity, folder: Folder
) -> None:
    """Empties what another encoder, form or generation has left."""
    wanted = {
        "encoder": _said(identity),
        "form": FORM,
        "generation": changes.generation(records),
    }
    if all(vectors.told(db, key) == value for key, value in wanted.items()):
        return
    kept = vectors.told(db, "encoder") == wanted["encoder"]
    db.execute("BEGIN IMMEDIATE")
    if kept:  # texts have the vectors that they had
        db.execute("DELETE FROM spans")
        db.execute("DELETE FROM pieces")
        vectors.note(db, "change", "0")
    else:
        vectors.empty(db)
        (folder.meaning / "nearest.usearch").unlink(missing_ok=True)
    for key, value in wanted.items():
        vectors.note(db, key, value)
    db.execute("COMMIT")


class _encoding:
    """A function that encodes, in this process or shared out to several."""

    def __init__(self, name: str, processes: int) -> None:
        self._name = name
        self._pool = get_context("spawn").Pool(processes) if processes > 1 else None

    def __enter__(self) -> Encode:
        return self._encode

    def __exit__(self, *error: object) -> None:
        if self._pool is not None:
            self._pool.terminate()

    def _encode(self, texts: Sequence[str]) -> Matrix:
        if self._pool is None or len(texts) <= _SHARE:
            return encode(texts, self._name)
        shares = [texts[n : n + _SHARE] for n in range(0, len(texts), _SHARE)]
        return np.concatenate(self._pool.starmap(encode, [(share, self._name) for share in shares]))


def _take(
    db: sqlite3.Connection, batch: Sequence[changes.ChangedVersion], encoding: Encode
) -> None:
    """Puts in a batch of changes, with the watermark, in one transaction."""
    turns = [turn for changed in batch if changed.current for turn in update(changed).turns]
    cut = [(turn, span, text) for turn in turns for span, text in stretches_of(turn)]
    texts = {_digest(text): text for _, _, text in cut}
    numbers = vectors.known(db, list(texts))
    new = [digest for digest in texts if digest not in numbers]
    rows = encoding([texts[digest] for digest in new]).astype(STORED) if new else ()
    db.execute("BEGIN IMMEDIATE")
    try:
        for digest, row in zip(new, rows, strict=True):
            numbers[digest] = vectors.keep(db, digest, row.tobytes())
        found: dict[str, list[Stretch]] = {
            changed.statement.id: [] for changed in batch if changed.current
        }
        for turn, stretch, text in cut:
            found[turn.statement].append(stretch._replace(vector=numbers[_digest(text)]))
        for statement, stretches in found.items():
            vectors.forget(db, statement)
            vectors.put(db, statement, stretches)
        vectors.note(db, "change", str(batch[-1].change))
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def stretches_of(turn: IndexedTurn) -> Iterator[tuple[Stretch, str]]:
    """The sentences and passages of a turn that get a vector, with their words."""
    where, base = place(turn.version, turn.n), turn.span.start
    for kind, (start, end) in windows(turn.text, turn.language):
        yield Stretch(where, kind, start + base, end + base, 0), turn.text[start:end]


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
