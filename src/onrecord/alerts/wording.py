"""Alerts in words: as a line, as the parts of an e-mail. The words stand in `templates/`; what
comes from a page is escaped wherever it could be taken for anything else."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from onrecord.alerts.records import Alert, Found

if TYPE_CHECKING:
    from jinja2 import Environment

_LANGUAGE = "en"
_LINE = 160
_SUBJECT = 120
_NAMES = 3


class Group(NamedTuple):
    """The alerts of one search."""

    id: str
    name: str
    asked: str
    alerts: Sequence[Alert]


class Worded(NamedTuple):
    """A message in its two forms, and what it is about."""

    subject: str
    text: str
    html: str


def worded(alerts: Sequence[Alert], base: str | None) -> Worded:
    """A message of some alerts, by search. `base`: what links to our own pages begin with."""
    found: dict[str, list[Alert]] = {}
    for alert in alerts:
        found.setdefault(alert.search, []).append(alert)
    groups = [Group(key, many[0].name, asked(many[0]), many) for key, many in found.items()]
    subject = _subject(groups)
    values: dict[str, Any] = {
        "groups": groups,
        "subject": subject,
        "labels": _words()["labels"],
        "said": _said,
        "pieces": pieces,
        "web": _web,
        "link": lambda alert: link(alert, base),
    }
    text, html = (
        _environment().get_template(f"digest.{_LANGUAGE}.{form}").render(values)
        for form in ("txt", "html")
    )
    return Worded(subject, text, html)


def line(alert: Alert) -> str:
    """An alert in one line.

    The words that matched stand in it, however long the quote is.
    """
    said = f"{alert.speaker}: " if alert.speaker else ""
    day = f" ({alert.date[:10]})" if alert.date else ""
    label = _words()["labels"][alert.kind]
    return f"{label} [{alert.name}]{day} {said}\u201c{_around(alert)}\u201d {alert.version}"


def asked(alert: Alert) -> str:
    """What was asked, as it would be written.

    The filters stand behind the query.
    """
    set_filters = [f"{name}:{value}" for name, many in alert.filters.items() for value in many]
    mode = "mode:meaning" if alert.near is not None else ""
    return " ".join(filter(None, [alert.query, mode, *set_filters]))


def link(alert: Alert, base: str | None) -> str | None:
    """The address of the turn on our own pages."""
    if not base:
        return None
    at = f"{alert.span.start}-{alert.span.end}"
    return f"{base.rstrip('/')}/statements/{quote(alert.version, safe='/@:')}?at={at}#at"


def pieces(alert: Alert | Found) -> Iterator[tuple[str, bool]]:
    """The quote in pieces, each with whether it is what was looked for."""
    at, base = 0, alert.span.start
    for mark in alert.highlights:
        start, end = mark.start - base, mark.end - base
        if start > at:
            yield alert.quote[at:start], False
        yield alert.quote[start:end], True
        at = end
    if at < len(alert.quote):
        yield alert.quote[at:], False


def _around(alert: Alert) -> str:
    first = alert.highlights[0].start - alert.span.start if alert.highlights else 0
    start = max(0, first - _LINE // 2) if len(alert.quote) > _LINE else 0
    shown = " ".join(alert.quote[start : start + _LINE].split())
    return "\u2026" * (start > 0) + shown + "\u2026" * (start + _LINE < len(alert.quote))


def _subject(groups: Sequence[Group]) -> str:
    forms = _words()["subject"]
    count = sum(len(group.alerts) for group in groups)
    if count == 1:
        alert = groups[0].alerts[0]
        made = forms["one"].format(name=alert.name, title=alert.title or alert.statement)
    else:
        names = ", ".join(group.name for group in groups[:_NAMES])
        more = "\u2026" if len(groups) > _NAMES else ""
        made = forms["many"].format(count=f"{count:,}", names=names + more)
    return _flat(made)[:_SUBJECT]


def _said(alert: Alert) -> str:
    known = (alert.speaker, alert.date and alert.date[:10], alert.country, alert.language)
    return "".join(f" \u00b7 {each}" for each in known if each)


def _web(url: str | None) -> bool:
    return bool(url) and str(url).startswith(("http://", "https://"))


def _flat(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@cache
def _words() -> dict[str, Any]:
    folder = files("onrecord.alerts") / "templates"
    return tomllib.loads((folder / f"{_LANGUAGE}.toml").read_text("utf-8"))


@cache
def _environment() -> Environment:
    from jinja2 import (  # noqa: PLC0415  (for e-mail only)
        Environment,
        PackageLoader,
        StrictUndefined,
        select_autoescape,
    )

    made = Environment(
        loader=PackageLoader("onrecord.alerts"),
        autoescape=select_autoescape(["html"], default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    flat: Callable[[str], str] = _flat
    made.filters["flat"] = flat
    return made
