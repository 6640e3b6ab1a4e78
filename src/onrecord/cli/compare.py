"""`onrecord compare`: two texts beside each other, and what differs that matters.

Each side is a file, an address, or the id of a statement or version of the archive; B may also be
a language of A's statement, or one of its versions.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
from pathlib import Path
from typing import NamedTuple

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.errors import ArchiveError, InputError
from onrecord.records import Annotation, Reading

_ADDRESS = re.compile(r"https?://", re.I)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_VERSION = re.compile(r"@\d+")
_LAYERS = ("entity", "time", "commitment", "position")


class Sided(NamedTuple):
    """A side: what was named, its reading, and what is known of it, where it is in the archive."""

    name: str
    reading: Reading
    annotations: tuple[Annotation, ...] | None


def run(options: argparse.Namespace) -> int:
    """Compares two texts and shows what differs."""
    try:
        a, b = _sides(options)
    except InputError as error:
        output.say(f"{error} [{error.stage}]")
        return 1
    from onrecord.pipeline.comparing import compare

    found = compare(a.reading, b.reading, (a.annotations, b.annotations))
    if options.html:
        from onrecord.web import compare_report

        Path(options.html).write_text(compare_report.page(found, (a.name, b.name)), "utf-8")
        output.say(f"written: {options.html}")
    if options.json:
        from onrecord.web import compare_record

        output.write(compare_record.record(found, (a.name, b.name)))
    elif not options.html:
        from onrecord.cli import compare_view, terminal

        compare_view.show(found, options.weight, terminal.console())
    for issue in found.issues:
        output.say(f"{issue.message} [{issue.stage}]")
    return 0


def _sides(options: argparse.Namespace) -> tuple[Sided, Sided]:
    """Both sides, read or taken from the archive, which is opened only if it is asked for."""
    if _is_source(options.a) and _is_source(options.b):
        return _read(options.a, options), _read(options.b, options)
    from onrecord.store import database

    folder = chosen(options.archive)
    db = database.readable(folder.records)
    try:
        with database.explained(folder.records):
            a = _side(options.a, db, options)
            if not _is_source(options.b):
                return a, _stored(_meant(options.a, options.b, db), db)
            return a, _side(options.b, db, options)
    finally:
        db.close()


def _is_source(name: str) -> bool:
    return name == "-" or bool(_ADDRESS.match(name)) or Path(name).exists()


def _side(name: str, db: sqlite3.Connection, options: argparse.Namespace) -> Sided:
    return _read(name, options) if _is_source(name) else _stored(name, db)


def _meant(a: str, b: str, db: sqlite3.Connection) -> str:
    """The id that B means: a version (`@1`) or a language (`fr`) of A's statement, or itself."""
    from onrecord.store import statements

    if not (_VERSION.fullmatch(b) or _LANGUAGE.fullmatch(b)):
        return b
    found = statements.find(db, a)
    if found is None:
        return b
    if _VERSION.fullmatch(b):
        return found[0].id + b
    others = [s for s in statements.of_work(db, found[0]) if s.language == b]
    if not others:
        known = ", ".join(sorted({s.language or "?" for s in statements.of_work(db, found[0])}))
        raise InputError(f"{a}: no version in {b!r}; there are: {known or 'none'}", "input")
    return others[0].id


def _stored(name: str, db: sqlite3.Connection) -> Sided:
    from onrecord.store import standoff
    from onrecord.store.kept import kept

    found = kept(db, name)
    if found is None:
        what = "neither a file nor an id of the archive: see the ids with `onrecord search`"
        raise ArchiveError(f"{name}: {what}")
    known = tuple(
        Annotation(
            layer=each.layer,
            span=each.span,
            quote=each.quote,
            value=each.value,
            annotator=each.annotator,
            rule=each.rule,
            confidence=each.confidence,
        )
        for each in standoff.of_version(db, found.statement.id, found.version.number, _LAYERS)
    )
    return Sided(found.version.id, found.reading, known or None)


def _read(name: str, options: argparse.Namespace) -> Sided:
    """The one statement of a file or an address."""
    from onrecord.crawl.inputs import expand
    from onrecord.pipeline import Failure, Options, read

    asked = Options(language=options.lang, sources=not options.no_sources)
    found = list(read(expand([name]), asked))
    for result in found:
        if isinstance(result, Failure):
            raise InputError(f"{result.uri}: {result.issue.message}", result.issue.stage)
    readings = [result for result in found if isinstance(result, Reading)]
    if len(readings) != 1:
        what = (
            f"{len(readings)} statements: add it to an archive, and name two of them by their ids"
        )
        raise InputError(f"{name}: {what}", "input")
    return Sided(name, readings[0], None)
