"""What must hold in a `source.toml` besides its form: hosts, time zone, queries, addresses, bounds.
Each problem is told as one sentence with the key that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from onrecord.errors import DataError
from onrecord.extract import queries
from onrecord.records import Listing, Record
from onrecord.sources.archives import fields
from onrecord.sources.schema import ExpectTable, SourceFile, seconds

_PLAIN = frozenset({"date_order"})  # keys among selectors that are none
_LONGEST = 2_000


def problems(content: SourceFile) -> Iterator[str]:
    """All that is wrong."""
    if not content.hosts:
        yield "name at least one host"
    for host in content.hosts:
        if host != host.lower() or "/" in host or not host:
            yield f"{host!r} is no host such as mfa.valdoria.example"
    if content.timezone is not None:
        try:
            ZoneInfo(content.timezone)
        except (ZoneInfoNotFoundError, ValueError):
            yield f"no time zone {content.timezone!r}"
    try:
        cadence = seconds(content.cadence)
    except ValueError as error:
        yield f"cadence: {error}"
    else:
        if cadence is not None and cadence < 60:
            yield "cadence: not more often than once a minute (60s)"
    if content.delay is not None and not 0 <= content.delay <= 3600:
        yield "delay: seconds between two requests, 0 to 3600"
    yield from _queries("selectors", content.selectors)
    for number, listing in enumerate(content.listings, 1):
        for problem in _listing(listing):
            yield f"listing {number}: {problem}"
    yield from _bounds(content.expect)


def _queries(table: str, selectors: Record) -> Iterator[str]:
    for key, value in msgspec.structs.asdict(selectors).items():
        asked = value if isinstance(value, tuple) else (value,)
        for query in asked if key not in _PLAIN else ():
            if query is not None:
                yield from (f"{table}.{key}: {problem}" for problem in _query(query))


def _query(query: str) -> Iterator[str]:
    if not query.strip() or len(query) > _LONGEST:
        yield "empty, or far too long; leave it out"
        return
    try:
        queries.check(query)
    except DataError as error:
        yield str(error).partition(";")[0]


def _listing(listing: Listing) -> Iterator[str]:
    try:
        parts = urlsplit(listing.url)
    except ValueError:
        yield f"{listing.url!r} is no address"
        return
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield f"{listing.url!r} is no http or https address"
    try:
        named = fields(listing.url)
    except ValueError as error:
        yield str(error)
        return
    dated = named - {"page"}
    if listing.kind == "archive" and not dated:
        yield "an archive's url has {year}, and {month:02} and {day:02} as needed"
    if listing.kind != "archive" and dated:
        yield "a url with a date in it is one of kind archive"
    if listing.kind in ("page", "archive") and not _finds(listing):
        yield "say what is a statement: selectors.item, selectors.link or match"
    if listing.match is not None:
        try:
            re.compile(listing.match)
        except re.error as error:
            yield f"match: no regular expression ({error})"
    if min(listing.pages, listing.back, listing.first) < 0:
        yield "pages, first and back are no negative numbers"
    yield from _queries("selectors", listing.selectors)


def _finds(listing: Listing) -> bool:
    return bool(listing.selectors.item or listing.selectors.link or listing.match)


def _bounds(expect: ExpectTable) -> Iterator[str]:
    if expect.week is not None and not 0 <= expect.week[0] <= expect.week[1]:
        yield "expect.week: at least and at most, such as [3, 40]"
    shares = {
        "dated": expect.dated,
        "titled": expect.titled,
        "unread": expect.unread,
        **{f"dialogue.{kind}": share for kind, share in expect.dialogue.items()},
    }
    for key, share in shares.items():
        if share is not None and not 0 <= share <= 1:
            yield f"expect.{key}: a share from 0 to 1, such as 0.9"
    for kind, (least, most) in expect.kinds.items():
        if not 0 <= least <= most <= 1:
            yield f"expect.kinds.{kind}: two shares from 0 to 1, such as [0.1, 0.5]"
