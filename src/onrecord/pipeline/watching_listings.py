"""What an answer for a listing means: entries, a listing that cannot be read any more, or none at
all. What it lists goes to the frontier; the listing itself is kept as evidence when it lists
something else than before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import msgspec

from onrecord.archive.fixity import digest
from onrecord.crawl import schedule
from onrecord.crawl.crew import Done
from onrecord.crawl.fetcher import Fetched, retry_after
from onrecord.pipeline.taking import LISTING
from onrecord.records import Source
from onrecord.sources import listings
from onrecord.sources.entries import Entry, Found
from onrecord.store.coverage import Measure, Note
from onrecord.store.frontier import Listing, Named, State

CADENCE = schedule.HOUR  # where a source says nothing
_MOST_HOPS = 5
_NEVER_ENDING = 1_000  # further addresses of one listing, at most


class Read(NamedTuple):
    """What came of a listing: what is known of it now; the entries, and where it goes on; what is
    to be counted; whether its bytes are another than before."""

    listing: Listing
    entries: tuple[Named, ...]
    further: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...]
    fetched: Fetched | None = None


def cadence(source: Source) -> float:
    """Seconds from one visit of a source's listings to the next."""
    return source.cadence or CADENCE


def settle(listing: Listing, source: Source, done: Done[Any], now: float) -> Read:
    """What came of asking for a listing."""
    asked = msgspec.structs.replace(
        listing, asked_at=now, via=None, hops=0, host=host_of(listing.url)
    )
    fetched = done.fetched
    if fetched is None:
        return _lost(asked, source, "unfetched", str(done.error), now)
    if listing.via is not None:
        fetched = msgspec.structs.replace(fetched, requested=listing.url)
    target = leads_to(fetched)
    if target and listing.hops < _MOST_HOPS:
        known = msgspec.structs.replace(
            listing, via=target, host=host_of(target), hops=listing.hops + 1, due=now
        )
        return Read(known, (), (), ())
    if fetched.status == 304:
        return _read(asked, source, Found(), now, None)
    kind = source.listings[listing.place].kind
    if fetched.status in (404, 410) and kind == "archive":
        return _read(asked, source, Found(), now, None)  # a period of which there is nothing yet
    if not 200 <= fetched.status < 300:
        wait = retry_after(fetched)
        until = None if wait is None else now + wait
        return _lost(asked, source, "unfetched", f"the server answers {fetched.status}", now, until)
    said = digest(fetched.payload)
    if said == listing.digest and listing.state == "read":
        return _read(_validated(asked, fetched, said), source, Found(), now, None)
    found = listings.entries(
        fetched.payload, fetched.url, fetched.charset, source.listings[listing.place],
        source.languages,
    )  # fmt: skip
    if found.unreadable and not found.entries:
        lost = _lost(asked, source, "unreadable", found.unreadable, now)
        return lost._replace(fetched=fetched if said != listing.digest else None)
    return _read(_validated(asked, fetched, said), source, found, now, fetched)


def refused(listing: Listing, source: Source, reason: str, now: float, until: float) -> Read:
    """What is known of a listing that may not be asked for, and not before a time."""
    known = msgspec.structs.replace(listing, via=None, hops=0, host=host_of(listing.url))
    return _lost(known, source, "unfetched", reason, now, until)


def leads_to(fetched: Fetched) -> str | None:
    """Where a redirect leads that was not followed."""
    if not 300 <= fetched.status < 400:
        return None
    location = fetched.header("location")
    try:
        target = urljoin(fetched.url, location) if location else None
        there = urlsplit(target or "")
    except ValueError:
        return None
    return target if there.scheme in ("http", "https") and there.hostname else None


def goes_on(read: Read, source: Source, new: int) -> bool:
    """Are the further addresses to be asked? Nested sitemaps always; further pages while there is
    something new on them, so many as the source says."""
    of = source.listings[read.listing.place]
    if not read.further:
        return False
    if of.kind == "sitemap":
        return read.listing.depth < 3
    return new > 0 and read.listing.depth < of.pages


def is_whole(read: Read, source: Source) -> bool:
    """May an entry be missed in what was read? Not in a part of a listing, nor in its further
    pages, between which entries move."""
    listing = read.listing
    if read.fetched is None or listing.state != "read":
        return False
    return listing.root is None or source.listings[listing.place].kind == "sitemap"


def _validated(listing: Listing, fetched: Fetched, said: str) -> Listing:
    return msgspec.structs.replace(
        listing, etag=fetched.etag, modified=fetched.modified, digest=said
    )


def _read(
    listing: Listing, source: Source, found: Found, now: float, fetched: Fetched | None
) -> Read:
    state: State = "unreadable" if found.unreadable else "read"
    due = None
    if listing.root is None and listing.due is not None:
        due = schedule.listing(source.id, now, cadence(source))
    entries = listing.entries if fetched is None else len(found.entries)
    known = msgspec.structs.replace(
        listing, due=due, read_at=now, state=state, reason=found.unreadable, failures=0,
        entries=entries,
    )  # fmt: skip
    notes = [Note("checked")]
    if found.unreadable:
        notes.append(Note("unreadable", found.unreadable, listing.url))
    further = tuple(_hosted(found.further[:_NEVER_ENDING], source))
    return Read(known, tuple(_named(found.entries, source)), further, tuple(notes), fetched)


def _lost(
    listing: Listing, source: Source, state: State, reason: str, now: float,
    until: float | None = None,
) -> Read:  # fmt: skip
    failures = listing.failures + 1
    due: float | None = None
    if listing.root is None and listing.due is not None:
        due = max(schedule.listing_retry(source.id, now, cadence(source), failures), until or 0.0)
    elif failures < _TRIES:
        due = schedule.retry(now, failures, until)
    reason = reason.removeprefix(f"{listing.url}: ")
    known = msgspec.structs.replace(
        listing, due=due, state=state, reason=reason, failures=failures, etag=None, modified=None,
        digest=None,
    )  # fmt: skip
    measure: Measure = "unreadable" if state == "unreadable" else "unfetched"
    return Read(known, (), (), (Note(measure, reason, listing.url),))


_TRIES = 8  # of a further page; its listing is asked again anyway


def _named(entries: Iterable[Entry], source: Source) -> Iterable[Named]:
    """The entries at the source's own hosts: others' pages are not its statements."""
    for entry in entries:
        host = host_of(entry.url)
        if at_home(host, source):
            yield Named(entry.url, host, entry.title, entry.date, entry.modified)


def at_home(host: str, source: Source) -> bool:
    """Is a host one of the source's, or below one?"""
    return any(host == own or host.endswith("." + own) for own in map(bare, source.hosts))


def bare(host: str) -> str:
    """
    >>> bare("www.mfa.example"), bare("mfa.example")
    ('mfa.example', 'mfa.example')
    """
    return host.removeprefix("www.")


def _hosted(urls: Iterable[str], source: Source) -> Iterable[tuple[str, str]]:
    for url in urls:
        if host := host_of(url):
            yield url, host


def host_of(url: str) -> str:
    """The host of an address, with its port where it is not the usual one; empty for none.

    >>> host_of("https://MFA.example:443/a"), host_of("http://x.example:8080/"), host_of("http://[")
    ('mfa.example', 'x.example:8080', '')
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    host = (parts.hostname or "").rstrip(".")
    usual = port in (None, {"http": 80, "https": 443}.get(parts.scheme))
    return host if usual else f"{host}:{port}"


__all__ = ["CADENCE", "LISTING", "Read", "bare", "cadence", "goes_on", "host_of", "settle"]
