"""Sends what is due, and notes what became of it.

What has been taken is noted after it was: a process that ends between the two sends it again when
it is next run, under the same id. So each alert arrives at least once, and whoever looks at the id
has it exactly once. What is not taken is tried again, later and later, and listed when that ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import NamedTuple

import msgspec

from onrecord.alerts import database as book
from onrecord.alerts import mailing, outbox, searches, signing
from onrecord.alerts.keys import digest
from onrecord.alerts.outbox import Failure
from onrecord.alerts.posting import Answer, Poster
from onrecord.alerts.records import Delivery, Target
from onrecord.alerts.schedule import again
from onrecord.alerts.settings import Settings
from onrecord.alerts.wording import line
from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.records import Record

_IN_ONE = 200  # alerts in one message: of more there are more messages
_LATER = 429
_REFUSED = range(400, 500)
_WAIT = 30.0


class Sent(Record, frozen=True, kw_only=True):
    """What a round has done: deliveries that were taken, that are tried again, and that were given
    up; what was answered where it went wrong, by target."""

    delivered: int = 0
    retried: int = 0
    dead: int = 0
    told: tuple[tuple[str, str], ...] = ()


class Means(NamedTuple):
    """What it is sent by. `show` prints a line for the desktop."""

    settings: Settings
    poster: Poster
    show: Callable[[str], None]
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)


def deliver(folder: Folder, means: Means, wait: float = _WAIT) -> Sent:
    """Sends all that is due, one process at a time."""
    if not folder.alerts.is_file():
        return Sent()
    with locked(folder.alerts_lock, wait), book.opened(folder.alerts) as db:
        return _Round(db, means).run()


class _Round:
    """One round over the targets to which something is due."""

    def __init__(self, db: sqlite3.Connection, means: Means) -> None:
        self._db = db
        self._means = means
        self._counts = {"delivered": 0, "retried": 0, "dead": 0}
        self._told: dict[str, str] = {}

    def run(self) -> Sent:
        """Sends, and counts."""
        waiting = outbox.waiting(self._db, self._means.clock())
        letters = [target for target in waiting if target.kind == "email"]
        for target in waiting:
            if target.kind == "webhook":
                self._webhook(target)
            elif target.kind == "desktop":
                self._desktop(target)
        for address in dict.fromkeys(target.address for target in letters):
            self._mail([target for target in letters if target.address == address])
        return Sent(**self._counts, told=tuple(self._told.items()))

    def _pending(self, target: Target) -> tuple[Delivery, ...]:
        return outbox.pending(self._db, self._means.clock(), target.id)

    def _desktop(self, target: Target) -> None:
        for each in self._pending(target):
            self._means.show(line(each.alert))
            self._taken([each])

    def _webhook(self, target: Target) -> None:
        for each in self._pending(target):
            body = msgspec.json.encode(
                {
                    "type": f"alert.{each.alert.kind}",
                    "timestamp": each.alert.found_at,
                    "data": each.alert,
                }
            )
            signed = signing.headers(target.secret or "", each.alert.id, body, self._means.clock())
            answer = self._means.poster.post(target.address, body, signed)
            if answer.taken:
                self._taken([each])
            elif not self._failed([each], answer):
                return

    def _mail(self, targets: Sequence[Target]) -> None:
        """One address: what is due to it from all searches goes together."""
        mail, now = self._means.settings.mail, self._means.clock()
        due = [each for target in targets for each in self._pending(target)]
        if mail is None:
            told = "no server for e-mail is set: see docs, how to be told"
            self._told |= {target.id: told for target in targets}
            return
        for name, parts in self._messages(due):
            base = self._means.settings.address
            alerts = list({each.alert.id: each.alert for each in parts}.values())
            made = mailing.message(alerts, targets[0].address, mail, name, now, base)
            answer = mailing.send(made, mail)
            if answer.taken:
                self._taken(parts)
            elif not self._failed(parts, answer):
                return

    def _messages(self, due: Sequence[Delivery]) -> Iterator[tuple[str, list[Delivery]]]:
        """Messages: those that were begun before as they were, the rest in new ones."""
        begun = sorted((each for each in due if each.mailing), key=lambda each: each.mailing or "")
        for name, parts in groupby(begun, key=lambda each: each.mailing or ""):
            yield name, list(parts)
        fresh = [each for each in due if not each.mailing]
        for start in range(0, len(fresh), _IN_ONE):
            some = fresh[start : start + _IN_ONE]
            stamp = str(self._means.clock().timestamp())
            name = digest(stamp, *(f"{each.target.id} {each.alert.id}" for each in some))
            with book.transaction(self._db):
                outbox.assign(self._db, some, name)
            yield name, some

    def _taken(self, sent: Sequence[Delivery]) -> None:
        with book.transaction(self._db):
            outbox.delivered(self._db, sent)
        self._counts["delivered"] += len(sent)

    def _failed(self, tried: Sequence[Delivery], answer: Answer) -> bool:
        """Notes a failure; whether others may go to this target now."""
        now, target = self._means.clock(), tried[0].target
        later = None
        if not answer.final:
            attempts = max(each.attempts for each in tried) + 1
            later = again(attempts, now, tried[0].alert.id, answer.wait)
        only_this = answer.status in _REFUSED and answer.status != _LATER
        with book.transaction(self._db):
            outbox.failed(self._db, tried, Failure(answer.told, later))
            if answer.final:
                for name in {each.target.id for each in tried}:
                    searches.stop(self._db, name, answer.told)
            elif later is not None and not only_this:
                for name in {each.target.id for each in tried}:
                    outbox.rest(self._db, name, later)
        self._counts["dead" if later is None else "retried"] += len(tried)
        self._told[target.id] = answer.told
        return only_this and not answer.final
