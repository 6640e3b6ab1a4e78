"""`onrecord alerts`: saved searches, what they have found, and how it is sent."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

from onrecord.alerts import database as book
from onrecord.alerts import outbox, searches
from onrecord.alerts.delivering import Means, deliver
from onrecord.alerts.posting import Poster
from onrecord.alerts.records import KINDS, Delivery, SavedSearch, Target
from onrecord.alerts.settings import settings
from onrecord.alerts.wording import line
from onrecord.archive.folder import Folder, chosen
from onrecord.cli import output
from onrecord.cli.asking import FILTERS
from onrecord.cli.words import counted
from onrecord.errors import QueryError
from onrecord.pipeline import alerting, saving
from onrecord.pipeline.indexing import refresh
from onrecord.pipeline.saving import Goal, Wanted
from onrecord.records import Record
from onrecord.search.engine import Index
from onrecord.search.pointing import pointed
from onrecord.search.records import Filters, Request


class SavedLine(Record, frozen=True, kw_only=True):
    """A saved search as it is listed. `secret` of a target only where it is asked for, or new."""

    search: SavedSearch
    targets: tuple[Target, ...]
    alerts: int
    pending: int
    delivered: int
    dead: int


def run(options: argparse.Namespace) -> int:
    """Does one of the actions."""
    folder = chosen(options.archive)
    actions: dict[str, Callable[[Folder, argparse.Namespace], int]] = {
        "list": _list,
        "save": _save,
        "remove": _remove,
        "match": _match,
        "deliver": _deliver,
        "dead-letters": _dead,
        "resend": _resend,
    }
    return actions[options.action](folder, options)


def _list(folder: Folder, options: argparse.Namespace) -> int:
    if not folder.alerts.is_file():
        return _none(options)
    with book.opened(folder.alerts) as db:
        if options.search is not None:
            return _alerts(folder, options, searches.one(db, options.search))
        every = searches.every(db)
        for search in every:
            _tell(_line(folder, search, options.secrets), options.json)
    return 0 if every else _none(options)


def _none(options: argparse.Namespace) -> int:
    if options.search is not None:
        output.say(f"{options.search}: there is no such saved search")
        return 1
    output.say("no search is saved: `onrecord alerts save QUERY`")
    return 0


def _alerts(folder: Folder, options: argparse.Namespace, search: SavedSearch | None) -> int:
    if search is None:
        return _none(options)
    with book.opened(folder.alerts) as db:
        for alert in outbox.of_search(db, search.id):
            if options.json:
                output.write(alert)
            else:
                print(output.safe(line(alert)))
    return 0


def _line(folder: Folder, search: SavedSearch, secrets: bool) -> SavedLine:
    with book.opened(folder.alerts) as db:
        targets = searches.targets(db, search.id)
        states = outbox.states(db, search.id)
        return SavedLine(
            search=search,
            targets=targets if secrets else tuple(map(_hidden, targets)),
            alerts=outbox.counts(db)[search.id],
            pending=states.get("pending", 0),
            delivered=states.get("delivered", 0),
            dead=states.get("dead", 0),
        )


def _hidden(target: Target) -> Target:
    import msgspec

    return msgspec.structs.replace(target, secret=None)


def _tell(saved: SavedLine, as_json: bool) -> None:
    if as_json:
        output.write(saved)
        return
    search = saved.search
    asked = [search.query, *(f"{k}:{v}" for k, many in search.filters.items() for v in many)]
    print(output.safe(f"{search.id}  {search.name}  [{' '.join(filter(None, asked))}]"))
    print(f"  {counted(saved.alerts, 'alert')}; {saved.pending:,} to send, {saved.dead:,} given up")
    for target in saved.targets:
        often = f", {target.cadence}" if target.kind == "email" else ""
        ended = f"; stopped: {target.stopped}" if target.stopped else ""
        print(output.safe(f"  {target.kind} {target.address}{often}{ended}"))
        if target.secret:
            print(f"  signed with {target.secret}")


def _save(folder: Folder, options: argparse.Namespace) -> int:
    chosen_filters = {name: tuple(getattr(options, name) or ()) for name in FILTERS}
    filters = Filters(**chosen_filters, since=options.since, until=options.until)
    wanted = Wanted(
        name=options.name or options.query or "",
        query=options.query,
        filters=filters,
        mode=options.mode,
        like=options.like,
        kinds=tuple(kind for kind in KINDS if not options.only or kind in options.only),
    )
    goals = [Goal(kind="webhook", address=url) for url in options.webhook or ()]
    goals += [
        Goal(kind="email", address=address, cadence=options.every)
        for address in options.email or ()
    ]
    goals += [Goal(kind="desktop")] if options.desktop else []
    refresh(folder, output.say)
    try:
        saved, _ = saving.save(folder, wanted, goals)
        found = Index(folder.search).search(Request(query=wanted.query, filters=filters, limit=1))
    except QueryError as error:
        output.say(str(error))
        for shown in pointed(error.query, error.position):
            print(f"  {output.safe(shown)}", file=sys.stderr)
        return 2
    _tell(_line(folder, saved, secrets=True), options.json)
    output.say(f"{counted(found.total, 'turn')} found now; alerts are of what comes from here on")
    for notice in found.notices:
        output.say(f"{notice}; alerts take the search at its word")
    return 0


def _remove(folder: Folder, options: argparse.Namespace) -> int:
    missing = [name for name in options.searches if not saving.remove(folder, name)]
    for name in missing:
        output.say(f"{name}: there is no such saved search")
    return 1 if missing else 0


def _match(folder: Folder, options: argparse.Namespace) -> int:
    refresh(folder, output.say)
    hour = settings(options.settings).hour
    if options.again is not None and not _is_saved(folder, options.again):
        output.say(f"{options.again}: there is no such saved search")
        return 1
    found = alerting.match(folder, again=options.again, hour=hour)
    for alert in found.alerts:
        if options.json:
            output.write(alert)
        else:
            print(output.safe(line(alert)))
    tell_matched(found)
    return 1 if found.failed else 0


def tell_matched(found: alerting.Matched) -> None:
    """What was matched, in a line; and what could not be."""
    if found.versions:
        output.say(f"{counted(found.versions, 'version')} matched: "
                   f"{counted(len(found.alerts), 'alert')}")  # fmt: skip
    if found.waiting:
        output.say(f"{counted(found.waiting, 'version')} wait until the index has them")
    for name, why in found.failed:
        output.say(f"{name}: cannot be asked: {why}: save it anew")


def _is_saved(folder: Folder, name: str) -> bool:
    if not folder.alerts.is_file():
        return False
    with book.opened(folder.alerts) as db:
        return searches.one(db, name) is not None


def _deliver(folder: Folder, options: argparse.Namespace) -> int:
    chosen_settings = settings(options.settings)
    show: Callable[[str], None] = _to_errors if options.json else _to_desktop
    with closing(Poster(chosen_settings.allow)) as poster:
        sent = deliver(folder, Means(chosen_settings, poster, show))
    if options.json:
        output.write(sent)
    for target, told in sent.told:
        output.say(f"{target}: {told}")
    if sent.delivered or sent.retried or sent.dead:
        output.say(f"{sent.delivered:,} sent, {sent.retried:,} to be tried again, "
                   f"{sent.dead:,} given up")  # fmt: skip
    return 1 if sent.told else 0


def _to_desktop(text: str) -> None:
    print(output.safe(text), flush=True)


def _to_errors(text: str) -> None:
    output.say(text)


def _dead(folder: Folder, options: argparse.Namespace) -> int:
    if not folder.alerts.is_file():
        return 0
    with book.opened(folder.alerts) as db:
        for each in outbox.dead(db):
            if options.json:
                output.write(_without_secret(each))
            else:
                where = f"{each.target.kind} {each.target.address}"
                told = f"{counted(each.attempts, 'attempt')}: {each.told}"
                print(output.safe(f"{each.alert.id}  {where}  {told}"))
                print(output.safe(f"  {line(each.alert)}"))
    return 0


def _without_secret(each: Delivery) -> Delivery:
    import msgspec

    return msgspec.structs.replace(each, target=_hidden(each.target))


def _resend(folder: Folder, options: argparse.Namespace) -> int:
    if bool(options.alerts) == options.all:
        output.say("resend: give the ids of alerts, or --all")
        return 2
    if not folder.alerts.is_file():
        return 0
    names = options.alerts or [None]
    with book.opened(folder.alerts) as db, book.transaction(db):
        now = datetime.now(UTC)
        number = sum(outbox.resend(db, now, name, options.delivered) for name in names)
    output.say(f"{counted(number, 'alert')} to be sent again: `onrecord alerts deliver`")
    return 0
