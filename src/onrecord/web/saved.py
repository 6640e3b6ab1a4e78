"""Saved searches as pages show them: with their addresses, and what they found as entries of a
feed. It asks no database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from onrecord.alerts import feeds, wording
from onrecord.alerts.feeds import Entry, Feed
from onrecord.alerts.records import Alert, Found, SavedSearch, Target
from onrecord.records import Record
from onrecord.search.periods import period
from onrecord.search.query.nodes import Bag
from onrecord.search.query.parser import parse
from onrecord.search.records import NAMED, Request, Results
from onrecord.store import naming
from onrecord.web import addresses
from onrecord.web.answers import Asked
from onrecord.web.queries import Search
from onrecord.web.words import Words, host

_ALL_OF = 3  # words beside each other of which all are wanted
_NAME = 80


class Saved(Record, frozen=True, kw_only=True):
    """A saved search: where its alerts are, its feed, and what it finds now; how many alerts there
    are, and how many deliveries wait or were given up. Targets are without their secrets."""

    search: SavedSearch
    asked: str
    address: str
    feed: str
    results: str
    targets: tuple[Target, ...]
    alerts: int
    pending: int
    dead: int


class Shown(NamedTuple):
    """An alert as a page shows it."""

    alert: Alert
    address: str
    pieces: tuple[tuple[str, bool], ...]
    notes: tuple[str, ...]


class Saving(NamedTuple):
    """The form that saves what is being searched for. `any`: of its words any will do."""

    token: str
    fields: tuple[tuple[str, str], ...]
    name: str
    any: bool


def saving(asked: Asked, wanted: Search) -> Saving | None:
    """The form for a search; `None` where no search may be saved."""
    if not asked.settings.saving:
        return None
    values = wanted.model_copy(update={"sort": "relevance", "page": 1, "size": 20}).values()
    fields = [
        (name, str(each))
        for name, value in values.items()
        for each in (value if isinstance(value, tuple) else (value,))
        if each not in (None, "")
    ]
    named = [*([wanted.written()] if wanted.written() else []), *_filtered(wanted)]
    token: str = asked.request.app.state.token
    node = parse(wanted.written())
    loose = isinstance(node, Bag) and len(node.words) > _ALL_OF
    return Saving(token, tuple(fields), " ".join(named)[:_NAME], loose)


def _filtered(wanted: Search) -> Iterator[str]:
    for name in NAMED:
        yield from getattr(wanted, name)


def search_of(saved: SavedSearch) -> Search:
    """The search that was saved, as the search page takes it."""
    filters: dict[str, Any] = {name: list(values) for name, values in saved.filters.items()}
    known = {name: values for name, values in filters.items() if name in Search.model_fields}
    since, until = saved.since_day or "", saved.until_day or ""
    known |= {"like": saved.like} if saved.like else {"mode": saved.mode}
    return Search(q=saved.query, since=since, until=until, **known)


def asking(asked: Asked, one: SavedSearch) -> Callable[[Request], Results]:
    """How what was there before is asked for, in the mode of a saved search."""
    if one.mode == "words":
        return asked.holdings.index.search
    from onrecord.search.modes import Modes  # noqa: PLC0415  (numpy: only who asks by meaning pays)

    return Modes(asked.holdings.folder, asked.holdings.index).search


def conditions(saved: SavedSearch) -> Iterator[str]:
    """The mode and the filters of a saved search, as they would be written."""
    if saved.like:
        yield f"like:{saved.like}"
    elif saved.mode != "words":
        yield f"mode:{saved.mode}"
    for name, values in saved.filters.items():
        yield from (f"{name}:{value}" for value in values)
    if saved.since_day or saved.until_day:
        yield f"date:{saved.since_day or ''}..{saved.until_day or ''}"


def hidden(target: Target) -> Target:
    """A target as visitors may see it: the host of an address, and nothing secret.

    >>> hidden(Target(id="a", search="b", kind="email", address="ann@desk.example")).address
    '...@desk.example'
    """
    if target.kind == "email":
        shown_address = f"...@{target.address.rpartition('@')[2]}"
    else:
        shown_address = host(target.address) or ""
    return replace(target, address=shown_address, secret=None)


def address(search: str, part: str = "") -> str:
    """
    >>> address("gas-deal", "feed")
    '/alerts/gas-deal/feed'
    """
    return f"/alerts/{addresses.path_of(search)}" + (f"/{part}" if part else "")


def place(found: Alert | Found) -> str:
    """The address of the words in the statement."""
    reference = naming.reference(found.version)
    at = f"{found.span.start}-{found.span.end}"
    return addresses.statement(reference.statement, reference.version, at=at) + "#at"


def shown(alerts: Iterable[Alert], say: Words) -> list[Shown]:
    """Alerts as a page shows them."""
    return [
        Shown(alert, place(alert), tuple(wording.pieces(alert)), notes(alert, say))
        for alert in alerts
    ]


def notes(alert: Alert | Found, say: Words) -> tuple[str, ...]:
    """What there is to say of an alert besides its quote."""
    made = []
    if alert.in_title:
        made.append(say("alerts.in_title"))
    if alert.near is not None:
        made.append(say("alerts.near", near=f"{alert.near:.2f}", least=f"{alert.least:.2f}"))
    if alert.words:
        made.append(say("alerts.matches", words=", ".join(alert.words)))
    if isinstance(alert, Alert):
        made += [say("alerts.before", text=alert.before)] if alert.before else []
        made += [say("alerts.after", text=alert.after)] if alert.after else []
        made += [alert.reason] if alert.reason else []
    return tuple(made)


def feed(asked: Asked, one: SavedSearch, entries: Iterable[Entry], page: int, more: bool) -> Feed:
    """A page of the feed of a saved search."""
    base, own = asked.base, address(one.id, "feed")
    later = f"?page={page + 1}" if more else None
    here = f"?page={page}" if page > 1 else ""
    return Feed(
        id=base + own,
        title=asked.words("feed.title", query=one.name),
        own=base + own + here,
        own_json=f"{base}{own}.json{here}",
        home=base + address(one.id),
        entries=tuple(entries),
        next=base + own + later if later else None,
        next_json=f"{base}{own}.json{later}" if later else None,
    )


def entry(asked: Asked, alert: Alert) -> Entry:
    """An alert as an entry of a feed."""
    made = _entry(asked, alert.id, alert, tuple(wording.pieces(alert)))
    title = f"{asked.words(f'alerts.kind.{alert.kind}')}: {made.title}"
    return Entry(**_fields(made) | {"kind": alert.kind, "title": title, "moment": alert.found_at})


def earlier_entry(asked: Asked, name: str, found: Found) -> Entry:
    """What was there before a search was saved as an entry of its feed."""
    made = _entry(asked, name, found, tuple(wording.pieces(found)))
    return Entry(**_fields(made) | {"moment": made.said or feeds.NEVER})


def _fields(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in Entry.__struct_fields__}


def _entry(
    asked: Asked, name: str, found: Alert | Found, pieces: tuple[tuple[str, bool], ...]
) -> Entry:
    title = found.title or asked.words("unknown.title")
    return Entry(
        id=name,
        kind="new",
        title=f"{found.speaker}: {title}" if found.speaker else title,
        link=asked.base + place(found),
        pieces=pieces,
        words=found.words,
        notes=notes(found, asked.words),
        external=found.url,
        said=moment(found.date),
        language=found.language,
        author=found.speaker,
    )


def moment(date: str | None) -> str | None:
    """The first moment that a date may mean, as RFC 3339 wants it.

    >>> moment("2019-10"), moment("2019-10-09T10:54"), moment(None)
    ('2019-10-01T00:00:00Z', '2019-10-09T10:54:00Z', None)
    """
    if period(date) is None or date is None or len(date) > 16:
        return None
    return date + "0000-01-01T00:00:00Z"[len(date) :]
