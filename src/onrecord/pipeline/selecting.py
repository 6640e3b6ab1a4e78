"""What a Python program may ask an archive for: filters by their names, what a query finds, and the
turns that it chooses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from onrecord.pipeline.tables import Rows
from onrecord.search.engine import Index
from onrecord.search.records import Filters, Hit, Results
from onrecord.store import naming

Values = str | Sequence[str] | None


class Chosen(TypedDict, total=False):
    """Filters: a value or several of which one must be so, and dates as precise as wanted."""

    lang: Values
    country: Values
    speaker: Values
    role: Values
    kind: Values
    outlet: Values
    source: Values
    statement: Values
    entity: Values
    about: Values
    act: Values
    due: Values
    answered: Values
    since: str | None
    until: str | None


class Found(Rows[Hit]):
    """The hits that were asked for. `total`: of all there are; `facets` and `months`: counts of
    values, if asked for; `notices`: how the query was taken; `suggestion`: with likelier words."""

    def __init__(self, results: Results) -> None:
        super().__init__(Hit, lambda: iter(results.hits))
        self.total = results.total
        self.facets = results.facets
        self.months = results.months
        self.notices = results.notices
        self.suggestion = results.suggestion


def filters(chosen: Chosen) -> Filters:
    """
    >>> filters({"speaker": "Ann Lee", "lang": ["en", "fr"], "since": None}).lang
    ('en', 'fr')
    """
    given: dict[str, object] = {}
    for name, value in chosen.items():
        if name not in Filters.__struct_fields__:
            known = ", ".join(Filters.__struct_fields__)
            raise TypeError(f"there is no filter {name!r}: one of {known}")
        if value is not None:
            given[name] = value if name in ("since", "until") else _several(name, value)
    return Filters(**given)  # type: ignore[arg-type] # the names were checked


def _several(name: str, value: object) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, Sequence) or not all(isinstance(each, str) for each in values):
        raise TypeError(f"{name}: {value!r} is no text, nor a list of texts")
    return tuple(values)


def selected(index: Index, query: str, wanted: Filters) -> dict[tuple[str, int], set[int]]:
    """The turns that a query and filters choose: of each statement and version their numbers."""
    found: dict[tuple[str, int], set[int]] = {}
    for turn in index.every(query, wanted):
        asked = naming.reference(turn.turn)
        if asked.version is not None and asked.turn is not None:
            found.setdefault((turn.statement, asked.version), set()).add(asked.turn)
    return found
