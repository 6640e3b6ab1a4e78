"""Alerts on their way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from onrecord.alerts import database, outbox
from onrecord.alerts.outbox import Failure
from tests.alerts.making import NOW, alert, kept, target

LATER = NOW + timedelta(days=1)


def test_an_alert_is_kept_once_and_sent_to_each_target(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    kept(path, [target(), target("desktop", "")], [alert()])
    with database.opened(path) as db:
        assert outbox.put(db, [alert(), alert("The dam is low.")]) == (alert("The dam is low."),)
        assert outbox.states(db) == {"pending": 4}
        assert outbox.counts(db) == {"dam": 2}
        assert outbox.known(db, [alert().id, "none"]) == {alert().id}
        assert outbox.of_search(db, "dam") == (alert("The dam is low."), alert())
        assert outbox.of_search(db, "dam", 1, 1) == (alert(),)


def test_an_alert_of_a_search_that_is_gone_is_none(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    kept(path)
    with database.opened(path) as db:
        assert outbox.put(db, [alert(of="gone")]) == ()


def test_digests_wait_for_their_morning(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    kept(path, [target("email", "a@desk.example", "daily")], [alert()])
    with database.opened(path) as db:
        assert outbox.waiting(db, NOW) == ()
        (one,) = outbox.waiting(db, LATER)
        assert len(outbox.pending(db, LATER, one.id)) == 1


def test_taken_failed_dead_and_sent_again(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    kept(path, [target()], [alert(), alert("The dam is low."), alert("A dam.")])
    with database.opened(path) as db:
        first, second, third = outbox.pending(db, NOW, target().id)
        outbox.delivered(db, [first])
        outbox.failed(db, [second], Failure("the server answers 500", LATER))
        outbox.failed(db, [third], Failure("the server answers 500", None))
        assert outbox.states(db) == {"delivered": 1, "pending": 1, "dead": 1}
        assert outbox.pending(db, NOW, target().id) == ()
        (again,) = outbox.pending(db, LATER, target().id)
        assert (again.attempts, again.told) == (1, "the server answers 500")
        assert [each.alert for each in outbox.dead(db)] == [third.alert]
        assert outbox.resend(db, NOW, None, again=False) == 1
        assert [e.alert.id for e in outbox.pending(db, NOW, target().id)] == [third.alert.id]
        assert outbox.resend(db, NOW, first.alert.id, again=False) == 0
        assert outbox.resend(db, NOW, first.alert.id, again=True) == 1


def test_a_target_in_peace(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    kept(path, [target()], [alert()])
    with database.opened(path) as db:
        outbox.rest(db, target().id, LATER)
        assert outbox.waiting(db, NOW) == ()
        assert len(outbox.waiting(db, LATER)) == 1


@pytest.mark.parametrize("again", [False, True])
def test_what_is_sent_again_wakes_a_target_that_was_stopped(tmp_path: Path, again: bool) -> None:
    from onrecord.alerts import searches  # noqa: PLC0415

    path = tmp_path / "alerts.sqlite"
    kept(path, [target()], [alert()])
    with database.opened(path) as db:
        searches.stop(db, target().id, "gone")
        assert outbox.resend(db, NOW, None, again) == 1
        assert len(outbox.waiting(db, NOW)) == 1


def test_a_mailing_stays_together(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    kept(path, [target("email", "a@desk.example")], [alert()])
    with database.opened(path) as db:
        name = target("email", "a@desk.example").id
        outbox.assign(db, outbox.pending(db, NOW, name), "m1")
        assert outbox.pending(db, NOW, name)[0].mailing == "m1"
