"""Sources in the terminal: lines for the eye."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.pipeline.trying import TriedListing, TriedPage
from onrecord.records import Source
from onrecord.sources.recipes import Imported
from onrecord.sources.written import span

_SHOWN = 10


def listed(source: Source, folder: str) -> str:
    """A source on one line.

    >>> source = Source(id="xv_mfa_news", institution=None, country=None, languages=("en",),
    ...                 series="news", hosts=("a.example",))
    >>> listed(source, "mine/xv_mfa_news")
    'xv_mfa_news                       a.example, en: no listing (mine/xv_mfa_news)'
    """
    kinds = ", ".join(dict.fromkeys(listing.kind for listing in source.listings)) or "no listing"
    cadence = f" every {span(source.cadence)}" if source.cadence else ""
    who = source.institution or source.hosts[0]
    languages = " ".join(source.languages) or "?"
    return f"{source.id:<33} {who}, {languages}: {kinds}{cadence} ({folder})"


def shown_listing(found: TriedListing) -> Iterator[str]:
    """What a listing gives."""
    yield f"{found.kind}  {found.url}"
    if found.problem or found.unreadable:
        yield f"  not read: {found.problem or found.unreadable}"
    dated = sum(entry.date is not None for entry in found.entries)
    titled = sum(entry.title is not None for entry in found.entries)
    yield f"  {len(found.entries)} statements, {titled} with a title, {dated} with a date"
    for entry in found.entries[:_SHOWN]:
        yield f"  {(entry.date or entry.modified or '?')[:10]:<10}  {entry.title or '-'}"
        yield f"              {entry.url}"
    if len(found.entries) > _SHOWN:
        yield f"  ... and {len(found.entries) - _SHOWN} more"
    for place in found.further[:3]:
        yield f"  goes on at {place}"


def shown_page(page: TriedPage, name: str) -> Iterator[str]:
    """What would be read of a page."""
    yield f"page  {page.url}"
    if page.problem is not None:
        yield f"  not read: {page.problem}"
        return
    if page.source != name:
        yield f"  it is read as a page of {page.source or 'no source'}: see hosts and paths"
    for field in ("title", "kind", "language", "published", "date"):
        why = page.evidence.get(field)
        by = f"  [{why.method}]" if why is not None else ""
        yield f"  {field:<10} {getattr(page, field) or 'not found'}{by}"
    yield f"  {page.characters} characters, {page.turns} turns, {page.exchanges} exchanges"
    yield from (f"  document   {place}" for place in page.documents)
    yield from (f"  issue      {message}" for message in page.issues)
    yield f"  begins     {' '.join(page.opening.split())}"


def shown_import(found: Imported) -> Iterator[str]:
    """What became of a recipe."""
    if found.problem is not None:
        yield f"{found.recipe}: no source: {found.problem}"
        return
    yield f"{found.recipe}: {found.id}{'' if found.lost else ', whole'}"
    yield from (f"  taken  {line}" for line in found.taken)
    yield from (f"  lost   {line}" for line in found.lost)
