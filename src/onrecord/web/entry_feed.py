"""Entries of the ledger as an Atom feed (RFC 4287): each with its quote and its place. `updated` is
the day it was said, or the beginning of time: what is not known is not made up."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.responses import Response

from onrecord.ledger import dated
from onrecord.ledger.sayings import Saying
from onrecord.records import Record
from onrecord.web import addresses
from onrecord.web.answers import Asked

ATOM = "application/atom+xml; charset=utf-8"
_NEVER = "1970-01-01"
_SPACE = "http://www.w3.org/2005/Atom"
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


class Entry(Record, frozen=True):
    """One entry: its id, where it stands, a heading, the quote, the day, who said it."""

    id: str
    link: str
    title: str
    quote: str
    day: str
    author: str | None
    language: str | None


def entry(asked: Asked, said: Saying, title: str) -> Entry:
    """What a feed tells of a passage."""
    place = f"{said.span.start}-{said.span.end}"
    link = asked.base + addresses.statement(said.statement, said.version, at=place) + "#at"
    day = dated.known(said.date)
    return Entry(
        id=f"{asked.base}/ids/{addresses.path_of(said.id)}", link=link, title=title,
        quote=said.quote, day=dated.first(day) if day else _NEVER, author=said.speaker,
        language=said.language,
    )  # fmt: skip


def answer(asked: Asked, title: str, page: str, own: str, entries: Iterable[Entry]) -> Response:
    """The feed."""
    some = list(entries)
    feed = Element("feed", xmlns=_SPACE)
    _say(feed, "title", f"onrecord: {title}")
    _say(feed, "id", asked.base + own)
    SubElement(feed, "link", rel="self", href=asked.base + own)
    SubElement(feed, "link", href=asked.base + page)
    _say(feed, "updated", _moment(max((one.day for one in some), default=_NEVER)))
    _say(SubElement(feed, "author"), "name", "onrecord")
    for one in some:
        _add(feed, one)
    body = b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, "utf-8")
    return Response(body, media_type=ATOM)


def _add(feed: Element, one: Entry) -> None:
    made = SubElement(feed, "entry")
    if one.language:
        made.set("xml:lang", one.language)
    _say(made, "title", one.title)
    _say(made, "id", one.id)
    SubElement(made, "link", href=one.link)
    _say(made, "updated", _moment(one.day))
    if one.author:
        _say(SubElement(made, "author"), "name", one.author)
    _say(made, "content", one.quote)


def _say(parent: Element, name: str, text: str) -> None:
    clean = text.translate(_CONTROLS).encode("utf-8", "replace").decode()
    SubElement(parent, name).text = clean


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
