"""Find a dossier: by a name in any language or script, or among what is spoken of most."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.pipeline import dossiers as making
from onrecord.records import Record
from onrecord.store.mentions import Known
from onrecord.web import addresses
from onrecord.web.answers import WithAsked
from onrecord.web.settings import DEEPEST

router = APIRouter()
Kind = Literal["", "state", "person", "organisation", "process", "agreement", "place", "outlet"]
_MOST = 12
_SIZE = 100


class Dossiers(Record, frozen=True, kw_only=True):
    """What a name may mean; without a name, what is spoken of most, by kind. `counts`: how many
    things of each kind are spoken of."""

    name: str
    kind: str | None
    found: tuple[Known, ...]
    most: dict[str, tuple[Known, ...]]
    counts: dict[str, int]
    page: int
    next: str | None
    previous: str | None


@router.get("/dossiers", name="dossiers")
def dossiers(
    asked: WithAsked,
    name: Annotated[str, Query(max_length=200, description="A name, in any language.")] = "",
    kind: Annotated[Kind, Query(description="Only things of this kind.")] = "",
    page: Annotated[int, Query(ge=1, le=DEEPEST)] = 1,
) -> Response:
    """Dossiers by name, or those of what is spoken of most."""
    known = asked.holdings.remembered("dossiers", making.everything)
    by_kind = {k: tuple(each for each in known if each.kind == k) for k in making.KINDS}
    looked_for = name.strip()
    first = (page - 1) * _SIZE
    most = {k: some[:_MOST] for k, some in by_kind.items()}
    if kind:
        most = {kind: by_kind[kind][first : first + _SIZE]}
    more = bool(kind) and not looked_for and first + _SIZE < len(by_kind[kind])
    record = Dossiers(
        name=looked_for,
        kind=kind or None,
        found=tuple(making.found(looked_for, known, kind or None)) if looked_for else (),
        most={} if looked_for else most,
        counts={k: len(some) for k, some in by_kind.items()},
        page=page,
        next=addresses.dossiers(kind, page=page + 1) if more else None,
        previous=addresses.dossiers(kind, page=page - 1) if page > 1 else None,
    )
    return asked.answer(record, "dossiers.html")
