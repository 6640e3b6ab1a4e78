"""Who publishes the statement: name as printed, and country where the page gives evidence.

Sources in order: a feed's creator, a source's selector, a line by the title that names an
institution, structured data (publisher, an author that is an institution, the site's name), a line
after a word such as "Author", the institution that a page adds to its `<title>`, an institution
named at the head or the foot of the page, the source file. The country follows from a state in
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
_LONGEST_NAME = 120
_LONGEST_CUE = 30
_MARKS = " \t,;.–—-©|•0123456789"
_ABOVE = 3  # lines above the title in which a department may stand
_BELOW = 6
_EDGE_LINES = 15  # lines at the head and the foot of a page in which it may say whose it is
_SEPARATOR = re.compile(
    r"\s+(?:[|•·»«–—-]|::)\s+|\s*\|\s*|(?<=\w):\s+|(?<=[^\x00-\x7f])_(?=[^\x00-\x7f])"
)
_SENTENCE = re.compile(r"(?<=\w{3})[.。]\s|\s{2,}|[©|•]|(?<=[\u2e80-\uffa0])\s(?=[\u2e80-\uffa0])")
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
    if source is None or source.institution is None:
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
    yield from (_by_field(f, _named_in(line(f.value), language)) for f in page.values("site"))
    yield from _authored(page, language)
    yield from _title_suffix(page, language)
    yield from _at_edges(page, title, language)


def _by_field(field: Field, value: str | None = None) -> Found:
    value = value or line(field.value)
    return Found(value=value, method=field.method, quote=field.value, where=field.where)


def _named_in(site: str, language: Language) -> str | None:
    """The one institution in the parts of a site's or feed's title ("Ministry of Ports: news")."""
    parts = [part for part in _SEPARATOR.split(site) if _is_institution(part, language)]
    return parts[0] if len(parts) == 1 else None


def _is_institution(name: str, language: Language) -> bool:
    """Is it an institution's whole name: a word for one with what it is of ("Ministry of Ports"),
    or at the end of a name in capitals ("Federal Chancellery")? "About the Ministry" is none."""
    name = name.strip()
    if not name or len(name) > _LONGEST_NAME or not is_body(name, language):
        return False
    bodies = language.forms("titles", "body")
    if not language.info.spaces:
        return bodies.value(name) is not None
    start, end, _ = next(bodies.find(name))
    before, after = name[:start].split(), name[end:].split()
    stops = [language.forms("names", kind) for kind in ("connector", "name_stop")]
    named = all(
        word[0].isupper() and all(stop.value(word) is None for stop in stops) for word in before
    )
    small = any(word[0].islower() and stops[0].value(word) is None for word in after)
    return bool(before or after) and named and not (before and small)


def _authored(page: Page, language: Language) -> Iterator[Found]:
    """The institution after a line or word such as "Author"."""
    cues = language.forms("titles", "author_cue")
    if not cues:
        return
    for n, one in enumerate(page.lines):
        if len(one.text) <= _LONGEST_CUE and cues.value(one.text.strip(" :：")) is not None:
            after = range(n + 1, min(n + 2, len(page.lines)))
            yield from (
                _by_line(page.lines[m], m, "author line")
                for m in after
                if _is_institution(page.lines[m].text, language)
            )


def _at_edges(page: Page, title: tuple[int, ...], language: Language) -> Iterator[Found]:
    """The institution that the head of a page names, or its foot (the running line of a PDF)."""
    lines, first = page.lines, title[0] if title else 0
    body = [n for n, one in enumerate(lines) if one.part == "body"]
    last = body[-1] + 1 if body else len(lines)
    head = range(min(first, _EDGE_LINES))
    foot = range(max(last, len(lines) - _EDGE_LINES), len(lines))
    for method, where in (("page head", head), ("page foot", foot)):
        for n in where:
            if lines[n].linked == 0 and lines[n].kind != "list_item":
                yield from _parts(lines[n], n, method, language)


def _parts(one: Line, n: int, method: str, language: Language) -> Iterator[Found]:
    """The institution in a line, between full stops and the like."""
    start = 0
    for end in [*(cut.start() for cut in _SENTENCE.finditer(one.text)), len(one.text)]:
        part = one.text[start:end]
        name = part.strip(_MARKS)
        if _is_institution(name, language):
            at = start + part.find(name)
            span = Span(at, at + len(name))
            yield Found(value=name, method=method, line=n, span=span, quote=name, where=one.where)
        start = end


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
            yield _by_line(one, n, "line")
    for n in range(last + 1, min(len(page.lines), last + 1 + _BELOW)):
        one = page.lines[n]
        if one.part == "furniture":
            continue
        if classes(n) is None:
            break
        if classes(n) == "body":
            yield _by_line(one, n, "line")


def _is_plain(one: Line) -> bool:
    """No link of a path or a menu."""
    return one.linked == 0 and one.kind not in ("list_item", "table")


def _by_line(one: Line, n: int, method: str) -> Found:
    span = Span(0, len(one.text))
    return Found(value=one.text, method=method, line=n, span=span, quote=one.text, where=one.where)


def _title_suffix(page: Page, language: Language) -> Iterator[Found]:
    """The institution that ends `<title>`, or whose name stands there before the portal's: "Visit
    to Port Ansel - Ministry of Ports"."""
    for field in page.values("title"):
        _, *parts = _SEPARATOR.split(line(field.value))
        named = [part for part in parts if _is_institution(part, language)]
        last = [part for part in parts[-1:] if bare(part) and is_body(part, language)]
        for value in (named or last)[:1]:
            yield Found(value=value, method=field.method, quote=field.value, where=field.where)


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
