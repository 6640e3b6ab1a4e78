"""What a query says, as frozen nodes. `at` is where the words stand in the query."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.records import Span


class Word(NamedTuple):
    """A word in any of its forms."""

    text: str
    at: Span


class Prefix(NamedTuple):
    """All words that begin so."""

    text: str
    at: Span


class Fuzzy(NamedTuple):
    """A word with at most so many letters wrong; `None`: by its length."""

    text: str
    distance: int | None
    at: Span


class Phrase(NamedTuple):
    """Exact words in this order, with at most `slop` places between or out of order."""

    text: str
    slop: int
    at: Span


class Everything(NamedTuple):
    """All turns."""

    at: Span


class Bag(NamedTuple):
    """Words beside each other without an operator."""

    words: tuple[Word | Prefix | Fuzzy, ...]
    at: Span


class Field(NamedTuple):
    """A field has one of the values."""

    name: str
    values: tuple[Word | Prefix | Phrase, ...]
    at: Span


class Dates(NamedTuple):
    """The date is in a period: dates as precise as given, both included."""

    since: str | None
    until: str | None
    at: Span


class Not(NamedTuple):
    """What must not be."""

    node: Node
    at: Span


class And(NamedTuple):
    """All of these."""

    nodes: tuple[Node, ...]
    at: Span


class Or(NamedTuple):
    """At least one of these."""

    nodes: tuple[Node, ...]
    at: Span


Node = Word | Prefix | Fuzzy | Phrase | Everything | Bag | Field | Dates | Not | And | Or
FIELDS = (
    "speaker",
    "country",
    "lang",
    "kind",
    "role",
    "outlet",
    "source",
    "date",
    "title",
    "entity",
    "about",
    "act",
    "due",
    "answered",
)
