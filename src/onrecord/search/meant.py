"""What of a query is meant by its words, and what is a condition.

Fields, dates, what is excluded and what stands in quotation marks are conditions in every mode; all
other words together are the question that is asked by meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.search.query.nodes import (
    And,
    Bag,
    Dates,
    Everything,
    Field,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)


class Meant(NamedTuple):
    """The words of a query, and its conditions."""

    text: str
    conditions: tuple[Node, ...]


def meant(node: Node, query: str) -> Meant:
    """A parsed query parted so. Of a query of words alone, the words as they were written."""
    conditions = tuple(_conditions(node))
    if isinstance(node, Bag):
        return Meant(query.strip(), conditions)
    return Meant(" ".join(_words(node)), conditions)


def _conditions(node: Node) -> Iterator[Node]:
    match node:
        case And():
            for each in node.nodes:
                yield from _conditions(each)
        case Not() | Field() | Dates() | Phrase():
            yield node
        case Or() if not any(_words(node)):
            yield node


def _words(node: Node) -> Iterator[str]:
    match node:
        case Word() | Prefix() | Fuzzy() | Phrase():
            yield node.text
        case Bag():
            yield from (each.text for each in node.words)
        case And() | Or():
            for each in node.nodes:
                yield from _words(each)
        case Not() | Field() | Dates() | Everything():
            return
