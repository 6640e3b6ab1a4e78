"""The application: every page in one visible tuple, what protects them around it, and what becomes
of mistakes. Nothing of an archive is opened until the first request."""

from __future__ import annotations

import mimetypes
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord import __version__
from onrecord.archive.folder import Folder
from onrecord.errors import ArchiveError
from onrecord.pipeline import dossiers as making
from onrecord.pipeline.meetings import Sides
from onrecord.records import Record
from onrecord.web import api_schema, forms
from onrecord.web.answers import Asked
from onrecord.web.compare_record import Compared
from onrecord.web.found import Results
from onrecord.web.guard import Guard
from onrecord.web.holdings import Holdings
from onrecord.web.mistakes import Failed, Mistake
from onrecord.web.pages import (
    agenda,
    alerts,
    browse,
    cite,
    commitments,
    compare,
    contradictions,
    corrections,
    coverage,
    dossier,
    dossiers,
    edits,
    events,
    evidence,
    feeds,
    help,
    issues,
    languages,
    ledger,
    meetings,
    originals,
    positions,
    search,
    statement,
    tallies,
    timeline,
    unanswered,
)
from onrecord.web.settings import Settings

PAGES = (
    search,
    statement,
    timeline,
    dossier,
    dossiers,
    cite,
    evidence,
    originals,
    issues,
    browse,
    feeds,
    alerts,
    coverage,
    meetings,
    ledger,
    commitments,
    agenda,
    positions,
    tallies,
    unanswered,
    events,
    corrections,
    edits,
    compare,
    languages,
    contradictions,
    help,
)
RECORDS: dict[str, type[Record]] = {
    "start": search.Start,
    "search": Results,
    "statement": statement.StatementPage,
    "dossier": making.Dossier,
    "dossiers": dossiers.Dossiers,
    "timeline": timeline.Timeline,
    "cite": cite.Citation,
    "evidence": evidence.Evidence,
    "original": originals.Original,
    "issues": issues.Issues,
    "browse": browse.Shelves,
    "shelf": browse.Shelf,
    "alerts": alerts.Alerts,
    "saved_search": alerts.SavedPage,
    "coverage": coverage.Coverage,
    "source_coverage": coverage.SourceCoverage,
    "meetings": meetings.Meetings,
    "sides": Sides,
    "ledger": ledger.LedgerPage,
    "tallies": tallies.TalliesPage,
    "commitments": commitments.CommitmentsPage,
    "agenda": agenda.AgendaPage,
    "positions": positions.PositionsPage,
    "unanswered": unanswered.UnansweredPage,
    "events": events.EventsPage,
    "corrections": corrections.CorrectionsPage,
    "edits": edits.Edits,
    "compare": Compared,
    "languages": languages.Languages,
    "contradictions": contradictions.Contradictions,
    "help": help.Help,
}
_STATIC = files("onrecord.web") / "static"
_ABOUT = (
    "Every page is also JSON: add `.json` to its path, or ask with `Accept: application/json`. "
    "Offsets are half-open, in Unicode code points of `text`. Nothing can be changed here."
)


def application(folder: Folder, settings: Settings | None = None) -> FastAPI:
    """The application over one archive."""
    chosen = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.holdings.close()

    app = FastAPI(
        title="onrecord", version=__version__, description=_ABOUT, lifespan=lifespan,
        docs_url=None, redoc_url=None, openapi_url="/openapi",
        generate_unique_id_function=lambda route: route.name,
    )  # fmt: skip
    app.state.holdings = Holdings(folder)
    app.state.settings = chosen
    app.state.token = forms.new_token()
    for page in PAGES:
        app.include_router(page.router)
    app.add_api_route("/static/{name}", static, include_in_schema=False)
    app.add_exception_handler(Failed, _failed)
    app.add_exception_handler(ArchiveError, _archive)
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_exception_handler(HTTPException, _http)
    app.add_middleware(Guard, settings=chosen)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    return app


def static(name: str) -> Response:
    """A file of ours. Its address changes when it does, so that it may be kept for ever."""
    found = _STATIC / name
    if "/" in name or name.startswith(".") or not found.is_file():
        raise HTTPException(404)
    kind = mimetypes.guess_type(name)[0] or "text/plain"
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(found.read_bytes(), headers=headers, media_type=kind)


def _described(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        app.openapi_schema = api_schema.with_records(made, RECORDS)
    return app.openapi_schema


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, Failed)
    return Asked(request).mistaken(error.mistake)


def _archive(request: Request, error: Exception) -> Response:
    return Asked(request).mistaken(Mistake(status=503, message=str(error)))


def _not_valid(request: Request, error: Exception) -> Response:
    """A parameter that cannot be: which one, and why."""
    assert isinstance(error, RequestValidationError)
    say = Asked(request).words
    first = error.errors()[0]
    name = str(first["loc"][-1])
    message = say("mistake.parameter", name=name, why=first["msg"])
    return Asked(request).mistaken(Mistake(status=422, message=message))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    say = Asked(request).words
    known = say("mistake.not_found") if error.status_code == 404 else str(error.detail)
    return Asked(request).mistaken(Mistake(status=error.status_code, message=known))
