"""What a listing says: entries with an address, and where it goes on. Knows what an address of a
statement may be; not how a listing is read."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin, urlsplit

from onrecord.extract import field_dates
from onrecord.extract.page import Field
from onrecord.languages.loader import language
from onrecord.records import DateOrder, Record

MOST = 50_000  # entries of one listing: the most that a sitemap may have
_LONGEST = 4_000
_TITLE = 1_000
_CONTROLS = re.compile(r"[\x00-\x20\x7f]+")


class Entry(Record, frozen=True, kw_only=True):
    """One statement that a listing names. `date`, `modified`: as the listing says, as an ISO 8601
    prefix; they tell when to look again, and never stand for the statement's own."""

    url: str
    title: str | None = None
    date: str | None = None
    modified: str | None = None


class Found(Record, frozen=True, kw_only=True):
    """What one payload of a listing gives. `further`: addresses at which it goes on, next pages or
    nested sitemaps, the latest first where it says so. `unreadable`: why this is no listing any
    more, or not a whole one; an empty list is none of that."""

    entries: tuple[Entry, ...] = ()
    further: tuple[str, ...] = ()
    unreadable: str | None = None


class Kept:
    """Entries as they come: each address once, in order, those that match."""

    def __init__(self, match: str | None) -> None:
        self._match = re.compile(match) if match else None
        self._by_url: dict[str, Entry] = {}
        self.too_many = False

    def add(
        self, url: str | None, title: str | None, date: str | None, modified: str | None
    ) -> None:
        """Keeps an entry; of two with one address the first, with what the other adds."""
        if url is None or (self._match and not self._match.search(url)):
            return
        if url in self._by_url:
            old = self._by_url[url]
            title, date = old.title or title, old.date or date
            modified = old.modified or modified
        elif len(self._by_url) >= MOST:
            self.too_many = True
            return
        shown = title[:_TITLE] if title else None
        self._by_url[url] = Entry(url=url, title=shown, date=date, modified=modified)

    def all(self) -> tuple[Entry, ...]:
        """All entries."""
        return tuple(self._by_url.values())


def address(base: str, given: str | None) -> str | None:
    """The whole address that a link means, without its fragment; `None` if it is none of a page.

    >>> address("https://a.example/en/", " news/1#top"), address("https://a.example/", "mailto:x@y")
    ('https://a.example/en/news/1', None)
    """
    if not given or len(given) > _LONGEST:
        return None
    try:
        whole = urldefrag(urljoin(base, _CONTROLS.sub(" ", given).strip().replace(" ", "%20"))).url
        parts = urlsplit(whole)
        named = parts.hostname
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and named else None


def day(
    printed: str | None,
    languages: tuple[str, ...] = (),
    order: DateOrder | None = None,
    method: str = "selector",
) -> str | None:
    """A printed date as an ISO 8601 prefix; `None` if it cannot be told.

    >>> day("6 March 2024"), day("03/06/2024"), day("03/06/2024", (), "mdy")
    ('2024-03-06', None, '2024-03-06')
    """
    if not printed:
        return None
    field = Field(name="published", method=method, value=printed)
    found = field_dates.read(field, language(languages[0] if languages else None))
    if found.value or not (found.choices and order):
        return found.value
    return found.choices[0 if order == "dmy" else 1]
