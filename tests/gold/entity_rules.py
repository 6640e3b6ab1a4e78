"""The rules by which names are seen, one taken out at a time, and whether their examples notice.

The rules stand in code, their examples in `entity_rules.toml`: texts with the words that are a
mention thanks to the rule in brackets, and texts on which it has no bearing. A rule is noticed if
an example is read otherwise without it. What a model sees is no rule here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from onrecord.annotate import entities as layer
from onrecord.annotate import known, offices, persons, places, rules
from onrecord.annotate.document import Document
from onrecord.annotate.entities import annotate
from onrecord.annotate.guesses import compounds, guesses
from onrecord.annotate.hits import Hit
from onrecord.annotate.mention import Mention
from onrecord.annotate.words import Words
from onrecord.records import Annotation
from tests.gold.mutants import Mutant

FILE = Path(__file__).with_name("entity_rules.toml")
DATE = "2019-10-09"
Owners = list[Mention | None]


class Example(NamedTuple):
    """A text, its language, who speaks, and the words that the rule sees in it (None: nothing)."""

    rule: str
    language: str
    text: str
    seen: str | None
    speaker: str | None


@cache
def examples() -> tuple[Example, ...]:
    """All examples and counterexamples."""
    data = tomllib.loads(FILE.read_text("utf-8"))
    return tuple(example for rule in data["rule"] for example in _of(rule))


def _of(rule: dict[str, Any]) -> Iterator[Example]:
    speaker = rule.get("speaker")
    for language, marked in rule["examples"].items():
        head, _, rest = marked.partition("[")
        seen, _, tail = rest.partition("]")
        yield Example(rule["name"], language, head + seen + tail, seen, speaker)
    for language, text in rule["not"].items():
        yield Example(rule["name"], language, text, None, speaker)


def read(example: Example) -> list[Annotation]:
    """The mentions of an example."""
    given = Document(
        text=example.text, language=example.language, date=DATE, speaker=example.speaker
    )
    return list(annotate(given))


def mutants() -> Iterator[Mutant]:
    """A rule once for each language that has examples of it."""
    for rule in dict.fromkeys(example.rule for example in examples()):
        yield Mutant("entity", "entities", "all", rule)


def noticed(mutant: Mutant) -> bool:
    """Is an example of a rule read otherwise without it?"""
    own = [example for example in examples() if example.rule == mutant.name and example.seen]
    whole = [told(example) for example in own]
    with without(mutant.name):
        return [told(example) for example in own] != whole


def told(example: Example) -> list[str]:
    """What is read in an example, whichever rules say it."""
    return [f"{a.quote} {a.value}" for a in read(example)]


@contextmanager
def without(rule: str) -> Iterator[None]:
    """The layer without a rule."""

    def gone(mention: Mention | None) -> bool:
        return mention is not None and mention.rule == rule

    def known_mention(words: Words, hit: Hit) -> Mention | None:
        found = _KNOWN(words, hit)
        return None if gone(found) else found

    def kept(step: Callable[..., Iterator[Mention]]) -> Callable[..., Iterator[Mention]]:
        return lambda *given: (m for m in step(*given) if not gone(m))

    def undone(step: Callable[..., None]) -> Callable[..., None]:
        def run(words: Words, owners: Owners, *given: Any) -> None:
            before = list(owners)
            step(words, owners, *given)
            owners[:] = [b if gone(o) else o for b, o in zip(before, owners, strict=True)]

        return run

    def located(words: Words, mentions: list[Mention]) -> list[Mention]:
        told = {m.first: m for m in mentions}
        return [told[m.first] if gone(m) else m for m in places.located(words, mentions)]

    left = tuple(r for r in rules.RULES if r[0] != rule)
    with ExitStack() as patches:
        for where, name, other in (
            (rules, "RULES", left),
            (known, "_mention", known_mention),
            (layer, "guesses", kept(guesses)),
            (layer, "compounds", undone(compounds)),
            (layer, "identified", undone(persons.identified)),
            (layer, "recurring", undone(places.recurring)),
            (layer, "located", located),
            (offices, "mentions", kept(offices.mentions)),
        ):
            patches.enter_context(patch.object(where, name, other))
        yield


_KNOWN = known._mention
