"""Compiling of the table of members: written lines and seen rows -> one row an organisation.

Knows how a line of `organisations/members.toml` is written. Pure; used by `scripts/build_actors.py`
and tests, never at run time. `organisations.py` reads what is made here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

import msgspec

from onrecord.gazetteer.naming import Rows

_LINE = re.compile(r"(\?|\d{4}(?:-\d{2}){0,2}): (.+)")
_STATE = re.compile(r"([A-Z]{2})(?:/(\d{4}(?:-\d{2}){0,2}))?")
_SEEN_SOURCE = "CIA World Factbook (public domain), as seen"


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of members.toml."""

    source: str
    members: str


def rows(
    written: Mapping[str, object], seen: Iterable[list[str]], known: Container[str]
) -> tuple[Rows, Rows]:
    """(organisation -> `state,since,until,seen,source;...`, number -> source).

    What is written by hand goes before what was only seen.
    """
    tables = msgspec.convert(written, dict[str, Table])
    if strangers := sorted(name for name in tables if name not in known):
        raise KeyError(f"members of no known organisation: {strangers}")
    sources = {table.source: str(i) for i, table in enumerate(tables.values(), 1)}
    found = {
        name: ";".join(_cells(table.members, sources[table.source], name))
        for name, table in tables.items()
    }
    spans: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for organisation, state, first, last in seen:
        before = spans[organisation].get(state, (first, last))
        spans[organisation][state] = (min(first, before[0]), max(last, before[1]))
    for name, states in spans.items():
        if name not in found:
            found[name] = ";".join(
                f"{state},,,{first}/{last},0" for state, (first, last) in sorted(states.items())
            )
    numbered = {"0": _SEEN_SOURCE} | {number: source for source, number in sources.items()}
    return dict(sorted(found.items())), numbered


def _cells(lines: str, source: str, name: str) -> Iterator[str]:
    for line in lines.strip().splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"{name}: no line of members: {line!r}")
        since = "" if match[1] == "?" else match[1]
        for cell in match[2].split(" "):
            state = _STATE.fullmatch(cell)
            if state is None:
                raise ValueError(f"{name}: no state: {cell!r}")
            yield f"{state[1]},{since},{state[2] or ''},,{source}"
