"""Compiling of the tables of places: written and sourced names -> one index of folded names.

Knows how names inflect, clash and are cautioned against. Pure: tables in, lines of text out. Used
by `scripts/build_gazetteer.py` and by the test that the index on disk is up to date; never at run
time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

import msgspec

from onrecord.gazetteer.fold import key, tokens
from onrecord.gazetteer.inflection import adjective_forms, name_forms

Names = Mapping[str, tuple[str, ...]]
_ORDER = "anmul"
ASKED = "f"
_GENITIVES_FROM = 1_000_000  # a German genitive of a small city's name is more often a surname
DECOY = "d"


class Former(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name that is no longer official, and the last day on which it was; inflected if its
    language is given."""

    name: str
    until: str
    language: str = "und"


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of states.toml."""

    names: dict[str, tuple[str, ...]] = {}
    adjectives: dict[str, tuple[str, ...]] = {}
    capitals_only: tuple[str, ...] = ()
    asked_only: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()


class Venue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of venues.toml."""

    name: str
    country: str
    kind: str
    names: dict[str, tuple[str, ...]] = {}


class City(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of cities.toml: what is added to a sourced city."""

    names: dict[str, tuple[str, ...]] = {}
    former: tuple[Former, ...] = ()


class Cautions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """cautions.toml: the names that are also ordinary words, and whose a shared name is."""

    not_first: tuple[str, ...]
    capital: tuple[str, ...]
    small: tuple[str, ...]
    plain: tuple[str, ...]
    asked: tuple[str, ...]
    only: dict[str, tuple[str, ...]]
    decoys: dict[str, tuple[str, ...]]
    choice: dict[str, str]
    unsure_places: tuple[str, ...]
    place_decoys: tuple[str, ...]


class Sourced(msgspec.Struct, frozen=True):
    """A row of sourced/*.tsv: whose name, in which language, of what kind, and where it comes
    from."""

    subject: str
    language: str
    kind: str
    name: str
    source: str


class SourcedCity(msgspec.Struct, frozen=True):
    """A row of sourced/cities.tsv without its names."""

    id: str
    country: str
    population: int
    capital: bool
    core: bool
    name: str


class Clash(ValueError):
    """A name claimed by two states, and no choice between them in cautions.toml."""


def compiled_states(
    sourced: Iterable[Sourced], written: Mapping[str, State], cautions: Cautions
) -> dict[str, str]:
    """Folded name -> `ISO rule [language]`, sorted."""
    claims: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for iso, rule, form in _state_forms(sourced, written, cautions.choice):
        if folded := key(form):
            claims[folded][iso].add(rule)
    for form in (f for forms in cautions.decoys.values() for f in forms):
        claims[key(form)] = defaultdict(set, {"-": {DECOY}})
    table = {}
    for folded, owners in claims.items():
        if len(owners) > 1:
            raise Clash(f"{folded!r} is claimed by {sorted(owners)}")
        ((iso, rules),) = owners.items()
        table[folded] = f"{iso} {_strictest(rules)}"
    _caution(table, cautions)
    return dict(sorted(table.items()))


def _state_forms(
    sourced: Iterable[Sourced], written: Mapping[str, State], choice: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """(ISO, rule, form) of every form of every name, but of sourced names that are another's by
    choice."""
    for row in sourced:
        if choice.get(key(row.name), row.subject) == row.subject:
            yield from _forms(row.subject, row.language, row.kind == "adjective", (row.name,))
    for iso, state in written.items():
        for language, names in state.names.items():
            yield from _forms(iso, language, False, names)
        for language, names in state.adjectives.items():
            yield from _forms(iso, language, True, names)
        for former in state.former:
            yield from _forms(iso, former.language, False, (former.name,))
        yield from ((iso, "u", name) for name in state.capitals_only)
        yield from ((iso, ASKED, name) for name in state.asked_only)


def _forms(
    iso: str, language: str, adjective: bool, names: Iterable[str]
) -> Iterator[tuple[str, str, str]]:
    rule = "a" if adjective and language != "en" else "n"
    for name in names:
        if adjective:
            for form in adjective_forms(name, language):
                yield iso, rule, form
        elif name.isupper() and name.isalpha() and len(name) <= 5 and name.lower() != name:
            yield iso, "u", name
        else:
            for form in name_forms(name, language):
                yield iso, rule, form


def _strictest(rules: set[str]) -> str:
    """One rule of several: a name in capitals stays so only if nothing else claims it."""
    return next((rule for rule in _ORDER if rule in rules), min(rules))


def _caution(table: dict[str, str], cautions: Cautions) -> None:
    """Narrow the rules of names that are also ordinary words; KeyError if a cautioned name is not
    there."""
    cautioned = (
        cautions.not_first,
        cautions.capital,
        cautions.small,
        cautions.plain,
        cautions.asked,
        *cautions.only.values(),
    )
    if missing := {form for forms in cautioned for form in forms if key(form) not in table}:
        raise KeyError(f"cautioned against, but no names: {sorted(missing)}")
    for rule, forms in (
        ("m", cautions.not_first),
        ("n", cautions.capital),
        ("l", cautions.small),
        ("p", cautions.plain),
        (ASKED, cautions.asked),
    ):
        for form in forms:
            table[key(form)] = f"{table[key(form)].split()[0]} {rule}"
    for language, forms in cautions.only.items():
        for form in forms:
            table[key(form)] += f" {language}"


def compiled_places(
    known: Mapping[str, SourcedCity],
    city_names: Iterable[Sourced],
    written: Mapping[str, City],
    venues: Mapping[str, Venue],
    cautions: Cautions,
    states: Container[str],
) -> tuple[dict[str, str], dict[str, str]]:
    """Folded name -> `rule id id ...`: of names in running text, and of names only asked for.

    `states` are the folded names of states: a city is not looked for under one but its own.
    """
    named: dict[str, set[str]] = defaultdict(set)
    asked: dict[str, set[str]] = defaultdict(set)
    for subject, rule, form in _place_forms(known, city_names, written, venues):
        folded = key(form)
        own = subject not in known or key(known[subject].name) == folded
        if rule == "n" and _is_telling(folded) and (own or folded not in states):
            named[folded].add(subject)
        elif folded:
            asked[folded].add(subject)
    unsure = {key(form) for form in cautions.unsure_places}
    if missing := unsure - named.keys():
        raise KeyError(f"cautioned against, but no names: {sorted(missing)}")
    for folded in named.keys() & asked.keys():
        namesakes = {s for s in asked[folded] if s in known and key(known[s].name) == folded}
        named[folded] |= namesakes
    lines = {k: f"{'q' if k in unsure else 'n'} {' '.join(sorted(v))}" for k, v in named.items()}
    lines |= {key(form): DECOY for form in cautions.place_decoys}
    rest = {k: f"n {' '.join(sorted(_owners(k, v, known)))}" for k, v in asked.items()}
    further = {k: v for k, v in rest.items() if k not in named}
    return dict(sorted(lines.items())), dict(sorted(further.items()))


def sites(known: Iterable[SourcedCity], venues: Mapping[str, Venue]) -> dict[str, str]:
    """Id -> `country|kind|population|capital|name`, sorted."""
    rows = {c.id: f"{c.country}|city|{c.population}|{int(c.capital)}|{c.name}" for c in known}
    return dict(sorted((rows | {i: _site(v) for i, v in venues.items()}).items()))


def _site(venue: Venue) -> str:
    return f"{venue.country}|{venue.kind}|0|0|{venue.name}"


def _owners(folded: str, subjects: set[str], known: Mapping[str, SourcedCity]) -> set[str]:
    """Of places that share a name, those whose own name it is; all, if it is nobody's own."""
    own = {s for s in subjects if s in known and key(known[s].name) == folded}
    return own or subjects


def _place_forms(
    known: Mapping[str, SourcedCity],
    city_names: Iterable[Sourced],
    written: Mapping[str, City],
    venues: Mapping[str, Venue],
) -> Iterator[tuple[str, str, str]]:
    """(id, rule, form) of every form of every name of a place."""
    for row in city_names:
        city = known[row.subject]
        if row.kind != "name" or not city.core or city.country == "AQ":
            yield row.subject, ASKED, row.name
        elif row.language == "de" and row.name == city.name and city.population < _GENITIVES_FROM:
            yield row.subject, "n", row.name
        else:
            yield from _written_forms(row.subject, {row.language: (row.name,)})
    if strangers := written.keys() - known.keys():
        raise KeyError(f"cities.toml: no such cities: {sorted(strangers)}")
    for subject, addition in written.items():
        yield from _written_forms(subject, addition.names)
        for former in addition.former:
            yield from _written_forms(subject, {former.language: (former.name,)})
    for subject, venue in venues.items():
        yield subject, "n", venue.name
        yield from _written_forms(subject, venue.names)


def _written_forms(subject: str, names: Names) -> Iterator[tuple[str, str, str]]:
    for language, forms in names.items():
        for name in forms:
            yield from ((subject, "n", form) for form in name_forms(name, language))


def _is_telling(folded: str) -> bool:
    """Whether a name is long enough to be looked for in running text."""
    return len(folded) >= (2 if "\u3400" <= folded[0] <= "\u9fff" else 3)


def heads(names: Iterable[str]) -> dict[str, str]:
    """First token of the names of several tokens -> the most tokens of a name that begins so."""
    longest: dict[str, int] = {}
    for name in names:
        found = tokens(name)
        longest[found[0].form] = max(longest.get(found[0].form, 0), len(found))
    return {head: str(size) for head, size in sorted(longest.items()) if size > 1}
