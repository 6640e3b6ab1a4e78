"""Corrections of a user: found by the id of an annotation, written beside the archive, listed, and
counted by rule."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.records import Record, Span
from onrecord.store import corrections, naming, standoff
from onrecord.store.corrections import Correction, Verdict
from onrecord.store.standoff import Kept

_ID = re.compile(r"(?P<version>.+)#(?P<layer>[a-z]+):(?P<start>\d{1,9})-(?P<end>\d{1,9})")


class Listed(Record, frozen=True, kw_only=True):
    """A correction, and the ids of the annotations that it is of: none where it is not found."""

    correction: Correction
    annotations: tuple[str, ...]


class Judged(Record, frozen=True, kw_only=True):
    """How often a rule was found right. `precision`: the share of what was accepted."""

    layer: str
    rule: str
    accepted: int
    rejected: int
    amended: int
    precision: float


def find(db: sqlite3.Connection, name: str) -> Kept:
    """The annotation of an id, such as `a/2021/b@1#commitment:120-180`."""
    parts = _ID.fullmatch(name)
    found = naming.reference(parts["version"]) if parts else None
    if parts is None or found is None or found.version is None:
        raise OnrecordError(f"{name}: no id of an annotation: it is like a/b@1#commitment:120-180")
    span = Span(int(parts["start"]), int(parts["end"]))
    for kept in standoff.every(db, found.statement, found.version):
        if kept.layer == parts["layer"] and kept.span == span:
            return kept
    raise OnrecordError(f"{name}: there is no such annotation: the ledger prints the ids")


def correction(
    db: sqlite3.Connection,
    kept: Kept,
    verdict: Verdict,
    value: Mapping[str, Any] | None = None,
    **told: str | None,
) -> Correction:
    """What is to be written: `by`, `at`, `why` as told."""
    statement, number, _ = naming.reference(kept.version)
    return Correction(
        statement=statement,
        capture=corrections.digest_of(db, statement, number or 1),
        layer=kept.layer,
        span=kept.span,
        quote=kept.quote,
        verdict=verdict,
        value=dict(value or {}),
        rule=kept.rule,
        **told,
    )


def identified(kept: Kept) -> str:
    """The id of an annotation."""
    return f"{kept.version}#{kept.layer}:{kept.span.start}-{kept.span.end}"


def listed(db: sqlite3.Connection, known: tuple[Correction, ...]) -> Iterator[Listed]:
    """The corrections that there are, with what each is of."""
    found: dict[str, list[str]] = {}
    for statement, number in corrections.of(db):
        for kept in standoff.every(db, statement, number):
            if kept.correction is not None:
                found.setdefault(_key(kept.correction), []).append(identified(kept))
    for each in known:
        yield Listed(correction=each, annotations=tuple(found.get(_key(each), ())))


def _key(each: Correction) -> str:
    return f"{each.capture or each.statement} {each.layer} {each.span.start}-{each.span.end}"


def judged(known: tuple[Correction, ...]) -> tuple[Judged, ...]:
    """How often each rule was found right, the most often judged first."""
    by: dict[tuple[str, str], dict[str, int]] = {}
    for each in known:
        counts = by.setdefault((each.layer, each.rule or ""), {})
        counts[each.verdict] = counts.get(each.verdict, 0) + 1
    made = [_judged(layer, rule, counts) for (layer, rule), counts in by.items()]
    return tuple(sorted(made, key=lambda one: -(one.accepted + one.rejected + one.amended)))


def _judged(layer: str, rule: str, counts: Mapping[str, int]) -> Judged:
    accepted, rejected, amended = (counts.get(v, 0) for v in ("accept", "reject", "amend"))
    share = accepted / (accepted + rejected + amended)
    return Judged(
        layer=layer, rule=rule, accepted=accepted, rejected=rejected, amended=amended,
        precision=round(share, 2),
    )  # fmt: skip
