"""Inflected forms of names, made from the endings in `places/inflection.toml`.

Knows where the head of a name stands and that adjectives before it agree with it. Does not know
any language or name: both come from data. It makes more forms than exist; a form that nobody
writes is never met.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from itertools import product
from pathlib import Path

import msgspec

Endings = Mapping[str, tuple[str, ...]]
_TABLE = Path(__file__).parent / "places" / "inflection.toml"
_WORD = re.compile(r"[\w]+")


class Inflection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of inflection.toml, by language."""

    noun: dict[str, dict[str, tuple[str, ...]]]
    adjective: dict[str, dict[str, tuple[str, ...]]]
    heads: dict[str, tuple[str, ...]]
    conjunctions: dict[str, tuple[str, ...]]
    prefixes: dict[str, tuple[str, ...]]
    articles: dict[str, tuple[str, ...]]


@cache
def inflection() -> Inflection:
    """The tables, read once."""
    return msgspec.convert(tomllib.loads(_TABLE.read_text("utf-8")), Inflection)


def name_forms(name: str, language: str, other: Inflection | None = None) -> tuple[str, ...]:
    """The name and its inflected forms; only the name itself if the language's nouns do not
    inflect. `other`: tables to take instead of those of places."""
    tables = other or inflection()
    forms = [name]
    nouns = tables.noun.get(language)
    if nouns is not None:
        forms += _agreeing(name, language, tables)
        first, _, rest = name.partition("-")
        if rest and " " not in name:
            forms += [form + "-" + rest for form in inflected(first, nouns)]
    forms += [prefix + form for prefix in tables.prefixes.get(language, ()) for form in (name,)]
    return tuple(dict.fromkeys(form for form in forms if form))


def adjective_forms(adjective: str, language: str) -> tuple[str, ...]:
    """The adjective and its inflected forms."""
    endings = inflection().adjective.get(language)
    forms = [] if endings is None else inflected(adjective, endings)
    return tuple(dict.fromkeys([adjective, *forms]))


def _agreeing(name: str, language: str, tables: Inflection) -> list[str]:
    """Forms in which the adjectives and the head inflect together, case by case or freely."""
    parts = _WORD.split(name)
    words = _WORD.findall(name)
    choices: list[list[str]] = []
    open_head = True
    for i, word in enumerate(words):
        forms = [word]
        if word.casefold() in tables.conjunctions.get(language, ()):
            open_head = True
        elif open_head and _is_adjective(word, language, tables) and i + 1 < len(words):
            forms += inflected(word, tables.adjective[language])
        elif open_head and not (i + 1 < len(words) and parts[i + 1].strip() in ("-", "'", "’")):
            forms += inflected(word, tables.noun[language])
            open_head = False
        choices.append(forms)
    return [
        parts[0] + "".join(word + gap for word, gap in zip(chosen, parts[1:], strict=True))
        for chosen in _combined(choices)
    ]


def _combined(choices: list[list[str]]) -> list[tuple[str, ...]]:
    """All combinations where few, else none: a name of many moving words is not worth thousands of
    forms."""
    total = 1
    for forms in choices:
        total *= len(forms)
    return list(product(*choices)) if total <= 2000 else []


def _is_adjective(word: str, language: str, tables: Inflection) -> bool:
    return word.casefold().endswith(tables.heads.get(language, ()))


def inflected(word: str, endings: Endings) -> list[str]:
    """The forms of a word by the longest ending that fits; none if none fits."""
    for size in range(len(word), -1, -1):
        tail = word[len(word) - size :].casefold() if size else ""
        if tail in endings:
            stem = word[: len(word) - size]
            return [stem + ending for ending in endings[tail]]
    return []
