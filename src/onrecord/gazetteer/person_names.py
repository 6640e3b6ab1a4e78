"""Compiling of the names of persons: careers -> the forms under which they are looked for.

Knows how a person's name is written in a sentence: in full, inflected, with patronymic or initials,
in either order; not when a form counts (`named.py`) or who is meant at a date (`people.py`). Pure;
never used at run time.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path

from onrecord.gazetteer.careers import (
    Career,
    family,
    is_cyrillic,
    labels,
    plain,
    without_patronymic,
)
from onrecord.gazetteer.compilation import heads
from onrecord.gazetteer.fold import key, tokens
from onrecord.gazetteer.inflection import inflected, inflection
from onrecord.gazetteer.naming import Cautions, Rows, compiled
from onrecord.gazetteer.transliteration import Tables, transliterated

_ENDINGS = Path(__file__).parent / "people" / "inflection.toml"
_LEAST_FAMILY = 3
_CASES = 4  # as masculine endings are listed: genitive, dative, instrumental, prepositional
_SIBILANTS = "szx\u00df"


@cache
def endings() -> dict[str, tuple[str, ...]]:
    """Endings of Russian names: those of persons before those of places."""
    own = tomllib.loads(_ENDINGS.read_text("utf-8"))["ru"]
    return {**inflection().noun["ru"], **{k: tuple(v) for k, v in own.items()}}


def index(people: Mapping[str, Career], letters: Tables, cautions: Cautions) -> dict[str, Rows]:
    """names.tsv, heads.tsv, families.tsv, entities.tsv and labels.tsv of people."""
    careers = sorted(people.values(), key=lambda career: career.id)
    names = compiled(
        ((c.id, "und", form) for c in careers for form in full_forms(c, letters)), cautions
    )
    families = family_rows(careers, letters)
    return {
        "names.tsv": {k: v.replace(":und", "") for k, v in names.items()},
        "heads.tsv": heads(names),
        "families.tsv": families,
        "family_heads.tsv": heads(families),
        "entities.tsv": {c.id: f"person|{c.country}|{plain(c.name)}" for c in careers},
        "labels.tsv": {c.id: labels(c, letters) for c in careers},
    }


def full_forms(career: Career, letters: Tables) -> Iterator[str]:
    """The forms of a person's names in full; a name of one word is none."""
    for name in spellings(career, letters):
        words = name.split(" ")
        if len(words) > 1:
            yield from _cyrillic(name, letters) if is_cyrillic(name) else _latin(name, career)


def spellings(career: Career, letters: Tables) -> tuple[str, ...]:
    """All spellings of a person's name, those of other languages made from the Russian one."""
    made = []
    russian = next((plain(name) for name in career.others if is_cyrillic(name)), None)
    if career.native == "ru" and russian is not None:
        short = without_patronymic(russian, letters)
        made = [transliterated(short, language, letters) for language in ("fr", "es", "de")]
    return tuple(dict.fromkeys((career.name, *career.others, *made)))


def _latin(name: str, career: Career) -> Iterator[str]:
    """A name in Latin letters: as it is, with a genitive s, with an initial, in the other order."""
    written = plain(name)
    yield written
    if written[-1] not in _SIBILANTS:
        yield written + "s"
    words = name.split(" ")
    last = family(name, career.family_first)
    if last and len(words) == 2 and not career.family_first:
        yield f"{words[0][0]}. {last}"
    if len(words) == 2 and (career.family_first or career.country == "JP"):
        yield f"{plain(words[1])} {plain(words[0])}"


def _cyrillic(name: str, letters: Tables) -> Iterator[str]:
    """A name in Cyrillic: inflected, with and without patronymic, with initials."""
    full = plain(name)
    short = without_patronymic(full, letters)
    for written in dict.fromkeys((full, short)):
        yield from _inflected(written.split(" "))
    given, *middle, last = full.split(" ")
    if len(short.split(" ")) == 2 and len(given) > 2 and is_cyrillic(last):
        initials = [f"{given[0]}. "]
        if len(middle) == 1:
            initials.append(f"{given[0]}. {middle[0][0]}. ")
        for form in (last, *inflected(last, endings())):
            yield from (start + form for start in initials)
        yield from (f"{last} {start}" for start in initials)


def _inflected(words: list[str]) -> Iterator[str]:
    """The words of a name, case by case: all of them, or only the last ones (of a name of several
    words that Russian does not take apart)."""
    yield " ".join(words)
    choices = [word_forms(word) for word in words]
    for first in range(len(words)):
        moving = [forms for forms in choices[first:] if forms]
        if all(len(forms) == _CASES for forms in moving):
            for case in range(_CASES if moving else 0):
                yield " ".join(
                    forms[case] if forms and i >= first else word
                    for i, (word, forms) in enumerate(zip(words, choices, strict=True))
                )
        elif first == 0:
            yield from (" ".join(chosen) for chosen in product(*_with_base(words, choices)))


def _with_base(words: list[str], choices: list[list[str]]) -> list[list[str]]:
    return [[word, *forms] for word, forms in zip(words, choices, strict=True)]


def word_forms(word: str) -> list[str]:
    """The forms of a Russian name of one word; of one with a hyphen, the last part's."""
    before, hyphen, last = word.rpartition("-")
    if word.islower() or len(last) < 2 or not is_cyrillic(last):
        return []
    return [before + hyphen + form for form in inflected(last, endings())]


def family_rows(careers: Iterable[Career], letters: Tables) -> Rows:
    """Folded form of a family name -> ids of who bears it."""
    owners: dict[str, set[str]] = defaultdict(set)
    for career in careers:
        for name in spellings(career, letters):
            last = family(name, career.family_first)
            if is_cyrillic(name) and last:
                last = plain(name).split(" ")[0 if career.family_first else -1]
            forms = [last, *(word_forms(last) if is_cyrillic(last) else ())]
            for form in forms:
                folded = key(form)
                if len(folded) >= _LEAST_FAMILY and len(tokens(folded)) < 4:
                    owners[folded].add(career.id)
    return {form: " ".join(sorted(ids)) for form, ids in sorted(owners.items())}
