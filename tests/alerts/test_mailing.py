"""E-mail, to a server that nobody here wrote, over connections that are private."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, Session

from onrecord.alerts.mailing import message, send
from onrecord.alerts.settings import Mail
from tests.alerts.making import NOW, alert

PEM = Path(__file__).with_name("localhost.pem")


@pytest.fixture(autouse=True)
def _this_machine(_no_network: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one host that there is."""

    def found(host: str, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        assert host in ("localhost", "127.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    monkeypatch.setattr(socket, "getfqdn", lambda name="": "localhost")


class _Kept:
    """What the server took."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.answer = "250 OK"

    async def handle_RCPT(
        self, server: Any, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        self.messages.append(message_from_bytes(content, policy=default))
        return "250 OK"


@contextmanager
def serving(**how: Any) -> Iterator[tuple[_Kept, int]]:
    kept = _Kept()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(kept, hostname="127.0.0.1", port=port, **how)
    controller.start()
    try:
        yield kept, port
    finally:
        controller.stop()


def _tls() -> ssl.SSLContext:
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(PEM)
    return made


def _mail(port: int, **fields: Any) -> Mail:
    given: dict[str, Any] = {
        "server": "localhost",
        "sender": "onrecord <alerts@desk.example>",
        "port": port,
        "authority": str(PEM),
    }
    return Mail(**(given | fields))


def _made(mail: Mail, text: str = "The dam is full.") -> EmailMessage:
    return message([alert(text)], "ann@desk.example", mail, "m1", NOW, "https://s.example")


def _login(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    return AuthResult(success=data.login == b"alerts" and data.password == b"hidden")


def test_it_is_sent_over_tls_after_logging_in() -> None:
    how = {
        "tls_context": _tls(),
        "require_starttls": True,
        "authenticator": _login,
        "auth_required": True,
    }
    with serving(**how) as (kept, port):
        mail = _mail(port, user="alerts", password="hidden")
        answer = send(_made(mail), mail)
        assert answer.taken, answer.told
        wrong = _mail(port, user="alerts", password="wrong")
        assert not send(_made(wrong), wrong).taken
    (got,) = kept.messages
    assert got["Subject"] == "Dam: Talks on water"
    assert got["Message-ID"] == "<m1@desk.example>"
    assert got["To"] == "ann@desk.example"
    parts = {part.get_content_type(): part.get_content() for part in got.iter_parts()}
    assert set(parts) == {"text/plain", "text/html"}
    assert "“The dam is full.”" in parts["text/plain"]
    assert "<mark>dam</mark>" in parts["text/html"]


def test_a_server_that_nobody_vouches_for_gets_nothing() -> None:
    with serving(tls_context=_tls()) as (kept, port):
        mail = _mail(port, authority=None)
        answer = send(_made(mail), mail)
    assert not answer.taken
    assert "certificate" in answer.told.lower()
    assert kept.messages == []


def test_a_server_without_tls_gets_nothing_unless_that_is_wanted() -> None:
    with serving() as (kept, port):
        assert not send(_made(_mail(port)), _mail(port)).taken
        assert kept.messages == []
        plain = _mail(port, security="none")
        assert send(_made(plain), plain).taken
    assert len(kept.messages) == 1


@pytest.mark.parametrize(("told", "final"), [("550 no such user", True), ("450 later", False)])
def test_an_address_that_is_refused(told: str, final: bool) -> None:
    with serving() as (kept, port):
        kept.answer = told
        mail = _mail(port, security="none")
        answer = send(_made(mail), mail)
    assert not answer.taken
    assert answer.final is final
    assert told[:3] in answer.told


def test_nobody_answers() -> None:
    with serving() as (_, port):
        pass
    mail = _mail(port)
    assert send(_made(mail), mail).status is None


def test_all_scripts_and_lone_surrogates() -> None:
    with serving() as (kept, port):
        mail = _mail(port, security="none")
        assert send(_made(mail, "Плотина 大坝 سد \ud800 dam"), mail).taken
    part = next(iter(kept.messages[0].iter_parts()))
    assert "Плотина 大坝 سد dam" in part.get_content()
