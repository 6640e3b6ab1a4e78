"""Compiling of the table of offices: names in five languages -> one index of folded names.

Knows how names of offices inflect and that a name that only one state has says whose it is. Pure;
used by `scripts/build_actors.py` and tests, never at run time. `offices.py` reads what is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from onrecord.gazetteer.compilation import heads
from onrecord.gazetteer.fold import key
from onrecord.gazetteer.inflection import name_forms
from onrecord.gazetteer.naming import LANGUAGES, Rows

OWNER = "owner"


class OfficeTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of offices.toml."""

    of: str
    holders: tuple[str, ...] = ()
    by_state: dict[str, str] = {}
    towards: dict[str, str] = {}
    foremost: bool = False
    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    de: tuple[str, ...] = ()


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """words.toml."""

    former: tuple[str, ...]
    deputy: tuple[str, ...]
    address: tuple[str, ...]
    elsewhere: dict[str, tuple[str, ...]] = {}


def index(
    offices: Mapping[str, OfficeTable],
    owners: Mapping[str, Mapping[str, tuple[str, ...]]],
    words: Words,
    styles: Mapping[str, str],
) -> dict[str, Rows]:
    """The tables of offices. A name that an owner has goes before the same name without one."""
    names: Rows = {}
    for office, form in _forms(offices):
        names.setdefault(key(form), office)
    for owner, table in owners.items():
        for office, forms in table.items():
            for form in (f for name in forms for f in _inflected(name)):
                names[key(form)] = f"{office} {owner}"
    return {
        "names.tsv": dict(sorted(names.items())),
        "heads.tsv": heads(names),
        "traits.tsv": {office: _traits(table) for office, table in offices.items()},
        "styles.tsv": dict(sorted(styles.items())),
        "titles.tsv": dict.fromkeys(
            sorted({name.split(" ")[-1] for name in names} | set(map(key, words.address))), "1"
        ),
        "elsewhere.tsv": _elsewhere(words.elsewhere),
        "changing.tsv": dict.fromkeys(sorted(map(key, (*words.former, *words.deputy))), "1"),
    }


def _elsewhere(states: Mapping[str, tuple[str, ...]]) -> Rows:
    """Folded name -> the states whose own statements mean another office by it."""
    found: dict[str, list[str]] = {}
    for state, forms in states.items():
        for form in (f for name in forms for f in _inflected(name)):
            found.setdefault(key(form), []).append(state)
    return {name: " ".join(sorted(set(of))) for name, of in sorted(found.items())}


def labels(offices: Mapping[str, OfficeTable]) -> Rows:
    """Id -> names by language, packed as labels.tsv has them."""
    return {
        office: "|".join(f"{la}={';'.join(getattr(table, la))}" for la in LANGUAGES)
        for office, table in offices.items()
    }


def _forms(offices: Mapping[str, OfficeTable]) -> Iterator[tuple[str, str]]:
    for office, table in offices.items():
        for language in LANGUAGES:
            for name in getattr(table, language):
                yield from ((office, form) for form in name_forms(name, language))


def _inflected(name: str) -> tuple[str, ...]:
    cyrillic = any("\u0400" <= char <= "\u04ff" for char in name)
    return name_forms(name, "ru") if cyrillic else (name, *name_forms(name, "de"))


def _traits(table: OfficeTable) -> str:
    cells = (
        table.of,
        "1" if table.foremost else "",
        " ".join(table.holders),
        " ".join(f"{k}={v}" for k, v in table.by_state.items()),
        " ".join(f"{k}={v}" for k, v in table.towards.items()),
    )
    return "|".join(cells)
