"""What readers say of annotations: right, wrong, or right with another value. It stands in
`corrections.toml` beside an archive, or in the folder of a source beside it; never in the records,
so that no rebuild loses it and no evidence is edited.

A correction is keyed by the capture (its digest), the layer and the span, and names the quote:
where the text was read anew and the span has moved, the quote finds it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from onrecord.errors import ArchiveError
from onrecord.records import Record, Span
from onrecord.store import changes

FILE = "corrections.toml"
Verdict = Literal["accept", "reject", "amend", "withdraw"]
_MOST = 20_000_000  # bytes of a file that is read
_PLAIN = (bool, int, float, str)
_known: dict[str, tuple[object, dict[tuple[str, int], tuple[Correction, ...]]]] = {}


class Correction(Record, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What somebody says of an annotation; `withdraw` takes back what was said last of the same
    place. `statement`: its id when that was said; `capture`: the
    digest of the capture; `value`: what an amendment puts in place; `rule`: the rule that had found
    it; `by`, `at`, `why`: who, when and for which reason."""

    statement: str
    layer: str
    span: Span
    quote: str
    verdict: Verdict
    capture: str | None = None
    value: dict[str, Any] = msgspec.field(default_factory=dict)
    rule: str | None = None
    by: str | None = None
    at: str | None = None
    why: str | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    correction: tuple[Correction, ...] = ()


def files(folder: Path) -> list[Path]:
    """The files of corrections that count for an archive: its own, and those of its sources."""
    own = folder / FILE
    return [path for path in (*sorted(folder.glob(f"sources/*/{FILE}")), own) if path.is_file()]


def read(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file; `ArchiveError` says where it cannot be read."""
    if path.stat().st_size > _MOST:
        raise ArchiveError(f"{path}: larger than {_MOST:,} bytes: split it by source")
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), _File).correction
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise ArchiveError(f"{path}: {error}: mend it, or take the entry out") from error


def listed(folder: Path) -> tuple[Correction, ...]:
    """All corrections beside an archive; of several about the same place the last one counts that
    was not withdrawn."""
    found: dict[tuple[str, str, Span], list[Correction]] = {}
    for path in files(folder):
        for each in read(path):
            key = (each.capture or each.statement, each.layer, each.span)
            said = found.pop(key, [])
            said = said[:-1] if each.verdict == "withdraw" else [*said, each]
            if said:
                found[key] = said
    return tuple(said[-1] for said in found.values())


def append(path: Path, correction: Correction) -> None:
    """Writes a correction at the end of a file; what stands there is left as it is."""
    lines = ["", "[[correction]]"]
    for name, value in msgspec.to_builtins(correction).items():
        lines.append(f"{name} = {_toml(value)}")
    with path.open("a", encoding="utf-8") as file:
        file.write("\n".join(lines).lstrip("\n" if not file.tell() else "") + "\n")
        file.flush()
        os.fsync(file.fileno())


def _toml(value: object) -> str:
    """
    >>> _toml({"due": "2024", "actor": ["a"], "n": [1, 2], "no": None})
    '{ "due" = "2024", "actor" = ["a"], "n" = [1, 2] }'
    """
    if isinstance(value, Mapping):
        told = [f"{_toml(str(k))} = {_toml(v)}" for k, v in value.items() if v is not None]
        return "{ " + ", ".join(told) + " }" if told else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(each) for each in value if each is not None) + "]"
    assert isinstance(value, _PLAIN)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def of(db: sqlite3.Connection) -> Mapping[tuple[str, int], tuple[Correction, ...]]:
    """The corrections for the archive of a connection, by statement and number of the version."""
    folder = _folder(db)
    if folder is None:
        return {}
    now = (stamp(folder), changes.generation(db), changes.last(db))
    kept = _known.get(str(folder))
    if kept is None or kept[0] != now:
        kept = (now, _resolved(db, listed(folder)))
        _known[str(folder)] = kept
    return kept[1]


def _folder(db: sqlite3.Connection) -> Path | None:
    for _, name, path in db.execute("PRAGMA database_list"):
        if name == "main" and path:
            return Path(path).parent
    return None


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells one state of the files of corrections from another."""
    found = ((path, path.stat()) for path in files(folder))
    return tuple((str(path), state.st_mtime_ns, state.st_size) for path, state in found)


def _resolved(
    db: sqlite3.Connection, corrections: Iterable[Correction]
) -> dict[tuple[str, int], tuple[Correction, ...]]:
    found: dict[tuple[str, int], tuple[Correction, ...]] = {}
    for each in corrections:
        for version in _versions(db, each):
            found[version] = (*found.get(version, ()), each)
    return found


def _versions(db: sqlite3.Connection, correction: Correction) -> Iterator[tuple[str, int]]:
    """All versions of the statement that stands in the capture, or has the id."""
    rows = db.execute(
        "SELECT DISTINCT s.n, s.id FROM captures c JOIN appearances p ON p.capture = c.n"
        " JOIN versions v ON v.n = p.version JOIN statements s ON s.n = v.statement"
        " WHERE c.digest = ?",
        (correction.capture,),
    ).fetchall()
    named = db.execute("SELECT n, id FROM statements WHERE id = ?", (correction.statement,))
    exact = named.fetchall()
    for number, name in exact if set(exact) & set(rows) or not rows else rows:
        for (version,) in db.execute("SELECT number FROM versions WHERE statement = ?", (number,)):
            yield name, version


def digest_of(db: sqlite3.Connection, statement: str, number: int) -> str | None:
    """The digest of the capture that a version was read from."""
    row = db.execute(
        "SELECT c.digest FROM versions v JOIN statements s ON s.n = v.statement"
        " JOIN captures c ON c.n = v.capture WHERE s.id = ? AND v.number = ?",
        (statement, number),
    ).fetchone()
    return row[0] if row else None


def about(
    corrections: Iterable[Correction], layer: str, span: Span, quote: str
) -> Correction | None:
    """What is said of an annotation: at its place, else of the same words, else of words that
    hold it or that it holds, as another rule may draw a span a little wider."""
    same = [each for each in corrections if each.layer == layer]
    for each in same:
        if each.span == span and each.quote == quote:
            return each
    for each in same:
        if each.quote == quote:
            return each
    for each in same:
        near = each.span.start < span.end and span.start < each.span.end
        if near and (each.quote in quote or quote in each.quote):
            return each
    return None
