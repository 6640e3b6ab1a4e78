"""Saved searches: the list, what each has found, its feeds; and the forms that save and remove."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from onrecord.alerts import database as book
from onrecord.alerts import outbox, searches
from onrecord.alerts.feeds import ATOM, JSON_FEED, atom, json_feed
from onrecord.alerts.records import Alert, SavedSearch
from onrecord.errors import ArchiveError, NoEncoder, QueryError
from onrecord.pipeline import alerting
from onrecord.pipeline import saving as keeping
from onrecord.pipeline.earlier import earlier
from onrecord.records import Record
from onrecord.web import forms, saved
from onrecord.web.answers import Asked, WithAsked, encoded
from onrecord.web.mistakes import Failed
from onrecord.web.queries import Search
from onrecord.web.saved import Saved
from onrecord.web.settings import DEEPEST

router = APIRouter()
_SIZE = 50
Page = Annotated[int, Query(ge=1, le=DEEPEST)]


class Alerts(Record, frozen=True, kw_only=True):
    """The saved searches."""

    searches: tuple[Saved, ...]


class SavedPage(Record, frozen=True, kw_only=True):
    """A saved search and a page of what it has found, the last first."""

    saved: Saved
    page: int
    alerts: tuple[Alert, ...]
    next: str | None
    previous: str | None


@router.get("/alerts", name="alerts")
def alerts(asked: WithAsked) -> Response:
    """The saved searches: what each asks, its feeds, and how many alerts there are."""
    folder, record = asked.holdings.folder, Alerts(searches=())
    if folder.alerts.is_file():
        with book.opened(folder.alerts) as db:
            record = Alerts(searches=tuple(_saved(db, each) for each in searches.every(db)))
    return asked.answer(record, "alerts.html", lambda: {"saving": _token(asked)})


@router.post("/alerts", name="save_search", include_in_schema=False)
async def save(asked: WithAsked) -> Response:
    """Saves a search that a form of the search page sends."""
    fields = await forms.form(asked.request, asked.words)
    return await run_in_threadpool(_save, asked, fields)


@router.post("/alerts/remove", name="remove_search", include_in_schema=False)
async def remove(asked: WithAsked) -> Response:
    """Takes a saved search away."""
    fields = await forms.form(asked.request, asked.words)
    name = fields.get("search", [""])[0]
    if not await run_in_threadpool(keeping.remove, asked.holdings.folder, name):
        raise Failed(404, asked.words("mistake.no_search", id=name))
    return RedirectResponse("/alerts", 303)


@router.get("/alerts/{search}", name="saved_search")
def saved_search(asked: WithAsked, search: str, page: Page = 1) -> Response:
    """What a saved search has found, the last first."""
    one = _found(asked, search)
    with book.opened(asked.holdings.folder.alerts) as db:
        some = outbox.of_search(db, one.id, _SIZE + 1, (page - 1) * _SIZE)
        record = SavedPage(
            saved=_saved(db, one),
            page=page,
            alerts=some[:_SIZE],
            next=f"{saved.address(one.id)}?page={page + 1}" if len(some) > _SIZE else None,
            previous=f"{saved.address(one.id)}?page={page - 1}" if page > 1 else None,
        )
    return asked.answer(
        record,
        "saved.html",
        lambda: {"shown_alerts": saved.shown(record.alerts, asked.words)},
    )


@router.get("/alerts/{search}/feed", name="saved_feed")
def saved_feed(asked: WithAsked, search: str, page: Page = 1) -> Response:
    """What a saved search has found as Atom, or as a JSON Feed (`.json`, or by `Accept`): all of
    it, in pages; at the end, the newest of what was there before it was saved."""
    one = _found(asked, search)
    with book.opened(asked.holdings.folder.alerts) as db:
        some = outbox.of_search(db, one.id, _SIZE + 1, (page - 1) * _SIZE)
        entries = [saved.entry(asked, alert) for alert in some[:_SIZE]]
        if len(some) <= _SIZE:
            with asked.holdings.reading() as records:
                before = earlier(saved.asking(asked, one), records, one, _SIZE)
            known = outbox.known(db, before)
            entries += [
                saved.earlier_entry(asked, name, found)
                for name, found in before.items()
                if name not in known
            ]
    made = saved.feed(asked, one, entries, page, len(some) > _SIZE)
    if asked.wants_json:
        return Response(encoded(json_feed(made)), media_type=JSON_FEED)
    return Response(atom(made).encode("utf-8", "replace"), media_type=ATOM)


def _found(asked: Asked, search: str) -> SavedSearch:
    """A saved search that is there, with what has come since matched, where we may write."""
    folder = asked.holdings.folder
    if folder.alerts.is_file():
        with book.opened(folder.alerts) as db:
            one = searches.one(db, search)
        if one is not None:
            with suppress(ArchiveError):
                alerting.match(folder)
            return one
    raise Failed(404, asked.words("mistake.no_search", id=search))


def _saved(db: sqlite3.Connection, one: SavedSearch) -> Saved:
    states = outbox.states(db, one.id)
    search = saved.search_of(one)
    return Saved(
        search=one,
        asked=" ".join([*filter(None, [one.query]), *saved.conditions(one)]),
        address=saved.address(one.id),
        feed=saved.address(one.id, "feed"),
        results=search.address(),
        targets=tuple(map(saved.hidden, searches.targets(db, one.id))),
        alerts=outbox.counts(db)[one.id],
        pending=states.get("pending", 0),
        dead=states.get("dead", 0),
    )


def _token(asked: Asked) -> str | None:
    return asked.request.app.state.token if asked.settings.saving else None


def _save(asked: Asked, fields: dict[str, list[str]]) -> Response:
    name = fields.pop("name", [""])[0]
    listed = {key for key, field in Search.model_fields.items() if field.default == []}
    given = {key: many if key in listed else many[0] for key, many in fields.items()}
    try:
        wanted = Search.model_validate(given)
    except ValidationError as error:
        raise Failed(422, asked.words("mistake.form")) from error
    try:
        made, _ = keeping.save(
            asked.holdings.folder,
            keeping.Wanted(
                name=name,
                query=wanted.written(),
                filters=wanted.filters,
                mode=wanted.mode,
                like=wanted.like.strip() or None,
            ),
        )
    except QueryError as error:
        raise Failed(400, str(error), error.position) from error
    except NoEncoder as error:
        raise Failed(400, str(error)) from error
    return RedirectResponse(f"/alerts#{made.id}", 303)
