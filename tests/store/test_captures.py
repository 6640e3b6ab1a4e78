"""Captures are kept as they are, and the same one is known again."""

from __future__ import annotations

from pathlib import Path

import msgspec

from onrecord.records import Asked
from onrecord.store import captures
from tests.archives import Desk, capture

FETCHED = capture(
    2,
    url="https://mfa.example/b",
    status=200,
    media_type="text/html",
    charset="utf-8",
    asked=Asked(language="uk", sources=False),
)


def test_what_comes_out_is_what_went_in(tmp_path: Path) -> None:
    db = Desk(tmp_path).db
    for each in (capture(1), FETCHED):
        captures.insert(db, each)
    assert list(captures.all_captures(db)) == [capture(1), FETCHED]
    assert captures.one(db, FETCHED.id) == FETCHED
    assert captures.one(db, "urn:uuid:9") is None
    assert captures.count(db) == 2
    assert captures.known(db) == {"000001.warc.gz": 300}
    db.close()


def test_the_same_bytes_from_the_same_place_read_in_the_same_way(tmp_path: Path) -> None:
    db = Desk(tmp_path).db
    captures.insert(db, FETCHED)
    captures.insert(db, capture(1))
    again = msgspec.structs.replace(FETCHED, id="urn:uuid:7", fetched_at="2025", start=900)
    assert captures.same(db, again) == FETCHED
    moved = msgspec.structs.replace(capture(1), id="urn:uuid:8", uri="file:///pages/moved.html")
    assert captures.same(db, moved) == capture(1)
    for other in (
        msgspec.structs.replace(again, url="https://mfa.example/c"),
        msgspec.structs.replace(again, asked=Asked(language="ru")),
        msgspec.structs.replace(again, digest="sha256:1"),
    ):
        assert captures.same(db, other) is None
    db.close()
