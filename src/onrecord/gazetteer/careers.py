"""Compiling of the tables of people: lines of terms of office -> persons, names, terms.

Knows how a line of `people/terms/*.toml` is written, and how a person's names are formed in the
scripts and languages of the tables. Pure: tables in, rows out; used by `scripts/build_actors.py`
and by tests, never at run time. `people.py` reads what is made here.

A line: `from/to [acting] Name | further names`. `from`, `to`: ISO 8601 prefixes, `?` not known,
`..` still in office when the file was written (`as_of`). Further names are given once, at the first
line of a person; `_` joins the words of a family name; words in brackets tell namesakes apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from onrecord.gazetteer.naming import packed_labels, slug
from onrecord.gazetteer.transliteration import Tables, transliterated

_LINE = re.compile(
    r"(?P<since>\?|[\d-]+)(?:/(?P<until>\.\.|\?|[\d-]+))? (?P<acting>acting )?(?P<names>.+)"
)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_ASIDE = re.compile(r" \(([^)]+)\)$")
_ROMAN = re.compile(r"[IVX]+")
SETTINGS = ("source", "native", "head", "family_first")
_PARTICLES = 3  # a lower-case word of up to so many letters begins a family name: von der, de, al


class Term(msgspec.Struct, frozen=True):
    """A term of office as written."""

    office: str
    of: str
    since: str
    until: str
    acting: bool
    person: str
    source: str
    as_of: str


class Career(msgspec.Struct, frozen=True):
    """A person as written: names, first the English one, then how they are to be read."""

    id: str
    name: str
    others: tuple[str, ...]
    country: str
    native: str
    family_first: bool


class Written(msgspec.Struct, frozen=True):
    """All that the files say: persons by id, terms, references, styles of heads of state."""

    people: dict[str, Career]
    terms: tuple[Term, ...]
    same: dict[str, str]
    styles: dict[str, str]


def written(files: Iterable[Mapping[str, object]]) -> Written:
    """What the files of terms say; ValueError if a line, date or block is not as it must be."""
    people: dict[str, Career] = {}
    terms: list[Term] = []
    same: dict[str, str] = {}
    styles: dict[str, str] = {}
    for file in files:
        script = str(file.get("script", ""))
        for of, block in file.items():
            if isinstance(block, dict):
                settings = {k: v for k, v in block.items() if k in SETTINGS}
                settings["native"] = settings.get("native", script)
                if style := settings.get("head"):
                    styles[of] = style
                for office, lines in block.items():
                    if office in SETTINGS:
                        continue
                    if "\n" not in lines:
                        same[f"{office} {of}"] = lines
                        continue
                    for line in lines.strip().splitlines():
                        term, career = _read(line, office, of, settings, str(file["as_of"]))
                        terms.append(term)
                        _add(people, career, line)
    return Written(people, tuple(terms), same, styles)


def _read(
    line: str, office: str, of: str, settings: Mapping[str, object], as_of: str
) -> tuple[Term, Career]:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"{of} {office}: no term of office: {line!r}")
    since, until = _date(match["since"], line), _date(match["until"] or "", line)
    first, *others = (name.strip() for name in match["names"].split(" | "))
    aside = _ASIDE.search(first)
    name = _ASIDE.sub("", first)
    identifier = slug(name.replace("_", " ") + (f" {aside.group(1)}" if aside else ""))
    country = of if of.isupper() else ""
    career = Career(
        identifier,
        name,
        tuple(others),
        country,
        str(settings["native"]),
        bool(settings.get("family_first")),
    )
    term = Term(
        office,
        of,
        since,
        until,
        bool(match["acting"]),
        identifier,
        str(settings["source"]),
        as_of,
    )
    return term, career


def _date(written_date: str, line: str) -> str:
    if written_date in ("?", "..", ""):
        return written_date or "?"
    if not _DATE.fullmatch(written_date):
        raise ValueError(f"no date: {written_date!r} in {line!r}")
    return written_date


def _add(people: dict[str, Career], career: Career, line: str) -> None:
    """Note a person; names are said once, the country is that of the first office of a state."""
    known = people.get(career.id)
    if known is None:
        people[career.id] = career
    elif career.others and known.others:
        raise ValueError(f"named twice: {line!r}")
    elif career.others:
        people[career.id] = career
    elif not known.country and career.country:
        people[career.id] = msgspec.structs.replace(
            known,
            country=career.country,
            native=career.native,
            family_first=career.family_first,
        )


def plain(name: str) -> str:
    """A name as it is printed."""
    return name.replace("_", " ")


def labels(career: Career, tables: Tables) -> str:
    """The names of a person by language, packed as labels.tsv has them."""
    return packed_labels(_labels(career, tables))


def _labels(career: Career, tables: Tables) -> Iterator[tuple[str, str]]:
    yield "en", plain(career.name)
    for name in career.others:
        if is_cyrillic(name):
            language = "uk" if set(name.casefold()) & set(tables.ukrainian) else "ru"
            yield language, plain(without_patronymic(name, tables))
            yield language, plain(name)
    for language in ("fr", "es", "de"):
        if career.native == "latin":
            yield language, plain(career.name)
        elif career.native == "ru" and (russian := _russian(career)):
            yield language, transliterated(without_patronymic(russian, tables), language, tables)
    for name in career.others:
        if not is_cyrillic(name):
            yield "und", plain(name)


def _russian(career: Career) -> str | None:
    return next((plain(name) for name in career.others if is_cyrillic(name)), None)


def is_cyrillic(name: str) -> bool:
    """Whether a name is written in Cyrillic."""
    return any("\u0400" <= char <= "\u04ff" for char in name)


def without_patronymic(name: str, tables: Tables) -> str:
    """A name of three words without its second, if that is a patronymic."""
    words = name.split(" ")
    if len(words) == 3 and words[1].casefold().endswith(tables.patronymics):
        return f"{words[0]} {words[2]}"
    return name


def family(name: str, family_first: bool) -> str:
    """The family name within a name; "" if it has none of its own (a king's, a single name)."""
    words = name.split(" ")
    if len(words) < 2 or _ROMAN.fullmatch(words[-1]):
        return ""
    if family_first:
        return words[0]
    for i, word in enumerate(words[1:-1], 1):
        if word.islower() and len(word) <= _PARTICLES and word != "bin":
            return plain(" ".join(words[i:]))
    return plain(words[-1])


def term_rows(
    known: Written, until: Mapping[str, str], sources: Mapping[str, str]
) -> dict[str, str]:
    """`office of` -> `person,since,until,known until,acting,source;...`, in order of beginning.

    `until` says of `office of person since` until which day another source saw it; `sources` maps
    a source to its short id.
    """
    rows: dict[str, list[tuple[str, str]]] = {}
    for term in known.terms:
        seen = until.get(f"{term.office} {term.of} {term.person} {term.since}", term.as_of)
        cells = (
            term.person,
            term.since,
            term.until,
            max(seen, term.as_of) if term.until == ".." else "",
            "acting" if term.acting else "",
            sources[term.source],
        )
        rows.setdefault(f"{term.office} {term.of}", []).append((term.since, ",".join(cells)))
    packed = {k: ";".join(cell for _, cell in sorted(v)) for k, v in rows.items()}
    packed |= {k: f"={office}" for k, office in known.same.items()}
    return dict(sorted(packed.items()))
