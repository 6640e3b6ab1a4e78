"""Corrections: what readers say of annotations, how often each rule was found right, and the form
that says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter
from fastapi import Query as Parameters
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from onrecord.errors import OnrecordError
from onrecord.pipeline import correcting
from onrecord.pipeline.correcting import Judged, Listed
from onrecord.records import Record
from onrecord.store import corrections as kept
from onrecord.web import addresses, forms, judging
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.ledger import turned
from onrecord.web.mistakes import Failed
from onrecord.web.settings import DEEPEST

router = APIRouter()
_SIZE = 50
Page = Annotated[int, Parameters(ge=1, le=DEEPEST)]


class CorrectionsPage(Record, frozen=True, kw_only=True):
    """What is said of annotations, the last first, each with the ids of the annotations that it is
    of (none: it is not found now); and of each rule how often it was found right."""

    total: int
    page: int
    rules: tuple[Judged, ...]
    corrections: tuple[Listed, ...]
    next: str | None
    previous: str | None


@router.get(judging.PATH, name="corrections")
def corrections(asked: WithAsked, page: Page = 1) -> Response:
    """What readers have said of annotations, and the measured precision of each rule."""
    known = kept.listed(asked.holdings.folder.root)
    last_first = tuple(reversed(known))
    with asked.holdings.reading() as db:
        shown = tuple(correcting.listed(db, turned(last_first, page, _SIZE)))
    record = CorrectionsPage(
        total=len(known), page=page, rules=correcting.judged(known), corrections=shown,
        next=f"{judging.PATH}?page={page + 1}" if page * _SIZE < len(known) else None,
        previous=f"{judging.PATH}?page={page - 1}" if page > 1 else None,
    )  # fmt: skip
    return asked.answer(record, "corrections.html", lambda: _more(record))


@router.post(judging.PATH, name="correct", include_in_schema=False)
async def correct(asked: WithAsked) -> Response:
    """Takes what a visitor says of an annotation, and leads back to where it was said."""
    fields = await forms.form(asked.request, asked.words)
    given = {name: values[0] for name, values in fields.items()}
    await run_in_threadpool(_judge, asked, given)
    return RedirectResponse(judging.back(given.get("back", ""), given.get("id", "")), 303)


def _judge(asked: Asked, given: Mapping[str, str]) -> None:
    verdict = next((each for each in judging.VERDICTS if each == given.get("verdict")), None)
    if verdict is None:
        raise Failed(422, asked.words("mistake.form"))
    try:
        judging.judge(
            asked.holdings, given.get("id", ""), verdict, given.get("by", ""), given.get("why", "")
        )
    except OnrecordError as error:
        raise Failed(404, str(error)) from error


def _more(record: CorrectionsPage) -> Mapping[str, Any]:
    places = {}
    for one in record.corrections:
        for name in one.annotations[:1]:
            version, _, where = name.rpartition("#")
            places[name] = addresses.version(version, at=where.rpartition(":")[2]) + "#at"
    return {"places": places}
