"""Towns of all sizes by name: in which states and areas places of a name lie, and how many people
live there.

Near by, a small town is named more often than its size says: its weight grows more slowly than the
number of its people. Knows no town's id: those of the greater ones are in `place_names`. The table
is searched where it stands, line by line, and not read into memory. Built by
`scripts/build_localities.py`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "localities"
_POWER = 0.6
_SMALLEST = 500
_KEPT = 20_000
WORLD = ""


class Locality(NamedTuple):
    """Places of a name in one area: the state, the area, and how many people live there."""

    country: str
    area: str
    people: float


class Total(NamedTuple):
    """The people of all places of an area, and the sum of their weights there."""

    people: float
    weight: float


def weight(people: float) -> float:
    """How much a place of so many people weighs near by.

    >>> weight(1_000_000) > 10 * weight(10_000)
    True
    """
    return float(max(people, _SMALLEST) ** _POWER)


@lru_cache(maxsize=_KEPT)
def localities(key: str) -> tuple[Locality, ...]:
    """The places of a folded name, the greatest first.

    >>> [(place.country, place.area) for place in localities("huntsville")][:2]
    [('US', 'AL'), ('US', 'TX')]
    """
    row = _row(key.encode())
    return tuple(_locality(cell) for cell in row.split(" ")) if row else ()


def _locality(cell: str) -> Locality:
    area, _, figure = cell.partition(":")
    country, _, code = area.partition(".")
    return Locality(country, code, float(figure))


def _row(key: bytes) -> str:
    """The value of a key in the sorted table, "" if there is none: by halving."""
    table = _table()
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.find(b"\n", start)
        found, _, value = table[start:end].partition(b"\t")
        if found == key:
            return value.decode()
        if found < key:
            low = end + 1
        else:
            high = start
    return ""


@cache
def _table() -> bytes:
    return _without_head((_FOLDER / "names.tsv").read_bytes())


def _without_head(table: bytes) -> bytes:
    while table.startswith(b"#"):
        table = table.partition(b"\n")[2]
    return table


@cache
def areas() -> dict[tuple[str, str], Total]:
    """(state, area) -> all its places; of a state as a whole, area is ""; of the world, both."""
    found: dict[tuple[str, str], Total] = {}
    for line in _without_head((_FOLDER / "areas.tsv").read_bytes()).decode().splitlines():
        area, people, weights = line.split("\t")
        country, _, code = area.partition(".")
        for place in {(country, code), (country, ""), (WORLD, "")}:
            before = found.get(place, Total(0.0, 0.0))
            found[place] = Total(before.people + float(people), before.weight + float(weights))
    return found


def total(country: str, area: str = "") -> Total | None:
    """All places of a state or of an area of it; None if none is known."""
    return areas().get((country, area))
