"""What a saved search finds of that which was there before: so that its feed is not empty until
something comes."""

from __future__ import annotations

import sqlite3

from onrecord.alerts.keys import alert_id
from onrecord.alerts.records import Found, SavedSearch
from onrecord.errors import QueryError
from onrecord.pipeline.saving import filters_of
from onrecord.search.engine import Index
from onrecord.search.records import Hit, Request
from onrecord.store import naming, versions


def earlier(
    index: Index, db: sqlite3.Connection, search: SavedSearch, limit: int
) -> dict[str, Found]:
    """The newest of what a search finds, by the ids that alerts of it have, or would have; nothing
    where search takes the query for another, or it cannot be asked any more."""
    try:
        request = Request(query=search.query, filters=filters_of(search), sort="date", limit=limit)
        found = index.search(request)
    except QueryError:
        return {}
    texts: dict[str, str] = {}
    made = [_found(db, hit, texts) for hit in found.hits] if not found.notices else []
    return {alert_id(search.id, each.statement, "new", each.text): each for each in made}


def _found(db: sqlite3.Connection, hit: Hit, texts: dict[str, str]) -> Found:
    text = _text(db, hit.version, texts)
    base = hit.span.start
    marked = (hit.quote[mark.start - base : mark.end - base] for mark in hit.highlights)
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
