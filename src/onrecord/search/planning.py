"""A query's nodes as a query of the engine.

A word is looked up by its terms in every language of the index: a turn has terms of its own
language only. Words beside each other: up to three must all occur; of more, any that tells
something must, and the more and the rarer do, the better. Filters never change the score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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


class _Part(NamedTuple):
    """The query for a word, and in how many turns it may stand."""

    query: Query
    frequency: int


class Planner:
    """Makes queries for one state of the index. `similar` gives words of the index like one that
    is not in it; what was replaced so is noted in `replaced`."""

    def __init__(self, snapshot: Snapshot, similar: Similar) -> None:
        self._snapshot = snapshot
        self._schema = snapshot.schema
        self._similar = similar
        self._looked_for = 0
        self.replaced: dict[str, Sequence[str]] = {}

    def plan(self, node: Node) -> Query:
        """The query that finds what a node says."""
        match node:
            case Everything():
                return unscored(Query.all_query())
            case Bag():
                return self._bag(node)
            case Word() | Prefix() | Fuzzy():
                return self._bag(Bag((node,), node.at))
            case Phrase():
                return self._phrase(analysis.tokens(node.text), node.slop)
            case Field():
                return unscored(field_query(self._snapshot, node))
            case Dates():
                return unscored(period_query(self._schema, node.since, node.until))
            case Not():
                return self._all([node])
            case And():
                return self._all(node.nodes)
            case Or():
                return any_of([self.plan(each) for each in node.nodes])

    def _all(self, nodes: Iterable[Node]) -> Query:
        wanted, refused = [], []
        for node in nodes:
            if isinstance(node, Not):
                refused.append(self.plan(node.node))
            else:
                wanted.append(self.plan(node))
        if not wanted:
            wanted.append(unscored(Query.all_query()))
        return Query.boolean_query(
            [*((Occur.Must, query) for query in wanted), *((Occur.MustNot, q) for q in refused)]
        )

    def _bag(self, bag: Bag) -> Query:
        parts = [part for item in bag.words for part in self._parts(item)]
        if not parts:
            return Query.empty_query()
        queries = [part.query for part in parts]
        if len(parts) == 1:
            return queries[0]
        if len(parts) <= ALL_OF:
            return Query.boolean_query([(Occur.Must, query) for query in queries])
        return self._question(parts)

    def _question(self, parts: list[_Part]) -> Query:
        """Of many words any may do, but not one that half of the archive has: such only rank."""
        most = self._snapshot.searcher.num_docs * _FREQUENT
        telling = [part.query for part in parts if part.frequency <= most]
        others = [part.query for part in parts if part.frequency > most]
        if not telling or not others:
            return any_of(telling or others)
        should = [(Occur.Should, query) for query in others]
        return Query.boolean_query([(Occur.Must, any_of(telling)), *should])

    def _parts(self, item: Word | Prefix | Fuzzy) -> Iterator[_Part]:
        """The queries for one written word: several if signs or blanks part it for us."""
        runs = list(analysis.runs(analysis.tokens(item.text)))
        for run in runs:
            word = run[0].word
            if run[0].gram:
                yield _Part(self._run(run), 0)
            elif run is not runs[-1] or isinstance(item, Word):
                yield self._word(word)
            elif isinstance(item, Prefix):
                yield _Part(self._prefix(analysis.bare(word)), 0)
            else:
                yield _Part(self._fuzzy(analysis.bare(word), item.distance), 0)

    def _run(self, run: list[analysis.Token]) -> Query:
        """Text without spaces: a short run as it stands, of a long one any pairs."""
        if len(run) <= PAIRED:
            return self._phrase(run, 0)
        grams = dict.fromkeys(analysis.grams(token.word for token in run))
        return any_of([self._term("terms", gram) for gram in grams], max(2, len(grams) // 3))

    def _term(self, field: str, term: str) -> Query:
        return Query.term_query(self._schema, field, term, "freq")

    def _word(self, word: str) -> _Part:
        found: dict[str, int] = {}
        for tag in self._snapshot.tags:
            term = analysis.terms(word, tag)[0]
            found[term] = self._snapshot.frequency("terms", term)
        queries = [self._term("terms", term) for term, count in found.items() if count]
        if any(count and term.startswith(analysis.PLAIN + ":") for term, count in found.items()):
            queries.append(self._term("exact", analysis.bare(word)))
        if queries:
            return _Part(any_of(queries), sum(found.values()))
        return _Part(self._unknown(analysis.bare(word)), 0)

    def _unknown(self, word: str) -> Query:
        """A word that stands nowhere: what is written like it."""
        if self._snapshot.frequency("exact", word):
            return self._term("exact", word)
        self._looked_for += 1
        like = self._similar(word) if self._looked_for <= _LOOKED_FOR else []
        if not like:
            return Query.empty_query()
        self.replaced[word] = like
        return any_of([self._term("exact", each) for each in like])

    def _prefix(self, word: str) -> Query:
        return Query.regex_query(self._schema, "exact", f"{word}.*")

    def _fuzzy(self, word: str, distance: int | None) -> Query:
        allowed = reach(word) if distance is None else distance
        if allowed == 0:
            return self._term("exact", word)
        fuzzy = Query.fuzzy_term_query(self._schema, "exact", word, allowed)
        return any_of([fuzzy, *(self._term("exact", each) for each in self._similar(word))])

    def _phrase(self, tokens: list[analysis.Token], slop: int) -> Query:
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


def any_of(queries: Sequence[Query], least: int = 1) -> Query:
    """At least so many of the queries."""
    if len(queries) == 1:
        return queries[0]
    parts = [(Occur.Should, query) for query in queries]
    return Query.boolean_query(parts, least if least > 1 else None)


def unscored(query: Query) -> Query:
    """The query as a condition that adds nothing to the score."""
    return Query.const_score_query(query, 0.0)
