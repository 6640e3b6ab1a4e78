"""How well silent edits are found in snapshots of one feed, against a plain method.

    python -m benchmarks.edits FOLDER         # of files TIME__NAME.rss, TIME as 2021-07-15T000733Z

Every snapshot is a capture at its time. The plain method knows nothing of onrecord: it takes items
out of the feed by a pattern, strips tags, and tells the texts of one link apart by their words and
marks. Prints every edit, then recall (distinct texts that were found, between the right snapshots)
and what was found besides.
"""

from __future__ import annotations

import argparse
import gzip
import html
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from onrecord.archive.folder import Folder
from onrecord.pipeline import annotated, editing
from onrecord.pipeline.adding import add
from onrecord.pipeline.offering import offers
from onrecord.pipeline.opening import writing
from onrecord.records import Asked
from onrecord.store import database, edit_records
from onrecord.store.edit_records import Edit, Wanted

FEED = "https://www.state.gov/rss-feed/press-releases/feed/"
_ITEM = re.compile(r"<item>(.*?)</item>", re.S)
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1>", re.S | re.I)
_INLINE = re.compile(r"</?(a|span|em|strong|b|i|u|sup|sub|font)\b[^>]*>", re.I)
_TAG = re.compile(r"<[^>]+>")
_SIGNS = re.compile(r"\w+|[^\w\s]")


class Seen(NamedTuple):
    """An edit: at which link, and the times of the two snapshots that it lies between."""

    link: str
    last: str
    first: str


def time_of(snapshot: Path) -> str:
    """
    >>> time_of(Path("2021-07-15T000733Z__fe7ff9.rss"))
    '2021-07-15T00:07:33Z'
    """
    day, _, clock = snapshot.name.partition("__")[0].partition("T")
    return f"{day}T{clock[:2]}:{clock[2:4]}:{clock[4:6]}Z"


def plain(snapshots: list[Path]) -> list[Seen]:
    """What the plain method sees."""
    last: dict[str, tuple[str, list[str]]] = {}
    found = []
    for snapshot in snapshots:
        for item in _ITEM.findall(snapshot.read_text("utf-8", "replace")):
            link = _field(item, "link")
            text = _SIGNS.findall(f"{_field(item, 'title')}\n{_body(item)}")
            at = time_of(snapshot)
            if link in last and last[link][1] != text:
                found.append(Seen(link, last[link][0], at))
            last[link] = (at, text)
    return found


def _field(item: str, name: str) -> str:
    match = re.search(rf"<{name}>(.*?)</{name}>", item, re.S)
    inside = re.sub(r"<!\[CDATA\[|\]\]>", "", match[1]) if match else ""
    return " ".join(html.unescape(html.unescape(inside)).split())


def _body(item: str) -> str:
    match = re.search(r"<content:encoded>(.*?)</content:encoded>", item, re.S)
    inside = re.sub(r"<!\[CDATA\[|\]\]>", "", match[1]) if match else ""
    bare = _TAG.sub(" ", _INLINE.sub("", _HIDDEN.sub(" ", inside)))
    return " ".join(html.unescape(bare).split())


def edits(snapshots: list[Path], root: Path, annotate: bool = True) -> list[Edit]:
    """What an archive of the snapshots tells. Without annotations names weigh as words."""
    held = root / "snapshots.warc.gz"
    held.write_bytes(b"".join(map(_record, snapshots)))
    folder = Folder(root / "archive")
    with writing(folder) as session:
        for _ in add(session, offers([str(held)], Asked())):
            pass
        if annotate:
            annotated.follow(session.db)
        editing.follow(session.db)
    db = database.readable(folder.records)
    try:
        return list(edit_records.edits(db, Wanted()))
    finally:
        db.close()


def _record(snapshot: Path) -> bytes:
    """A snapshot as the capture of its time."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n"
    answer += snapshot.read_bytes()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uuid4()}>\r\n"
        f"WARC-Target-URI: {FEED}\r\nWARC-Date: {time_of(snapshot)}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


def seen(edit: Edit) -> Seen:
    """An edit as the plain method tells it."""
    return Seen(edit.address, edit.last_seen, edit.seen)


def main() -> int:
    """Prints the figures."""
    grammar = argparse.ArgumentParser(description=__doc__)
    grammar.add_argument("folder", type=Path)
    snapshots = sorted(grammar.parse_args().folder.rglob("*.rss"))
    with tempfile.TemporaryDirectory() as root:
        found = edits(snapshots, Path(root))
    wanted = plain(snapshots)
    for edit in found:
        print(f"{edit.weight:10}  {edit.last_seen}  {edit.seen}  {edit.address}")
        for change in edit.told.changes:
            print(f"    {change.what}: {change.quote_a or ''!r} -> {change.quote_b or ''!r}")
    known = {seen(edit) for edit in found}
    missed, besides = set(wanted) - known, known - set(wanted)
    print(
        f"{len(snapshots)} snapshots: {len(wanted)} edits by the plain method; {len(found)} found"
    )
    print(dict(Counter(edit.weight for edit in found)))
    print(f"recall {1 - len(missed) / max(1, len(wanted)):.3f}; besides: {len(besides)}")
    for each in sorted(missed | besides):
        print("   ", "missed" if each in missed else "besides", *each)
    return 1 if missed or besides else 0


if __name__ == "__main__":
    sys.exit(main())
