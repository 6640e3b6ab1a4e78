"""What each datum of a reading rests on: the value, the rule, the words and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.records import Evidence, Issue, Origin, Reading, Record, Span, Turn

# The fields of a header that a reader asks about, in the order in which they are told.
FIELDS = (
    "title",
    "kind",
    "date",
    "published",
    "updated",
    "place",
    "issuer",
    "participants",
    "languages",
)
_CONTEXT = 40


class FieldReason(Record, frozen=True, kw_only=True):
    """Why a field of the header has its value. `before` and `after`: the words around the quote."""

    field: str
    value: object
    method: str | None = None
    span: Span | None = None
    quote: str | None = None
    before: str | None = None
    after: str | None = None
    where: str | None = None


class TurnReason(Record, frozen=True, kw_only=True):
    """Why a turn begins here and has its role. `starts`: its first words."""

    n: int
    kind: str
    role: str
    speaker: str | None
    outlet: str | None
    label: str | None
    label_span: Span | None
    span: Span
    rule: str | None
    starts: str


class Reasons(Record, frozen=True, kw_only=True):
    """All that `onrecord check` tells of a statement."""

    id: str
    source: Origin
    language: str | None
    fields: tuple[FieldReason, ...]
    turns: tuple[TurnReason, ...]
    issues: tuple[Issue, ...]


def reasons(reading: Reading) -> Reasons:
    """The evidence of a reading, put beside what it is evidence for."""
    return Reasons(
        id=reading.id,
        source=reading.source,
        language=reading.language,
        fields=tuple(_fields(reading)),
        turns=tuple(_turn(reading, turn) for turn in reading.turns),
        issues=reading.issues,
    )


def _fields(reading: Reading) -> Iterator[FieldReason]:
    evidence = reading.header.evidence
    more = [key for key in evidence if key not in FIELDS]
    several = {key.partition(".")[0] for key in more if "." in key}
    for name in (*(name for name in FIELDS if name not in several), *more):
        value = msgspec.to_builtins(_value(reading, name))
        found = evidence.get(name)
        if found is None:
            yield FieldReason(field=name, value=value)
        else:
            yield _field(reading.text, name, value, found)


def _value(reading: Reading, name: str) -> object:
    """The value of a field; `participants.0` is the first of several."""
    if name == "language":
        return reading.language
    field, _, number = name.partition(".")
    value = getattr(reading.header, field, None)
    if number.isdecimal() and isinstance(value, tuple):
        return value[int(number)] if int(number) < len(value) else None
    return value


def _field(text: str, name: str, value: object, found: Evidence) -> FieldReason:
    before: str | None = None
    after: str | None = None
    quote = found.quote
    if found.span:
        start, end = found.span
        quote = text[start:end]
        before, after = _around(text, found.span)
    return FieldReason(
        field=name,
        value=value,
        method=found.method,
        span=found.span,
        quote=quote,
        before=before,
        after=after,
        where=found.where,
    )


def _around(text: str, span: Span) -> tuple[str, str]:
    """Whole words around a span, on its own line.

    >>> _around("First.\\nWe met in Geneva on Monday.", Span(17, 23))
    ('We met in ', ' on Monday.')
    """
    start, end = span
    before = text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
    if len(before) == _CONTEXT and " " in before:
        before = "… " + before.partition(" ")[2]
    after = text[end : end + _CONTEXT].partition("\n")[0]
    if len(after) == _CONTEXT and " " in after:
        after = after.rpartition(" ")[0] + " …"
    return before, after


def _turn(reading: Reading, turn: Turn) -> TurnReason:
    words = reading.text[turn.span.start : turn.span.end].split(maxsplit=12)[:12]
    return TurnReason(
        n=turn.n,
        kind=turn.kind,
        role=turn.role,
        speaker=turn.speaker,
        outlet=turn.outlet,
        label=turn.label,
        label_span=turn.label_span,
        span=turn.span,
        rule=turn.rule,
        starts=" ".join(words),
    )
