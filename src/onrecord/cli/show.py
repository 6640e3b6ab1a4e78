"""`onrecord show`: what is kept of a statement, as a record or for the eye."""

from __future__ import annotations

import argparse

import msgspec

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.store import database
from onrecord.store.kept import Kept, kept


def run(options: argparse.Namespace) -> int:
    """Shows the statement, version or turn of an id."""
    folder = chosen(options.archive)
    db = database.readable(folder.records)
    try:
        with database.explained(folder.records):
            found = kept(db, options.id)
    finally:
        db.close()
    if found is None:
        output.say(f"{options.id}: not in {folder.root}: see the ids with `onrecord search`")
        return 1
    if options.json:
        output.write(record(found))
    else:
        _view(found)
    return 0


def record(found: Kept) -> object:
    """The stored record as the contract has it: the reading under the statement's own id, with its
    versions, captures and links."""
    reading = msgspec.structs.asdict(found.reading)
    del reading["furniture"]
    shown = {
        "id": found.statement.id,
        "version": found.version.number,
        "turn": found.turn,
        **{name: value for name, value in reading.items() if name != "id"},
        "url": found.statement.url,
        "annotations": found.annotations,
        "versions": found.versions,
        "captures": found.captures,
        "appearances": found.appearances,
        "work": found.statement.work,
        "languages": found.languages,
        "links": found.links,
    }
    return shown


def _view(found: Kept) -> None:
    from rich.text import Text

    from onrecord.cli import terminal, view

    out = terminal.console()
    view.show(found.reading, out)
    lines = [Text("In the archive", style="bold")]
    for text in _kept_lines(found):
        first = Text("  ·   ", style="dim")
        for line in Text(output.safe(text)).wrap(out, out.width - terminal.INDENT):
            lines.append(first + line)
            first = Text(" " * terminal.INDENT)
    terminal.put(lines, out)


def _kept_lines(found: Kept) -> list[str]:
    """Where it stands, in words."""
    lines = [f"{found.version.id}, of {len(found.versions)}"]
    lines += [f"{v.id}: {v.method}" for v in found.versions if v.number > 1]
    lines += [
        f"captured {c.fetched_at[:16]} from {c.url or c.uri}: {c.digest}" for c in found.captures
    ]
    lines += [f"in {s.language}: {s.id}" for s in found.languages]
    lines += [
        f"nearly the same words: {link.b if link.a == found.statement.id else link.a}"
        for link in found.links
        if link.kind == "near-duplicate"
    ]
    return lines
