"""How alerts are sent: a file of the user's own, outside of any archive, so that no export and no
copy of an archive takes a password with it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.alerts.schedule import MORNING
from onrecord.errors import DataError
from onrecord.records import Record

ENVIRONMENT = "ONRECORD_ALERTS"
PASSWORD = "ONRECORD_SMTP_PASSWORD"
Security = Literal["starttls", "tls", "none"]
_PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}


class Mail(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The server that takes e-mail. `sender`: whom it is from; `security`: how the connection is
    kept private (`none` only for a server on this machine); `password_file` instead of a password;
    `authority`: a file of certificates that are trusted besides, for a server of one's own."""

    server: str
    sender: str
    port: int | None = None
    security: Security = "starttls"
    user: str | None = None
    password: str | None = None
    password_file: str | None = None
    authority: str | None = None

    @property
    def chosen_port(self) -> int:
        """The port, as it is usual if none is named."""
        return self.port or _PORTS[self.security]


class Settings(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`address`: what links to our own pages begin with; `hour`: of digests, UTC; `allow`: hosts,
    addresses and networks of one's own that webhooks may go to; `mail`: the server for e-mail."""

    address: str | None = None
    hour: int = MORNING
    allow: tuple[str, ...] = ()
    mail: Mail | None = None


def settings(given: str | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings in the file that was given, else in the one that `ONRECORD_ALERTS` names, else
    in `onrecord/alerts.toml` where the user's settings are; without any, those by default."""
    named = given or environment.get(ENVIRONMENT)
    path = Path(named) if named else _usual(environment)
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        if named:
            raise DataError(f"{path}: there is no such file of settings") from None
        found = Settings()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read ({error})") from error
    if not 0 <= found.hour <= 23:
        raise DataError(f"{path}: hour: {found.hour} is none from 0 to 23")
    return msgspec.structs.replace(found, mail=_with_password(path, found.mail, environment))


def _usual(environment: Mapping[str, str]) -> Path:
    home = environment.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(home) / "onrecord" / "alerts.toml"


def _with_password(path: Path, mail: Mail | None, environment: Mapping[str, str]) -> Mail | None:
    if mail is None:
        return None
    password = environment.get(PASSWORD) or mail.password
    if password is None and mail.password_file:
        try:
            password = (path.parent / mail.password_file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise DataError(f"{path}: password_file: cannot be read ({error})") from error
    return msgspec.structs.replace(mail, password=password)
