"""All that the tables hold of one thing, by its id: names by language, dates, offices, members.

Knows which table an id belongs to; not what is said of it. Tables that are only needed here are
read when a profile is first asked for. A region of ISO 3166-2 has its English name alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.gazetteer import agreements, organisations, outlets, people, regions, tables
from onrecord.gazetteer.named import Names, entities, names_of
from onrecord.records import Record

LANGUAGES = ("en", "ru", "fr", "es", "de")
KINDS = ("state", "person", "organisation", "process", "agreement", "place", "outlet")
_PROCESSES = frozenset({"format", "process"})
_PLACES = Path(__file__).parent / "places"
_SOURCED = _PLACES / "sourced"
_FORMS = ("short", "formal", "name")


class Held(Record, frozen=True, kw_only=True):
    """An office and who held it. `of`: an ISO code or the id of an organisation. Dates are as
    precise as known; no `until` and `seen`: it lasted when that was written."""

    office: str
    of: str
    person: str
    name: str
    since: str | None = None
    until: str | None = None
    seen: str | None = None
    acting: bool = False
    source: str


class Member(Record, frozen=True, kw_only=True):
    """A state in an organisation; `seen`: when the source said so, where it gives no other day."""

    state: str
    since: str | None = None
    until: str | None = None
    seen: str | None = None
    source: str


class Profile(Record, frozen=True, kw_only=True):
    """What is known of a thing. `kind` is one of `KINDS`; `type` is finer (treaty, agency, city).
    `since` and `until`: when it began and ended, was adopted, or in force."""

    id: str
    kind: str
    type: str
    name: str
    country: str | None = None
    names: dict[str, tuple[str, ...]]
    since: str | None = None
    force: str | None = None
    until: str | None = None
    part_of: str | None = None
    parties: tuple[str, ...] = ()
    offices: tuple[Held, ...] = ()
    members: tuple[Member, ...] = ()


def profile(identifier: str) -> Profile | None:
    """What is known under an id; None if the tables have no such id.

    >>> found = profile("state/tr")
    >>> (found.name, found.names["ru"][0], found.country) if found else None
    ('Turkey', '\u0422\u0443\u0440\u0446\u0438\u044f', 'TR')
    >>> profile("state/zz") is None, profile("person/nobody") is None
    (True, True)
    """
    kind, _, rest = identifier.partition("/")
    make = {
        "state": _state, "person": _person, "organisation": _organisation,
        "agreement": _agreement, "place": _place, "outlet": _outlet,
    }.get(kind)  # fmt: skip
    if make is None or not rest:
        return None
    try:
        return make(identifier, rest)
    except KeyError:
        return None


def kind_of(identifier: str) -> str:
    """The kind of a thing by its id. Formats and processes stand among the organisations, as in
    texts, but are a kind of their own.

    >>> kind_of("organisation/minsk-process"), kind_of("organisation/osce"), kind_of("state/tr")
    ('process', 'organisation', 'state')
    """
    kind, _, rest = identifier.partition("/")
    known = entities("organisations").get(rest, "") if kind == "organisation" else ""
    return "process" if known.partition("|")[0] in _PROCESSES else kind


def name_of(identifier: str) -> str | None:
    """The English name of what an id stands for; None if the tables have none.

    >>> name_of("organisation/osce"), name_of("place/europe"), name_of("place/nowhere")
    ('Organization for Security and Co-operation in Europe', 'Europe', None)
    """
    kind, _, rest = identifier.partition("/")
    try:
        if kind == "state":
            return _state_names(rest.upper())["en"][0]
        if kind == "place":
            return _place_name(rest)[0]
        if kind == "agreement" and "/" in rest:
            return agreements.agreement(identifier).name
        folder = _FOLDER.get(kind)
        return entities(folder)[rest].split("|")[2] if folder else None
    except KeyError:
        return None


_FOLDER = {
    "person": "people",
    "organisation": "organisations",
    "agreement": "agreements",
    "outlet": "outlets",
}


def office_names(office: str) -> Names:
    """The names of an office by language.

    >>> office_names("foreign_minister")["en"][0]
    'foreign minister'
    """
    return names_of(f"office/{office}")


def office_title(office: str) -> str:
    """An office as it is called in English, for a title.

    >>> office_title("permanent_representative_un"), office_title("chief_odd_jobber")
    ('Permanent representative to the UN', 'Chief odd jobber')
    """
    name = next(iter(office_names(office).get("en", ())), office.replace("_", " "))
    return name[:1].upper() + name[1:]


def _state(identifier: str, rest: str) -> Profile:
    iso = rest.upper()
    names = _state_names(iso)
    return Profile(
        id=identifier, kind="state", type="state", name=names["en"][0], country=iso, names=names,
        offices=_offices_of(iso),
    )  # fmt: skip


def _person(identifier: str, rest: str) -> Profile:
    known = people.person(identifier)
    if known is None:
        raise KeyError(identifier)
    held = tuple(_held(term, known.name) for term in people.career(identifier))
    return Profile(
        id=identifier, kind="person", type=known.kind, name=known.name, country=known.country,
        names=names_of(identifier), offices=held,
    )  # fmt: skip


def _organisation(identifier: str, rest: str) -> Profile:
    known = organisations.organisation(identifier)
    members = tuple(
        Member(state=m.state, since=m.since, until=m.until, seen=m.seen, source=m.source)
        for m in organisations.memberships(identifier)
    )
    return Profile(
        id=identifier, kind=kind_of(identifier), type=known.kind, name=known.name,
        country=entities("organisations")[rest].split("|")[1] or None,
        names=names_of(identifier), since=known.since, until=known.until, part_of=known.part_of,
        offices=_offices_of(rest), members=members,
    )  # fmt: skip


def _agreement(identifier: str, rest: str) -> Profile:
    known = agreements.agreement(identifier)
    return Profile(
        id=identifier, kind="agreement", type=known.kind, name=known.name,
        names=names_of(identifier) or {"en": (known.name,)}, since=known.adopted,
        force=known.force, until=known.until, parties=known.parties,
    )  # fmt: skip


def _outlet(identifier: str, rest: str) -> Profile:
    known = outlets.outlet(identifier)
    return Profile(
        id=identifier, kind="outlet", type=known.kind, name=known.name, country=known.country,
        names=names_of(identifier),
    )  # fmt: skip


def _place(identifier: str, rest: str) -> Profile:
    name, country, kind = _place_name(rest)
    known = _sourced(_SOURCED / "city_names.tsv", rest)
    for file in ("cities", "venues", "features"):
        known = _joined(_written(file).get(rest, {}), known)
    names = _joined({"en": [name]}, known)
    return Profile(id=identifier, kind="place", type=kind, name=name, country=country, names=names)


def _place_name(rest: str) -> tuple[str, str | None, str]:
    """A place's name, state and type: of the table of places, else of the regions."""
    if rest in _features():
        return *_features()[rest], "region"
    site = tables.site(rest)
    return site.name, site.country or None, site.kind


@cache
def _features() -> dict[str, tuple[str, str | None]]:
    """Id of a region -> its name and its state."""
    found: dict[str, tuple[str, str | None]] = {}
    for value in regions.region_names().values():
        region = regions.region(value)
        if region.id:
            found.setdefault(region.id, (region.name, region.country))
    return found


@cache
def _state_names(iso: str) -> dict[str, tuple[str, ...]]:
    """The names of a state by language, the one of the United Nations first; KeyError if none."""
    found = _joined(_sourced(_SOURCED / "states.tsv", iso), _written("states").get(iso, {}))
    if "en" not in found:
        raise KeyError(iso)
    return found


@cache
def _written(file: str) -> Mapping[str, Any]:
    """A table of names that was written for this project: id -> names by language, or such names
    under `names`."""
    tables_of = tomllib.loads((_PLACES / f"{file}.toml").read_text("utf-8"))
    return {subject: table.get("names", table) for subject, table in tables_of.items()}


def _joined(first: Mapping[str, Any], then: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Names by language, those of the first table first, each once."""
    return {
        language: tuple(dict.fromkeys((*first.get(language, ()), *then.get(language, ()))))
        for language in LANGUAGES
        if language in first or language in then
    }


def _sourced(path: Path, subject: str) -> dict[str, tuple[str, ...]]:
    """The names of a subject in a table whose rows stand together: short ones first."""
    table = path.read_text("utf-8")
    rows: list[tuple[int, int, str, str]] = []
    at = table.find(f"\n{subject}\t")
    while at >= 0 and table.startswith(f"{subject}\t", at + 1):
        end = table.find("\n", at + 1)
        _, language, form, name, source = table[at + 1 : end if end > 0 else None].split("\t")
        if form in _FORMS and language in LANGUAGES:
            rank = _FORMS.index(form) if form != "name" else 0
            rows.append((rank, 0 if source == "country-codes" else 1, language, name))
        at = end
    names: dict[str, dict[str, None]] = {}
    for _, _, language, name in sorted(rows, key=lambda row: row[:2]):
        names.setdefault(language, {})[_plain(name)] = None
    return {language: tuple(names[language]) for language in LANGUAGES if language in names}


def _plain(name: str) -> str:
    """A name without the article that lists put behind it.

    >>> _plain("Netherlands (the)"), _plain("Iran (Islamic Republic of)")
    ('Netherlands', 'Iran (Islamic Republic of)')
    """
    return name.removesuffix(" (the)").strip()


def _offices_of(of: str) -> tuple[Held, ...]:
    """Who held the offices of a state or body, the latest first; each term once, though one office
    is another's too (a president who heads the government)."""
    held = [
        _held(term, _person_name(term.person))
        for office in _offices().get(of, ())
        for term in people.terms(office, of)
    ]
    return tuple(sorted(dict.fromkeys(held), key=lambda each: each.since or "", reverse=True))


@cache
def _offices() -> dict[str, tuple[str, ...]]:
    """State or body -> the offices of which holders are known."""
    found: dict[str, tuple[str, ...]] = {}
    for named in tables.rows("terms.tsv", "people"):
        office, _, of = named.partition(" ")
        found[of] = (*found.get(of, ()), office)
    return found


def _person_name(identifier: str) -> str:
    known = people.person(identifier)
    return known.name if known else identifier


def _held(term: people.Term, name: str) -> Held:
    return Held(
        office=term.office, of=term.of, person=term.person, name=name, since=term.since,
        until=term.until, seen=term.seen, acting=term.acting, source=term.source,
    )  # fmt: skip
