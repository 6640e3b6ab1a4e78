"""The heads of statements that may tell of a meeting."""

from __future__ import annotations

from pathlib import Path

from onrecord.pipeline.indexing import refresh
from onrecord.store import accounts, database
from tests.web.support import made


def test_heads_in_order_of_time_with_what_annotators_say_of_them(tmp_path: Path) -> None:
    pages = sorted(Path("tests/pipeline/meetings").glob("vollbrecht-*.html"))
    folder = made(tmp_path / "archive", [*pages, Path("samples/horynia-briefing.uk.html")])
    refresh(folder, lambda said: None)
    db = database.readable(folder.records)
    try:
        found = list(accounts.heads(db))
        assert [head.header.date or head.header.published for head in found] == [
            "2024-05-15", "2024-07-03",
        ]  # fmt: skip
        for head in found:
            assert head.kind in accounts.KINDS
            assert {each.layer for each in head.found} >= {"entity", "time"}
            assert all(head.text[e.span.start : e.span.end] == e.quote for e in head.found)
        assert len(list(accounts.heads(db, since="2024-06"))) == 1
        assert list(accounts.heads(db, until="2023")) == []
    finally:
        db.close()
