"""Places by their names: cities, venues, residences, regions, and states where a state is meant as
a place.

Knows which of several places of one name dominates, and says so only then. The rule: where all
places of a name lie in one state, the state is known. Where they lie in several, a region dominates
cities that are no capitals; the capital of a state dominates if it has three times the people of
any other, another city if it has eight times; else the country is None. What stands beside the
name (`context`) decides before that. A language never does: it does not say where a place lies.
States of disputed places are those of ISO 3166 (parts 1 and 2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.gazetteer.fold import key
from onrecord.gazetteer.place import Place
from onrecord.gazetteer.spans import is_capital, matches, with_last_stop
from onrecord.gazetteer.state_names import find_state, states_in, without_article
from onrecord.gazetteer.tables import Site, asked_names, place_heads, place_names, site

PlaceSpan = tuple[int, int, Place]
_CAPITAL_DOMINATES = 3
_CITY_DOMINATES = 8
_PART = re.compile(r"\s*[,;()\uff08\uff09\uff0c\u060c/|]\s*|\s+[\u2013\u2014-]\s+")
_CODE = re.compile(r"[A-Z]{2}")
_BESIDE = re.compile(r"\s*[,(\uff08\uff0c]\s*([^,;.!?()\n\uff09\uff0c]{2,40})")


def find_place(name: str, language: str | None = None, context: str | None = None) -> Place | None:
    """The place that a name, or a place line ("The Kremlin, Moscow"), means; None if it is not
    known.

    `context` is the ISO code of a state, or text in which states or regions are named. Of a line
    in several parts, the first known part is the place, and the others are its context; a line
    that contradicts the gazetteer ("Moscow, Idaho") gives the name alone. `language` is of the
    name.

    >>> find_place("Nur-Sultan")
    Place(id='kz-astana', name='Astana', country='KZ', kind='city')
    >>> find_place("Birmingham")
    Place(id=None, name='Birmingham', country=None, kind='city')
    >>> [p.country for p in [find_place("Birmingham", context="GB")] if p]
    ['GB']
    """
    countries = _countries(context, language)
    found = _whole(name, countries)
    if found is not None:
        return found
    parts = [part for part in _PART.split(name) if part]
    for i, part in enumerate(parts if len(parts) > 1 else []):
        beside: set[str] = set()
        for other in parts[:i] + parts[i + 1 :]:
            beside |= _countries(other, language)
        found = _whole(part, frozenset(beside) or countries)
        if found is not None:
            agrees = not beside or found.country in beside
            return found if agrees else Place(None, found.name, None, found.kind)
    return None


def places_in(text: str) -> tuple[PlaceSpan, ...]:
    """(start, end, Place) of the greater cities, venues, residences and regions in a short text,
    not overlapping.

    The smaller cities are found by `find_place` only.

    >>> [(s, e, p.id) for s, e, p in places_in("News conference, Nur-Sultan, October 9, 2019")]
    [(17, 27, 'kz-astana')]
    """

    def accept(_: str, start: int, end: int, value: str) -> bool:
        if value[0] == "q":
            return bool(_beside(text, end) & {s.country for s in sites_of(value)})
        return value[0] == "d" or is_capital(text, start)

    found = matches(text, place_names(), place_heads(), accept)
    return tuple(
        (
            start,
            with_last_stop(text, start, end),
            chosen(text[start:end], sites_of(value), _beside(text, end)),
        )
        for start, end, value in found
        if value[0] != "d"
    )


def _whole(name: str, countries: frozenset[str]) -> Place | None:
    """The place of a name taken as a whole. A state goes before cities of its name that are not
    its own."""
    folded = key(name)
    value = _value(folded)
    iso = find_state(name)
    if value is not None:
        sites = sites_of(value)
        own = any(s.country == iso and key(s.name) == folded for s in sites)
        if iso is None or own or (countries and iso not in countries):
            return chosen(name.strip(), sites, countries)
    return None if iso is None else Place(iso.lower(), name.strip(), iso, "state")


def _value(folded: str) -> str | None:
    """The row of the index for a folded name, with or without its article."""
    for form in dict.fromkeys((folded, without_article(folded))):
        for table in (place_names, asked_names):
            value = table().get(form)
            if value is not None and value[0] != "d":
                return value
    return None


def sites_of(value: str) -> tuple[Site, ...]:
    """The places of a row of the index, most populous first."""
    return tuple(sorted(map(site, value.split()[1:]), key=lambda s: -s.population))


def chosen(name: str, sites: tuple[Site, ...], countries: frozenset[str]) -> Place:
    """The place that a name means, as far as the rule in this module's docstring lets it be
    said."""
    near = tuple(s for s in sites if s.country in countries) or sites
    for candidate in near:
        if _dominates(candidate, near):
            return Place(candidate.id, candidate.name, candidate.country or None, candidate.kind)
    owners = {s.country for s in near}
    country = near[0].country if len(owners) == 1 else None
    return Place(None, name, country or None, near[0].kind)


def _dominates(candidate: Site, sites: Iterable[Site]) -> bool:
    """Whether a place has so many more people than the others of its name that it is meant unless
    said otherwise."""
    others = [other for other in sites if other is not candidate]
    if candidate.kind == "region":
        return not any(other.capital or other.kind == "region" for other in others)
    times = _CAPITAL_DOMINATES if candidate.capital else _CITY_DOMINATES
    return all(
        candidate.population >= times * max(other.population, 1)
        and (other.kind != "region" or candidate.capital or other.country == candidate.country)
        for other in others
    )


def _beside(text: str, end: int) -> frozenset[str]:
    """The states that stand, or whose region stands, right after a place, set off from it."""
    match = _BESIDE.match(text, end)
    if match is None:
        return frozenset()
    iso = find_state(match.group(1))
    return _regions(match.group(1)) | ({iso} if iso else set())


def _countries(context: str | None, language: str | None) -> frozenset[str]:
    """The states that a context names, itself or by a region or a capital."""
    if not context:
        return frozenset()
    if _CODE.fullmatch(context) and context != "US":
        return frozenset({context})
    return _regions(context) | {iso for _, _, iso in states_in(context, language)}


def _regions(name: str) -> frozenset[str]:
    """The states in which the regions and capitals of a name lie."""
    value = place_names().get(key(name))
    if value is None or value[0] == "d":
        return frozenset()
    return frozenset(s.country for s in sites_of(value) if s.kind == "region" or s.capital)
