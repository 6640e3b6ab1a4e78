"""Forms taken apart: a form is a small regular expression; these are the pieces in which it can be
read without listing all that it stands for.

Knows brackets, bars and blanks; not what a form is for.
"""

from __future__ import annotations

import re

from onrecord.languages.lexicon import expanded

_SPECIAL = re.compile(r"\\.|\[[^\]]*\]|[()|]| (?!\?)")
_WORD = re.compile(r"\w+")


def alternatives(form: str) -> tuple[str, ...]:
    """What the bars of a form set apart that stand in no bracket.

    >>> alternatives("(?:a|b) c|d")
    ('(?:a|b) c', 'd')
    """
    return _cut(form, "|")


def parts(form: str) -> tuple[str, ...]:
    """The parts of a form that blanks set apart, each with all its alternatives; one part, where
    the form is only alternatives.

    >>> parts("(?:take|took) part in"), parts("a b|c")
    (('(?:take|took)', 'part', 'in'), ('a b|c',))
    """
    return (form,) if len(alternatives(form)) > 1 else _cut(form, " ")


def firsts(form: str) -> frozenset[str]:
    """The words with which a form begins, as it is written; none where they cannot be listed.

    >>> sorted(firsts("(?:can't|won't) say|no")), firsts("say|-")
    (['can', 'no', 'won'], frozenset())
    """
    found: set[str] = set()
    for one in alternatives(form):
        words = [_WORD.match(word) for word in expanded(parts(one)[0]) or ()]
        if not words or None in words:
            return frozenset()
        found.update(word[0] for word in words if word)
    return frozenset(found)


def _cut(form: str, at: str) -> tuple[str, ...]:
    depth, places = 0, []
    for found in _SPECIAL.finditer(form):
        mark = found[0]
        depth += (mark == "(") - (mark == ")")
        if mark == at and not depth:
            places.append(found.start())
    edges = zip([-1, *places], [*places, len(form)], strict=True)
    return tuple(form[start + 1 : end] for start, end in edges)
