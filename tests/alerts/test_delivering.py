"""Sending what is due: taken, tried again, given up; and ended at any moment."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from onrecord.alerts import database as book
from onrecord.alerts import delivering, mailing, outbox, searches
from onrecord.alerts.delivering import Means, Sent, deliver
from onrecord.alerts.posting import Answer, Poster
from onrecord.alerts.schedule import MOST
from onrecord.alerts.settings import Mail, Settings
from onrecord.archive.folder import Folder
from tests.alerts.making import NOW, alert, kept, states, target
from tests.alerts.receiver import Receiver, receiving

TEXTS = ("The dam is full.", "The dam is low.", "A dam.")
MAIL = Settings(mail=Mail(server="localhost", sender="onrecord <a@desk.example>"))


class _Sending:
    """Sends from an archive's folder, with a clock that can be moved."""

    def __init__(self, root: Path, settings: Settings = MAIL) -> None:
        self.folder = Folder(root)
        self.now: datetime = NOW
        self.shown: list[str] = []
        self._settings = settings

    def __call__(self) -> Sent:
        with closing(Poster(["127.0.0.1"])) as poster:
            means = Means(self._settings, poster, self.shown.append, lambda: self.now)
            return deliver(self.folder, means)


@pytest.fixture
def sending(tmp_path: Path) -> _Sending:
    return _Sending(tmp_path)


def _kept_for(sending: _Sending, receiver: Receiver, *texts: str) -> None:
    kept(sending.folder.alerts, [target(address=receiver.address)], map(alert, texts or TEXTS))


def test_nothing_is_saved(sending: _Sending) -> None:
    assert sending() == Sent()
    assert not sending.folder.alerts.exists()


def test_a_webhook_gets_each_alert_once_signed(sending: _Sending) -> None:
    with receiving() as receiver:
        _kept_for(sending, receiver)
        assert sending().delivered == 3
        assert sending() == Sent()
    assert receiver.ids == [alert(text).id for text in TEXTS]
    first = receiver.taken[0]
    assert first["type"] == "alert.new"
    assert first["data"]["quote"] == TEXTS[0]
    assert first["data"]["words"] == ["dam"]


def test_a_server_that_is_down_is_left_in_peace_and_asked_again(sending: _Sending) -> None:
    with receiving() as receiver:
        _kept_for(sending, receiver)
        receiver.answers = [(503, {})]
        sent = sending()
        assert (sent.delivered, sent.retried, receiver.asked) == (0, 1, 1)
        assert dict(sent.told) == {target(address=receiver.address).id: "the server answers 503"}
        assert sending() == Sent()
        sending.now += timedelta(minutes=2)
        assert sending().delivered == 3
    assert sorted(receiver.ids) == sorted(alert(text).id for text in TEXTS)


def test_one_alert_that_is_refused_does_not_hold_up_the_others(sending: _Sending) -> None:
    with receiving() as receiver:
        _kept_for(sending, receiver)
        receiver.answers = [(400, {})]
        sent = sending()
    assert (sent.delivered, sent.retried) == (2, 1)


def test_what_is_never_taken_is_listed_and_can_be_sent_again(sending: _Sending) -> None:
    with receiving() as receiver:
        _kept_for(sending, receiver, TEXTS[0])
        for _ in range(MOST):
            receiver.answers = [(500, {})]
            sending()
            sending.now += timedelta(days=2)
        assert receiver.asked == MOST
        assert states(sending.folder.alerts) == {"dead": 1}
        assert sending() == Sent()
        with book.opened(sending.folder.alerts) as db:
            (dead,) = outbox.dead(db)
            assert (dead.attempts, dead.told) == (MOST, "the server answers 500")
            assert outbox.resend(db, sending.now, None, again=False) == 1
        assert sending().delivered == 1


def test_a_webhook_that_is_gone_gets_nothing_more(sending: _Sending) -> None:
    with receiving() as receiver:
        _kept_for(sending, receiver)
        receiver.answers = [(410, {})]
        sending()
        sending.now += timedelta(days=9)
        assert sending() == Sent()
        assert receiver.asked == 1
    assert states(sending.folder.alerts) == {"dead": 3}
    with book.opened(sending.folder.alerts) as db:
        assert searches.targets(db)[0].stopped == "the server answers 410"


def test_a_private_address_is_not_asked(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with receiving() as receiver:
        kept(folder.alerts, [target(address=receiver.address)], [alert()])
        with closing(Poster()) as poster:
            sent = deliver(folder, Means(Settings(), poster, print, lambda: NOW))
        assert receiver.asked == 0
    assert sent.retried == 1
    assert "loopback" in dict(sent.told)[target(address=receiver.address).id]


def test_the_desktop_gets_a_line_for_each(sending: _Sending) -> None:
    kept(sending.folder.alerts, [target("desktop", "")], map(alert, TEXTS))
    assert sending().delivered == 3
    assert len(sending.shown) == 3
    assert sending() == Sent()


class _Post:
    """A server for e-mail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.taken: list[EmailMessage] = []
        self.answer = Answer(status=250, told="taken")
        monkeypatch.setattr(mailing, "send", self)

    def __call__(self, made: EmailMessage, mail: Mail) -> Answer:
        if self.answer.taken:
            self.taken.append(made)
        return self.answer


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> _Post:
    return _Post(monkeypatch)


def test_one_message_of_all_searches_that_go_to_an_address(sending: _Sending, post: _Post) -> None:
    address = "ann@desk.example"
    for of in ("dam", "gas"):
        goals = [target("email", address, "daily", of=of)]
        kept(sending.folder.alerts, goals, [alert(text, of) for text in TEXTS], of)
    assert sending() == Sent()
    sending.now += timedelta(days=1)
    assert sending().delivered == 6
    (message,) = post.taken
    assert message["Subject"] == "6 alerts: Dam, Gas"
    assert sending() == Sent()


def test_nothing_is_capped(sending: _Sending, post: _Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "_IN_ONE", 2)
    alerts = [alert(f"A dam, the {n}th.") for n in range(7)]
    kept(sending.folder.alerts, [target("email", "ann@desk.example")], alerts)
    assert sending().delivered == 7
    assert len(post.taken) == 4
    parts = [message.get_body(("plain",)) for message in post.taken]
    whole = "".join(part.get_content() for part in parts if isinstance(part, EmailMessage))
    assert all(f"the {n}th" in whole for n in range(7))


def test_a_message_that_may_have_been_taken_is_the_same_message_again(
    sending: _Sending, post: _Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sending.folder.alerts
    kept(path, [target("email", "ann@desk.example")], [alert(TEXTS[0])])

    def ended(db: object, sent: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(outbox, "delivered", ended)
        with pytest.raises(KeyboardInterrupt):
            sending()
    with book.opened(path) as db, book.transaction(db):
        outbox.put(db, [alert(TEXTS[1])])
    sending()
    first, again, other = (message["Message-ID"] for message in post.taken)
    assert first == again
    assert other != first


def test_mail_that_cannot_be_sent_stays(sending: _Sending, post: _Post) -> None:
    kept(sending.folder.alerts, [target("email", "ann@desk.example")], [alert()])
    post.answer = Answer(status=None, told="the server answers 451")
    assert sending().retried == 1
    post.answer = Answer(status=250, told="taken")
    sending.now += timedelta(minutes=2)
    assert sending().delivered == 1


def test_without_a_server_for_mail_it_waits(tmp_path: Path) -> None:
    sending = _Sending(tmp_path, Settings())
    kept(sending.folder.alerts, [target("email", "ann@desk.example")], [alert()])
    assert "no server" in next(iter(dict(sending().told).values()))
    assert states(sending.folder.alerts) == {"pending": 1}
