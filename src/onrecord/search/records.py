"""What is indexed, what is asked and what is found: frozen records, no engine.

A *turn* here is what search finds: a speaker's turn, or a paragraph of a statement without
speakers. Offsets are code points of the version's text.
"""

from __future__ import annotations

from typing import Literal

from onrecord.meaning.encoder import Level
from onrecord.records import Record, Span
from onrecord.search.spoken_of import Spoken

Sort = Literal["relevance", "date", "oldest"]
Mode = Literal["words", "meaning", "hybrid"]
FACETS = (
    "language",
    "country",
    "speaker",
    "kind",
    "role",
    "source",
    "year",
    "entity",
    "about",
    "act",
    "answered",
)


class IndexedTurn(Record, frozen=True, kw_only=True):
    """A turn as it is indexed. `text` is the version's text at `span`; `n` its place in the
    version. `country` is the issuer's. `spoken` is what annotations say of it."""

    statement: str
    version: str
    turn: str
    n: int
    span: Span
    text: str
    title: str | None = None
    date: str | None = None
    language: str | None = None
    country: str | None = None
    speaker: str | None = None
    entity: str | None = None
    role: str | None = None
    kind: str | None = None
    turn_kind: str | None = None
    outlet: str | None = None
    source: str | None = None
    url: str | None = None
    spoken: Spoken = Spoken()


class Update(Record, frozen=True, kw_only=True):
    """All turns that a statement has from now on: its current version's, or none."""

    statement: str
    turns: tuple[IndexedTurn, ...] = ()


class Filters(Record, frozen=True, kw_only=True):
    """What a hit must have. One of the values of each field; all fields. `since` and `until` are
    dates as precise as wanted, both included; a statement without a date is in no period."""

    lang: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    statement: tuple[str, ...] = ()
    entity: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


NAMED = tuple(name for name in Filters.__struct_fields__ if name not in ("since", "until"))


class Request(Record, frozen=True, kw_only=True):
    """A question to the index. `facets`: the fields to count values of; `months`: count months."""

    query: str = ""
    filters: Filters = Filters()
    sort: Sort = "relevance"
    mode: Mode = "words"
    like: str | None = None
    limit: int = 10
    offset: int = 0
    facets: tuple[str, ...] = ()
    months: bool = False


class Hit(Record, frozen=True, kw_only=True):
    """A turn that was found. `quote` is the turn, or the passage of a long turn where the words
    stand; `span` is where the quote stands in the version's text, and `highlights` where the words
    that were looked for do. `found_by`: words, meaning or both. Where meaning was asked for,
    `nearest` is the sentence that is nearest, `nearest_quote` its words, `similarity` (at most 1)
    its product with the question, and `nearness` what that means for the encoder in use."""

    statement: str
    version: str
    turn: str
    score: float
    span: Span
    quote: str
    highlights: tuple[Span, ...]
    title: str | None
    date: str | None
    speaker: str | None
    language: str | None
    url: str | None
    entity: str | None
    role: str | None
    outlet: str | None
    country: str | None
    kind: str | None
    turn_kind: str | None
    source: str | None
    turn_span: Span
    found_by: tuple[str, ...] = ("words",)
    similarity: float | None = None
    nearness: Level | None = None
    nearest: Span | None = None
    nearest_quote: str | None = None


class Results(Record, frozen=True, kw_only=True):
    """The answer. `total` counts turns. Facets give the values of a field among the turns found,
    the most frequent first; `months` in order of time. `notices` say in words how the query was
    taken where that is not plain; `suggestion` is the query with misspelt words replaced."""

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]]
    months: dict[str, int]
    notices: tuple[str, ...] = ()
    suggestion: str | None = None
