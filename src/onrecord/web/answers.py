"""How a view's record leaves: as a page for people, or as JSON for programs. One record for both.

JSON is asked for by `Accept: application/json`, or by `.json` at the end of the address (which
`guard` takes off again).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
from fastapi import Depends
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import __version__
from onrecord.records import Record
from onrecord.web import addresses, judging
from onrecord.web.holdings import Holdings
from onrecord.web.labels import Labels, voice_of
from onrecord.web.mistakes import Mistake
from onrecord.web.settings import Settings
from onrecord.web.words import Words, direction, file_name, host, words

JSON = "application/json"
HTML = "text/html; charset=utf-8"
_STATIC = files("onrecord.web") / "static"
More = Callable[[], Mapping[str, Any]]


class Asked:
    """A request, with what is needed to answer it."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.holdings: Holdings = request.app.state.holdings
        self.settings: Settings = request.app.state.settings
        self.words: Words = words(self.settings.language)

    @property
    def wants_json(self) -> bool:
        """Whether a program asks."""
        state = self.request.scope.get("state", {})
        accepted = self.request.headers.get("accept", "")
        return bool(state.get("json")) or (JSON in accepted and "text/html" not in accepted)

    @property
    def base(self) -> str:
        """What addresses begin with that are to be used elsewhere, without a slash at the end."""
        return (self.settings.address or str(self.request.base_url)).rstrip("/")

    def answer(
        self, record: Record, template: str, more: More | None = None, status: int = 200
    ) -> Response:
        """The record as JSON, or as a page by a template; `more`: what only the page needs."""
        if self.wants_json:
            response = Response(encoded(record), status, media_type=JSON)
        else:
            page = self.page(template, {"page": record, **(more() if more else {})})
            response = Response(page, status, media_type=HTML)
        response.headers["Vary"] = "Accept"
        if "hx-request" in self.request.headers:  # the address stays that of what is shown
            asked = self.request.url
            response.headers["HX-Replace-Url"] = asked.path + (
                f"?{asked.query}" if asked.query else ""
            )
        return response

    def page(self, template: str, values: Mapping[str, Any]) -> str:
        """A page by a template."""
        path = self.request.url.path
        searched = self.request.url.query
        made = environment(self.settings.language).get_template(template)
        return made.render(
            {
                "path": path,
                "json_address": f"{addresses.path_of(path)}.json"
                + (f"?{searched}" if searched else ""),
                "here_address": f"{path}?{searched}" if searched else path,
                "correcting": self.request.app.state.token if self.settings.correcting else None,
                "judged_now": judging.told(
                    self.holdings, self.request.query_params.get("corrected", "")
                ),
                **values,
            }
        )

    def mistaken(self, mistake: Mistake) -> Response:
        """A mistake as a page or JSON."""
        if self.wants_json:
            body = msgspec.json.encode({"error": mistake})
            return Response(body, mistake.status, media_type=JSON)
        page = self.page("mistake.html", {"mistake": mistake})
        return Response(page, mistake.status, media_type=HTML)

    def moved(self, address: str, lasting: bool = False) -> Response:
        """To another of our pages; a program stays with JSON."""
        if self.wants_json and self.request.scope.get("state", {}).get("json"):
            parts = urlsplit(address)
            address = f"{parts.path}.json" + (f"?{parts.query}" if parts.query else "")
        return RedirectResponse(address, 308 if lasting else 303)


WithAsked = Annotated[Asked, Depends(Asked)]


def encoded(record: object) -> bytes:
    """A record as JSON. A lone surrogate, which UTF-8 cannot say, becomes a question mark."""
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        return msgspec.json.encode(_plain(msgspec.to_builtins(record)))


def _plain(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_plain(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


@cache
def environment(language: str) -> Environment:
    """The templates, with the words of a language. What is not there is an error, and everything is
    escaped."""
    made = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    say = words(language)
    labels = Labels(say)
    made.globals |= {
        "say": say,
        "to": addresses,
        "static": static,
        "direction": direction,
        "host": host,
        "file_name": file_name,
        "version": __version__,
        "label_of": labels.value,
        "method_words": labels.method,
        "voice_of": voice_of,
    }
    return made


@cache
def static(name: str) -> str:
    """The address of a file of ours, which changes when the file does.

    >>> static("style.css").startswith("/static/style.css?v=")
    True
    """
    digest = hashlib.sha256((_STATIC / name).read_bytes()).hexdigest()
    return f"/static/{name}?v={digest[:12]}"
