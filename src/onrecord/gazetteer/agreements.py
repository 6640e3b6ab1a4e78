"""Agreements and resolutions: by their names or numbers in a text.

Knows what stands in `agreements/`: names in five languages, dates, parties where few; the days of
the resolutions of the Security Council by number. A resolution mentioned without its body is the
Security Council's only if its number is not one that the General Assembly made known.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import msgspec

from onrecord.gazetteer.named import Named, NamedSpan, entities, find, named, only
from onrecord.gazetteer.organisations import organisations_in
from onrecord.gazetteer.tables import rows

_FOLDER = "agreements"
_PREFIX = "agreement/"
_FORMS = Path(__file__).parent / _FOLDER / "forms.toml"
_COUNCIL, _ASSEMBLY = "security-council", "general-assembly"
_BODIES = {"un-security-council": _COUNCIL, "un-general-assembly": _ASSEMBLY}
_NUMBER = (
    r"(?P<number>ES-\d+/\d+|\d{2}/\d{1,3}|\d{1,4}(?:[^\S\n]?[A-Z]?[^\S\n]?\([IVXL]+\))?)"
    r"(?P<year>[^\S\n]?\((?:19|20)\d\d\))?(?![\w/])"
)
_NEAR = 60
_BESIDE = 3
_BREAK = re.compile(r"[.,;:()\n]")
_LEAST_COUNCIL_NUMBER = 100  # smaller numbers alone are any body's


class Agreement(msgspec.Struct, frozen=True):
    """An agreement or a resolution. `adopted` is the day it was signed or adopted, `force` the day
    it came into force, `until` the day it ended; `parties` are ISO codes, where few."""

    id: str
    kind: str
    name: str
    adopted: str | None
    force: str | None
    until: str | None
    parties: tuple[str, ...]


def agreements_in(text: str, language: str | None = None) -> tuple[NamedSpan, ...]:
    """(start, end, what) of the agreements and resolutions named in a text, not overlapping.

    >>> [a.name for _, _, a in agreements_in("the JCPOA and resolution 2231 (2015)", "en")]
    ['Joint Comprehensive Plan of Action', 'Security Council resolution 2231 (2015)']
    """
    by_name = find(_FOLDER, text, language, only)
    by_number = tuple(
        found
        for found in _resolutions_in(text, language)
        if all(found[1] <= start or end <= found[0] for start, end, _ in by_name)
    )
    return tuple(sorted(by_name + by_number, key=lambda found: found[:2]))


@cache
def agreement(identifier: str) -> Agreement:
    """The record of an agreement or resolution by its id; KeyError if there is none.

    >>> agreement("agreement/npt").adopted
    '1968-07-01'
    """
    key = identifier.removeprefix(_PREFIX)
    body, _, number = key.partition("/")
    if number:
        found = resolution(number.replace("-", "/") if body == _ASSEMBLY else number, body)
        if found is None:
            raise KeyError(identifier)
        return found
    known = named(_FOLDER, key)
    adopted, force, until, parties = entities(_FOLDER)[key].split("|")[3:]
    return Agreement(
        known.id,
        known.kind,
        known.name,
        adopted or None,
        force or None,
        until or None,
        tuple(parties.split()),
    )


@cache
def resolution(number: int | str, body: str = _COUNCIL) -> Agreement | None:
    """The resolution of a number, with the day on which it was adopted; None if it is not known.

    `body` is security-council or general-assembly.

    >>> [r.adopted for r in [resolution(2254)] if r]
    ['2015-12-18']
    >>> resolution(25_000) is None
    True
    """
    key = re.sub(r"\s", "", str(number)).upper()
    day = _days().get(f"{body}/{key}")
    if day is None:
        return None
    return Agreement(
        f"{_PREFIX}{body}/{key}", "resolution", _title(key, body, day), day, None, None, ()
    )


def _title(number: str, body: str, day: str) -> str:
    """The English title of a resolution: Security Council resolution 2254 (2015)."""
    words = body.replace("-", " ").title()
    year = f" ({day[:4]})" if body == _COUNCIL else ""
    return f"{words} resolution {number}{year}"


def _resolutions_in(text: str, language: str | None) -> tuple[NamedSpan, ...]:
    found = []
    for match in _pattern().finditer(text):
        known = _meant(match, text, language)
        if known is not None:
            found.append((match.start(), match.end(), Named(known.id, known.kind, known.name)))
    return tuple(found)


def _meant(match: re.Match[str], text: str, language: str | None) -> Agreement | None:
    """The resolution that a mention means."""
    number, year = match.group("number"), match.group("year")
    body = _body(match, text, language)
    if body is None:
        assembly = "/" in number or "(" in number
        body = _ASSEMBLY if assembly else _COUNCIL
        named_otherwise = not assembly and (
            int(number) < _LEAST_COUNCIL_NUMBER or number in _assembly_numbers()
        )
        if named_otherwise and not year:
            return None
    found = resolution(number, body)
    right_year = (
        found is None or not year or (found.adopted or "").startswith(year.strip(" ()\xa0"))
    )
    return found if right_year else None


def _body(match: re.Match[str], text: str, language: str | None) -> str | None:
    """The body that adopted it, by the symbol or the name within the mention or right beside it."""
    if match.group("symbol"):
        return _COUNCIL
    low, high = max(0, match.start() - _NEAR), match.end() + _NEAR
    break_after = _BREAK.search(text, match.end(), high)
    high = high if break_after is None else break_after.start()
    for start, end, what in organisations_in(text[low:high], language):
        near = low + start >= match.start() or match.start() - (low + end) <= _BESIDE
        body = _BODIES.get(what.id.partition("/")[2])
        if near and body is not None:
            return body
    return None


@cache
def _days() -> dict[str, str]:
    """`body/number` -> the day on which the resolution was adopted."""
    return rows("resolutions.tsv", _FOLDER)


@cache
def _assembly_numbers() -> frozenset[str]:
    """The bare numbers under which resolutions of the General Assembly are known."""
    numbers = (key.partition("/")[2] for key in _days() if key.startswith(_ASSEMBLY))
    return frozenset(m.group(1) for n in numbers if (m := re.match(r"(\d+)[A-Z]?\(", n)))


@cache
def _pattern() -> re.Pattern[str]:
    """A word for resolution, what may stand after it, and a number; or a symbol and a number."""
    forms = tomllib.loads(_FORMS.read_text("utf-8"))
    words = "|".join(sorted(map(re.escape, forms["resolution"]), key=len, reverse=True))
    between = "|".join(sorted(map(re.escape, forms["between"]), key=len, reverse=True))
    symbols = "|".join(map(re.escape, forms["symbol"]))
    return re.compile(
        rf"(?:(?P<symbol>\b(?:{symbols}))[^\S\n]?|\b(?:{words})(?:[^\S\n]+(?:{between}))*[^\S\n]+)"
        + _NUMBER,
        re.IGNORECASE,
    )
