"""Who publishes the statement: name as printed, and country where the page gives evidence.

Sources in order: a feed's creator, a source's selector, a line by the title that names an
institution, structured data (publisher, an author that is an institution, the site's name), the
institution that a page adds to its `<title>`, the source file. The country follows from a state in
the name, the source file, or the domain of the address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from onrecord.extract import addresses
from onrecord.extract.header_data import data
from onrecord.extract.openings import Class, is_body
from onrecord.extract.page import Field, Found, Line, Page
from onrecord.gazetteer.loader import states_in
from onrecord.languages.loader import Language
from onrecord.records import Source, Span
from onrecord.text.normalize import bare, line

_LONGEST = 500  # a feed's creator may be a list of persons with their offices
_ABOVE = 3  # lines above the title in which a department may stand
_BELOW = 6
_SEPARATOR = re.compile(r"\s+(?:[|•·»«–—-]|::)\s+|\s*\|\s*")
_DOMAIN = re.compile(r"^[\w-]+(?:\.[\w-]+)+$|^@")


def find(
    page: Page,
    language: Language,
    title: tuple[int, ...],
    classes: Callable[[int], Class | None],
    source: Source | None,
) -> Found | None:
    """The issuer as printed, and why."""
    for found in _candidates(page, language, title, classes):
        if 0 < len(found.value) <= _LONGEST and not _DOMAIN.match(found.value):
            return found
    if source is None:
        return None
    return Found(value=source.institution, method="source", quote=source.institution)


def _candidates(
    page: Page,
    language: Language,
    title: tuple[int, ...],
    classes: Callable[[int], Class | None],
) -> Iterator[Found]:
    authors = page.values("author")
    issuers = page.values("issuer")
    yield from (_by_field(f) for f in (*authors, *issuers) if f.method in ("feed", "selector"))
    yield from _lines(page, title, classes)
    yield from (_by_field(f) for f in issuers)
    yield from (_by_field(f) for f in authors if is_body(line(f.value), language))
    yield from (_by_field(f) for f in page.values("site"))
    yield from _title_suffix(page, language)


def _by_field(field: Field) -> Found:
    value = line(field.value)
    return Found(value=value, method=field.method, quote=field.value, where=field.where)


def _lines(
    page: Page, title: tuple[int, ...], classes: Callable[[int], Class | None]
) -> Iterator[Found]:
    """The line of an institution right above the title, or among the short lines below it."""
    first = title[0] if title else 0
    last = title[-1] if title else -1
    above = range(first - 1, max(-1, first - 1 - _ABOVE), -1)
    for n in above:
        one = page.lines[n]
        if classes(n) is None and one.text:
            break
        if classes(n) == "body" and _is_plain(one):
            yield _by_line(one, n)
    for n in range(last + 1, min(len(page.lines), last + 1 + _BELOW)):
        one = page.lines[n]
        if one.part == "furniture":
            continue
        if classes(n) is None:
            break
        if classes(n) == "body":
            yield _by_line(one, n)


def _is_plain(one: Line) -> bool:
    """No link of a path or a menu."""
    return one.linked == 0 and one.kind not in ("list_item", "table")


def _by_line(one: Line, n: int) -> Found:
    span = Span(0, len(one.text))
    return Found(value=one.text, method="line", line=n, span=span, quote=one.text, where=one.where)


def _title_suffix(page: Page, language: Language) -> Iterator[Found]:
    """The institution at the end of `<title>`: "Visit to Port Ansel - Ministry of Ports"."""
    for field in page.values("title"):
        parts = _SEPARATOR.split(line(field.value))
        if len(parts) > 1 and bare(parts[-1]) and is_body(parts[-1], language):
            yield Found(value=parts[-1], method=field.method, quote=field.value, where=field.where)


def country(name: Found | None, source: Source | None, url: str | None) -> Found | None:
    """The issuer's country: a state that its name names, the source's, or that of the domain."""
    if name is not None:
        named = {iso: name.value[start:end] for start, end, iso in states_in(name.value)}
        if len(named) == 1:
            iso, quote = next(iter(named.items()))
            return Found(
                value=iso, method=f"name, {name.method}", line=name.line,
                span=_inside(name, quote), quote=quote, where=name.where,
            )  # fmt: skip
    if source is not None and source.country:
        return Found(value=source.country, method="source", quote=source.country)
    return by_domain(url)


def _inside(name: Found, quote: str) -> Span | None:
    if name.span is None:
        return None
    start = name.span.start + name.value.find(quote)
    return Span(start, start + len(quote))


def by_domain(url: str | None) -> Found | None:
    """The country of a domain that says it: a country's, unless anybody buys names in it.

    >>> by_domain("https://www.gob.mx/presidencia").value, by_domain("https://example.io/")
    ('MX', None)
    >>> by_domain("https://www.state.gov/briefings/").value
    'US'
    """
    iso = addresses.country(url)
    if iso is None or url is None:
        return None
    host = urlsplit(url).hostname or ""
    labels = host.split(".")
    given_away = labels[-1] in data().open_domains
    if given_away and not set(labels[-3:-1]) & data().government_labels:
        return None
    return Found(value=iso, method="domain", quote=host)
