"""The edits page, and its feed: what was changed where it stood, or taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from onrecord.alerts.feeds import ATOM, JSON_FEED, Feed, atom, json_feed
from onrecord.pipeline import editing
from onrecord.records import Record
from onrecord.store import edit_records
from onrecord.store.edit_records import Edit, Wanted
from onrecord.web import addresses
from onrecord.web.answers import Asked, WithAsked, encoded
from onrecord.web.edits_shown import entry, shown
from onrecord.web.settings import DEEPEST

router = APIRouter()
_SIZE, _FEED = 25, 50
_DAY = r"^(\d{4}(-\d\d(-\d\d)?)?)?$"
Names = Annotated[list[Annotated[str, Field(max_length=300)]], Field(max_length=50)]


class Choice(BaseModel):
    """Which edits are asked for."""

    model_config = ConfigDict(extra="ignore")

    source: Annotated[Names, Field(description="Ids of sources; an empty one: of none.")] = []
    country: Annotated[Names, Field(description="Countries of issuers (ISO 3166-1).")] = []
    lang: Annotated[Names, Field(description="Languages (BCP 47).")] = []
    kind: Annotated[
        list[Literal["edited", "reverted", "removed"]], Field(description="What became of it.")
    ] = []
    weight: Annotated[
        Literal["typography", "wording", "fact", "substance"],
        Field(description="From this weight on."),
    ] = "wording"
    statement: Annotated[str, Field(max_length=300, description="Of one statement.")] = ""
    since: Annotated[str, Field(pattern=_DAY, description="Seen on this day or later.")] = ""
    until: Annotated[str, Field(pattern=_DAY, description="Seen on this day or earlier.")] = ""
    page: Annotated[int, Field(ge=1, le=DEEPEST)] = 1

    def address(self, path: str = "/edits", **changes: addresses.Value) -> str:
        """The address of these edits with changes; others begin at the first page.

        >>> Choice(weight="fact", page=2).address(source=("a",))
        '/edits?source=a&weight=fact'
        """
        values: dict[str, addresses.Value] = {
            "source": tuple(self.source),
            "country": tuple(self.country),
            "lang": tuple(self.lang),
            "kind": tuple(self.kind),
            "weight": None if self.weight == "wording" else self.weight,
            "statement": self.statement,
            "since": self.since,
            "until": self.until,
            **changes,
        }
        values["weight"] = None if values["weight"] == "wording" else values["weight"]
        values["page"] = None if changes.get("page") in (None, 1) else changes["page"]
        return path + addresses.query(values)

    def wanted(self) -> Wanted:
        """The same, as the store takes it."""
        return Wanted(
            statement=self.statement or None,
            source=tuple(self.source),
            country=tuple(self.country),
            language=tuple(self.lang),
            kind=tuple(self.kind),
            weight=self.weight,
            since=self.since or None,
            until=self.until or None,
        )


class Edits(Record, frozen=True, kw_only=True):
    """A page of edits. `counts`: of all, by source, weight and kind; `waiting`: captures that have
    not been looked at yet."""

    total: int
    page: int
    asked: Wanted
    counts: dict[str, dict[str, int]]
    waiting: int
    edits: tuple[Edit, ...]
    next: str | None
    previous: str | None


@router.get("/edits", name="edits")
def edits(asked: WithAsked, choice: Annotated[Choice, Query()]) -> Response:
    """What was changed where it stood, or taken away, the last seen first, with both wordings."""
    record = _record(asked, choice, _SIZE)
    return asked.answer(record, "edits.html", lambda: _more(asked, choice, record))


@router.get("/edits/feed", name="edits_feed")
def feed(asked: WithAsked, choice: Annotated[Choice, Query()]) -> Response:
    """The same as Atom, or as a JSON Feed (`.json`, or by `Accept`), in pages."""
    record = _record(asked, choice, _FEED)
    later = choice.page + 1 if record.next else None
    made = Feed(
        id=asked.base + choice.address("/edits/feed"),
        title=asked.words("edits.feed"),
        own=asked.base + choice.address("/edits/feed", page=choice.page),
        own_json=asked.base + choice.address("/edits/feed.json", page=choice.page),
        home=asked.base + choice.address(),
        entries=tuple(entry(asked, edit) for edit in record.edits),
        next=asked.base + choice.address("/edits/feed", page=later) if later else None,
        next_json=asked.base + choice.address("/edits/feed.json", page=later) if later else None,
    )
    if asked.wants_json:
        return Response(encoded(json_feed(made)), media_type=JSON_FEED)
    return Response(atom(made).encode("utf-8", "replace"), media_type=ATOM)


def _record(asked: Asked, choice: Choice, size: int) -> Edits:
    wanted = choice.wanted()
    with asked.holdings.reading() as db:
        waiting = editing.behind(db)
        total = edit_records.count(db, wanted)
        found = tuple(edit_records.edits(db, wanted, size, (choice.page - 1) * size))
        counts = edit_records.counts(db)
    return Edits(
        total=total,
        page=choice.page,
        asked=wanted,
        counts=counts,
        waiting=waiting,
        edits=found,
        next=choice.address(page=choice.page + 1) if choice.page * size < total else None,
        previous=choice.address(page=choice.page - 1) if choice.page > 1 else None,
    )


def _more(asked: Asked, choice: Choice, record: Edits) -> Mapping[str, Any]:
    weights = ("typography", "wording", "fact", "substance")
    numbers = [record.counts["weight"].get(weight, 0) for weight in weights]
    toggled = {
        "source": lambda name: _toggled(choice, "source", name),
        "kind": lambda name: _toggled(choice, "kind", name),
    }
    return {
        "shown": tuple(shown(edit, asked.words) for edit in record.edits),
        "choice": choice,
        "by_weight": [
            (weight, choice.address(weight=weight), sum(numbers[n:]))
            for n, weight in enumerate(weights)
        ],
        "by_kind": [(k, toggled["kind"](k), n) for k, n in record.counts["kind"].items()],
        "by_source": [(s, toggled["source"](s), n) for s, n in record.counts["source"].items()],
        "feed": choice.address("/edits/feed"),
        "feed_json": choice.address("/edits/feed.json"),
        "everything": Choice(weight="typography").address(),
    }


def _toggled(choice: Choice, name: str, value: str) -> str:
    known: list[str] = getattr(choice, name)
    left = tuple(each for each in known if each != value)
    chosen: addresses.Value = left if value in known else (*known, value)
    return choice.address("/edits", **{name: chosen})
