"""Turns that are not asked for but come: which of them does a query find?

The turns stand in a small index in memory. A query is planned as search plans it, on what the whole
index knows (which words it has, how frequent they are, who has exactly a name), and run over the
small one: so the cost follows the turns that came, and what is found here is what search finds
among them. But it is taken at its word: a word that stands nowhere is taken for no other, and no
word may be missing because nothing has them all. Search does both, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from typing import Any, NamedTuple

import tantivy
from tantivy import Occur, Query

from onrecord.errors import QueryError
from onrecord.records import Span
from onrecord.search.engine import hit
from onrecord.search.fields import filter_queries
from onrecord.search.highlights import Marker, needs_words
from onrecord.search.meant import meant
from onrecord.search.planning import Planner, all_of, unscored
from onrecord.search.query.nodes import And, Everything, Node
from onrecord.search.query.parser import parse
from onrecord.search.reader import Snapshot
from onrecord.search.records import Filters, Hit, IndexedTurn
from onrecord.search.schema import document, place, schema, turn_of
from onrecord.search.suggestions import similar

_HEAP = 15_000_000  # the least that the engine takes


class Percolated(NamedTuple):
    """A turn that a query finds. `in_title`: its words stand in the statement's title, and not in
    the turn. `near`, `least`: how near its meaning lies, and how near it must, where it was found
    by that."""

    turn: IndexedTurn
    hit: Hit
    in_title: bool
    near: float | None = None
    least: float | None = None


class _AsWritten(Planner):
    """Takes no word for another."""

    def _unknown(self, word: str) -> list[Query]:
        if self._snapshot.frequency("exact", word):
            return [self._term("exact", word)]
        return [Query.empty_query()]


class _Joined(Snapshot):
    """What the whole index knows; of words that it does not know (of turns that are not in it any
    more), what the small one does."""

    def __init__(self, small: tantivy.Index, whole: Snapshot | None) -> None:
        super().__init__(small)
        self._own = Snapshot(small)
        self._whole = whole
        if whole is not None:
            self.searcher = whole.searcher
            self.frequency = self._frequency

    def _frequency(self, field_name: str, field_value: Any) -> int:
        found = self._whole.frequency(field_name, field_value) if self._whole is not None else 0
        return found or self._own.frequency(field_name, field_value)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The tags of both."""
        whole = self._whole.tags if self._whole is not None else ()
        return tuple(dict.fromkeys([*whole, *self._own.tags]))


class Percolator:
    """Turns that have come, to be asked about. `whole`: the index that they are, or were, in."""

    def __init__(self, turns: Iterable[IndexedTurn], whole: Snapshot | None) -> None:
        index = tantivy.Index(schema())
        writer = index.writer(_HEAP, 1)
        for turn in turns:
            writer.add_document(document(turn))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()
        self._snapshot = _Joined(index, whole)

    def found(self, query: str, filters: Filters) -> Iterator[Percolated]:
        """The turns that a query and filters find, the oldest first, each with its quote and
        marks. Raises `QueryError` if the query cannot be understood."""
        return self._hits(parse(query), self.planned(query, filters))

    def meeting(self, query: str, filters: Filters) -> Iterator[tuple[int, IndexedTurn]]:
        """The turns that meet the filters and the conditions of a query, whatever its words, each
        with its place."""
        whole = Span(0, len(query))
        node = And((Everything(whole), *meant(parse(query), query).conditions), whole)
        most = max(self._searcher.num_docs, 1)
        planned = self._planned(node, query, filters)
        found = self._searcher.search(planned, most, count=False, order_by_field="oldest")
        for _, address in found.hits:
            turn = turn_of(self._searcher.doc(address))
            yield place(turn.version, turn.n), turn

    def planned(self, query: str, filters: Filters) -> Query:
        """The engine's query, or a `QueryError`."""
        return self._planned(parse(query), query, filters)

    def _planned(self, node: Node, query: str, filters: Filters) -> Query:
        planner = _AsWritten(self._snapshot, partial(similar, self._snapshot))
        try:
            clauses = planner.clauses(node)
            conditions = list(filter_queries(self._snapshot, filters))
        except QueryError as error:
            raise QueryError(str(error), error.query or query, error.position) from None
        return all_of([*clauses, *((Occur.Must, unscored(each)) for each in conditions)])

    def _hits(self, node: Node, planned: Query) -> Iterator[Percolated]:
        most = max(self._searcher.num_docs, 1)
        marker, words = Marker(node, {}), needs_words(node)
        found = self._searcher.search(planned, most, count=False, order_by_field="oldest")
        for _, address in found.hits:
            turn = turn_of(self._searcher.doc(address))
            made = hit(turn, 0.0, marker)
            titled = words and turn.n == 0 and not marker.marks(turn.text, turn.language)
            yield Percolated(turn, made, titled)
