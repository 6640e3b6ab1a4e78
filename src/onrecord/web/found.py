"""What a search gives, for a page, JSON or a feed: hits with the questions they answer, counts that
are true under the filters, and how much there is of all.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from onrecord.errors import NoEncoder, QueryError
from onrecord.records import Record
from onrecord.search import records as asked
from onrecord.search.engine import DEEPEST
from onrecord.search.records import NAMED, Mode
from onrecord.store import browsing, naming
from onrecord.store.issues import totals
from onrecord.web import addresses
from onrecord.web.holdings import Holdings
from onrecord.web.mistakes import Mistake
from onrecord.web.queries import Search

FACETS = (
    "language",
    "country",
    "speaker",
    "about",
    "entity",
    "kind",
    "role",
    "act",
    "answered",
    "source",
    "year",
)
# A facet's name is its filter's, but for these.
_FILTER_OF = {"language": "lang"}
_MOST = 1_000
_SHOWN = 40
_QUOTED = 160
_NOT_READY = "search by meaning is not ready here: `onrecord meaning` makes what it needs"
_TURN = re.compile(r"#t(\d+)")


class Value(Record, frozen=True, kw_only=True):
    """A value of a field among the results. `chosen`: it is a filter now. The count of one that is
    not is what there would be with it besides."""

    value: str
    count: int
    chosen: bool


class Found(Record, frozen=True, kw_only=True):
    """A hit, the number of its version and turn, its place on the page of the statement (a turn;
    of a text without labels a paragraph), and the question that it answers."""

    hit: asked.Hit
    version: int
    turn: int | None
    anchor: str
    question: browsing.Question | None


class Liked(Record, frozen=True, kw_only=True):
    """What results are near to: a turn, or a whole statement, with its first words."""

    id: str
    quote: str
    title: str | None
    speaker: str | None
    language: str | None
    address: str


class Results(Record, frozen=True, kw_only=True):
    """A page of results. `total` counts turns; `statements` the statements they stand in (`None`:
    more than can be counted), `of` all statements of the archive; `like` is what was asked to be
    near to."""

    query: str
    total: int
    statements: int | None
    of: int
    page: int
    size: int
    sort: str
    mode: Mode = "words"
    like: Liked | None = None
    hits: tuple[Found, ...]
    facets: dict[str, tuple[Value, ...]]
    months: dict[str, int]
    notices: tuple[str, ...]
    suggestion: str | None
    next: str | None
    previous: str | None
    mistake: Mistake | None = None


def filter_of(facet: str) -> str:
    """
    >>> filter_of("language"), filter_of("kind")
    ('lang', 'kind')
    """
    return _FILTER_OF.get(facet, facet)


def statements_of(holdings: Holdings) -> int:
    """How many statements there are of all."""
    return holdings.remembered("totals", totals)["statements"]


def results(holdings: Holdings, wanted: Search, counted: bool = True) -> Results:
    """What a search finds; a query that cannot be understood is told with its place."""
    query = wanted.written()
    asks = query.strip() or wanted.like.strip()
    request = asked.Request(
        query=query,
        filters=wanted.filters,
        sort="date" if not asks and wanted.sort == "relevance" else wanted.sort,
        limit=wanted.size,
        offset=wanted.offset,
        mode="meaning" if wanted.like.strip() else wanted.mode,
        like=wanted.like.strip() or None,
        facets=(*FACETS, "statement") if counted else (),
        months=counted,
    )
    try:
        found = holdings.search(request)
        liked = _liked(holdings, wanted.like.strip())
        facets = _facets(holdings, wanted, request, found) if counted else {}
    except QueryError as error:
        mistake = Mistake(status=400, message=str(error), position=error.position)
        return _nothing(holdings, wanted, query, mistake)
    except NoEncoder:
        return _nothing(holdings, wanted, query, Mistake(status=503, message=_NOT_READY))
    within = found.facets.get("statement", {})
    more = wanted.offset + wanted.size < min(found.total, DEEPEST)
    return Results(
        query=query,
        total=found.total,
        statements=len(within) if counted and len(within) < _MOST else None,
        of=statements_of(holdings),
        page=wanted.page,
        size=wanted.size,
        sort=request.sort,
        mode=request.mode,
        like=liked,
        hits=_hits(holdings, found),
        facets=facets,
        months=found.months,
        notices=found.notices,
        suggestion=found.suggestion,
        next=wanted.address(page=wanted.page + 1) if more else None,
        previous=wanted.address(page=wanted.page - 1) if wanted.page > 1 else None,
    )


def _nothing(holdings: Holdings, wanted: Search, query: str, mistake: Mistake) -> Results:
    return Results(
        query=query,
        total=0,
        statements=0,
        of=statements_of(holdings),
        page=1,
        size=wanted.size,
        sort=wanted.sort,
        mode=wanted.mode,
        hits=(),
        facets={},
        months={},
        notices=(),
        suggestion=None,
        next=None,
        previous=None,
        mistake=mistake,
    )


def _liked(holdings: Holdings, name: str) -> Liked | None:
    if not name:
        return None
    turns = holdings.called(name)
    if not turns:
        return None
    first = turns[0]
    reference = naming.reference(first.version)
    turn = _TURN.search(first.turn[len(first.version) :]) if len(turns) == 1 else None
    place = int(turn[1]) if turn else None
    words = " ".join(first.text.split())
    return Liked(
        id=name,
        quote=words if len(words) <= _QUOTED else f"{words[:_QUOTED].rpartition(' ')[0]} \u2026",
        title=first.title,
        speaker=first.speaker if len(turns) == 1 else None,
        language=first.language,
        address=addresses.statement(reference.statement, reference.version, place),
    )


def _hits(holdings: Holdings, found: asked.Results) -> tuple[Found, ...]:
    placed = [(hit, *_place(hit)) for hit in found.hits]
    answers = [
        (hit.statement, version, turn)
        for hit, version, turn in placed
        if turn is not None and hit.turn_kind == "answer"
    ]
    with holdings.reading() as db:
        questions = browsing.questions(db, answers) if answers else {}
    return tuple(
        Found(
            hit=hit,
            version=version,
            turn=turn,
            anchor=_anchor(hit, turn),
            question=questions.get((hit.statement, version, turn or 0)),
        )
        for hit, version, turn in placed
    )


def _place(hit: asked.Hit) -> tuple[int, int | None]:
    """The number of the version, and of the turn if the hit is a turn of it."""
    version = naming.reference(hit.version).version or 1
    turn = _TURN.search(hit.turn[len(hit.version) :])
    return version, int(turn[1]) if turn else None


def _anchor(hit: asked.Hit, turn: int | None) -> str:
    """A text without labels is one turn of remarks, and found by its paragraphs."""
    if turn is None or hit.turn_kind == "remarks":
        return f"c{hit.turn_span.start}"
    return f"t{turn}"


def _facets(
    holdings: Holdings, wanted: Search, request: asked.Request, found: asked.Results
) -> dict[str, tuple[Value, ...]]:
    """For a field that is filtered by, the other values are counted as if it were not."""
    shown = {}
    for facet in FACETS:
        name = filter_of(facet)
        chosen = getattr(wanted, name) if name in NAMED else []
        counts = found.facets.get(facet, {})
        if chosen:
            counts = _without(holdings, request, facet) | dict.fromkeys(chosen, 0) | counts
        values = (
            Value(value=value, count=count, chosen=value in chosen)
            for value, count in counts.items()
        )
        ordered = sorted(values, key=lambda v: (not v.chosen, -v.count, v.value))
        shown[facet] = tuple(ordered[:_SHOWN])
    return shown


def _without(holdings: Holdings, request: asked.Request, facet: str) -> dict[str, int]:
    filters = replace(request.filters, **{filter_of(facet): ()})
    other = replace(request, filters=filters, limit=0, facets=(facet,), months=False)
    return holdings.search(other).facets.get(facet, {})
