"""How alerts are sent: a file of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.alerts.settings import PASSWORD, Settings, settings
from onrecord.errors import DataError

MAIL = """
address = "https://statements.example"
hour = 7
allow = ["10.0.0.0/8"]
[mail]
server = "smtp.example.org"
sender = "onrecord <alerts@example.org>"
user = "alerts"
password_file = "secret"
"""


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert settings(None, {"XDG_CONFIG_HOME": str(tmp_path)}) == Settings()


def test_a_file_with_its_password_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "alerts.toml").write_text(MAIL, "utf-8")
    (tmp_path / "secret").write_text("hidden\n", "utf-8")
    path = str(tmp_path / "alerts.toml")
    for found in (settings(path, {}), settings(None, {"ONRECORD_ALERTS": path})):
        assert found.mail is not None
        assert (found.hour, found.mail.password, found.mail.chosen_port) == (7, "hidden", 587)
    given = settings(path, {PASSWORD: "other"}).mail
    assert given is not None
    assert given.password == "other"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("houre = 3", "houre"),
        ("hour = 24", "hour"),
        ("hour = ", "cannot be read"),
        ("[mail]\nserver = 'a'", "sender"),
        ("[mail]\nserver = 'a'\nsender = 'b'\nsecurity = 'maybe'", "maybe"),
        ("[mail]\nserver = 'a'\nsender = 'b'\npassword_file = 'none'", "password_file"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "alerts.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=said):
        settings(str(path), {})


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such file"):
        settings(str(tmp_path / "none.toml"), {})
