"""`onrecord alerts`: a search is saved, finds what comes, and that is sent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.alerts import database as book
from onrecord.alerts import outbox, searches
from onrecord.alerts.outbox import Failure
from onrecord.cli import main
from onrecord.pipeline.indexing import refresh
from tests.alerts.receiver import receiving
from tests.archives import PROSE, added, page, written

OTHER = (PROSE[0], PROSE[3], PROSE[6])


class _Command:
    """The command on one archive."""

    def __init__(self, root: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.archive = root / "archive"
        self._capfd = capfd

    def __call__(self, *arguments: str) -> tuple[int, list[str], str]:
        """Its status, the lines on standard output, and what it says."""
        self._capfd.readouterr()
        status = main(["alerts", *arguments, "--archive", str(self.archive)])
        out, err = self._capfd.readouterr()
        return status, out.splitlines(), err

    def json(self, *arguments: str) -> list[dict[str, Any]]:
        """What it prints for programs."""
        status, lines, err = self(*arguments, "--json")
        assert status == 0, err
        return [json.loads(line) for line in lines]

    def add(self, name: str, *said: str) -> str:
        """Adds a page; what `add` says."""
        made = page(f"Talks {name}", said, url=f"https://mfa.example/{name}")
        (path,) = written(self.root / name, page=made)
        self._capfd.readouterr()
        assert main(["add", path, "--archive", str(self.archive)]) == 0
        return self._capfd.readouterr().err

    @property
    def alerts(self) -> Path:
        """The file."""
        return self.archive / "alerts.sqlite"


@pytest.fixture
def command(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> _Command:
    monkeypatch.delenv("ONRECORD_ALERTS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    added(tmp_path / "archive", *written(tmp_path / "first", page=page(said=OTHER)))
    made = _Command(tmp_path, capfd)
    from onrecord.archive.folder import Folder  # noqa: PLC0415

    refresh(Folder(made.archive), print)
    return made


def test_nothing_is_saved(command: _Command) -> None:
    status, lines, err = command("list")
    assert (status, lines) == (0, [])
    assert "no search is saved" in err
    for action in ("match", "deliver", "dead-letters"):
        assert command(action)[:2] == (0, [])
    assert not command.alerts.exists()


def test_from_saving_to_sending(command: _Command) -> None:
    (saved,) = command.json("save", "bridge", "--name", "Old bridge", "--lang", "en", "--desktop")
    assert saved["search"]["id"] == "old-bridge"
    assert saved["search"]["filters"] == {"lang": ["en"]}
    assert "1 alert" in command.add("new", *OTHER, PROSE[4])
    (listed,) = command.json("list")
    assert (listed["alerts"], listed["pending"]) == (1, 1)
    (alert,) = command.json("list", "old-bridge")
    assert (alert["quote"], alert["words"]) == (PROSE[4], ["bridge"])
    status, lines, err = command("deliver")
    assert status == 0
    assert "1 sent" in err
    (line,) = lines
    assert line.startswith("New [Old bridge] (2024-05-02)")
    assert PROSE[4] in line
    assert command("deliver")[:2] == (0, [])
    assert command("remove", "old-bridge", "none")[0] == 1
    assert command.json("list") == []


def test_what_is_there_already_only_if_asked_for(command: _Command) -> None:
    command("save", "teachers OR fishermen OR timetable", "--name", "past")
    assert command("match")[1] == []
    (alert, *_) = command.json("match", "--again", "past")
    assert alert["search"] == "past"
    assert command.json("match", "--again", "past") == []
    assert command("match", "--again", "none")[0] == 1


def test_a_secret_is_shown_when_it_is_made_and_when_it_is_asked_for(command: _Command) -> None:
    (saved,) = command.json("save", "bridge", "--webhook", "https://hook.example.org/a")
    secret = saved["targets"][0]["secret"]
    assert secret.startswith("whsec_")
    assert command.json("list")[0]["targets"][0]["secret"] is None
    assert command.json("list", "--secrets")[0]["targets"][0]["secret"] == secret
    assert secret not in "".join(command("list")[1])
    assert secret in "".join(command("list", "--secrets")[1])


def test_a_webhook_and_its_settings(command: _Command) -> None:
    settings = command.root / "alerts.toml"
    settings.write_text('allow = ["127.0.0.1"]\n', "utf-8")
    with receiving() as receiver:
        command("save", "bridge", "--webhook", receiver.address)
        with book.opened(command.alerts) as db:
            db.execute("UPDATE targets SET secret = ?", (receiver.secret,))
        command.add("new", *OTHER, PROSE[4])
        status, _, err = command("deliver")
        assert (status, receiver.asked) == (1, 0)
        assert "loopback" in err
        with book.opened(command.alerts) as db:
            db.execute("UPDATE targets SET resting = NULL")
            db.execute("UPDATE deliveries SET due = '2000'")
        (sent,) = command.json("deliver", "--settings", str(settings))
        assert sent["delivered"] == 1
        assert receiver.taken[0]["data"]["quote"] == PROSE[4]


def test_dead_letters_and_sending_them_again(command: _Command) -> None:
    command("save", "bridge", "--webhook", "https://hook.example.org/a")
    command.add("new", *OTHER, PROSE[4])
    with book.opened(command.alerts) as db:
        (target,) = searches.targets(db)
        from onrecord.alerts.schedule import moment  # noqa: PLC0415

        now = moment("2999-01-01T00:00:00.000000Z")
        outbox.failed(
            db, outbox.pending(db, now, target.id), Failure("the server answers 500", None)
        )
    (dead,) = command.json("dead-letters")
    assert (dead["told"], dead["target"]["secret"]) == ("the server answers 500", None)
    assert "the server answers 500" in command("dead-letters")[1][0]
    assert command("resend")[0] == 2
    assert "0 alerts" in command("resend", "none")[2]
    assert "1 alert" in command("resend", dead["alert"]["id"])[2]
    assert command.json("dead-letters") == []
    assert "0 alerts" in command("resend", "--all")[2]


def test_what_cannot_be_asked(command: _Command) -> None:
    status, _, err = command("save", "(bridge")
    assert status == 2
    assert "^" in err
    with pytest.raises(SystemExit):
        command("save", "bridge", "--email", "nobody")
    with pytest.raises(SystemExit):
        command("save", "bridge", "--webhook", "file:///etc/passwd")
    assert not command.alerts.exists()


def test_what_search_would_take_otherwise_is_said(command: _Command) -> None:
    _, _, err = command("save", "ferrry strait")
    assert "take the search at its word" in err


def test_only_some_kinds(command: _Command) -> None:
    (saved,) = command.json("save", "bridge", "--only", "removed", "--only", "edited")
    assert saved["search"]["kinds"] == ["edited", "removed"]
    command.add("new", *OTHER, PROSE[4])
    assert command.json("list", saved["search"]["id"]) == []
