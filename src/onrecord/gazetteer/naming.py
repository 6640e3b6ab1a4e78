"""Compiling of the tables of organisations, agreements and outlets: written names -> one index.

Knows how names inflect, which are acronyms and which need to be set off. Pure: tables in, rows
out. Used by `scripts/build_actors.py` and by the test that the index on disk is up to date; never
at run time. `named.py` reads what is made here.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec

from onrecord.gazetteer.compilation import heads
from onrecord.gazetteer.fold import key
from onrecord.gazetteer.inflection import Inflection, inflection, name_forms

Rows = dict[str, str]
LANGUAGES = ("en", "ru", "fr", "es", "de")
KINDS = ("agency", "television", "newspaper", "magazine", "radio", "online")
_ENDINGS = Path(__file__).parent / "organisations" / "inflection.toml"
WITNESS = "w"
_LONGEST_ACRONYM = 9
_ACRONYM = re.compile(r"[\w.+/&-]+")
_RULES = (
    "dcquan"  # a form that is an ordinary word stays so, an acronym too, if another name has it
)


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of organisations/*.toml or agreements/*.toml; which fields it may have is checked by
    who reads it."""

    kind: str
    country: str = ""
    since: str = ""
    until: str = ""
    part_of: str = ""
    adopted: str = ""
    force: str = ""
    parties: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    de: tuple[str, ...] = ()

    def names(self) -> Iterator[tuple[str, str]]:
        """(language, name) of all names."""
        for language in LANGUAGES:
            for name in getattr(self, language):
                yield language, name


class Cautions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """cautions.toml of a folder: the names that are also ordinary words or other names.

    `set_off`: only where nothing else stands beside them; `small`: also in small letters; `asked`:
    never in running text; `context`: only in a text that also names one of these ids.
    """

    set_off: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    context: dict[str, tuple[str, ...]] = {}


def index(
    entries: Mapping[str, Entry], cautions: Cautions, others: Iterable[str] = ()
) -> dict[str, Rows]:
    """names.tsv, heads.tsv and labels.tsv of a folder.

    `others`: folded names of other things; one that holds a name of these is a decoy.
    """
    forms = (
        (identifier, language, form)
        for identifier, entry in entries.items()
        for language, name in entry.names()
        for form in forms_of(name, language)
    )
    names = compiled(forms, cautions)
    names = dict(sorted({**decoys(names, others), **names}.items()))
    labels = {
        identifier: packed_labels(entry.names()) for identifier, entry in sorted(entries.items())
    }
    return {"names.tsv": names, "heads.tsv": heads(names), "labels.tsv": labels}


def compiled(forms: Iterable[tuple[str, str, str]], cautions: Cautions) -> Rows:
    """Folded form -> `rule id:language,language ...` of (id, language, form)."""
    claims: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    printed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for identifier, language, form in forms:
        folded = key(form)
        if folded:
            claims[folded][identifier].add(language)
            printed[folded, identifier].add("u" if is_acronym_name(form) else "n")
    rules: dict[str, set[str]] = defaultdict(set)
    for (folded, _), some in printed.items():
        rules[folded].add("n" if "n" in some else "u")  # "MERCOSUR" beside "Mercosur"
    _caution(claims, rules, cautions)
    return {
        folded: f"{_strictest(rules[folded])} {_packed_claims(owners)}"
        for folded, owners in sorted(claims.items())
    }


def decoys(names: Rows, others: Iterable[str]) -> Rows:
    """The other names that begin with a name of these: they are longer, and not it."""
    found = {}
    for other in others:
        words = other.split(" ")
        if other not in names and any(" ".join(words[:n]) in names for n in range(1, len(words))):
            found[other] = "d"
    return found


def _caution(
    claims: dict[str, dict[str, set[str]]], rules: dict[str, set[str]], cautions: Cautions
) -> None:
    """Narrow what is cautioned against; KeyError if it is not there."""
    wanted = {key(form) for form in narrowed(cautions)}
    if missing := wanted - claims.keys():
        raise KeyError(f"cautioned against, but no names: {sorted(missing)}")
    for form in cautions.set_off:
        rules[key(form)].add("q")
    for form, witnesses in cautions.context.items():
        rules[key(form)].add("c")
        for witness in witnesses:
            claims[key(form)][witness].add(WITNESS)
    for form in cautions.small:
        rules[key(form)] = {"a"}
    for form in cautions.asked:
        del claims[key(form)]


def narrowed(cautions: Cautions) -> tuple[str, ...]:
    """All names that are cautioned against."""
    return (*cautions.set_off, *cautions.small, *cautions.asked, *cautions.context)


def _strictest(rules: set[str]) -> str:
    return next(rule for rule in _RULES if rule in rules)


def _packed_claims(owners: Mapping[str, set[str]]) -> str:
    return " ".join(
        f"{identifier}:{','.join(sorted(languages))}"
        for identifier, languages in sorted(owners.items())
    )


def packed_labels(names: Iterable[tuple[str, str]]) -> str:
    """`language=name;name|language=name` of (language, name)."""
    by_language: dict[str, list[str]] = defaultdict(list)
    for language, name in names:
        if name not in by_language[language]:
            by_language[language].append(name)
    return "|".join(f"{language}={';'.join(forms)}" for language, forms in by_language.items())


def forms_of(name: str, language: str) -> tuple[str, ...]:
    """The name and its inflected forms; an acronym does not inflect."""
    return (name,) if is_acronym_name(name) else name_forms(name, language, _inflection())


@cache
def _inflection() -> Inflection:
    """The endings of places, with those of names of other things before them."""
    known = inflection()
    own = msgspec.convert(
        tomllib.loads(_ENDINGS.read_text("utf-8")), dict[str, dict[str, dict[str, tuple[str, ...]]]]
    )
    return msgspec.structs.replace(
        known,
        adjective={**known.adjective, **own["adjective"]},
        noun=known.noun | {la: {**known.noun[la], **table} for la, table in own["noun"].items()},
    )


def is_acronym_name(name: str) -> bool:
    """Whether a name is an acronym, found in running text in capitals only.

    >>> is_acronym_name("OSCE"), is_acronym_name("P5+1"), is_acronym_name("Interpol")
    (True, True, False)
    """
    if len(name) > _LONGEST_ACRONYM or not _ACRONYM.fullmatch(name):
        return False
    letters = [char for char in name if char.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) > sum(map(str.islower, letters))


def organisation_rows(entries: Mapping[str, Entry]) -> Rows:
    """entities.tsv of organisations: `kind|country|name|since|until|part_of`."""
    for identifier, entry in entries.items():
        _no_others(identifier, entry.adopted, entry.force, entry.parties)
        if entry.part_of and entry.part_of not in entries:
            raise KeyError(f"{identifier}: part of {entry.part_of!r}, which is not there")
    return {
        identifier: f"{e.kind}|{e.country}|{e.en[0]}|{e.since}|{e.until}|{e.part_of}"
        for identifier, e in sorted(entries.items())
    }


def agreement_rows(entries: Mapping[str, Entry]) -> Rows:
    """entities.tsv of agreements: `kind|country|name|adopted|force|until|parties`."""
    for identifier, entry in entries.items():
        _no_others(identifier, entry.since, entry.part_of)
    return {
        identifier: f"{e.kind}||{e.en[0]}|{e.adopted}|{e.force}|{e.until}|{' '.join(e.parties)}"
        for identifier, e in sorted(entries.items())
    }


def _no_others(identifier: str, *fields: str | tuple[str, ...]) -> None:
    if any(fields):
        raise ValueError(f"{identifier}: fields of another table: {fields}")


class Outlet(msgspec.Struct, frozen=True):
    """A line of outlets.toml."""

    id: str
    kind: str
    country: str
    language: str
    names: tuple[str, ...]


def outlets(tables: Mapping[str, Mapping[str, str]]) -> tuple[Outlet, ...]:
    """The outlets of outlets.toml; ValueError if one stands twice or a kind is unknown."""
    found: list[Outlet] = []
    for country, table in tables.items():
        for kind, lines in table.items():
            if kind != "language":
                if kind not in KINDS:
                    raise ValueError(f"{country}: no such kind of outlet: {kind}")
                found += (
                    _outlet(line, country, kind, table["language"])
                    for line in lines.strip().splitlines()
                )
    ids = [outlet.id for outlet in found]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise ValueError(f"outlets twice: {twice}")
    return tuple(found)


def _outlet(line: str, country: str, kind: str, language: str) -> Outlet:
    first, *others = (name.strip() for name in line.split(" | "))
    name, _, own = first.partition(" #")
    names = tuple(dict.fromkeys((name, *others)))
    return Outlet(slug(name), kind, country, own or language, names)


def outlet_index(known: Iterable[Outlet], cautions: Cautions) -> dict[str, Rows]:
    """The tables of outlets; entities.tsv: `kind|country|name|language`."""
    known = sorted(known, key=lambda outlet: outlet.id)
    names = compiled(
        (
            (outlet.id, "und", form)
            for outlet in known
            for name in outlet.names
            for form in forms_of(name, script_language(name))
        ),
        cautions,
    )
    return {
        "names.tsv": names,
        "heads.tsv": heads(names),
        "entities.tsv": {o.id: f"{o.kind}|{o.country}|{o.names[0]}|{o.language}" for o in known},
        "labels.tsv": {o.id: packed_labels(_labels(o)) for o in known},
    }


def _labels(outlet: Outlet) -> Iterator[tuple[str, str]]:
    for name in outlet.names:
        yield ("ru" if script_language(name) == "ru" else "und"), name


def script_language(name: str) -> str:
    """ru for a name in Cyrillic, whose forms inflect; und otherwise."""
    return "ru" if any("\u0400" <= char <= "\u04ff" for char in name) else "und"


def slug(name: str) -> str:
    """An id that reads itself: folded, Latin letters and digits with hyphens between them.

    >>> slug("Mevlüt Çavuşoğlu"), slug("1+1")
    ('mevlut-cavusoglu', '1-1')
    """
    return re.sub(r"[^a-z0-9]+", "-", key(name).replace("'", "")).strip("-")
