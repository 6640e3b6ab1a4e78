"""The layer `entity`: who and what a text names.

Puts the steps in order: names of the gazetteer (`known`), names by pattern (`guesses`), then what
the whole text says of each (`persons`, `places`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate import known, offices
from onrecord.annotate.confidence import confidence
from onrecord.annotate.document import Document
from onrecord.annotate.guesses import compounds, guesses
from onrecord.annotate.lexis import lexis
from onrecord.annotate.mention import NOTHING, Mention
from onrecord.annotate.namesakes import distinguished
from onrecord.annotate.persons import identified
from onrecord.annotate.places import located, recurring
from onrecord.annotate.proposals import proposed
from onrecord.annotate.words import Words
from onrecord.records import Annotation, Span

ANNOTATOR = "entities"


def annotate(document: Document) -> Iterator[Annotation]:
    """The mentions of a document, in order."""
    words = Words(document.text, lexis(document.language))
    for mention in read(words, document):
        start, end = words.starts[mention.first], _end(words, mention)
        value = {
            "kind": mention.kind,
            "entity": mention.entity,
            "name": mention.name,
            "country": mention.country,
        }
        if mention.kind == "state":
            value["iso"] = mention.country
        yield Annotation(
            layer="entity",
            span=Span(start, end),
            quote=document.text[start:end],
            value=value,
            annotator=ANNOTATOR,
            rule=mention.rule,
            confidence=confidence(mention.rule),
        )


def read(words: Words, document: Document) -> list[Mention]:
    """The mentions of a text, in order; only an office may overlap with what it is of."""
    owners: list[Mention | None] = [None] * len(words)
    for mention in known.mentions(words):
        owners[mention.first : mention.last] = [mention] * (mention.last - mention.first)
    distinguished(words, owners, document.country)
    compounds(words, owners)
    for mention in list(guesses(words, owners)):
        for owner in {id(o): o for o in owners[mention.first : mention.last] if o}.values():
            owners[owner.first : owner.last] = [None] * (owner.last - owner.first)
        owners[mention.first : mention.last] = [mention] * (mention.last - mention.first)
    if document.models:
        proposed(words, owners)
    identified(words, owners, document.date)
    recurring(words, owners)
    found = [m for n, m in enumerate(owners) if m and m.first == n and m.kind != NOTHING]
    held = list(offices.mentions(words, owners, document))
    return sorted([*located(words, found), *held], key=lambda m: (m.first, -m.last))


def _end(words: Words, mention: Mention) -> int:
    """The end of a mention, with the last full stop of an acronym that has them."""
    end = words.ends[mention.last - 1]
    inside = words.text[words.starts[mention.first] : end]
    return (
        end + 1 if "." in inside and inside.isupper() and words.text[end : end + 1] == "." else end
    )
