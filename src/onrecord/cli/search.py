"""`onrecord search`: one query for the eye or as JSON Lines, or a file of queries."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import msgspec

from onrecord.archive.folder import Folder, chosen
from onrecord.cli import output
from onrecord.cli.asking import FILTERS, MODES, MOST, SORTS
from onrecord.errors import ArchiveError, QueryError
from onrecord.pipeline.indexing import refresh, refresh_meaning
from onrecord.search.engine import Index
from onrecord.search.pointing import pointed
from onrecord.search.records import FACETS, Filters, Mode, Request, Results

_ONE = (*FILTERS, "since", "until", "limit", "offset", "mode", "like", "sort", "facets")
Line = dict[str, Any]


class Searcher(Protocol):
    """Who answers a question."""

    def search(self, request: Request) -> Results:
        """What a question finds."""


def run(options: argparse.Namespace) -> int:
    """Searches the archive."""
    if options.like and options.query is None:
        options.query = ""
    if (options.query is None) == (options.queries is None):
        output.say("search: give a QUERY, or --queries FILE")
        return 2
    folder = chosen(options.archive)
    given = {name: getattr(options, name) for name in _ONE if getattr(options, name) is not None}
    refresh(folder, output.say)
    return _batch(folder, given, options) if options.queries else _single(folder, given, options)


def _single(folder: Folder, given: Line, options: argparse.Namespace) -> int:
    try:
        asked = request(given | {"query": options.query})
        found = _searcher(folder, asked).search(asked)
    except QueryError as error:
        output.say(str(error))
        for shown in pointed(error.query, error.position):
            print(f"  {output.safe(shown)}", file=sys.stderr)
        return 2
    if options.json:
        for line in lines(found, asked):
            output.write(line)
    else:
        _view(found, asked)
    return 0


def _batch(folder: Folder, given: Line, options: argparse.Namespace) -> int:
    asking: dict[bool, Searcher] = {}
    failed = 0
    for number, raw in enumerate(_read(options.queries), 1):
        name: object = None
        try:
            line = _decoded(raw)
            name = line.pop("id", None)
            asked = request(given | line)
            far = asked.mode != "words"
            if far not in asking:
                asking[far] = _searcher(folder, asked)
            output.write({"id": name, **_answer(asking[far].search(asked), asked)})
        except QueryError as error:
            failed += 1
            output.say(f"{options.queries}: line {number}: {error}")
            output.write({"id": name, "hits": [], "error": str(error)})
    return 1 if failed else 0


def _answer(found: Results, asked: Request) -> Line:
    hits = list(lines(found, asked))
    counts = hits.pop() if asked.facets else {}
    return {"hits": hits, **counts}


def _read(name: str) -> Iterator[bytes]:
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as file:
            yield from (line for line in file if line.strip())
    except OSError as error:
        raise ArchiveError(f"{name}: cannot be read ({error.strerror})") from error


def _decoded(raw: bytes) -> Line:
    try:
        line = msgspec.json.decode(raw, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise QueryError(f"no JSON object: {error}", "", 0) from error
    if not isinstance(line.get("query"), str):
        raise QueryError("a line needs a query", "", 0)
    return line


def request(asked: Line) -> Request:
    """A question out of options by their names; `QueryError` says which is wrong."""
    unknown = sorted(asked.keys() - {*_ONE, "query"})
    if unknown:
        raise QueryError(f"there is no option {unknown[0]!r}", "", 0)
    _choice(asked, "mode", MODES)
    filters = {name: _values(asked, name) for name in FILTERS if asked.get(name) is not None}
    return Request(
        query=asked["query"],
        filters=Filters(**filters, since=_date(asked, "since"), until=_date(asked, "until")),
        mode=_mode(asked),
        like=_text(asked, "like"),
        sort=_choice(asked, "sort", SORTS) or "relevance",
        limit=min(_number(asked, "limit", 10), MOST),
        offset=_number(asked, "offset", 0),
        facets=FACETS if asked.get("facets") else (),
    )


def _mode(asked: Line) -> Mode:
    """Like a turn is by meaning; else words, unless something else is asked for."""
    mode: Mode | None = _choice(asked, "mode", MODES)
    return mode or ("meaning" if asked.get("like") else "words")


def _text(asked: Line, name: str) -> str | None:
    value = asked.get(name)
    if value is not None and not isinstance(value, str):
        raise QueryError(f"{name}: {value!r} is no text", "", 0)
    return value


def _choice(asked: Line, name: str, known: tuple[str, ...]) -> Any:
    value = asked.get(name)
    if value is not None and value not in known:
        raise QueryError(f"{name}: {value!r} is none of {', '.join(known)}", "", 0)
    return value


def _values(asked: Line, name: str) -> tuple[str, ...]:
    value = asked[name]
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str) for each in values):
        raise QueryError(f"{name}: {value!r} is no text", "", 0)
    return tuple(values)


def _date(asked: Line, name: str) -> str | None:
    value = asked.get(name)
    if value is not None and not isinstance(value, str):
        raise QueryError(f"{name}: {value!r} is no date such as 2019-10", "", 0)
    return value


def _number(asked: Line, name: str, usual: int) -> int:
    value = asked.get(name, usual)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise QueryError(f"{name}: {value!r} is no number", "", 0)
    return value


def lines(found: Results, asked: Request) -> Iterator[Line]:
    """The answer as the contract has it: a line a hit, then the counts if they were asked for."""
    for hit in found.hits:
        yield msgspec.structs.asdict(hit)
    if asked.facets:
        yield {"total": found.total, "facets": found.facets}


def _searcher(folder: Folder, asked: Request) -> Searcher:
    """Who answers: the index alone, or with the vectors, which are made if they are not there."""
    if asked.mode == "words":
        return Index(folder.search)
    from onrecord.search.modes import Modes

    refresh_meaning(folder, output.say)
    return Modes(folder)


def _view(found: Results, asked: Request) -> None:
    from onrecord.cli import hits_view, terminal

    hits_view.show(found, asked, terminal.console())
