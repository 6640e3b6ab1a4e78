"""Asks the index: query and filters in, results out.

Equal scores are put in order by the turn's own order (newest first), so that pages neither repeat
nor lose a hit. Nothing is kept between questions but the open index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import tantivy
from tantivy import Occur, Query

from onrecord.errors import QueryError
from onrecord.records import Span
from onrecord.search.analysis import bare, tokens
from onrecord.search.facets import counted
from onrecord.search.fields import filter_queries
from onrecord.search.highlights import Marker
from onrecord.search.passages import passage
from onrecord.search.planning import Planner
from onrecord.search.query.nodes import Bag, Node, Or
from onrecord.search.query.parser import parse
from onrecord.search.reader import Reader, Snapshot
from onrecord.search.records import Filters, Hit, IndexedTurn, Request, Results
from onrecord.search.schema import turn_of
from onrecord.search.suggestions import similar

DEEPEST = 100_000
_SPARE, _TIES = 50, 10_000


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


class _Planned(NamedTuple):
    query: Query
    replaced: dict[str, Sequence[str]]


def _answer(snapshot: Snapshot, request: Request, node: Node) -> Results:
    planned = _planned(snapshot, request.filters, node)
    page = _page(snapshot.searcher, planned.query, request)
    notices = list(_told(planned.replaced))
    loose = _loosened(node)
    if page.total == 0 and loose is not None:
        other = _planned(snapshot, request.filters, loose)
        page = _page(snapshot.searcher, other.query, request)
        if page.total:
            planned = other
            notices.append("no turn has all of these words: these have some of them")
    names = (*request.facets, *(("month",) if request.months else ()))
    values = counted(snapshot.searcher, planned.query, names)
    marker = Marker(node, planned.replaced)
    return Results(
        total=page.total,
        hits=tuple(hit(turn, score, marker) for score, turn in page.turns),
        months=values.pop("month", {}) if request.months else {},
        facets=values,
        notices=tuple(notices),
        suggestion=_suggestion(request.query, planned.replaced),
    )


def _planned(snapshot: Snapshot, filters: Filters, node: Node) -> _Planned:
    planner = Planner(snapshot, partial(similar, snapshot))
    query = planner.plan(node)
    conditions = list(filter_queries(snapshot, filters))
    if conditions:
        parts = [(Occur.Must, Query.const_score_query(part, 0.0)) for part in conditions]
        query = Query.boolean_query([(Occur.Must, query), *parts])
    return _Planned(query, planner.replaced)


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
        return _by_score(searcher, query, request.offset, request.offset + limit)
    name = "oldest" if request.sort == "oldest" else "newest"
    found = searcher.search(
        query, max(limit, 1), count=True, order_by_field=name, offset=request.offset
    )
    turns = [(0.0, _turn(searcher, address)) for _, address in found.hits[:limit]]
    return _Page(_count(found), turns)


def _by_score(searcher: tantivy.Searcher, query: Query, start: int, end: int) -> _Page:
    """Some more than wanted, and as many as are tied with the last: to put these in order."""
    wanted = end + _SPARE
    while True:
        found = searcher.search(query, wanted, count=True)
        hits = found.hits
        tied = len(hits) == wanted and hits[-1][0] == hits[end - 1][0]
        if not tied or wanted > end + _TIES:
            break
        wanted *= 4
    tail = next((n for n in range(end, len(hits)) if hits[n][0] != hits[end - 1][0]), len(hits))
    ranked = _ordered(searcher, hits[:tail])[start:end]
    return _Page(_count(found), [(score, _turn(searcher, address)) for score, address in ranked])


def _ordered(
    searcher: tantivy.Searcher, hits: list[tuple[float, tantivy.DocAddress]]
) -> list[tuple[float, tantivy.DocAddress]]:
    """Equal scores in the order of the turns."""
    if not any(a[0] == b[0] for a, b in pairwise(hits)):
        return hits
    orders = searcher.fast_field_values("newest", [address for _, address in hits])
    ranks = sorted(range(len(hits)), key=lambda n: (-hits[n][0], -int(orders[n] or 0)))
    return [hits[n] for n in ranks]


def _count(found: tantivy.SearchResult) -> int:
    count: int = found.count  # type: ignore[attr-defined] # missing in the engine's stub
    return count


def _turn(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> IndexedTurn:
    return turn_of(searcher.doc(address))


def hit(turn: IndexedTurn, score: float, marker: Marker) -> Hit:
    """A turn with its passage and its marks, in code points of the version's text."""
    marks = marker.marks(turn.text, turn.language)
    start, end = passage(turn.text, marks)
    base = turn.span.start
    inside = [Span(s + base, e + base) for s, e in marks if start <= s and e <= end]
    return Hit(
        statement=turn.statement,
        version=turn.version,
        turn=turn.turn,
        score=round(score, 4),
        span=Span(start + base, end + base),
        quote=turn.text[start:end],
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
