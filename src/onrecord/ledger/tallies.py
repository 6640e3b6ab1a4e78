"""Who asked on what, and how it was answered: exchanges counted by outlet, by who asks, by what
their questions name, by who answers, or by outlet and topic together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.ledger.unanswered import Answer
from onrecord.records import Record

BY = ("outlet", "asker", "topic", "outlet-topic", "official")
_FIELD = {"reply": "answered", "ambivalent": "ambivalent", "non-reply": "unanswered"}


class Tally(Record, frozen=True, kw_only=True):
    """Exchanges of one outlet, asker, topic or official (`None`: not stated, or not asked by):
    how many were `asked`, and of these `answered`, `ambivalent`, `unanswered`; `share`: of the
    unanswered in all that were asked."""

    outlet: str | None = None
    asker: str | None = None
    topic: str | None = None
    official: str | None = None
    asked: int
    answered: int
    ambivalent: int
    unanswered: int
    share: float


def tallies(found: Iterable[Answer], by: str) -> tuple[Tally, ...]:
    """The counts, the most asked first. A question that names two things counts for both."""
    counts: dict[tuple[tuple[str, str | None], ...], dict[str, int]] = {}
    for one in found:
        for key in _keys(one, by):
            row = counts.setdefault(key, dict.fromkeys(_FIELD.values(), 0))
            row[_FIELD[one.clarity]] += 1
    made = [_tally(dict(key), row) for key, row in counts.items()]
    return tuple(sorted(made, key=_order))


def _keys(one: Answer, by: str) -> Iterator[tuple[tuple[str, str | None], ...]]:
    names = {"outlet": one.outlet, "asker": one.asker, "official": one.official}
    if by in names:
        yield ((by, names[by]),)
        return
    outlet = (("outlet", one.outlet),) if by == "outlet-topic" else ()
    for topic in one.about or (None,):
        yield (*outlet, ("topic", topic))


def _tally(key: dict[str, str | None], row: dict[str, int]) -> Tally:
    asked = sum(row.values())
    return Tally(**key, **row, asked=asked, share=round(row["unanswered"] / asked, 3))  # type: ignore[arg-type]


def _order(one: Tally) -> tuple[object, ...]:
    """The most asked first; what is not stated last."""
    names = (one.outlet, one.asker, one.topic, one.official)
    known = any(name is not None for name in names)
    return (not known, -one.asked, -one.unanswered, *(name or "" for name in names))
