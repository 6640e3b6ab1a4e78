"""What a saved search finds of that which was there before: so that its feed is not empty until
something comes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from msgspec.structs import replace

from onrecord.alerts.keys import alert_id
from onrecord.alerts.records import Found, SavedSearch
from onrecord.errors import NoEncoder, QueryError
from onrecord.pipeline.saving import filters_of
from onrecord.search.records import Hit, Request, Results
from onrecord.store import naming, versions


def earlier(
    asking: Callable[[Request], Results], db: sqlite3.Connection, search: SavedSearch, limit: int
) -> dict[str, Found]:
    """The newest of what a search finds (the nearest, if it asks by meaning), by the ids that
    alerts of it have, or would have; nothing where search takes the query for another, or it cannot
    be asked any more."""
    try:
        found = asking(_request(search, limit))
    except (QueryError, NoEncoder):
        return {}
    texts: dict[str, str] = {}
    made = [_found(db, hit, texts) for hit in found.hits] if not found.notices else []
    return {alert_id(search.id, each.statement, "new", each.text): each for each in made}


def _request(search: SavedSearch, limit: int) -> Request:
    asked = Request(query=search.query, filters=filters_of(search), limit=limit)
    if search.mode == "words":
        return replace(asked, sort="date")
    if search.like:
        return replace(asked, like=search.like)
    return replace(asked, mode="hybrid" if search.mode == "hybrid" else "meaning")


def _found(db: sqlite3.Connection, hit: Hit, texts: dict[str, str]) -> Found:
    text = _text(db, hit.version, texts)
    base = hit.span.start
    marks = hit.highlights if "words" in hit.found_by else ()
    marked = (hit.quote[mark.start - base : mark.end - base] for mark in marks)
    return Found(
        statement=hit.statement,
        version=hit.version,
        turn=hit.turn,
        text=text[hit.turn_span.start : hit.turn_span.end] or hit.quote,
        quote=hit.quote,
        span=hit.span,
        highlights=hit.highlights,
        words=tuple(dict.fromkeys(marked)),
        title=hit.title,
        date=hit.date,
        speaker=hit.speaker,
        language=hit.language,
        country=hit.country,
        url=hit.url,
    )


def _text(db: sqlite3.Connection, version: str, texts: dict[str, str]) -> str:
    if version not in texts:
        asked = naming.reference(version)
        row = versions.number_of(db, asked.statement, asked.version or 1)
        texts[version] = versions.reading(db, row).text if row is not None else ""
    return texts[version]
