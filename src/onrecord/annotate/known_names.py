"""All names of the gazetteer as one table: which names begin with a word, and what they mean.

Knows the tables and their order: of two names of one length, the table that stands first decides.
Does not know whether a name counts where it stands: `known`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from onrecord.gazetteer import named, regions, tables

HERE = Path(tables.__file__).parent
STATE, REGION, PLACE, TOWN = "state", "region", "place", "town"
ORGANISATION, AGREEMENT, PERSON, OUTLET = "organisation", "agreement", "person", "outlet"
FOLDERS = {
    ORGANISATION: "organisations",
    AGREEMENT: "agreements",
    OUTLET: "outlets",
    PERSON: "people",
}


DECOY = "-"  # the value of a name that is none of ours
_KEPT = 50_000


class Table(NamedTuple):
    """Names of one kind: folded name -> what it means, and the length of those of several words by
    their first."""

    kind: str
    names: Mapping[str, str]
    heads: Mapping[str, int]


@cache
def known() -> tuple[Table, ...]:
    """The tables, the first first."""
    return (
        *(
            Table(kind, named.names(folder), named.heads(folder))
            for kind, folder in FOLDERS.items()
            if (HERE / folder / "index" / "names.tsv").exists()
        ),
        Table(STATE, tables.state_names(), tables.state_heads()),
        Table(PLACE, tables.place_names(), tables.place_heads()),
        Table(REGION, regions.region_names(), regions.region_heads()),
        Table(TOWN, tables.asked_names(), regions.town_heads()),
    )


@cache
def keys() -> frozenset[str]:
    """All folded names."""
    return frozenset().union(*(table.names for table in known()))


@cache
def _sorted() -> tuple[tuple[str, ...], ...]:
    """The folded names of each table, in order, as they are compiled."""
    return tuple(tuple(table.names) for table in known())


@lru_cache(_KEPT)
def opens(start: str) -> bool:
    """Does any name begin with these words? What does not need not be read on.

    >>> opens("united arab"), opens("arab united")
    (True, False)
    """
    for names in _sorted():
        n = bisect_left(names, start)
        if n < len(names) and names[n].startswith(start):
            return True
    return False


@cache
def families() -> Mapping[str, str]:
    """Folded family name -> ids of the people of the gazetteer who bear it."""
    return tables.rows("families.tsv", "people")


def people_names() -> Mapping[str, str]:
    """Folded full name of a person of the gazetteer -> `rule id...`."""
    return named.names(FOLDERS[PERSON])


@cache
def office_names() -> Mapping[str, str]:
    """Folded name of an office -> `office [owner]`."""
    return tables.rows("names.tsv", "offices")


@cache
def office_words() -> Mapping[str, int]:
    """Word with which names of offices begin -> the most words of such a name."""
    several = {head: int(size) for head, size in tables.rows("heads.tsv", "offices").items()}
    return {name: 1 for name in office_names() if " " not in name} | several


def longest(word: str) -> int:
    """The most tokens of a known name that begins with a folded word; 0 if none does."""
    size = 0
    for table in known():
        if word in table.heads:
            size = max(size, table.heads[word])
        elif not size and word in table.names:
            size = 1
    return size


def single(word: str, small: bool = False) -> bool:
    """Is a folded word a known name? `small`: one that is written without a capital too?"""
    if not small:
        return any(word in table.names for table in known())
    value = tables.state_names().get(word)
    return value is not None and value.split()[1] in ("a", "l")
