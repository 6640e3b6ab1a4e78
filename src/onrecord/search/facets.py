"""Counts of values among the turns that a query finds."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

import tantivy

_MOST = {"month": 12_000, "entity": 100}
_FIELD = {"entity": "mentioned"}  # the field `entity` is the speaker's


def counted(
    searcher: tantivy.Searcher, query: tantivy.Query, names: Iterable[str]
) -> dict[str, dict[str, int]]:
    """How many of the turns that a query finds have each value of each field: the most frequent
    first, equals by name; months in order of time."""
    asked = {name: _terms(name) for name in names}
    found = searcher.aggregate(query, asked) if asked else {}
    return {name: _sorted(found[name]["buckets"], name == "month") for name in asked}


def _terms(name: str) -> dict[str, Any]:
    return {"terms": {"field": _FIELD.get(name, name), "size": _MOST.get(name, 1_000)}}


def _sorted(buckets: list[dict[str, Any]], by_name: bool) -> dict[str, int]:
    pairs = [(bucket["key"], bucket["doc_count"]) for bucket in buckets]
    pairs.sort(key=itemgetter(0))
    if not by_name:
        pairs.sort(key=itemgetter(1), reverse=True)  # equals stay as they are
    return dict(pairs)
