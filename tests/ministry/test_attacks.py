"""None of the known ways to make a fetcher ask for what is not public leads to a connection. The
table is attacks.toml; the documentation shows the same one."""

from __future__ import annotations

import socket
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.crawl import pinned
from onrecord.crawl.fetcher import Fetcher
from onrecord.errors import FetchRefused, NotFetched
from tests.ministry import NOTHING, Ministry
from tests.ministry.site import Answer, Asked
from tests.support import REPOSITORY

PUBLIC = "93.184.216.34"
DOCUMENTED = REPOSITORY / "docs" / "reference" / "fetching.md"


class Attack(NamedTuple):
    """An entry of the table."""

    form: str
    url: str
    hosts: Mapping[str, Sequence[Sequence[str]]] = {}
    location: str | None = None


def _attacks() -> list[Attack]:
    table = tomllib.loads(Path(__file__).with_name("attacks.toml").read_text("utf-8"))
    return [Attack(**entry) for entry in table["attack"]]


ATTACKS = _attacks()


class _Hostile:
    """A name service in the attacker's hand, and a network that notes whom it is asked for."""

    def __init__(self, attack: Attack, port: int) -> None:
        self._answers = {name: list(answers) for name, answers in attack.hosts.items()}
        self._answers.setdefault("public.example", [[PUBLIC]])
        self._port = port
        self.connected: list[tuple[str, int]] = []

    def resolve(self, host: str, port: int) -> Sequence[str]:
        answers = self._answers.get(host, [["127.0.0.1"]])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect(self, address: str, port: int, timeout: float) -> socket.socket:
        self.connected.append((address, port))
        return pinned.connect("127.0.0.1", self._port, timeout)


def _written(url: str) -> str:
    return url.replace("<9000 times a>", "a" * 9000)


def test_there_are_many_and_each_once() -> None:
    assert len(ATTACKS) >= 60
    assert len({attack.form for attack in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: str(attack.form))
def test_none_connects(attack: Attack) -> None:
    def lead(asked: Asked) -> Answer:
        location = (("Location", attack.location or ""),) if asked.target == "/" else ()
        return Answer(302 if location else 200, location, b"reached")

    with Ministry(NOTHING, hosts={"public.example": lead}) as ministry:
        hostile = _Hostile(attack, ministry.port)
        with Fetcher(resolve=hostile.resolve, connect=hostile.connect, retries=0) as fetcher:
            if "rebinding" in attack.form:
                _rebound(fetcher, attack)
            else:
                with pytest.raises((FetchRefused, NotFetched)):
                    fetcher.fetch(_written(attack.url))
    allowed = [(PUBLIC, 80)] if attack.location else []
    assert [c for c in hostile.connected if c[0] != PUBLIC] == []
    assert hostile.connected[:1] == allowed
    assert all("X-Injected" not in entry.target for entry in ministry.log)


def _rebound(fetcher: Fetcher, attack: Attack) -> None:
    """The name has moved meanwhile: it is refused, or what was checked is asked."""
    try:
        found = fetcher.fetch(attack.url)
    except FetchRefused:
        return
    assert found.payload == b"reached"


def test_the_proxy_of_the_environment_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would look the name up itself."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    with Ministry(NOTHING, hosts={"public.example": lambda _: Answer(200)}) as ministry:
        hostile = _Hostile(ATTACKS[0], ministry.port)
        with Fetcher(resolve=hostile.resolve, connect=hostile.connect) as fetcher:
            assert fetcher.fetch("http://public.example/").status == 200
    assert hostile.connected == [(PUBLIC, 80)]


def rendered(attacks: Sequence[Attack]) -> str:
    """The table as the documentation shows it."""
    lines = ["| form | address | name service, redirect |", "|---|---|---|"]
    return "\n".join([*lines, *(_row(attack) for attack in attacks)])


def _row(attack: Attack) -> str:
    extra: list[str] = []
    for host, answers in attack.hosts.items():
        said = ", then ".join(" and ".join(answer) for answer in answers)
        extra.append(f"{host} stands at {said}")
    if attack.location:
        extra.append(f"leads to `{_shown(attack.location)}`")
    return f"| {attack.form} | `{_shown(attack.url)}` | {'; '.join(extra)} |"


def _shown(url: str) -> str:
    return url.encode("unicode_escape").decode("ascii").replace("\\\\", "\\")


def test_the_documentation_shows_the_table() -> None:
    assert rendered(ATTACKS) in DOCUMENTED.read_text("utf-8")


def test_a_planted_difference_is_seen() -> None:
    other = [ATTACKS[0]._replace(url="http://127.0.0.2/"), *ATTACKS[1:]]
    assert rendered(other) not in DOCUMENTED.read_text("utf-8")
