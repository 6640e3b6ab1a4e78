"""The compare page: two statements, versions or languages side by side; the same as one file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.compare.difference import WEIGHTS
from onrecord.pipeline.comparing import Comparison
from onrecord.records import Record
from onrecord.store.kept import Kept
from onrecord.web import addresses, beside, compare_report
from onrecord.web.answers import HTML, Asked, WithAsked
from onrecord.web.compare_record import Compared, record
from onrecord.web.compared import listed, parts, side, summary
from onrecord.web.comparisons import compared
from onrecord.web.kept import wanted
from onrecord.web.mistakes import Failed

router = APIRouter()
Id = Annotated[str, Query(max_length=300)]
_VERSION = re.compile(r"@[1-9]\d{0,8}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LISTED = 100  # differences in the list; the rows have all


class Form(Record, frozen=True, kw_only=True):
    """The page without two sides: what is to be given."""

    a: str | None
    b: str | None


@router.get("/compare", name="compare")
def compare(
    asked: WithAsked,
    a: Annotated[str, Query(max_length=300, description="Id of a statement or version.")] = "",
    b: Annotated[
        str,
        Query(max_length=300, description="The same; or of A a language or version: `fr`, `@1`"),
    ] = "",
    weight: Annotated[
        Literal["typography", "wording", "fact", "substance"], Query(description="Listed from.")
    ] = "wording",
    rows: Annotated[
        Literal["", "all", "differing"], Query(description="All rows, or what differs.")
    ] = "",
) -> Response:
    """Two texts sentence by sentence, and what differs that matters, the heaviest first."""
    if not (a and b):
        return asked.answer(Form(a=a or None, b=b or None), "compare.html", lambda: _empty(a, b))
    one, two = _sides(asked, a, b)
    found = compared(asked, one, two)
    made = record(found, (one.version.id, two.version.id))
    fold = rows == "differing" or (rows == "" and found.a.language == found.b.language)
    return asked.answer(
        made, "compare.html", lambda: _more(asked, (one, two), found, made, weight, fold)
    )


@router.get("/compare/report", name="compare_report")
def report(asked: WithAsked, a: Id, b: Id) -> Response:
    """The same as one HTML file that can be sent to a colleague: no script, no network."""
    one, two = _sides(asked, a, b)
    found = compared(asked, one, two)
    page = compare_report.page(found, (one.version.id, two.version.id), asked.settings.language)
    name = re.sub(r"[^a-z0-9]+", "-", f"{one.version.id} {two.version.id}".lower())[:120].strip("-")
    head = {"Content-Disposition": f'attachment; filename="compare-{name}.html"'}
    return Response(page.encode("utf-8", "replace"), media_type=HTML, headers=head)


def _sides(asked: Asked, a: str, b: str) -> tuple[Kept, Kept]:
    """Both sides; B may be a version or a language of A's statement."""
    one = wanted(asked, a)
    if _VERSION.fullmatch(b):
        return one, wanted(asked, one.statement.id + b)
    if _LANGUAGE.fullmatch(b):
        others = (one.statement, *one.languages)
        for other in others:
            if other.language == b:
                return one, wanted(asked, other.id)
        known = ", ".join(sorted({each.language or "?" for each in others}))
        say = asked.words
        raise Failed(404, say("mistake.compare_language", id=a, language=b, known=known))
    return one, wanted(asked, b)


def _empty(a: str, b: str) -> Mapping[str, Any]:
    return {"given": (a, b), "sides": (), "found": None, "versions": ()}


def _more(
    asked: Asked,
    kept: tuple[Kept, Kept],
    found: Comparison,
    made: Compared,
    weight: Literal["typography", "wording", "fact", "substance"],
    fold: bool,
) -> Mapping[str, Any]:
    say = asked.words
    one, two = kept
    same = one.statement.id == two.statement.id
    names = [_name(asked, each, same, mark) for each, mark in zip(kept, "AB", strict=True)]
    if names[0] == names[1]:
        names = ["A", "B"]
    sides = tuple(
        side(mark, each.version.id, each.reading, name, say)
        for mark, each, name in zip("AB", kept, names, strict=True)
    )
    rows = beside.rows([found])
    told = listed(found, rows, 0, weight, say)
    ids = (one.version.id, two.version.id)
    return {
        "given": ids,
        "sides": sides,
        "found": found,
        "kept": kept,
        "told": told[:_LISTED],
        "hidden": len(found.differences) - len(told[:_LISTED]),
        "summary": summary(found.summary, (names[0], names[1]), say),
        "row_parts": parts(sides, [found], beside.blocks(rows, fold), say),
        "fold": fold,
        "in_one_language": found.a.language == found.b.language,
        "weight": weight,
        "by_weight": [(w, addresses.compare(*ids, weight=w) + "#differences") for w in WEIGHTS],
        "whole": addresses.compare(*ids, weight=_unusual(weight), rows="all"),
        "short": addresses.compare(*ids, weight=_unusual(weight), rows="differing"),
        "swapped": addresses.compare(*reversed(ids)),
        "report": "/compare/report" + addresses.query({"a": ids[0], "b": ids[1]}),
        "versions": one.versions if same else (),
        "captured": [_captured(each) for each in kept],
        "languages": addresses.languages(one.statement.id) if _other(one, two) else None,
    }


def _name(asked: Asked, each: Kept, same: bool, mark: str) -> str:
    """What a side is called in short: its version, its language, or its letter."""
    if same:
        return asked.words("compare.version", n=each.version.number)
    return each.reading.language or mark


def _unusual(weight: str) -> str | None:
    return None if weight == "wording" else weight


def _captured(each: Kept) -> str | None:
    """When the capture was made that the version was read from."""
    named = each.version.capture
    return next((c.fetched_at for c in each.captures if c.id == named), None)


def _other(one: Kept, two: Kept) -> bool:
    return two.statement.id in {each.id for each in one.languages}
