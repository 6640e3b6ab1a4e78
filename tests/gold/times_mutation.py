"""Does taking out any one phrase change what is read on the texts written for it? If not, nothing
would notice its loss: `python -m tests.gold.times_mutation [LANGUAGE...]` (some minutes).

A phrase that a language inherits is noticed if any of the languages that has a set notices it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from unittest.mock import patch

from onrecord.languages.loader import Language, language
from onrecord.languages.phrases import PhraseSet
from onrecord.languages.schema import Phrase
from tests.gold.times_quality import Quality, languages, measured


def without(tag: str, phrase: Phrase) -> PhraseSet:
    """The phrases of a language but one."""
    whole = language(tag)
    lists = {key: forms for (name, key), forms in whole._lists.items() if name == "times"}
    rest = tuple(p for p in whole.phrases("times") if p.name != phrase.name)
    return PhraseSet(rest, lists)


def noticed(tag: str, phrase: Phrase) -> bool:
    """Are the texts of a language read otherwise without a phrase?"""
    whole, rest = as_is(tag), without(tag, phrase)
    with patch.object(Language, "phrases", lambda self, file: rest):
        return measured(tag) != whole


@cache
def as_is(tag: str) -> Quality:
    """How the texts of a language are read with all phrases."""
    return measured(tag)


def survivors(tags: Sequence[str]) -> tuple[list[str], int]:
    """Names of phrases whose loss is not noticed, and how many phrases there are."""
    lost: dict[str, bool] = {}
    for tag in tags:
        for phrase in tuple(language(tag).phrases("times")):
            if not lost.get(phrase.name):
                lost[phrase.name] = noticed(tag, phrase)
    return sorted(name for name, seen in lost.items() if not seen), len(lost)


def main() -> int:
    names, count = survivors(sys.argv[1:] or languages())
    print(f"{count - len(names)} of {count} phrases are missed when they are taken out")
    print(*names, sep="\n")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
