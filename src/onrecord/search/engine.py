"""Asks the index: query and filters in, results out.

Equal scores are put in order by the turn's own order (newest first), so that pages neither repeat
nor lose a hit. Nothing is kept between questions but the open index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import tantivy
from tantivy import Occur, Query

from onrecord.errors import QueryError
from onrecord.records import Span
from onrecord.search.analysis import bare, tokens
from onrecord.search.facets import counted
from onrecord.search.fields import filter_queries
from onrecord.search.highlights import Marker, needs_words
from onrecord.search.passages import passage
from onrecord.search.planning import Planner, Similar, all_of, unscored
from onrecord.search.query.nodes import And, Bag, Node, Not, Or
from onrecord.search.query.parser import parse
from onrecord.search.reader import Reader, Snapshot
from onrecord.search.records import Filters, Hit, IndexedTurn, Request, Results
from onrecord.search.schema import turn_of
from onrecord.search.suggestions import similar

DEEPEST = 100_000
_SPARE, _TIES = 20, 10_000


class Index:
    """The index in a folder, open to be asked."""

    def __init__(self, folder: Path) -> None:
        self._reader = Reader(folder)

    def search(self, request: Request) -> Results:
        """The turns that a query and filters find, a page of them, with counts if asked for.
        Raises `QueryError` if the query cannot be understood."""
        node = parse(request.query)
        snapshot = self._reader.snapshot()
        if snapshot is None:
            return Results(
                total=0, hits=(), facets={name: {} for name in request.facets}, months={}
            )
        try:
            return _answer(snapshot, request, node)
        except QueryError as error:
            raise QueryError(str(error), error.query or request.query, error.position) from None

    def snapshot(self) -> Snapshot | None:
        """The index as it is now; `None` if there is none."""
        return self._reader.snapshot()

    def every(self, query: str, filters: Filters) -> Iterator[IndexedTurn]:
        """All turns that a query and filters find, taken at its word, the oldest first: all words
        must be there, and none is taken for another. Raises `QueryError` as `search` does."""
        node = _literal(parse(query))
        snapshot = self._reader.snapshot()
        if snapshot is None:
            return iter(())
        try:
            plan = planned(snapshot, filters, node, lambda _: ())
        except QueryError as error:
            raise QueryError(str(error), error.query or query, error.position) from None
        return _said(_all(snapshot.searcher, plan.query), node)


def _literal(node: Node) -> Node:
    """Words beside each other must all be there, however many they are."""
    match node:
        case Bag():
            return And(node.words, node.at)
        case Not():
            return Not(_literal(node.node), node.at)
        case And() | Or():
            return node._replace(nodes=tuple(map(_literal, node.nodes)))
        case _:
            return node


def _all(searcher: tantivy.Searcher, query: Query) -> Iterator[IndexedTurn]:
    count = _count(searcher.search(query, 1, count=True))
    found = searcher.search(query, max(count, 1), count=False, order_by_field="oldest")
    return (turn_at(searcher, address) for _, address in found.hits)


def _said(turns: Iterator[IndexedTurn], node: Node) -> Iterator[IndexedTurn]:
    """Without the turns where the words stand in the title only: nobody has said them there."""
    marker, words = Marker(node, {}), needs_words(node)
    for turn in turns:
        titled = words and turn.n == 0 and marker.marks(turn.title or "", turn.language)
        if not titled or marker.marks(turn.text, turn.language):
            yield turn


class _Planned(NamedTuple):
    query: Query
    replaced: dict[str, Sequence[str]]


def _answer(snapshot: Snapshot, request: Request, node: Node) -> Results:
    plan = planned(snapshot, request.filters, node)
    page = _page(snapshot.searcher, plan.query, request)
    notices = list(_told(plan.replaced))
    loose = _loosened(node)
    if page.total == 0 and loose is not None:
        other = planned(snapshot, request.filters, loose)
        page = _page(snapshot.searcher, other.query, request)
        if page.total:
            plan = other
            notices.append("no turn has all of these words: these have some of them")
    names = (*request.facets, *(("month",) if request.months else ()))
    values = counted(snapshot.searcher, plan.query, names)
    marker = Marker(node, plan.replaced)
    return Results(
        total=page.total,
        hits=tuple(hit(turn, score, marker) for score, turn in page.turns),
        months=values.pop("month", {}) if request.months else {},
        facets=values,
        notices=tuple(notices),
        suggestion=_suggestion(request.query, plan.replaced),
    )


def planned(
    snapshot: Snapshot, filters: Filters, node: Node, like: Similar | None = None
) -> _Planned:
    """The query of the engine for a node and filters, and what words were taken for others."""
    planner = Planner(snapshot, like or partial(similar, snapshot))
    clauses = planner.clauses(node)
    conditions = [(Occur.Must, unscored(part)) for part in filter_queries(snapshot, filters)]
    return _Planned(all_of([*clauses, *conditions]), planner.replaced)


def _loosened(node: Node) -> Node | None:
    """Any of the words instead of all, if that is all that the query is made of."""
    if isinstance(node, Bag) and len(node.words) > 1:
        return Or(node.words, node.at)
    return None


class _Page(NamedTuple):
    total: int
    turns: list[tuple[float, IndexedTurn]]


def _page(searcher: tantivy.Searcher, query: Query, request: Request) -> _Page:
    limit = request.limit if request.offset + request.limit <= DEEPEST else 0
    if request.sort == "relevance" and limit:
        found = _by_score(searcher, query, request.offset, request.offset + limit)
        if found is not None:
            return found
    name = "oldest" if request.sort == "oldest" else "newest"
    return _by_order(searcher, query, name, request.offset, limit)


def _by_order(
    searcher: tantivy.Searcher, query: Query, name: str, offset: int, limit: int
) -> _Page:
    found = searcher.search(query, max(limit, 1), count=True, order_by_field=name, offset=offset)
    turns = [(0.0, turn_at(searcher, address)) for _, address in found.hits[:limit]]
    return _Page(_count(found), turns)


def _by_score(searcher: tantivy.Searcher, query: Query, start: int, end: int) -> _Page | None:
    """Some more than wanted, and as many as are tied with the last: to put these in order. `None`
    if no turn has a score: of conditions alone."""
    wanted = end + _SPARE
    while True:
        found = searcher.search(query, wanted, count=True)
        hits = found.hits
        if len(hits) == wanted and hits[0][0] == 0.0:
            return None
        tied = len(hits) == wanted and hits[-1][0] == hits[end - 1][0]
        if not tied or wanted > end + _TIES:
            break
        wanted *= 4
    ranked = _ordered(searcher, hits, start, end)
    return _Page(_count(found), [(score, turn_at(searcher, address)) for score, address in ranked])


def _ordered(
    searcher: tantivy.Searcher, hits: list[tuple[float, tantivy.DocAddress]], start: int, end: int
) -> list[tuple[float, tantivy.DocAddress]]:
    """A page of the hits, equal scores in the order of the turns: those at its edges may be tied
    with some that are beyond."""
    scores, last = [score for score, _ in hits], min(end, len(hits)) - 1
    if last < start:
        return []
    first, after = scores.index(scores[start]), last + 1
    while after < len(hits) and scores[after] == scores[last]:
        after += 1
    near = scores[first:after]
    if len(set(near)) == len(near):
        return hits[start:end]
    orders = searcher.fast_field_values("newest", [address for _, address in hits[first:after]])
    ranks = sorted(zip(near, orders, range(first, after), strict=True), reverse=True)
    return [hits[n] for _, _, n in ranks[start - first : end - first]]


def _count(found: tantivy.SearchResult) -> int:
    count: int = found.count  # type: ignore[attr-defined] # missing in the engine's stub
    return count


def turn_at(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> IndexedTurn:
    """The turn that stands at an address of the index."""
    return turn_of(searcher.doc(address))


def hit(turn: IndexedTurn, score: float, marker: Marker) -> Hit:
    """A turn with its passage and its marks, in code points of the version's text."""
    text, base = turn.text, turn.span.start
    marks = marker.marks(text, turn.language)
    start, end = passage(text, marks)
    inside = [Span(s + base, e + base) for s, e in marks if start <= s and e <= end]
    return Hit(
        statement=turn.statement,
        version=turn.version,
        turn=turn.turn,
        score=round(score, 4),
        span=Span(start + base, end + base),
        quote=text[start:end],
        highlights=tuple(inside),
        title=turn.title,
        date=turn.date,
        speaker=turn.speaker,
        language=turn.language,
        url=turn.url,
        entity=turn.entity,
        role=turn.role,
        outlet=turn.outlet,
        country=turn.country,
        kind=turn.kind,
        turn_kind=turn.turn_kind,
        source=turn.source,
        turn_span=turn.span,
    )


def _told(replaced: dict[str, Sequence[str]]) -> Iterator[str]:
    for word, likes in replaced.items():
        yield f"no turn has the word {word!r}: taken for {', '.join(likes)}"


def _suggestion(query: str, replaced: dict[str, Sequence[str]]) -> str | None:
    """The query with the likeliest word in place of each that is not in the index."""
    if not replaced:
        return None
    changed = query
    for token in reversed(tokens(query)):
        likes = replaced.get(bare(token.word))
        if likes:
            changed = changed[: token.start] + likes[0] + changed[token.end :]
    return changed
