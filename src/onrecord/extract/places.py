"""Where something was said: the name as printed, and the country if the gazetteer knows it.

Sources in order: fields (structured data, a source's selector), elements whose names say that they
hold a place, the tail of the title ("…, Nur-Sultan, October 9, 2019"), a place line by the title,
a dateline ("Bern, 09.10.2019 - "), the end of what was signed ("Done at Bern on"), and, of a
meeting, the first words of its report ("met today in Bern"). A state alone is no place of speaking
unless a date follows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from onrecord.extract import openings, page_dates, stamps
from onrecord.extract.header_data import data
from onrecord.extract.openings import Class, is_body
from onrecord.extract.page import Field, Found, Line, Page
from onrecord.gazetteer.loader import find_place, places_in
from onrecord.languages.loader import Language
from onrecord.records import Kind, Place, Span
from onrecord.text.normalize import line
from onrecord.text.spans import trim

_LONGEST = 80
_NEAR = 12  # lines after the title in which a place line may stand
_PROSE = 140  # a line of this length is text
_LEAD = 2  # paragraphs of text that may stand before a place line: a lead, a caption
_OPENING = 4  # paragraphs that may open with a dateline
_AFTER_DATE = 5  # letters after a date: the word for "year"
_HEAD = 70  # characters before the dash of a dateline
_CLOSING = 6  # lines at the end in which it is told where something was signed
_ABBREVIATED = re.compile(r"\.\w\.$")  # "D.C."
_SENTENCE = re.compile(r"(?<=\w{4})[.!?]\s|[。！？]")
# Parts of a title: between commas, after a sentence ("St." ends none), within brackets.
_COMMA = re.compile(r"\s*[,،，、(（]\s*|(?<=\w{4})[.]\s+")
_EDGE = " ,،，.-–—|:()\t"
_DASH = re.compile(r"\s*[-–—]{1,2}\s+|\s+[-–—]{1,2}\s*")
_DASHED = re.compile(r"\s*[-–—]{1,2}\s")  # right after the date
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_NAMES = re.compile(r"[.#]([\w-]+)")
_JOINTS = re.compile(r"[-_]+")
# A title's tail without a date is a place only where the title names somebody speaking.
_MEETINGS: frozenset[Kind] = frozenset({"readout", "joint-statement"})
_SPOKEN: frozenset[Kind] = frozenset(
    {"news-conference", "briefing", "remarks", "speech", "interview"}
)


class Where(NamedTuple):
    """What is asked of a page."""

    page: Page
    language: Language
    title: tuple[int, ...]
    text: str | None  # the title
    kind: Kind
    persons: Sequence[Span]  # stretches of the title that name persons
    classes: Callable[[int], Class | None]  # what a line says
    context: str | None  # the country of the issuer, where its words name one


def find(where: Where) -> Found | None:
    """The place as printed, and why."""
    for source in (_fields, _hinted, _title_tail, _place_line, _datelines, _signed, _met):
        found = next(source(where), None)
        if found is not None:
            return found
    return None


def place(found: Found, where: Where) -> Place:
    """The place with its country, if the name means one place only."""
    name = found.value.title() if found.value.isupper() else found.value
    known = find_place(name, where.language.tag, where.context)
    country = known.country if known else openings.state_of(found.value)
    return Place(name=found.value, country=country)


# ------------------------------------------------------------------------- fields, elements


def _fields(where: Where) -> Iterator[Found]:
    for field in where.page.values("place"):
        name = line(field.value)
        if 0 < len(name) <= _LONGEST:
            yield _by_field(where.page, field, name)


def _by_field(page: Page, field: Field, name: str) -> Found:
    for n, one in enumerate(page.lines):
        if one.text == name and one.part != "furniture":
            return Found(
                value=name, method=field.method, line=n, span=Span(0, len(name)),
                quote=field.value, where=field.where,
            )  # fmt: skip
    return Found(value=name, method=field.method, quote=field.value, where=field.where)


def _hinted(where: Where) -> Iterator[Found]:
    """Lines whose element's names say "place", near the title."""
    for n in _near(where):
        one = where.page.lines[n]
        if 0 < len(one.text) <= _LONGEST and one.where and _is_hinted(one.where):
            yield _by_line(one, n, Span(0, len(one.text)), "element")


def _is_hinted(where: str) -> bool:
    """
    >>> _is_hinted("article > div.read__place.p-location"), _is_hinted("p.placeholder")
    (True, False)
    """
    last = where.rpartition(">")[2]
    names = (_JOINTS.sub(" ", name).strip().lower() for name in _NAMES.findall(last))
    return any(name in data().place for name in names)


def _near(where: Where) -> Iterator[int]:
    """Lines by the title, those after it first, until the text begins."""
    lines = where.page.lines
    start = where.title[-1] + 1 if where.title else 0
    prose = 0
    for n in range(start, min(len(lines), start + _NEAR)):
        prose += len(lines[n].text) > _PROSE
        if prose > _LEAD:
            break
        yield n
    first = where.title[0] if where.title else 0
    yield from range(first - 1, max(-1, first - 4), -1)


def _place_line(where: Where) -> Iterator[Found]:
    """Lines that hold nothing but a place. Of two the city goes before the room."""
    lines = where.page.lines
    named = [n for n in _near(where) if where.classes(n) == "place" and not lines[n].linked]
    named.sort(key=lambda n: _rank(lines[n].text, where.language))
    for n in named:
        yield _by_line(lines[n], n, Span(0, len(lines[n].text)), "place line")


def _rank(name: str, language: Language) -> int:
    """A city or region before a building, a known building before an unknown one."""
    known = find_place(name, language.tag)
    if known is None:
        return 1 if openings.state_of(name) else 3
    return 0 if known.kind in ("city", "region") else 2


def _by_line(one: Line, n: int, span: Span, method: str) -> Found:
    text = one.text[span.start : span.end]
    return Found(value=text, method=method, line=n, span=span, quote=text, where=one.where)


# -------------------------------------------------------------------------------- the title


def _title_tail(where: Where) -> Iterator[Found]:
    """The last parts of the title between commas, before its date."""
    title = where.text
    if not title:
        return
    end, dated = _without_date(title, where.language)
    cuts = list(_COMMA.finditer(title, 0, end))
    if not cuts:
        return
    start = cuts[-1].end()
    if not _is_place(title[start:end], where, dated) or _named(where.persons, start, end):
        return
    for before, cut in zip([0, *(c.end() for c in cuts)], cuts, strict=False):
        if _is_part(title[before : cut.start()], title[before:end], where):
            start = min(start, before) if before else start
    span = trim(title, start, end)
    yield _in_title(where, title, span)


def _without_date(title: str, language: Language) -> tuple[int, bool]:
    """Where the title ends before the date at its end, and whether there is one."""
    dates = stamps.read(title, language)
    found = [date for date in dates if sum(map(str.isalpha, title[date.end :])) <= _AFTER_DATE]
    end = found[-1].start if found else len(title)
    return len(title[:end].rstrip(_EDGE)), bool(found)


def _is_place(name: str, where: Where, dated: bool) -> bool:
    """A place that the gazetteer knows; before a date, also a name that it does not."""
    if not name or len(name) > _LONGEST or any(c.isdecimal() for c in name):
        return False
    if name[0].islower():
        return False
    known = find_place(name, where.language.tag)
    if known is None:
        return dated and _looks_named(name, where.language)
    return dated or (known.kind != "state" and where.kind in _SPOKEN)


def _looks_named(name: str, language: Language) -> bool:
    """Capitalised words, few, and none that names no place."""
    words = name.split()
    stops = language.forms("names", "name_stop")
    offices = language.forms("names", "office")
    plain = all(word[0].isupper() and stops.value(word) is None for word in words)
    return len(words) <= 4 and plain and next(offices.find(name), None) is None


def _named(persons: Sequence[Span], start: int, end: int) -> bool:
    return any(person.start < end and start < person.end for person in persons)


def _is_part(part: str, rest: str, where: Where) -> bool:
    """Does a part of the title before the place belong to it: a building, or a city of it?"""
    text = part.strip()
    if not text or text[0].islower() or len(rest) > _LONGEST:
        return False
    if where.language.forms("titles", "place_cue").value(text) == "site":
        return True
    known = find_place(text, where.language.tag, rest)
    return known is not None and known.kind != "state"


def _in_title(where: Where, title: str, span: Span) -> Found:
    value = title[span.start : span.end]
    if len(where.title) == 1 and where.page.lines[where.title[0]].text == title:
        return Found(value=value, method="title", line=where.title[0], span=span, quote=value)
    return Found(value=value, method="title", quote=value)


# ------------------------------------------------------------------------------- datelines


def _datelines(where: Where) -> Iterator[Found]:
    start = where.title[-1] + 1 if where.title else 0
    body = [
        n
        for n in range(start, len(where.page.lines))
        if where.page.lines[n].part == "body"
        and where.page.lines[n].text
        and where.page.lines[n].kind != "heading"
    ]
    for n in body[:_OPENING]:
        one = where.page.lines[n]
        span = dateline(one.text, where.language)
        if span and _is_other(one.text[span.start : span.end], where.language):
            span = _city_of(one.text, span, where.language)
        if span:
            yield _by_line(one, n, span, "dateline")


def _signed(where: Where) -> Iterator[Found]:
    """A line at the end that opens with the words for it: "Done at Bern on 9 October"; or a city's
    name beside a line of the date."""
    lines = where.page.lines
    body = [n for n, one in enumerate(lines) if one.part == "body" and one.text]
    for n in body[-_CLOSING:]:
        opened = where.language.forms("times", "said_cue").opens(lines[n].text[:_HEAD])
        if opened:
            yield from _city_at(where, n, opened[0])
        beside = [m for m in (n - 1, n + 1) if m in body[-_CLOSING:]]
        if any(where.classes(m) == "stamp" for m in beside) and _is_city(lines[n].text, where):
            yield _by_line(lines[n], n, Span(0, len(lines[n].text)), "place line")


def _is_city(name: str, where: Where) -> bool:
    if len(name) > _LONGEST or name[:1].islower():
        return False
    known = find_place(name.title() if name.isupper() else name, where.language.tag)
    return known is not None and known.kind == "city"


def _met(where: Where) -> Iterator[Found]:
    """Where those met of whom a readout tells: "met today in Bern", in its first sentence."""
    if where.kind not in _MEETINGS:
        return
    start = where.title[-1] + 1 if where.title else 0
    lines = where.page.lines
    body = (n for n in range(start, len(lines)) if lines[n].part == "body")
    for n in [n for n in body if len(lines[n].text) > _LONGEST][:1]:
        sentence = _SENTENCE.split(lines[n].text, maxsplit=1)[0]
        for _, end, _ in where.language.forms("titles", "meeting_cue").find(sentence):
            yield from _city_at(where, n, end)


def _city_at(where: Where, n: int, at: int) -> Iterator[Found]:
    """The city whose name stands at an offset of a line, but for a space."""
    one = where.page.lines[n]
    for start, end, known in places_in(one.text[: at + _LONGEST]):
        if 0 <= start - at <= 1 and known.kind in ("city", "venue"):
            end += bool(_ABBREVIATED.search(one.text, start, end + 1))
            yield _by_line(one, n, Span(start, end), "text")


def _city_of(text: str, span: Span, language: Language) -> Span | None:
    """The city after an institution: "National Assembly, Bern"."""
    cuts = list(_COMMA.finditer(text, *span))
    city = Span(cuts[-1].end(), span.end) if cuts else None
    known = find_place(text[city.start : city.end], language.tag) if city else None
    return city if known is not None and known.kind == "city" else None


def _is_other(name: str, language: Language) -> bool:
    """An institution or somebody with an office before a date: a signature, no dateline."""
    office = next(language.forms("names", "office").find(name), None)
    return office is not None or is_body(name, language)


def dateline(text: str, language: Language) -> Span | None:
    """The place in the dateline that opens a paragraph.

    A date between place and dash is enough; without one the place must be known, and in capitals
    or before a long dash.
    """
    dates = [s for s in stamps.read(text[: _HEAD * 2], language) if s.start <= _HEAD]
    for stamp in dates[:1]:
        dashed = _DASHED.match(text, stamp.end) is not None
        if dashed or page_dates.is_dateline(text[: _HEAD * 2], stamp):
            return _clean(text, stamp.start)
    dash = _DASH.search(text, 0, _HEAD)
    if dash is None or dash.start() == 0:
        return None
    name = _clean(text, dash.start())
    if name is None:
        return None
    printed = text[name.start : name.end]
    strong = printed.isupper() or dash[0].strip() in ("—", "–", "--")
    known = find_place(printed.title() if printed.isupper() else printed, language.tag)
    return name if strong and known is not None else None


def _clean(text: str, end: int) -> Span | None:
    """The name before `end`, without punctuation and brackets; `None` if it is no name."""
    head = _BRACKET.sub("", text[:end].rstrip()).rstrip(_EDGE)
    span = trim(text, 0, len(head))
    words = head.split()
    if not text[:1].isalpha() or not words or len(words) > 6 or any(c.isdecimal() for c in head):
        return None
    small = sum(word[0].islower() for word in words)
    named = words[0][0].isupper() and words[-1][0].isupper() and small <= 2
    return span if named or (not head[0].isupper() and not head[0].islower()) else None
