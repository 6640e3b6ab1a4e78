"""What each printed word is, whatever stands around it: how it is written, in which lists of its
language it stands, and whether a known name begins with it.

Knows no word: the lists are in `languages/*/entities.toml`, `names.toml` and `speakers.toml`, the
names in the gazetteer. A form is read once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from onrecord.annotate.known_names import families, longest, office_words, single
from onrecord.gazetteer import regions
from onrecord.gazetteer.fold import fold
from onrecord.gazetteer.given_names import given_names
from onrecord.languages.lexicon import expanded
from onrecord.languages.loader import Language, language

SMALL, CAPITAL, CAPITALS, FIGURES, UNCASED = range(5)  # how a word is written

SAY, PLACE_BEFORE, PLACE_HEAD, PLACE_TAIL, ORG_HEAD, ORG_TAIL, SIDE, COMMON = (
    1 << n for n in range(8)
)
CALENDAR, TITLE, COUNTERPART, ARTICLE, JOINT, NEARER, OFFICE, PARTICLE, GIVEN, FIELD = (
    1 << n for n in range(8, 18)
)
(
    INSIDE,
    PLACE_AFTER,
    PLACE_OF,
    WHO,
    DETERMINER,
    NOUN,
    NAMELIKE,
    FAMILY,
    ADJECTIVE,
    CURRENCY,
    AND,
    NATIONAL,
    OF_OFFICE,
    GENITIVE,
    WHICH,
) = (1 << n for n in range(18, 33))
LISTS = {
    ("entities", "say"): SAY,
    ("entities", "place_before"): PLACE_BEFORE,
    ("entities", "place_head"): PLACE_HEAD,
    ("entities", "place_tail"): PLACE_TAIL,
    ("entities", "org_head"): ORG_HEAD,
    ("entities", "org_tail"): ORG_TAIL,
    ("entities", "side"): SIDE,
    ("entities", "common"): COMMON,
    ("entities", "calendar"): CALENDAR,
    ("entities", "title"): TITLE,
    ("entities", "counterpart"): COUNTERPART,
    ("entities", "article"): ARTICLE,
    ("entities", "joint"): JOINT,
    ("entities", "nearer"): NEARER,
    ("entities", "inside"): INSIDE,
    ("entities", "place_after"): PLACE_AFTER,
    ("entities", "place_of"): PLACE_OF,
    ("entities", "who"): WHO,
    ("entities", "determiner"): DETERMINER,
    ("entities", "currency"): CURRENCY,
    ("names", "office"): OFFICE,
    ("names", "particle"): PARTICLE,
    ("names", "field"): FIELD,
    ("speakers", "honorific"): TITLE,
}
_OWN = COMMON | CALENDAR | TITLE | OFFICE | JOINT | ARTICLE | ORG_HEAD | SAY
_GRAMMAR = COMMON | SAY | JOINT | PLACE_BEFORE | WHO | CALENDAR | TITLE | OFFICE
_ENDINGS = (("noun_end", NOUN), ("name_end", NAMELIKE), ("adjective_end", ADJECTIVE))
_LEAST_STEM = 2
_ACRONYM = 3
_KEPT = 100_000


class Form(NamedTuple):
    """A printed word: folded, how it is written, the lists that it is in (bits), the most tokens of
    a known name that begins with it (0: none), and its last letters' class."""

    key: str
    shape: int
    classes: int
    size: int


class Lexis(dict[str, Form]):
    """Printed word -> what it is, for one language."""

    def __init__(self, words: Language) -> None:
        super().__init__()
        self.language = words
        self._classes: dict[str, int] = {}
        self._open: list[tuple[re.Pattern[str], int]] = []
        for (file, name), bit in LISTS.items():
            self._read(words.listed(file, name), bit)
        self._endings = tuple((self._ends("entities", name), bit) for name, bit in _ENDINGS)
        self._genitive = self._ends("entities", "genitive_end")
        self._no_genitive = self._ends("entities", "genitive_end", "not")
        self.cues = {
            fold(word): tuple(str(states).split())
            for forms, states in words.listed("entities", "scene").items()
            for word in expanded(forms) or ()
        }
        self.whole = {
            short: str(value) for short, value in words.listed("entities", "whole").items()
        }
        self.capital_nouns = bool(words.listed("entities", "noun_end"))
        self.inflects = bool(words.listed("entities", "adjective_end"))
        self.case_endings = tuple(
            (ending, str(value))
            for file in ("names", "entities")
            for form, value in words.listed(file, "case_ending").items()
            for ending in expanded(form) or ()
        )

    def _ends(self, file: str, name: str, of: object = True) -> tuple[str, ...]:
        """The endings of a list that have a value."""
        forms = [form for form, value in self.language.listed(file, name).items() if value == of]
        return tuple(ending for form in forms for ending in expanded(form) or ())

    def _read(self, forms: Mapping[str, object], bit: int) -> None:
        for form, value in forms.items():
            if value is not True and bit in (FIELD, COUNTERPART):
                continue
            words = expanded(form)
            bits = bit | AND * (value == "and") | WHICH * (value == "thing")
            if words is None:
                self._open.append((re.compile(form), bit))
                continue
            for word in words:
                parts = word.strip(". ").replace("-", " ").split()
                if len(parts) == 1 or bit == OFFICE:
                    last = fold(parts[-1]) if parts else ""
                    self._classes[last] = self._classes.get(last, 0) | bits

    def __missing__(self, text: str) -> Form:
        if len(self) > _KEPT:
            self.clear()
        folded = fold(text)
        shape = shape_of(text)
        classes = self._classes.get(folded, 0)
        if self._open and shape in (SMALL, CAPITAL):
            for pattern, bit in self._open:
                if pattern.fullmatch(folded):
                    classes |= bit
        if shape in (CAPITAL, CAPITALS):
            classes |= self._likeness(folded, classes, shape)
        elif shape == SMALL and self._genitive and not classes & _GRAMMAR:
            classes |= GENITIVE * self._is_genitive(folded)
        classes |= OF_OFFICE * (folded in office_words())
        size = longest(folded)
        if shape == SMALL and size == 1 and not single(folded, small=True):
            size = 0
        form = Form(folded, shape, classes, size if shape != FIGURES else 0)
        self[text] = form
        return form

    def _likeness(self, folded: str, classes: int, shape: int) -> int:
        """What a word with a capital looks like: a given name, a family name, or a noun."""
        found = 0
        for endings, bit in self._endings:
            if endings and folded.endswith(endings) and len(folded) > _LEAST_STEM + 2:
                found |= bit
        if not classes & _OWN and (shape == CAPITAL or len(folded) > _ACRONYM):
            found |= GIVEN * (folded in given_names()) | FAMILY * self._is_family(folded)
        if regions.state_adjectives().get(folded, regions.BOTH) != regions.BOTH:
            found = found & ~GIVEN | NATIONAL
        return found

    def _is_genitive(self, folded: str) -> bool:
        """May a small word be one of which a body is ("Ministry of defence"), by its ending?"""
        ends = folded.endswith(self._genitive) and not folded.endswith(self._no_genitive)
        return len(folded) > _LEAST_STEM and ends

    def _is_family(self, folded: str) -> bool:
        """Is a word the surname of a person of the gazetteer, or a case of one?"""
        return folded in families() or any(
            folded.endswith(ending) and folded[: -len(ending)] + base in families()
            for ending, base in self.case_endings
        )


@cache
def lexis(tag: str | None) -> Lexis:
    """The words of a language, or of the nearest parent that has a folder."""
    return Lexis(language(tag))


def shape_of(text: str) -> int:
    """How a word is written.

    >>> shape_of("Minsk") == CAPITAL, shape_of("NATO") == CAPITALS, shape_of("x") == SMALL
    (True, True, True)
    """
    first = text[0]
    if first.islower():
        return SMALL
    if first.isupper():
        return CAPITALS if len(text) > 1 and text.isupper() else CAPITAL
    return FIGURES if not first.isalpha() else UNCASED
