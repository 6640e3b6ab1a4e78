"""How a source is, and what is unusual of it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from onrecord.archive.folder import Folder
from onrecord.pipeline.opening import writing
from onrecord.pipeline.watching_health import check, health, tallies
from onrecord.pipeline.watching_store import keep
from onrecord.records import Expect
from onrecord.store import coverage, database, frontier, watchfile
from onrecord.store.coverage import Note
from onrecord.store.frontier import Named
from tests.archives import page
from tests.pipeline.watching_support import HOST, NOW, SOURCE, URL, a_listing, fetched

HOUR = 3600.0


def test_a_source_is_as_its_listings_are() -> None:
    read = a_listing(state="read", read_at=NOW)
    odd = a_listing(n=2, state="unreadable", reason="no list", read_at=NOW)
    late = a_listing(n=3, state="unfetched", reason="503", read_at=NOW - 9 * HOUR)
    soon = a_listing(n=4, state="unfetched", reason="503", read_at=NOW - HOUR / 2)
    assert health(SOURCE, [], [], NOW).state == "new"
    assert health(SOURCE, [read, soon], [], NOW).state == "well"
    assert health(SOURCE, [read, odd], [], NOW).state == "doubtful"
    failing = health(SOURCE, [odd, late], [], NOW)
    assert (failing.state, failing.reason) == (
        "failing", f"{odd.url}: the listing cannot be read: no list",
    )  # fmt: skip


def test_bounds_that_break_are_troubles_and_close_again(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    source = msgspec.structs.replace(SOURCE, expect=Expect(week=(3, 40)))
    db = watchfile.writable(folder.watch)
    frontier.watch(db, [source.id])
    frontier.name(db, source.id, 0, [Named(URL, HOST, None, None, None)], NOW)
    coverage.count(db, source.id, "2026-02-01", [Note("checked")])
    with writing(folder) as session:
        kept = keep(session, fetched(page(published="2026-03-02T07:00:00Z")))
        session.commit()
    (row,) = frontier.since(db, source.id, 0.0)
    (result,) = kept.results
    read = msgspec.structs.replace(row, statement=result.statement, capture=kept.capture)
    frontier.save_page(db, read, row.due)
    records = database.readable(folder.records)
    found = tallies(db, records, source, NOW + HOUR)
    assert (found.days, found.statements, found.dated, found.captures) == (7, 1, 1, 1)
    (opened,) = check(db, folder, [source], NOW)
    assert opened.message == "week: 1 statements in 7 days; 3 to 40 a week are usual"
    assert check(db, folder, [source], NOW + HOUR) == []
    assert check(db, folder, [SOURCE], NOW + 2 * HOUR) == []
    assert coverage.troubles(db) == ()
    records.close()
    db.close()
