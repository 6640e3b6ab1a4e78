"""Feeds of any search: the newest results as Atom or as a JSON Feed."""

from __future__ import annotations

from typing import Annotated, Any
from xml.sax.saxutils import escape, quoteattr

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.web import addresses
from onrecord.web.answers import Asked, WithAsked, encoded
from onrecord.web.found import Found, Results, results
from onrecord.web.mistakes import Failed
from onrecord.web.queries import Search

router = APIRouter()
ATOM = "application/atom+xml; charset=utf-8"
JSON_FEED = "application/feed+json; charset=utf-8"
_SIZE = 50
# What no XML may hold (XML 1.0, 2.2).
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


@router.get("/feed", name="feed")
def feed(asked: WithAsked, wanted: Annotated[Search, Query()]) -> Response:
    """The newest results of a search as Atom; as a JSON Feed with `.json` or by `Accept`."""
    newest = wanted.model_copy(update={"sort": "date", "size": _SIZE, "page": 1})
    found = results(asked.holdings, newest, counted=False)
    if found.mistake is not None:
        raise Failed(found.mistake.status, found.mistake.message, found.mistake.position)
    if asked.wants_json:
        return Response(encoded(json_feed(asked, wanted, found)), media_type=JSON_FEED)
    return Response(atom(asked, wanted, found).encode("utf-8", "replace"), media_type=ATOM)


def json_feed(asked: Asked, wanted: Search, found: Results) -> dict[str, Any]:
    """By version 1.1 of jsonfeed.org."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(asked, found),
        "home_page_url": asked.base + wanted.address(),
        "feed_url": asked.base + wanted.address("/feed.json"),
        "items": [_item(asked, each) for each in found.hits],
    }


def _item(asked: Asked, each: Found) -> dict[str, Any]:
    hit = each.hit
    item = {
        "id": _id(each),
        "url": _link(asked, each),
        "external_url": hit.url,
        "title": _heading(asked, each),
        "content_text": hit.quote,
        "date_published": _moment(hit.date),
        "language": hit.language,
        "authors": [{"name": hit.speaker}] if hit.speaker else None,
    }
    return {name: value for name, value in item.items() if value is not None}


def atom(asked: Asked, wanted: Search, found: Results) -> str:
    """By RFC 4287. An entry's `updated` is the day it was said, or the beginning of time: what is
    not known is not made up, and the element may not be missing."""
    own = asked.base + wanted.address("/feed")
    newest = max((_moment(each.hit.date) or _NEVER for each in found.hits), default=_NEVER)
    entries = "\n".join(_entry(asked, each) for each in found.hits)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_xml(_title(asked, found))}</title>\n<id>{_xml(own)}</id>\n"
        f'<link rel="self" href={quoteattr(own)}/>\n'
        f"<link href={quoteattr(asked.base + wanted.address())}/>\n"
        f"<updated>{newest}</updated>\n<author><name>onrecord</name></author>\n{entries}\n</feed>\n"
    )


_NEVER = "1970-01-01T00:00:00Z"


def _entry(asked: Asked, each: Found) -> str:
    hit = each.hit
    language = f" xml:lang={quoteattr(hit.language)}" if hit.language else ""
    author = f"<author><name>{_xml(hit.speaker)}</name></author>" if hit.speaker else ""
    return (
        f"<entry{language}><title>{_xml(_heading(asked, each))}</title>"
        f"<id>{_xml(asked.base + '/ids/' + addresses.path_of(_id(each)))}</id>"
        f"<link href={quoteattr(_link(asked, each))}/>"
        f"<updated>{_moment(hit.date) or _NEVER}</updated>{author}"
        f"<content>{_xml(hit.quote)}</content></entry>"
    )


def _link(asked: Asked, each: Found) -> str:
    return asked.base + addresses.statement(each.hit.statement, each.version, each.anchor)


def _id(each: Found) -> str:
    """Several paragraphs of a text without labels are one turn."""
    return f"{each.hit.version}#{each.anchor}"


def _title(asked: Asked, found: Results) -> str:
    say = asked.words
    return say("feed.title", query=found.query) if found.query else say("feed.title_all")


def _heading(asked: Asked, each: Found) -> str:
    title = each.hit.title or asked.words("unknown.title")
    return f"{each.hit.speaker}: {title}" if each.hit.speaker else title


def _moment(date: str | None) -> str | None:
    """The first moment that a date may mean, as RFC 3339 wants it.

    >>> _moment("2019-10"), _moment("2019-10-09T10:54"), _moment(None)
    ('2019-10-01T00:00:00Z', '2019-10-09T10:54:00Z', None)
    """
    if not date:
        return None
    whole = date + _NEVER[len(date) :] if len(date) in (4, 7, 10) else f"{date[:16]}:00Z"
    return whole if len(date) > 7 else f"{date}{'-01-01' if len(date) == 4 else '-01'}T00:00:00Z"


def _xml(text: str | None) -> str:
    return escape((text or "").translate(_FORBIDDEN))
