"""Where an act is said: the one form in which every entry of the ledger names its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.records import Record, Span
from onrecord.store.acts import Act
from onrecord.store.corrections import Correction
from onrecord.text.normalize import fold


class Party(Record, frozen=True, kw_only=True):
    """Who acts, or is acted upon: the name as printed or known, the state, the id of the entity."""

    name: str | None = None
    country: str | None = None
    entity: str | None = None


class Saying(Record, frozen=True, kw_only=True):
    """A passage with all that is needed to find it again. `id`: of the annotation, as
    `statement@version#layer:start-end`; `country`: of the issuer; `rule`: that found it."""

    id: str
    statement: str
    version: int
    turn: int | None
    span: Span
    quote: str
    title: str | None
    date: str | None
    language: str | None
    speaker: str | None
    country: str | None
    source: str | None
    url: str | None
    rule: str
    confidence: float
    correction: Correction | None = None


def saying(act: Act) -> Saying:
    """Where an act is said."""
    kept = act.kept
    return Saying(
        id=reference(act), statement=act.statement, version=act.version, turn=kept.turn,
        span=kept.span, quote=kept.quote, title=act.title, date=act.date, language=act.language,
        speaker=act.speaker, country=act.country, source=act.source, url=act.url, rule=kept.rule,
        confidence=kept.confidence, correction=kept.correction,
    )  # fmt: skip


def reference(act: Act) -> str:
    """The id of an annotation, which reads itself."""
    return f"{act.statement}@{act.version}#{place(act.kept.layer, act.kept.span)}"


def place(layer: str, span: Span) -> str:
    """
    >>> place("commitment", Span(120, 180))
    'commitment:120-180'
    """
    return f"{layer}:{span.start}-{span.end}"


def holds(said: Iterable[Saying], name: str) -> bool:
    """Is the annotation of an id among these passages, or does it share words with one of them?
    Of two mentions that share words an entry keeps the longer one."""
    version, _, where = name.rpartition("#")
    span = where.rpartition(":")[2].partition("-")
    if not (span[0].isdecimal() and span[2].isdecimal()):
        return False
    start, end = int(span[0]), int(span[2])
    return any(
        f"{one.statement}@{one.version}" == version
        and one.span.start < end
        and start < one.span.end
        for one in said
    )


def parties(value: object) -> tuple[Party, ...]:
    """Those whom a field of an annotation names.

    >>> parties([{"name": "we", "iso": "NO", "entity": "state/no"}])
    (Party(name='we', country='NO', entity='state/no'),)
    >>> parties("the port"), parties(None)
    ((Party(name='the port', country=None, entity=None),), ())
    """
    if isinstance(value, str):
        return (Party(name=value),) if value else ()
    if isinstance(value, dict):
        return (_party(value),)
    if isinstance(value, Sequence):
        return tuple(dict.fromkeys(one for each in value for one in parties(each)))
    return ()


def _party(value: dict[str, Any]) -> Party:
    return Party(name=value.get("name"), country=value.get("iso"), entity=value.get("entity"))


def apart(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """Passages in order of time, each stretch of a text once: of two that share words the longer
    one."""
    kept: list[Saying] = []
    for one in sorted(sayings, key=lambda each: each.span.start - each.span.end):
        if not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda each: (each.date or "9", each.statement, each.span)))


def _overlap(a: Saying, b: Saying) -> bool:
    same = (a.statement, a.version) == (b.statement, b.version)
    return same and a.span.start < b.span.end and b.span.start < a.span.end


def keys(found: Iterable[Party]) -> frozenset[str]:
    """What tells parties from others: the state for which they act, else the name.

    >>> sorted(keys([Party(name="Ada Brook"), Party(name="Norway", country="NO")]))
    ['NO', 'ada brook']
    """
    return frozenset(each.country or fold(each.name or "") for each in found) - {""}


def is_of(found: Iterable[Party], wanted: str) -> bool:
    """Is somebody among them who is meant: by code of the state, id, or words of the name?

    >>> is_of([Party(name="Ada Brook", country="NO")], "no"), is_of([], "NO")
    (True, False)
    >>> is_of([Party(name="Ada Brook")], "brook")
    True
    """
    asked = fold(wanted)
    for each in found:
        if asked in (fold(each.country or ""), fold(each.entity or "")):
            return True
        name = fold(each.name or "")
        if len(asked) > 2 and (asked in name.split() or (" " in asked and asked in name)):
            return True
    return False


def rejected(act: Act) -> bool:
    """Has a reader rejected the act?"""
    return act.kept.correction is not None and act.kept.correction.verdict == "reject"
