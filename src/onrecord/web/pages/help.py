"""The help page: how to ask, which keys there are, and how programs read this archive."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from onrecord.records import Record
from onrecord.search.query.nodes import FIELDS
from onrecord.web.answers import WithAsked
from onrecord.web.shown import operators

router = APIRouter()


class Help(Record, frozen=True, kw_only=True):
    """The fields of the query language, and the keys."""

    fields: tuple[str, ...]
    keys: dict[str, str]


@router.get("/help", name="help")
def help_page(asked: WithAsked) -> Response:
    """The query language with examples to try, the keys, and the API."""
    record = Help(fields=FIELDS, keys=dict(asked.words.some("keys")))
    return asked.answer(record, "help.html", lambda: {"operators": operators(asked.words)})
