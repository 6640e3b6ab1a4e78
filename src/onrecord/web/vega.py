"""The plots of a dossier as Vega-Lite specifications, with their data in them: to be opened in an
editor or a notebook. What is drawn on the page stands in `plots`; both count the same turns.

It knows how a specification is written; words and addresses are given by who asks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.pipeline.dossiers import Dossier
from onrecord.web.words import Words

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
PLOTS = ("months", "states", "speakers", "together")
_MONTH = len("2019-11")
_MOST_STATES = 12
_MOST_SPEAKERS = 40
_WIDTH = 640

Address = Callable[..., str]
Rows = list[dict[str, Any]]


def specification(plot: str, record: Dossier, to: Address, say: Words) -> dict[str, Any] | None:
    """A plot of a dossier; `to` gives the address of the turns that something counts. `None` where
    there is nothing to draw."""
    make = {"months": _months, "states": _states, "speakers": _speakers, "together": _together}
    drawn = make[plot](record, to, say)
    if drawn is None:
        return None
    return {
        "$schema": SCHEMA,
        "title": record.name,
        "description": say(f"dossier.{_TOLD[plot]}"),
        "usermeta": {"entity": record.id, "source": to().partition("#")[0]},
        **drawn,
    }


_TOLD = {
    "months": "when_plot",
    "states": "from_plot",
    "speakers": "speakers_plot",
    "together": "together_plot",
}


def _months(record: Dossier, to: Address, say: Words) -> dict[str, Any] | None:
    rows: Rows = [
        {"month": month, "turns": turns, "address": to(month=month)}
        for month, turns in record.months.items()
        if len(month) == _MONTH
    ]
    return _plotted(rows, x=_time(say), y=_turns(say))


def _states(record: Dossier, to: Address, say: Words) -> dict[str, Any] | None:
    rows: Rows = [
        {
            "state": say.country(iso) if iso else say("dossier.not_said"),
            "month": month,
            "turns": turns,
            "address": to(country=iso, month=month),
        }
        for iso in list(record.countries)[:_MOST_STATES]
        for month, turns in record.when[iso].items()
        if len(month) == _MONTH
    ]
    row = {"field": "state", "type": "nominal", "title": say("dossier.state"), "sort": None}
    return _plotted(rows, height=40, x=_time(say), y=_turns(say), row=row)


def _speakers(record: Dossier, to: Address, say: Words) -> dict[str, Any] | None:
    rows: Rows = [
        {
            "speaker": one.name or say("unknown.speaker"),
            "state": say.country(one.country) if one.country else say("dossier.not_said"),
            "turns": one.turns,
            "statements": one.statements,
            "address": to(speaker=one.name or "", country=one.country or ""),
        }
        for one in record.speakers[:_MOST_SPEAKERS]
    ]
    state = {"field": "state", "type": "nominal", "title": say("dossier.state")}
    return _plotted(rows, x=_turns(say), y=_ranked("speaker", say("dossier.speaker")), color=state)


def _together(record: Dossier, to: Address, say: Words) -> dict[str, Any] | None:
    """The companions as bars, and below, who of them meets whom: a square each."""
    names = {each.id: each.name for each in record.company.companions}
    rows: Rows = [
        {"name": each.name, "turns": each.turns, "address": to(beside=(each.id,))}
        for each in record.company.companions
    ]
    bars = _plotted(rows, x=_turns(say), y=_ranked("name", say("dossier.other")))
    if bars is None:
        return None
    met: Rows = [
        {"a": names[a], "b": names[b], "turns": tie.turns, "address": to(beside=(tie.a, tie.b))}
        for tie in record.company.ties
        for a, b in ((tie.a, tie.b), (tie.b, tie.a))
    ]
    if not met:
        return bars
    encoding = {
        "x": {"field": "a", "type": "nominal", "title": None},
        "y": {"field": "b", "type": "nominal", "title": None},
        "color": {**_turns(say), "scale": {"scheme": "greys"}},
        **_told(),
    }
    return {"vconcat": [bars, {"data": {"values": met}, "mark": "rect", "encoding": encoding}]}


def _plotted(rows: Rows, height: int | None = None, **encoding: Any) -> dict[str, Any] | None:
    if not rows:
        return None
    size = {"height": height} if height else {}
    data = {"data": {"values": rows}, "mark": "bar", "width": _WIDTH}
    return {**data, **size, "encoding": {**encoding, **_told()}}


def _told() -> dict[str, Any]:
    """A mark leads to what it counts, and says it."""
    return {
        "href": {"field": "address", "type": "nominal"},
        "tooltip": {"field": "turns", "type": "quantitative"},
    }


def _time(say: Words) -> dict[str, Any]:
    title = say("dossier.month")
    return {"field": "month", "type": "temporal", "timeUnit": "utcyearmonth", "title": title}


def _turns(say: Words) -> dict[str, Any]:
    return {"field": "turns", "type": "quantitative", "title": say("dossier.turns")}


def _ranked(field: str, title: str) -> dict[str, Any]:
    return {"field": field, "type": "nominal", "title": title, "sort": "-x"}
