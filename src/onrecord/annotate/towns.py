"""Towns that stand for their state: in the form of a subject, after no preposition ("Moscow
refused"). Only in a language whose nouns have such a form; `languages/*/clauses.toml` lists them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.annotate.reading import Reading, Sentence


def as_state(
    reading: Reading, sentence: Sentence, first: int, mention: Mapping[str, Any]
) -> dict[str, Any]:
    """A mention at a word, as that of a state where the town stands for it."""
    country = mention["country"]
    if mention["kind"] != "place" or not country:
        return dict(mention)
    if reading.marked(sentence, first, "nominative") is None:
        return dict(mention)
    if first > sentence.first and reading.marked(sentence, first - 1, "preposition"):
        return dict(mention)
    entity = f"state/{country.lower()}"
    return {**mention, "kind": "state", "iso": country, "entity": entity}
