"""Plots as Vega-Lite specifications, and drawn by them to SVG on the server. The colours are those
of the style sheet, in light and dark; each plot stands beside its table, which says the same.

It knows numbers and labels; words are given to it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from onrecord.store.company import Companion, Tie
from onrecord.web.histogram import histogram

Spec = dict[str, Any]
WIDTH = 600
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_ROWS = 14
_NODES = 16
_TIES = 60
_LABEL = 30
_ROW = 22
_RADIUS = 168
_CONFIG: Spec = {
    "background": None,
    "view": {"stroke": None},
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "grid": False, "labelLimit": 220},
    "font": "sans-serif",
}
# What a page may not hold by its policy, or says better itself.
_STYLE = re.compile(r' (?:style|role|aria-[a-z]+)="[^"]*"')
_KEPT = 256


class Words(NamedTuple):
    """The words of a plot: what is counted, and of what."""

    title: str
    number: str
    label: str


class Plot(NamedTuple):
    """A plot: its specification as JSON, and as drawn."""

    title: str
    spec: str
    svg: str


def plot(title: str, spec: Spec | None) -> Plot | None:
    """A plot as it stands on a page; None for nothing."""
    if spec is None:
        return None
    packed = msgspec.json.encode({"$schema": _SCHEMA, "config": _CONFIG, **spec}).decode()
    return Plot(title, packed, drawn(packed))


@lru_cache(maxsize=_KEPT)
def drawn(spec: str) -> str:
    """A specification as SVG, without anything that a strict policy would refuse."""
    import vl_convert  # a browser's engine: only loaded where a plot is asked for

    made: str = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    return _STYLE.sub("", made[made.index("<svg") :]).replace(
        "<svg ", '<svg aria-hidden="true" focusable="false" ', 1
    )


def months(counts: Mapping[str, int], words: Words) -> Spec | None:
    """Bars of each month, or of each year if there are many."""
    bars = histogram(counts)
    if bars is None:
        return None
    known = {str(bar.period): bar for bar in bars.bars}
    values = [{"when": period, "number": bar.number} for period, bar in known.items()]
    firsts = {bar.x: bar.period for bar in bars.bars}
    ticks = [firsts[x] for x, _ in bars.labels if x in firsts]
    return {
        "width": WIDTH, "height": 140, "data": {"values": values},
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {
            "x": {
                "field": "when", "type": "ordinal", "sort": None, "title": None,
                "axis": {"values": ticks, "labelAngle": 0, "labelExpr": "slice(datum.label, 0, 4)"},
            },
            "y": {"field": "number", "type": "quantitative", "title": words.number,
                  "axis": {"tickCount": 4, "format": ",d", "tickMinStep": 1}},
            "tooltip": [{"field": "when", "title": words.label},
                        {"field": "number", "title": words.number, "format": ",d"}],
        },
    }  # fmt: skip


def rows(counts: Sequence[tuple[str, int]], words: Words) -> Spec | None:
    """Bars that lie, the longest first, each with its label and number."""
    values = [{"label": label, "number": number} for label, number in counts[:_ROWS]]
    if not values:
        return None
    y = {"field": "label", "type": "ordinal", "sort": None, "title": None,
         "axis": {"domain": False, "ticks": False}}  # fmt: skip
    x = {"field": "number", "type": "quantitative", "axis": None}
    shown = [{"field": "label", "title": words.label},
             {"field": "number", "title": words.number, "format": ",d"}]  # fmt: skip
    return {
        "width": WIDTH - 240, "height": _ROW * len(values), "data": {"values": values},
        "encoding": {"y": y, "x": x, "tooltip": shown},
        "layer": [
            {"mark": {"type": "bar", "height": 12, "tooltip": True}},
            {"mark": {"type": "text", "align": "left", "dx": 5},
             "encoding": {"text": {"field": "number", "format": ",d"}}},
        ],
    }  # fmt: skip


def network(companions: Sequence[Companion], ties: Iterable[Tie], words: Words) -> Spec | None:
    """What is mentioned together: things around a circle, the more often the larger; between two
    that meet besides, a line, the more often the thicker."""
    some = _ordered(companions[:_NODES], ties)
    if len(some) < 3:
        return None
    places = {each.id: _place(n, len(some)) for n, each in enumerate(some)}
    inside = [tie for tie in ties if tie.a in places and tie.b in places][:_TIES]
    points = [_point(each, places[each.id]) for each in some]
    lines = [
        {"x": places[t.a][0], "y": places[t.a][1], "x2": places[t.b][0], "y2": places[t.b][1],
         "number": t.turns}
        for t in inside
    ]  # fmt: skip
    scale = {"domain": [-330, 330]}
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": scale}
    y = {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [-200, 200]}}
    tooltip = [{"field": "name", "title": words.label},
               {"field": "number", "title": words.number, "format": ",d"}]  # fmt: skip
    label = {"x": x, "y": y, "text": {"field": "label"}, "tooltip": tooltip}
    sized = {"field": "number", "type": "quantitative", "legend": None}
    return {
        "width": 640, "height": 400, "padding": 4,
        "layer": [
            {"data": {"values": lines}, "mark": {"type": "rule", "opacity": 0.6},
             "encoding": {"x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"},
                          "size": {**sized, "scale": {"range": [0.5, 5]}}}},
            {"data": {"values": points},
             "mark": {"type": "point", "filled": True, "opacity": 1, "tooltip": True},
             "encoding": {"x": x, "y": y, "tooltip": tooltip,
                          "size": {**sized, "scale": {"range": [50, 420], "zero": True}}}},
            *(
                {"data": {"values": [p for p in points if (p["x"] >= 0) == right]},
                 "mark": {"type": "text", "align": "left" if right else "right", "fontSize": 12,
                          "dx": 14 if right else -14},
                 "encoding": label}
                for right in (True, False)
            ),
        ],
        "resolve": {"scale": {"size": "independent"}},
    }  # fmt: skip


def _point(each: Companion, place: tuple[float, float]) -> dict[str, Any]:
    short = each.name if len(each.name) <= _LABEL else f"{each.name[: _LABEL - 1]}\u2026"
    return {
        "x": place[0], "y": place[1], "name": each.name, "label": short, "number": each.turns
    }  # fmt: skip


def _place(n: int, of: int) -> tuple[float, float]:
    """Where the n-th of some stands on the circle; none quite at the top or the bottom."""
    angle = math.pi * (1 / of + 2 * n / of)
    return round(_RADIUS * math.sin(angle), 1), round(_RADIUS * math.cos(angle), 1)


def _ordered(companions: Sequence[Companion], ties: Iterable[Tie]) -> list[Companion]:
    """Those that meet often beside each other: the one that meets the last one most comes next."""
    weights: dict[tuple[str, str], int] = {}
    for tie in ties:
        weights[tie.a, tie.b] = weights[tie.b, tie.a] = tie.turns
    left, ordered = list(companions), []
    while left:
        last = ordered[-1].id if ordered else ""
        following = max(left, key=lambda each: (weights.get((last, each.id), 0), each.turns))
        left.remove(following)
        ordered.append(following)
    return ordered
