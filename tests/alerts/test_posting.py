"""One request to a webhook, through the guard."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

from onrecord.alerts.posting import Poster
from tests.alerts.receiver import Receiver, receiving


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        made.answers = [(202, {})] * 9
        made.webhook.verify = lambda *_, **__: None  # type: ignore[method-assign]
        yield made


def test_a_body_is_taken(receiver: Receiver) -> None:
    with closing(Poster(["127.0.0.1"])) as poster:
        answer = poster.post(receiver.address, b'{"a": 1}', {"webhook-id": "a1"})
    assert (answer.status, answer.taken) == (202, True)
    assert (receiver.taken, receiver.ids) == ([{"a": 1}], ["a1"])


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/",
        "http://0x7f.1/",
        "http://10.1.2.3/",
        "http://intranet/",
        "http://hook.example.org/",
        "http://user:secret@93.184.216.34/",
        "ftp://93.184.216.34/",
        "file:///etc/passwd",
        "http://",
        "http://a\r\nb/",
    ],
)
def test_no_private_place_is_asked(address: str) -> None:
    asked: list[str] = []

    def connect(to: str, port: int, timeout: float) -> socket.socket:
        asked.append(to)
        raise OSError

    poster = Poster(resolve=lambda host, port: ["10.0.0.7"], connect=connect)
    answer = poster.post(address, b"{}", {})
    assert not answer.taken
    assert answer.status is None
    assert answer.told
    assert asked == []


def test_no_redirect_is_followed(receiver: Receiver) -> None:
    receiver.answers = [(307, {"location": receiver.address})]
    with closing(Poster(["127.0.0.1"])) as poster:
        answer = poster.post(receiver.address, b"{}", {})
    assert (answer.status, answer.taken, receiver.asked) == (307, False, 1)


def test_what_the_other_side_asks_for(receiver: Receiver) -> None:
    receiver.answers = [(503, {"retry-after": "120"}), (410, {}), (429, {"retry-after": "soon"})]
    with closing(Poster(["127.0.0.1"])) as poster:
        busy, gone, odd = (poster.post(receiver.address, b"{}", {}) for _ in range(3))
    assert (busy.wait, busy.final) == (120.0, False)
    assert gone.final
    assert odd.wait is None


def test_nobody_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with closing(Poster(["127.0.0.1"])) as poster:
        answer = poster.post(f"http://127.0.0.1:{port}/", b"{}", {})
    assert answer.status is None
    assert "refused" in answer.told.lower()


def test_an_answer_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.alerts.posting.SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent, closing(Poster(["127.0.0.1"])) as poster:
        answer = poster.post(f"http://127.0.0.1:{silent.getsockname()[1]}/", b"{}", {})
    assert answer.status is None
