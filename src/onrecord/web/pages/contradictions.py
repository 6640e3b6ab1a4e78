"""The contradictions page: two quotes of one holder that say different things of one target, with
the reason why they stand beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.compare.contradictions import Pair
from onrecord.compare.opposing import WHAT
from onrecord.pipeline import contradicting
from onrecord.records import Issue, Record
from onrecord.store import claims
from onrecord.web import addresses
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.settings import DEEPEST

router = APIRouter()
_SIZE = 20
Why = Literal["", "stance", "negation", "number", "weaker", "stronger"]


class Contradictions(Record, frozen=True, kw_only=True):
    """A page of pairs about a target, those most worth seeing first. `entities`: what the target
    was taken for; `claims`: how many were looked at; `of`: how many pairs there are without the
    other filters; `targets`: what is spoken of most, where no target is asked for."""

    target: str | None
    entities: tuple[str, ...]
    holder: str | None
    speaker: str | None
    why: str | None
    since: str | None
    until: str | None
    claims: int
    total: int
    of: int
    page: int
    pairs: tuple[Pair, ...]
    targets: tuple[tuple[str, int], ...]
    issues: tuple[Issue, ...]
    next: str | None
    previous: str | None


@router.get("/contradictions", name="contradictions")
def contradictions(
    asked: WithAsked,
    target: Annotated[str, Query(max_length=200, description="A name, an id, or words.")] = "",
    holder: Annotated[str, Query(max_length=200, description="A government or person.")] = "",
    speaker: Annotated[str, Query(max_length=200)] = "",
    why: Annotated[Why, Query(description="What differs.")] = "",
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
    page: Annotated[int, Query(ge=1, le=DEEPEST)] = 1,
) -> Response:
    """Pairs of quotes about a target that say different things, each with its reason."""
    target = target.strip()
    found = _found(asked, target, since, until)
    kept = contradicting.chosen(found.pairs, holder, speaker, why)
    asked_for = {
        "target": target, "holder": holder, "speaker": speaker, "why": why, "since": since,
        "until": until,
    }  # fmt: skip

    def to(number: int) -> str:
        shown = {**asked_for, "page": number if number > 1 else None}
        return "/contradictions" + addresses.query(shown)

    every = () if target else tuple(asked.holdings.remembered("targets", claims.targets))
    record = Contradictions(
        target=target or None,
        entities=found.entities,
        holder=holder or None,
        speaker=speaker or None,
        why=why or None,
        since=since or None,
        until=until or None,
        claims=found.claims,
        total=len(kept),
        of=len(found.pairs),
        page=page,
        pairs=kept[(page - 1) * _SIZE : page * _SIZE],
        targets=every,
        issues=found.issues,
        next=to(page + 1) if page * _SIZE < len(kept) else None,
        previous=to(page - 1) if page > 1 else None,
    )
    return asked.answer(record, "contradictions.html", _more)


def _found(asked: Asked, target: str, since: str, until: str) -> contradicting.Found:
    """Nothing is looked at before a target is asked for: all claims would take too long."""
    if not target:
        return contradicting.Found(target=None, entities=(), claims=0, pairs=())
    with asked.holdings.reading() as db:
        return contradicting.found(db, target, since or None, until or None)


def _more() -> Mapping[str, Any]:
    return {"whys": WHAT}
