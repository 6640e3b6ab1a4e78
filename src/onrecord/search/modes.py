"""Asks by words, by meaning, or by both.

A search by meaning finds the turns nearest to the question that meet all conditions: `NEAREST` of
them, more if more are asked for; `hybrid` finds these and all that have the words. What is found is
a set: total and facets count it exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import tantivy
from msgspec.structs import replace
from tantivy import Occur, Query

from onrecord.archive.folder import Folder
from onrecord.errors import NoEncoder, QueryError
from onrecord.meaning.encoder import USUAL, Matrix, level
from onrecord.records import Span
from onrecord.search import embeddings, kindred, semantic
from onrecord.search import whole as likewise
from onrecord.search.embeddings import Vectors
from onrecord.search.engine import Index, hit, planned, turn_at
from onrecord.search.facets import counted
from onrecord.search.fusion import fused, weight
from onrecord.search.highlights import Fixed, Marker
from onrecord.search.meant import Meant, meant
from onrecord.search.planning import all_of, any_of, unscored
from onrecord.search.query.nodes import And, Everything
from onrecord.search.query.parser import parse
from onrecord.search.reader import Snapshot
from onrecord.search.records import Filters, Hit, IndexedTurn, Request, Results
from onrecord.search.schema import place as place_of
from onrecord.search.semantic import Near
from onrecord.store import vectors as store

NEAREST = 100
DEEPEST = 10_000
_FEW = 3_000
_WORDS = 1_000
_WHOLE = 10_000
_KINDRED, _SHARED = 60, 0.05
_ALL, _EACH, _SAMPLE = 20_000, 200, 400
_DAY, _SAME_DAY = len("2024-05-01"), 0.3


class _Asked(NamedTuple):
    request: Request
    snapshot: Snapshot
    conditions: Query
    marker: Marker
    words: Query | None
    most: int
    encoder: str
    dated: frozenset[int] = frozenset()


class Modes:
    """An archive's index and vectors, open to be asked in every mode."""

    def __init__(self, folder: Folder, index: Index | None = None) -> None:
        self._folder = folder
        self.index = index or Index(folder.search)
        self._vectors: Vectors | None = None
        self._state: tuple[int, int] | None = None

    def search(self, request: Request) -> Results:
        """The turns that a question finds in its mode. `QueryError` if it cannot be understood."""
        if request.like is not None:
            return self._like(request)
        if request.mode == "words":
            return self.index.search(request)
        node = parse(request.query)
        parts = meant(node, request.query)
        snapshot = self.index.snapshot()
        if snapshot is None or not any(map(str.isalnum, parts.text)):
            return self.index.search(request)
        vectors = self.vectors()
        vector = semantic.question(vectors, parts.text)
        asked = _asked(request, snapshot, parts, request.mode)
        return self._by_meaning(asked, vectors, vector, parts.text)

    def vectors(self) -> Vectors:
        """The vectors, opened anew when there are others. `NoEncoder` if there are none."""
        path = self._folder.meaning / "vectors.sqlite"
        try:
            found = path.stat()
            state = (found.st_ino, embeddings.changed(self._folder))
        except OSError:
            state = None
        if self._vectors is None or state != self._state:
            self._vectors, self._state = embeddings.open_vectors(self._folder), state
        if self._vectors is None:
            raise NoEncoder(
                f"{self._folder.meaning}: no vectors that the encoder here can be asked with: "
                "make them with `onrecord meaning`"
            )
        return self._vectors

    def _like(self, request: Request) -> Results:
        """The turns that are nearest to a turn, but for those of its own statement. What the query
        says is a condition."""
        assert request.like is not None
        snapshot = self.index.snapshot()
        found = self.called(request.like)
        if snapshot is None or not found:
            raise QueryError(f"there is no turn or statement {request.like!r}", request.like, 0)
        parts = Meant("", (parse(request.query),) if request.query.strip() else ())
        asked = _asked(request, snapshot, parts, "meaning")
        own = Query.term_query(snapshot.schema, "statement", found[0].statement, "basic")
        others = all_of([(Occur.Must, asked.conditions), (Occur.MustNot, own)])
        return _alike(asked._replace(conditions=others), self.vectors(), found)

    def called(self, name: str) -> list[IndexedTurn]:
        """The turns that an id stands for: one turn, or all of a statement's newest version."""
        snapshot = self.index.snapshot()
        return _turns_called(snapshot, name) if snapshot is not None else []

    def _by_meaning(
        self, asked: _Asked, vectors: Vectors, vector: Matrix, question: str
    ) -> Results:
        asked = asked._replace(encoder=vectors.identity.name)
        near = _nearest(asked, vectors, vector)
        if asked.words is None:  # else words are asked for what is shared in writing
            near = _kindred(asked, near, question)
        words = _by_words(asked) if asked.words is not None else {}
        missing = [place for place in words if place not in {each.place for each in near}]
        also = semantic.measured(vectors, vector, missing) if missing else []
        known = {each.place: each for each in (*near, *also)}
        scores = {place: each.score for place, each in known.items()}
        ranked = fused(words, scores, weight(asked.request.query))
        found = {each.place for each in near}
        return _results(asked, _sorted(asked, ranked), known, words, found)


def _asked(request: Request, snapshot: Snapshot, parts: Meant, mode: str) -> _Asked:
    whole_query = Span(0, len(request.query))
    every = Everything(whole_query)
    node = And((every, *parts.conditions), whole_query) if parts.conditions else every
    conditions = planned(snapshot, request.filters, node)
    whole = planned(snapshot, request.filters, parse(request.query))
    most = min(max(NEAREST, request.offset + request.limit), DEEPEST)
    return _Asked(
        request=request,
        snapshot=snapshot,
        conditions=unscored(conditions.query),
        marker=Marker(parse(request.query), whole.replaced),
        words=whole.query if mode == "hybrid" else None,
        most=most,
        encoder=USUAL,
    )


def _kindred(asked: _Asked, near: list[Near], question: str) -> list[Near]:
    """The nearest, those before that share names, figures and kindred words with the question."""
    at = _addresses(asked, [each.place for each in near[:_KINDRED]])
    searcher = asked.snapshot.searcher
    first = [each for each in near[:_KINDRED] if each.place in at]
    texts = [turn_at(searcher, at[each.place]).text for each in first]
    shares = kindred.shared(question, texts)
    moved = [
        each._replace(score=each.score + _SHARED * share)
        for each, share in zip(first, shares, strict=True)
    ]
    return [*sorted(moved, key=lambda each: (-each.score, each.place)), *near[_KINDRED:]]


def _alike(asked: _Asked, found: Vectors, turns: Sequence[IndexedTurn]) -> Results:
    """The turns that are like a turn; of a whole text, the nearest turn of each text that is like
    it. What was said on the same day is likelier to say the same."""
    asked = asked._replace(encoder=found.identity.name)
    first = turns[0]
    whole = len(turns) > 1 or asked.request.like in (first.version, first.statement)
    same = (
        planned(asked.snapshot, Filters(lang=(first.language,)), _every())
        if first.language
        else None
    )
    known = _matching(asked.snapshot, same.query, _SAMPLE) if same else []
    places = [place_of(turn.version, turn.n) for turn in turns]
    mine = likewise.own(found, places, known)
    candidates = _matching(asked.snapshot, asked.conditions, _ALL + 1)
    if len(candidates) > _ALL:
        near = {n for row in mine.rows for n in found.nearness.nearest(row, _EACH)}
        candidates = list(_addresses(asked, store.having(found.db, list(near))))
    inside = store.statements(found.db, candidates)
    one = {statement: n for n, statement in inside.items()}
    about = {
        n: turn_at(asked.snapshot.searcher, a)
        for n, a in _addresses(asked, list(one.values())).items()
    }
    said = {
        n: likewise.Said(statement if whole else f"{n}", about[one[statement]].language)
        for n, statement in inside.items()
        if one[statement] in about
    }
    day = (first.date or "")[:_DAY] if whole else ""
    dated = {n for n, s in inside.items() if one[s] in about and _on(about[one[s]], day)}
    near_ones = [
        each._replace(score=each.score + _SAME_DAY * (each.place in dated))
        for each in likewise.alike(found, mine, said)
    ]
    near_ones.sort(key=lambda each: (-each.score, each.place))
    near_ones = near_ones[: asked.most]
    ranked = [(each.place, each.score) for each in near_ones]
    kept = {each.place: each for each in near_ones}
    asked = asked._replace(dated=frozenset(dated))
    return _results(asked, _sorted(asked, ranked), kept, {}, set(kept))


def _on(turn: IndexedTurn, day: str) -> bool:
    return len(day) == _DAY and (turn.date or "").startswith(day)


def _matching(snapshot: Snapshot, query: Query, most: int) -> list[int]:
    found = snapshot.searcher.search(query, most, count=False)
    return _places(snapshot.searcher, [address for _, address in found.hits])


def _every() -> Everything:
    return Everything(Span(0, 0))


def _sorted(asked: _Asked, ranked: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """What is found in the order that was asked for: by nearness, or by time."""
    if asked.request.sort == "relevance":
        return ranked
    found = _addresses(asked, [place for place, _ in ranked])
    name = "oldest" if asked.request.sort == "oldest" else "newest"
    searcher = asked.snapshot.searcher
    orders = searcher.fast_field_values(name, list(found.values())) if found else []
    order = dict(zip(found, orders, strict=True))
    kept = [each for each in ranked if each[0] in order]
    return sorted(kept, key=lambda each: order[each[0]] or 0, reverse=True)


def _nearest(asked: _Asked, vectors: Vectors, vector: Matrix) -> list[Near]:
    """The nearest that meet the conditions: of few turns all are measured."""
    searcher = asked.snapshot.searcher
    found = searcher.search(asked.conditions, _FEW, count=True)
    number: int = found.count  # type: ignore[attr-defined]
    if number <= _FEW:
        places = _places(searcher, [address for _, address in found.hits])
        return semantic.measured(vectors, vector, places)[: asked.most]

    def allowed(places: Sequence[int]) -> set[int]:
        return set(_addresses(asked, places))

    return semantic.nearest(vectors, vector, asked.most, allowed)


def _places(searcher: tantivy.Searcher, addresses: list[tantivy.DocAddress]) -> list[int]:
    values = searcher.fast_field_values("place", addresses) if addresses else []
    return [int(value) for value in values if value is not None]


def _set(snapshot: Snapshot, places: Sequence[int]) -> Query:
    if not places:
        return Query.empty_query()
    return Query.term_set_query(snapshot.schema, "place", list(places))


def _addresses(asked: _Asked, places: Sequence[int]) -> dict[int, tantivy.DocAddress]:
    """Where those of some turns stand that meet the conditions."""
    if not places:
        return {}
    searcher = asked.snapshot.searcher
    both = [(Occur.Must, asked.conditions), (Occur.Must, unscored(_set(asked.snapshot, places)))]
    found = [a for _, a in searcher.search(Query.boolean_query(both), len(places)).hits]
    return dict(zip(_places(searcher, found), found, strict=True))


def _by_words(asked: _Asked) -> dict[int, float]:
    searcher = asked.snapshot.searcher
    assert asked.words is not None
    found = searcher.search(asked.words, max(_WORDS, asked.most), count=False).hits
    places = _places(searcher, [address for _, address in found])
    return {place: score for place, (score, _) in zip(places, found, strict=True)}


def _results(
    asked: _Asked,
    ranked: Sequence[tuple[int, float]],
    known: Mapping[int, Near],
    words: Mapping[int, float],
    nearest: set[int],
) -> Results:
    request, snapshot = asked.request, asked.snapshot
    searcher = snapshot.searcher

    def _by(place: int) -> tuple[str, ...]:
        known_by = (
            ("words", place in words),
            ("meaning", place in nearest),
            ("date", place in asked.dated),
        )
        return tuple(name for name, holds in known_by if holds)

    near = unscored(_set(snapshot, sorted(nearest)))
    found = any_of([unscored(asked.words), near]) if asked.words is not None else near
    total: int = searcher.search(found, 1, count=True).count  # type: ignore[attr-defined]
    names = (*request.facets, *(("month",) if request.months else ()))
    values = counted(searcher, found, names)
    page = ranked[request.offset : request.offset + request.limit]
    at = _addresses(asked, [place for place, _ in page])
    hits = [
        _explained(turn_at(searcher, at[place]), score, known.get(place), _by(place), asked)
        for place, score in page
        if place in at
    ]
    return Results(
        total=total,
        hits=tuple(hits),
        months=values.pop("month", {}) if request.months else {},
        facets=values,
    )


def _explained(
    turn: IndexedTurn,
    score: float,
    near: Near | None,
    by: tuple[str, ...],
    asked: _Asked,
) -> Hit:
    """A hit with why it is there: which of words and meaning found it, and the nearest sentence;
    where no word of the question stands in it, that sentence is what is marked and quoted."""
    made = hit(turn, score, asked.marker)
    if near is None:
        return replace(made, found_by=by)
    if asked.words is None or not made.highlights:
        made = hit(turn, score, Fixed(near.nearest, turn.span.start))
    start, end = (edge - turn.span.start for edge in near.nearest)
    return replace(
        made,
        found_by=by,
        similarity=round(near.sentence, 4),
        nearness=level(near.sentence, asked.encoder),
        nearest=near.nearest,
        nearest_quote=turn.text[start:end],
    )


def _turns_called(snapshot: Snapshot, name: str) -> list[IndexedTurn]:
    """The turns with an id: a turn, the paragraphs of a text without labels, or a statement."""
    for field, value in (("version", name.rpartition("#")[0] or name), ("statement", name)):
        query = Query.term_query(snapshot.schema, field, value, "basic")
        found = snapshot.searcher.search(query, _WHOLE, count=False, order_by_field="oldest")
        turns = [turn_at(snapshot.searcher, address) for _, address in found.hits]
        if chosen := [turn for turn in turns if name in (turn.turn, turn.version, turn.statement)]:
            return sorted(chosen, key=lambda turn: turn.n)
    return []
