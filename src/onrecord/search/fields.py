"""Conditions on fields: what `speaker:`, `lang:`, ... and the filters mean.

A name is met by who has exactly it; if nobody does, by whose name has all its words. `kind:` is
the kind of the statement, or of the turn (question, answer, note).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

import tantivy
from tantivy import Occur, Query

from onrecord.errors import QueryError
from onrecord.records import Kind, Role, TurnKind
from onrecord.search import analysis
from onrecord.search.periods import period
from onrecord.search.query.nodes import Field, Phrase, Prefix, Word
from onrecord.search.reader import Snapshot
from onrecord.search.records import NAMED, Filters
from onrecord.search.schema import NAMES
from onrecord.search.spoken_of import ACT_LAYERS, ACTS, ANSWERED
from onrecord.text.normalize import fold

Value = Word | Prefix | Phrase
_SPOKEN = ("entity", "about", "act", "due", "answered")
_KNOWN = {
    "kind": (*get_args(Kind), *(kind for kind in get_args(TurnKind) if kind != "remarks")),
    "role": get_args(Role),
    "act": (*ACTS, *dict.fromkeys(act.partition("/")[2] for act in ACTS if "/" in act)),
    "answered": tuple(ANSWERED.values()),
}


def field_query(snapshot: Snapshot, field: Field) -> Query:
    """Turns of which a field has one of the values."""
    return _any([_value_query(snapshot, field.name, value) for value in field.values])


def filter_queries(snapshot: Snapshot, filters: Filters) -> Iterator[Query]:
    """A query for each filter that is set."""
    for name in NAMED:
        values: tuple[str, ...] = getattr(filters, name)
        for value in values:
            wrong = _unknown(name, value)
            if wrong:
                raise QueryError(wrong, value, 0)
        if values:
            yield _any([_plain_query(snapshot, name, value) for value in values])
    if filters.since or filters.until:
        yield period_query(snapshot.schema, filters.since, filters.until)


def period_query(schema: tantivy.Schema, since: str | None, until: str | None) -> Query:
    """Turns whose date, however precise, lies wholly in the period."""
    parts = []
    for name, date in (("first", since), ("last", until)):
        days = period(date)
        if date and days is None:
            message = f"{date} is no date such as 2019, 2019-10 or 2019-10-09"
            raise QueryError(message, date, 0)
        if days and name == "first":
            parts.append(_range(schema, name, days.first, None))
        elif days:
            parts.append(_range(schema, name, None, days.last))
    return parts[0] if len(parts) == 1 else Query.boolean_query([(Occur.Must, p) for p in parts])


def _range(schema: tantivy.Schema, name: str, lower: int | None, upper: int | None) -> Query:
    kind = tantivy.FieldType.Unsigned
    return Query.range_query(schema, name, kind, lower_bound=lower, upper_bound=upper)


def _unknown(name: str, value: str) -> str | None:
    """What is wrong with a value, if all values of the field are known."""
    if name not in _KNOWN or value.lower() in _KNOWN[name]:
        return None
    return f"there is no {name} {value!r}: one of {', '.join(_KNOWN[name])}"


def _value_query(snapshot: Snapshot, name: str, value: Value) -> Query:
    wrong = _unknown(name, value.text)
    if wrong:
        raise QueryError(wrong, "", value.at.start)
    if name == "title":
        return _title_query(snapshot, value)
    if isinstance(value, Prefix):
        return _prefix_query(snapshot, name, value)
    return _plain_query(snapshot, name, value.text)


def _plain_query(snapshot: Snapshot, name: str, value: str) -> Query:
    schema = snapshot.schema
    if name == "lang":
        return Query.term_query(schema, "languages", value.lower(), "basic")
    if name == "country":
        return Query.term_query(schema, "country", value.upper(), "basic")
    if name == "kind":
        kind = value.lower()
        field = "kind" if kind in get_args(Kind) else "turn_kind"
        return Query.term_query(schema, field, kind, "basic")
    if name == "role":
        return Query.term_query(schema, "role", value.lower(), "basic")
    if name in NAMES:
        return _name_query(snapshot, name, value)
    if name in _SPOKEN:
        return _spoken_query(snapshot, name, value)
    return Query.term_query(schema, name, value, "basic")


def _spoken_query(snapshot: Snapshot, name: str, value: str) -> Query:
    """What annotations say: an entity by its id, or by a name that it has in the turn; a state by
    its code or name; what was done by its kind; a due date by what it lies in."""
    schema = snapshot.schema
    if name == "entity":
        by_id = snapshot.frequency("mentioned", value)
        field, sought = ("mentioned", value) if by_id else ("names", fold(value))
        return Query.term_query(schema, field, sought, "basic")
    if name == "about":
        code = len(value) == 2
        field, sought = ("about", value.upper()) if code else ("names", fold(value))
        return Query.term_query(schema, field, sought, "basic")
    if name == "due":
        if period(value) is None:
            raise QueryError(f"{value} is no date such as 2019, 2019-10 or 2019-10-09", value, 0)
        return Query.term_query(schema, "due", value, "basic")
    if name == "act":
        within = [f"{layer}/{value.lower()}" for layer in ACT_LAYERS]
        kinds = [kind for kind in ACTS if kind in (value.lower(), *within)]
        return _any([Query.term_query(schema, "act", kind, "basic") for kind in kinds])
    return Query.term_query(schema, name, value.lower(), "basic")


def _name_query(snapshot: Snapshot, name: str, value: str) -> Query:
    fields = (name, "entity") if name == "speaker" else (name,)
    exact = [field for field in fields if snapshot.frequency(field, value)]
    if exact:
        return _any([Query.term_query(snapshot.schema, f, value, "basic") for f in exact])
    return _all_words(snapshot.schema, NAMES[name], value)


def _all_words(schema: tantivy.Schema, field: str, text: str) -> Query:
    words = [analysis.bare(token.word) for token in analysis.tokens(text)]
    if not words:
        return Query.empty_query()
    terms = [Query.term_query(schema, field, word, "freq") for word in words]
    return Query.boolean_query([(Occur.Must, term) for term in terms])


def _prefix_query(snapshot: Snapshot, name: str, value: Prefix) -> Query:
    if name not in NAMES:
        message = f"{name}: takes whole values; * is for words, names and titles"
        raise QueryError(message, "", value.at.start)
    return _prefixed(snapshot, NAMES[name], value.text)


def _prefixed(snapshot: Snapshot, field: str, text: str) -> Query:
    words = [analysis.bare(token.word) for token in analysis.tokens(text)]
    if not words:
        return Query.empty_query()
    return Query.regex_query(snapshot.schema, field, f"{words[-1]}.*")


def _title_query(snapshot: Snapshot, value: Value) -> Query:
    schema = snapshot.schema
    if isinstance(value, Prefix):
        return _prefixed(snapshot, "title_exact", value.text)
    tokens = analysis.tokens(value.text)
    if isinstance(value, Word) and not any(token.gram for token in tokens):
        return Query.boolean_query(
            [(Occur.Must, _any(list(_stems(snapshot, token.word)))) for token in tokens]
        )
    words: list[str | tuple[int, str]] = [analysis.bare(token.word) for token in tokens]
    if len(words) < 2:
        return _all_words(schema, "title_exact", value.text)
    slop = value.slop if isinstance(value, Phrase) else 0
    return Query.phrase_query(schema, "title_exact", words, slop)


def _stems(snapshot: Snapshot, word: str) -> Iterator[Query]:
    for tag in snapshot.tags:
        yield Query.term_query(snapshot.schema, "title", analysis.terms(word, tag)[0], "freq")


def _any(queries: Sequence[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])
