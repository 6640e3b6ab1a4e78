"""Regions: parts of the world, seas, rivers and mountains, and the regions of states.

Knows their names in running text and in which state they lie; which words are adjectives of states
and names of their peoples. Does not know states and cities: `state_names`, `place_names`. Compiled
by `scripts/build_mentions.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from onrecord.gazetteer.compilation import State
from onrecord.gazetteer.fold import key
from onrecord.gazetteer.inflection import adjective_forms, name_forms
from onrecord.gazetteer.tables import rows

FEATURE, REGION, SHARED, SHORT, TOWN = "f", "r", "s", "a", "t"
ADJECTIVE, PEOPLE, BOTH = "a", "p", "b"
_LEAST = 4  # letters of a region's name: shorter ones are words


class Feature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of features.toml: names by language, and the state that it lies in, if one."""

    country: str = ""
    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    uk: tuple[str, ...] = ()


class Region(msgspec.Struct, frozen=True):
    """A region: id, state (None if it lies in several, or its name is shared), English name.

    `sure`: does its name with a capital mean it, whatever stands around? `short`: only after a
    comma? `states`: all in which a place of the name lies.
    """

    id: str | None
    country: str | None
    name: str
    sure: bool
    short: bool = False
    states: tuple[str, ...] = ()


def compiled(
    features: Mapping[str, Feature],
    subdivisions: Iterable[tuple[str, str]],
    shortened: Mapping[str, Iterable[str]],
    towns: Iterable[tuple[str, str]] = (),
) -> dict[str, str]:
    """Folded name -> `f|r|s|a id country name`, separated by bars; `s`: regions of several states
    share it, `a`: a shortened name, which counts after a comma only, `t`: a town, with all states
    in which there is one."""
    table: dict[str, str] = {}
    for country, names in shortened.items():
        for name in names:
            table.setdefault(key(name), f"{SHORT}||{country}|{name}")
    for ident, feature in features.items():
        own = next(n[0] for n in (feature.en, feature.de, feature.ru) if n)
        for language in ("en", "ru", "fr", "es", "de", "uk"):
            for name in getattr(feature, language):
                for form in name_forms(name, language):
                    table.setdefault(key(form), f"{FEATURE}|{ident}|{feature.country}|{own}")
    for code, name in subdivisions:
        folded = key(name)
        before = table.get(folded)
        country = code[:2].upper()
        if len(folded) < _LEAST or (before and before[0] == FEATURE):
            continue
        if before and before.split("|")[2] != country:
            states = " ".join(sorted({*before.split("|")[2].split(), country}))
            table[folded] = f"{SHARED}||{states}|{name}"
        elif not before:
            table[folded] = f"{REGION}|{code[:2]}-{code[2:]}|{country}|{name}"
    for name, states in towns:
        folded = key(name)
        if folded not in table and len(folded) >= _LEAST:
            table[folded] = f"{TOWN}||{states}|"
    return dict(sorted(table.items()))


def adjectives(states: Mapping[str, State], sourced: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Folded form -> `a` (adjective), `p` (people: an English plural) or `b` (with a capital it is
    the state's name). `sourced`: (language, adjective), and ("", name) for names that are none."""
    forms: dict[str, str] = {}
    names = {
        key(form)
        for state in states.values()
        for language, found in state.names.items()
        for name in found
        for form in name_forms(name, language)
    } | {key(name) for language, name in sourced if not language}
    written = [
        (language, adjective)
        for state in states.values()
        for language, found in state.adjectives.items()
        for adjective in found
    ]
    singulars = {adjective for language, adjective in written if language == "en"}
    for language, adjective in (*written, *(row for row in sourced if row[0])):
        plural = language == "en" and adjective.endswith("s") and adjective[:-1] in singulars
        for form in adjective_forms(adjective, language):
            kind = BOTH if key(form) in names else PEOPLE if plural else ADJECTIVE
            forms.setdefault(key(form), kind)
    return dict(sorted(forms.items()))


@cache
def region_names() -> dict[str, str]:
    """Folded name -> `kind|id|country|name`."""
    return rows("regions.tsv")


@cache
def region_heads() -> dict[str, int]:
    """First token of the names of several tokens -> the most tokens of such a name."""
    return {head: int(size) for head, size in rows("region_heads.tsv").items()}


@cache
def town_heads() -> dict[str, int]:
    """The same for the places that are found only when asked for."""
    return {head: int(size) for head, size in rows("asked_heads.tsv").items()}


@cache
def state_adjectives() -> dict[str, str]:
    """Folded form of an adjective of a state, or a people -> `a` or `p`."""
    return rows("adjectives.tsv")


def region(value: str) -> Region:
    """What a row of the table means.

    >>> region("r|cn-gd|CN|Guangdong")
    Region(id='cn-gd', country='CN', name='Guangdong', sure=False, short=False, states=('CN',))
    """
    kind, ident, country, name = value.split("|")
    states = tuple(country.split())
    only = states[0] if len(states) == 1 else None
    return Region(ident or None, only, name, kind == FEATURE, kind == SHORT, states)


def named_region(key: str) -> Region | None:
    """The region of a state that bears a folded name; None if none does, or several.

    >>> found = named_region("georgia")
    >>> (found.id, found.country) if found else None
    ('us-ga', 'US')
    """
    value = region_names().get(key)
    found = region(value) if value and value[0] != TOWN else None
    return found if found is not None and found.id else None
