"""Issues by the page agree with the list of all."""

from __future__ import annotations

from pathlib import Path

from onrecord.store import database, troubles
from onrecord.store.issues import listed
from tests.web.support import made


def test_pages_hold_all_issues_once_and_counts_agree(tmp_path: Path) -> None:
    names = ("block-page.html", "script-shell.html", "borvinia-ferry.misdeclared-latin1.ru.html")
    folder = made(tmp_path / "archive", [Path("samples") / name for name in names])
    db = database.readable(folder.records)
    every = list(listed(db))
    pages = [troubles.page(db, "info", None, 2, start) for start in range(0, len(every) + 1, 2)]
    assert {total for total, _ in pages} == {len(every)}
    shown = [issue for _, issues in pages for issue in issues]
    assert sorted(map(repr, shown)) == sorted(map(repr, every))
    assert shown[0].severity == "error"
    total, found = troubles.page(db, "error", "quality", 9)
    assert total == len(found) == 2
    counts = troubles.counts(db)
    assert sum(n for by in counts.values() for n in by.values()) == len(every)
    assert counts["quality"] == {"error": 2}
    db.close()
