"""What annotations say of a turn, as it is indexed: what is named in it, the states and places
spoken of, what is done in words, what falls due, and whether a question was answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.records import Reading, Record, Span
from onrecord.store.standoff import Kept
from onrecord.text.normalize import fold

ACT_LAYERS = ("event", "commitment", "position")
_TYPES = {
    "event": (
        "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request",
        "accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault",
    ),
    "commitment": ("pledge", "agreement", "intention", "obligation", "demand"),
    "position": ("support", "oppose", "concern", "call", "neutral"),
}  # fmt: skip
ANSWERED = {"reply": "yes", "ambivalent": "partly", "non-reply": "no"}
_TYPE = {"event": "type", "commitment": "strength", "position": "stance"}
_QUALIFIED = tuple(f"{layer}/{kind}" for layer, kinds in _TYPES.items() for kind in kinds)
ACTS = (*ACT_LAYERS, *_QUALIFIED)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\dA-Z-])")
_ABOUT = ("state", "place")
_MOST = 400  # names of one turn


class Spoken(Record, frozen=True):
    """What is indexed of a turn beside its words. `names` are folded; `acts` are layers, and
    layers with a type (`commitment/pledge`)."""

    mentioned: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()


def spoken_of(kept: Iterable[Kept], span: Span, answers: dict[int, str], turn: int) -> Spoken:
    """What is said within a span of a turn."""
    inside = [each for each in kept if span.start <= each.span.start < span.end]
    named = [each for each in inside if each.layer == "entity"]
    acts = [each for each in inside if each.layer in ACT_LAYERS]
    return Spoken(
        mentioned=_some(each.value.get("entity") for each in named),
        names=_some(name for each in named for name in _names(each)),
        about=_some(
            each.value.get("country") for each in named if each.value.get("kind") in _ABOUT
        ),
        acts=_some(value for each in acts for value in _acts(each)),
        due=_some(value for each in acts for value in dues(each.value.get("due"))),
        answered=(answers[turn],) if turn in answers else (),
    )


def answers(reading: Reading, kept: Iterable[Kept]) -> dict[int, str]:
    """For each turn of an exchange whether the question was answered; of several judgements the one
    of the whole question."""
    found: dict[int, str] = {}
    for each in kept:
        n = each.value.get("exchange")
        if each.layer != "response" or n is None or "question" in each.value:
            continue
        exchange = reading.exchanges[n]
        for turn in (*exchange.question, *exchange.answer):
            found[turn] = ANSWERED.get(each.value["clarity"], "partly")
    return found


def dues(value: object) -> tuple[str, ...]:
    """A due date with all that it lies in.

    >>> dues("2019-11-05"), dues("2019-11"), dues("P3D"), dues(None)
    (('2019', '2019-11', '2019-11-05'), ('2019', '2019-11'), (), ())
    """
    if not isinstance(value, str):
        return ()
    found = _DATE.match(value)
    return tuple(found[0][:n] for n in (4, 7, 10) if len(found[0]) >= n) if found else ()


def _names(kept: Kept) -> Iterator[str]:
    yield fold(kept.value["name"])
    yield fold(" ".join(kept.quote.split()))


def _acts(kept: Kept) -> Iterator[str]:
    yield kept.layer
    kind = kept.value.get(_TYPE[kept.layer])
    if kind:
        yield f"{kept.layer}/{str(kind).lower()}"


def _some(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))[:_MOST]
