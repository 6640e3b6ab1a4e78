"""A query's nodes as a query of the engine.

A word is looked up by its terms in every language of the index: a turn has terms of its own
language only. Words beside each other: up to three must all occur; of more, any that tells
something must, and the more and the rarer do, the better. Filters never change the score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tantivy import Occur, Query

from onrecord.search import analysis
from onrecord.search.fields import field_query, period_query
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
from onrecord.search.reader import Snapshot

ALL_OF = 3
PAIRED = 4
_FREQUENT = 0.5
_SHORT, _MIDDLE = 3, 6
_LOOKED_FOR = 12  # words that are not in the index: each costs some milliseconds
Similar = Callable[[str], Sequence[str]]


Clause = tuple[Occur, Query]


class _Part(NamedTuple):
    """The queries for a word, any of which will do, and in how many turns it may stand."""

    queries: list[Query]
    frequency: int = 0


class Planner:
    """Makes queries for one state of the index. `similar` gives words of the index like one that
    is not in it; what was replaced so is noted in `replaced`.

    Queries within queries cost the engine more than the same in one list: nothing is nested that
    need not be."""

    def __init__(self, snapshot: Snapshot, similar: Similar) -> None:
        self._snapshot = snapshot
        self._schema = snapshot.schema
        self._similar = similar
        self._looked_for = 0
        self.replaced: dict[str, Sequence[str]] = {}

    def plan(self, node: Node) -> Query:
        """The query that finds what a node says."""
        match node:
            case Phrase():
                return self._phrase(analysis.tokens(node.text), node.slop)
            case Field():
                return unscored(field_query(self._snapshot, node))
            case Dates():
                return unscored(period_query(self._schema, node.since, node.until))
            case Or():
                return any_of([query for each in node.nodes for query in self._ways(each)])
            case _:
                return all_of(self.clauses(node))

    def clauses(self, node: Node) -> list[Clause]:
        """What a node says must be, and what must not."""
        match node:
            case And():
                return [clause for each in node.nodes for clause in self.clauses(each)]
            case Everything():
                return []
            case Not():
                return [(Occur.MustNot, self.plan(node.node))]
            case Bag():
                return [(Occur.Must, query) for query in self._bag(node.words)]
            case Word() | Prefix() | Fuzzy():
                return [(Occur.Must, query) for query in self._bag((node,))]
            case _:
                return [(Occur.Must, self.plan(node))]

    def _ways(self, node: Node) -> list[Query]:
        """Queries any of which will do."""
        if isinstance(node, Bag) and len(node.words) == 1:
            parts = list(self._parts(node.words[0]))
            if len(parts) == 1:
                return parts[0].queries
        return [self.plan(node)]

    def _bag(self, words: Sequence[Word | Prefix | Fuzzy]) -> list[Query]:
        """Queries all of which must hold."""
        parts = [part for item in words for part in self._parts(item)]
        if len(parts) <= ALL_OF:
            return [any_of(part.queries) for part in parts] or [Query.empty_query()]
        return [self._question(parts)]

    def _question(self, parts: list[_Part]) -> Query:
        """Of many words any may do, but not one that half of the archive has: such only rank."""
        most = self._snapshot.searcher.num_docs * _FREQUENT
        telling = [query for part in parts if part.frequency <= most for query in part.queries]
        others = [query for part in parts if part.frequency > most for query in part.queries]
        if not telling or not others:
            return any_of(telling or others)
        should = [(Occur.Should, query) for query in others]
        return Query.boolean_query([(Occur.Must, any_of(telling)), *should])

    def _parts(self, item: Word | Prefix | Fuzzy) -> Iterator[_Part]:
        """The queries for one written word: several if signs or blanks part it for us."""
        runs = analysis.asked(item.text)
        for run in runs:
            word = run[0].word
            if run[0].gram:
                yield _Part([self._run(run)])
            elif run is not runs[-1] or isinstance(item, Word):
                yield self._word(word)
            elif isinstance(item, Prefix):
                yield _Part([self._prefix(analysis.bare(word))])
            else:
                yield _Part(self._fuzzy(analysis.bare(word), item.distance))

    def _run(self, run: Sequence[analysis.Token]) -> Query:
        """Text without spaces: a short run as it stands, of a long one any pairs."""
        if len(run) <= PAIRED:
            return self._phrase(run, 0)
        grams = dict.fromkeys(analysis.grams(token.word for token in run))
        return any_of([self._term("terms", gram) for gram in grams], max(2, len(grams) // 3))

    def _term(self, field: str, term: str) -> Query:
        return Query.term_query(self._schema, field, term, "freq")

    def _word(self, word: str) -> _Part:
        frequency, queries, total = self._snapshot.frequency, [], 0
        for tag in self._snapshot.tags:
            term = analysis.known_terms(tag)[word][0]
            if count := frequency("terms", term):
                total += count
                queries.append(self._term("terms", term))
                if tag == analysis.PLAIN:
                    queries.append(self._term("exact", analysis.bare(word)))
        if queries:
            return _Part(queries, total)
        return _Part(self._unknown(analysis.bare(word)))

    def _unknown(self, word: str) -> list[Query]:
        """A word that stands nowhere: what is written like it."""
        if self._snapshot.frequency("exact", word):
            return [self._term("exact", word)]
        self._looked_for += 1
        like = self._similar(word) if self._looked_for <= _LOOKED_FOR else []
        if not like:
            return [Query.empty_query()]
        self.replaced[word] = like
        return [self._term("exact", each) for each in like]

    def _prefix(self, word: str) -> Query:
        return Query.regex_query(self._schema, "exact", f"{word}.*")

    def _fuzzy(self, word: str, distance: int | None) -> list[Query]:
        allowed = reach(word) if distance is None else distance
        if allowed == 0:
            return [self._term("exact", word)]
        fuzzy = Query.fuzzy_term_query(self._schema, "exact", word, allowed)
        return [fuzzy, *(self._term("exact", each) for each in self._similar(word))]

    def _phrase(self, tokens: Sequence[analysis.Token], slop: int) -> Query:
        words: list[str | tuple[int, str]] = [analysis.bare(token.word) for token in tokens]
        if not words:
            return Query.empty_query()
        if len(words) == 1:
            return self._term("exact", str(words[0]))
        return Query.phrase_query(self._schema, "exact", words, slop)


def reach(word: str) -> int:
    """How many letters of a word may be wrong where nothing is said.

    >>> reach("un"), reach("gas"), reach("sanctions")
    (0, 1, 2)
    """
    if len(word) < _SHORT:
        return 0
    return 1 if len(word) < _MIDDLE else 2


def all_of(clauses: Sequence[Clause]) -> Query:
    """The query that holds where all of this does: of what only must not be, all else."""
    if not any(occur == Occur.Must for occur, _ in clauses):
        clauses = [*clauses, (Occur.Must, unscored(Query.all_query()))]
    return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(clauses)


def any_of(queries: Sequence[Query], least: int = 1) -> Query:
    """At least so many of the queries."""
    if len(queries) == 1:
        return queries[0]
    parts = [(Occur.Should, query) for query in queries]
    return Query.boolean_query(parts, least if least > 1 else None)


def unscored(query: Query) -> Query:
    """The query as a condition that adds nothing to the score."""
    return Query.const_score_query(query, 0.0)
