"""The frontier: every address that a watch knows, when it was asked, and when it is asked next.

Listings and pages are rows of two tables; an address stands in a table once. A row says what it was
when it was last committed: what happened since is asked again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec

from onrecord.records import Record

State = Literal["new", "read", "unreadable", "unfetched"]
# `linked`: its statement stands in documents that it links to, which are pages of their own.
Outcome = Literal["new", "read", "linked", "unread", "unfetched", "gone"]


class Listing(Record, frozen=True, kw_only=True):
    """A listing, or a further page of one (`root`: the row of that; `depth`: how far from it).
    `due`: when it is asked next; `None`: when its root says. `via`: where a redirect led, which is
    asked in its place, after so many `hops`."""

    n: int
    source: str
    place: int
    url: str
    host: str
    root: int | None = None
    depth: int = 0
    due: float | None = None
    asked_at: float | None = None
    read_at: float | None = None
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    state: State = "new"
    reason: str | None = None
    failures: int = 0
    entries: int | None = None
    via: str | None = None
    hops: int = 0


class Page(Record, frozen=True, kw_only=True):
    """A page that a listing named. `title`, `date`, `listed` (when it was changed): as listed;
    `fresh`: never captured; `changed_at`: since when it stands still; `gone_at`: since when it is
    not there; `via`: where a redirect led, which is asked in its place, after so many `hops`."""

    n: int
    url: str
    source: str
    host: str
    place: int
    found_at: float
    title: str | None = None
    date: str | None = None
    listed: str | None = None
    due: float | None = None
    fresh: bool = True
    asked_at: float | None = None
    changed_at: float | None = None
    gone_at: float | None = None
    failures: int = 0
    outcome: Outcome = "new"
    reason: str | None = None
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    capture: str | None = None
    statement: str | None = None
    version: int | None = None
    via: str | None = None
    hops: int = 0


class Named(NamedTuple):
    """An entry of a listing: an address, and what is said of it there."""

    url: str
    host: str
    title: str | None
    date: str | None
    modified: str | None


_LISTING = Listing.__struct_fields__
_PAGE = Page.__struct_fields__
_LISTED = ", ".join(_LISTING)
_PAGED = ", ".join(_PAGE)
_SET_LISTING = ", ".join(f"{name} = ?" for name in _LISTING[1:])
_NAMED = ("n", "url", "source", "place", "found_at", "title", "date", "listed")  # by listings
_VISITED = tuple(name for name in _PAGE if name not in (*_NAMED, "due"))
_SET_PAGE = ", ".join(f"{name} = ?" for name in _VISITED)
_VACANT = ("listings", "pages")


def plan(
    db: sqlite3.Connection, source: str, place: int, urls: Iterable[tuple[str, str]], now: float
) -> None:
    """The addresses (with their hosts) at which a listing of a source stands now: new ones are due
    at once, and those where it stood before are asked no more."""
    wanted = list(urls)
    for url, host in wanted:
        db.execute(
            "INSERT INTO listings (source, place, url, host, depth, due, state, failures)"
            " VALUES (?, ?, ?, ?, 0, ?, 'new', 0) ON CONFLICT DO UPDATE SET"
            " due = coalesce(due, excluded.due) WHERE root IS NULL",
            (source, place, url, host, now),
        )
    names = [url for url, _ in wanted]
    db.execute(
        "UPDATE listings SET due = NULL WHERE source = ? AND place = ? AND root IS NULL"
        f" AND due IS NOT NULL AND url NOT IN ({','.join('?' * len(names))})",
        (source, place, *names),
    )


def further(
    db: sqlite3.Connection, listing: Listing, urls: Iterable[tuple[str, str]], now: float
) -> None:
    """Further pages of a listing are due, each once."""
    db.executemany(
        "INSERT INTO listings (source, place, url, host, root, depth, due, state, failures)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, 'new', 0) ON CONFLICT DO UPDATE SET due = excluded.due,"
        " depth = min(depth, excluded.depth) WHERE root IS NOT NULL",
        (
            (
                listing.source, listing.place, url, host,
                listing.n if listing.root is None else listing.root, listing.depth + 1, now,
            )
            for url, host in urls
        ),
    )  # fmt: skip


def watch(db: sqlite3.Connection, sources: Iterable[str]) -> None:
    """Only what is of these sources is due, for this connection."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS watched (source TEXT PRIMARY KEY)")
    db.execute("DELETE FROM watched")
    db.executemany("INSERT INTO watched VALUES (?)", ((source,) for source in sources))


def news(db: sqlite3.Connection, entries: Iterable[Named], place: int) -> tuple[int, int]:
    """How many entries are new, and of how many the listing says another thing than before."""
    new = changed = 0
    for entry in entries:
        known = _known(db, entry.url)
        new += known is None
        changed += known is not None and _compared(known, entry, place)[0]
    return new, changed


def name(
    db: sqlite3.Connection, source: str, place: int, entries: Iterable[Named], now: float
) -> int:
    """Takes in the entries of a listing: new addresses are due at once, and so are those of which
    the listing says another thing than before. Gives how many are new."""
    new = 0
    for entry in entries:
        known = _known(db, entry.url)
        if known is None:
            db.execute(
                "INSERT INTO pages (url, source, host, place, title, date, listed, found_at, due,"
                " fresh, failures, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 'new')",
                (entry.url, source, entry.host, place, entry.title, entry.date, entry.modified,
                 now, now),
            )  # fmt: skip
            new += 1
            continue
        differs, said = _compared(known, entry, place)
        if said != known[1:4]:
            db.execute(
                "UPDATE pages SET title = ?, date = ?, listed = ? WHERE n = ?", (*said, known[0])
            )
        if differs:
            db.execute(
                "UPDATE pages SET due = min(coalesce(due, ?1), ?1) WHERE n = ?2", (now, known[0])
            )
    return new


_Known = tuple[int, str | None, str | None, str | None, int]
_Said = tuple[str | None, str | None, str | None]


def _known(db: sqlite3.Connection, url: str) -> _Known | None:
    row: _Known | None = db.execute(
        "SELECT n, title, date, listed, place FROM pages WHERE url = ?", (url,)
    ).fetchone()
    return row


def _compared(known: _Known, entry: Named, place: int) -> tuple[bool, _Said]:
    """Is another thing said than before, and what is known now? The title and date of the listing
    that first named a page are compared with what the same said; others only add to them."""
    title, date, listed = known[1:4]
    modified = bool(listed and entry.modified and listed != entry.modified)
    if known[4] != place:
        said = (title or entry.title, date or entry.date, entry.modified or listed)
        return modified, said
    said = (entry.title or title, entry.date or date, entry.modified or listed)
    anew = any(a and b and a != b for a, b in ((title, entry.title), (date, entry.date)))
    return anew or modified, said


def due_listings(db: sqlite3.Connection, host: str, now: float, limit: int) -> tuple[Listing, ...]:
    """Listings of a host that are due, the one that has waited longest first."""
    rows = db.execute(
        f"SELECT {_LISTED} FROM listings WHERE host = ? AND due <= ? AND source IN watched"
        " ORDER BY due LIMIT ?",
        (host, now, limit),
    )
    return tuple(_listing(row) for row in rows)


def due_pages(db: sqlite3.Connection, host: str, now: float, limit: int) -> tuple[Page, ...]:
    """Pages of a host that are due: those that were never captured first."""
    found: list[Page] = []
    for fresh in (1, 0):
        rows = db.execute(
            f"SELECT {_PAGED} FROM pages WHERE host = ? AND fresh = ? AND due <= ?"
            " AND source IN watched ORDER BY due, n LIMIT ?",
            (host, fresh, now, limit - len(found)),
        )
        found += map(_page, rows)
        if len(found) >= limit:
            break
    return tuple(found)


def next_due(db: sqlite3.Connection, host: str) -> float | None:
    """When something of a host is due next."""
    first = "AND due IS NOT NULL AND source IN watched ORDER BY due LIMIT 1"
    rows = (
        db.execute(f"SELECT due FROM listings WHERE host = ? {first}", (host,)).fetchone(),
        db.execute(
            f"SELECT due FROM pages WHERE host = ? AND fresh = 1 {first}", (host,)
        ).fetchone(),
        db.execute(
            f"SELECT due FROM pages WHERE host = ? AND fresh = 0 {first}", (host,)
        ).fetchone(),
    )
    return min((row[0] for row in rows if row), default=None)


def hosts(db: sqlite3.Connection) -> list[str]:
    """All hosts of which something is due at some time."""
    rows = db.execute(
        "SELECT host FROM listings WHERE due IS NOT NULL AND source IN watched"
        " UNION SELECT host FROM pages WHERE due IS NOT NULL AND source IN watched ORDER BY 1"
    )
    return [row[0] for row in rows]


def save_listing(db: sqlite3.Connection, listing: Listing) -> None:
    """What is known of a listing now."""
    db.execute(
        f"UPDATE listings SET {_SET_LISTING} WHERE n = ?",
        (*msgspec.structs.astuple(listing)[1:], listing.n),
    )


def save_page(db: sqlite3.Connection, page: Page, was_due: float | None) -> None:
    """What a visit found of a page. `was_due`: when it was due as it began; if a listing has said
    since that it has changed, it stays due."""
    db.execute(
        f"UPDATE pages SET {_SET_PAGE}, due = CASE WHEN due IS ? THEN ? ELSE due END WHERE n = ?",
        (*(getattr(page, name) for name in _VISITED), was_due, page.due, page.n),
    )


def listings(db: sqlite3.Connection, source: str | None = None) -> tuple[Listing, ...]:
    """The listings of a source that are asked, or of all; not their further pages."""
    rows = db.execute(
        f"SELECT {_LISTED} FROM listings WHERE root IS NULL AND due IS NOT NULL"
        " AND (?1 IS NULL OR source = ?1) ORDER BY source, place, url",
        (source,),
    )
    return tuple(_listing(row) for row in rows)


def is_listing(db: sqlite3.Connection, url: str) -> bool:
    """Is an address that of a listing?"""
    return db.execute("SELECT 1 FROM listings WHERE url = ?", (url,)).fetchone() is not None


def page(db: sqlite3.Connection, url: str) -> Page | None:
    """What is known of an address."""
    row = db.execute(f"SELECT {_PAGED} FROM pages WHERE url = ?", (url,)).fetchone()
    return _page(row) if row else None


def since(db: sqlite3.Connection, source: str, moment: float) -> tuple[Page, ...]:
    """The pages of a source that were found from a time on."""
    rows = db.execute(
        f"SELECT {_PAGED} FROM pages WHERE source = ? AND found_at >= ? ORDER BY n",
        (source, moment),
    )
    return tuple(map(_page, rows))


def tally(db: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """Of each source, how many pages had which outcome when they were last asked."""
    found: dict[str, dict[str, int]] = {}
    rows = db.execute("SELECT source, outcome, count(*) FROM pages GROUP BY 1, 2 ORDER BY 1, 2")
    for source, outcome, number in rows:
        found.setdefault(source, {})[outcome] = number
    return found


def waiting(db: sqlite3.Connection, now: float) -> int:
    """How many addresses are due."""
    return sum(
        int(db.execute(f"SELECT count(*) FROM {table} WHERE due <= ?", (now,)).fetchone()[0])
        for table in _VACANT
    )


def _listing(row: tuple[object, ...]) -> Listing:
    return Listing(**dict(zip(_LISTING, row, strict=True)))  # type: ignore[arg-type]


def _page(row: tuple[object, ...]) -> Page:
    fields = dict(zip(_PAGE, row, strict=True))
    return Page(**fields | {"fresh": bool(fields["fresh"])})  # type: ignore[arg-type]
