"""What an address says of a page: the date in its path, the country in its host."""

from __future__ import annotations

import datetime
import re
from urllib.parse import SplitResult, urlsplit

from onrecord.languages.loader import everything
from onrecord.records import Span

_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(0[1-9]|1[0-2]|(?<=[/_.-])[1-9])\2"
    r"(0[1-9]|[12]\d|3[01]|(?<=[/_.-])[1-9])(?!\d)"
)
_WORDED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d\d?)/")
_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])/")
_COUNTRIES = {"uk": "GB", "gov": "US", "mil": "US"}


def date(url: str | None) -> tuple[str, Span] | None:
    """The day in the path of an address, and where.

    >>> date("https://example.org/news/2019/10/09/talks.html")
    ('2019-10-09', Span(start=25, end=35))
    >>> date("https://example.org/20193/1") is None
    True
    """
    if not url:
        return None
    path = _path(url)
    start = max(url.find(path), 0)
    for found in _DATE.finditer(url, start, start + len(path)):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        try:
            value = datetime.date(year, month, day).isoformat()
        except ValueError:
            continue
        return value, Span(*found.span())
    return _worded(url)


def _worded(url: str) -> tuple[str, Span] | None:
    found = _WORDED.search(url)
    number = everything().forms("times", "month").value(found[2]) if found else None
    if found is None or not isinstance(number, int):
        return None
    try:
        value = datetime.date(int(found[1]), number, int(found[3])).isoformat()
    except ValueError:
        return None
    return value, Span(*found.span())


def month(url: str | None) -> str | None:
    """The month in the path of an address.

    >>> month("https://example.org/2019/10/talks.html")
    '2019-10'
    """
    found = _MONTH.search(_path(url)) if url else None
    return f"{found[1]}-{found[2]}" if found else None


def country(url: str | None) -> str | None:
    """The country of an address's top-level domain; `None` for the general ones.

    >>> country("https://www.gov.uk/news"), country("https://example.org/")
    ('GB', None)
    """
    host = _split(url).hostname if url else None
    last = (host or "").rpartition(".")[2]
    if last in _COUNTRIES:
        return _COUNTRIES[last]
    return last.upper() if len(last) == 2 and last.isalpha() else None


def _path(url: str) -> str:
    return _split(url).path


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")
