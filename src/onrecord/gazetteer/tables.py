"""The compiled tables of places, read once at first use.

Knows the files in `*/index/` and the columns of those in `places/index/`; not what their names
mean. They are compiled by `scripts/build_gazetteer.py` and `scripts/build_actors.py`; nobody edits
them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

_ROOM = Path(__file__).parent


class Site(msgspec.Struct, frozen=True):
    """A row of places.tsv: a place with what decides between places of one name."""

    id: str
    country: str
    kind: str
    population: int
    capital: bool
    name: str


def rows(name: str, folder: str = "places") -> dict[str, str]:
    """A table of two columns as a dictionary; lines that start with `#` say where it comes from."""
    text = (_ROOM / folder / "index" / name).read_text("utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    if not text:
        return {}
    cells = text.rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))


@cache
def state_names() -> dict[str, str]:
    """Folded name -> `ISO rule`."""
    return rows("states.tsv")


@cache
def state_heads() -> dict[str, int]:
    """First token of the states' names of several tokens -> the most tokens of such a name."""
    return {head: int(size) for head, size in rows("state_heads.tsv").items()}


@cache
def articles() -> tuple[str, ...]:
    """Folded articles and words for town that may stand before a name."""
    return tuple(rows("articles.tsv"))


@cache
def place_names() -> dict[str, str]:
    """Folded name -> `rule id id ...`, of the places that are looked for in running text."""
    return rows("places_named.tsv")


@cache
def place_heads() -> dict[str, int]:
    """First token of the places' names of several tokens -> the most tokens of such a name."""
    return {head: int(size) for head, size in rows("place_heads.tsv").items()}


@cache
def asked_names() -> dict[str, str]:
    """Folded name -> `rule id id ...`, of the further places and names, found only when asked
    for."""
    return rows("places_asked.tsv")


@cache
def _sites() -> dict[str, str]:
    return rows("places.tsv")


@cache
def site(identifier: str) -> Site:
    """The row of a place by its id; KeyError if there is none."""
    country, kind, population, capital, name = _sites()[identifier].split("|")
    return Site(identifier, country, kind, int(population), capital == "1", name)
