"""E-mail of alerts: a message in plain text and HTML, and the server that takes it."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from onrecord.alerts.posting import Answer
from onrecord.alerts.records import Alert
from onrecord.alerts.settings import Mail
from onrecord.alerts.wording import worded

_SECONDS = 30.0
_PERMANENT = (550, 551, 553)  # no such mailbox


def message(
    alerts: Sequence[Alert], to: str, mail: Mail, name: str, now: datetime, base: str | None
) -> EmailMessage:
    """The message. Its id is that of its alerts: sent twice, it is one to whoever receives it."""
    parts = worded(alerts, base)
    made = EmailMessage()
    made["Subject"] = parts.subject
    made["From"] = mail.sender
    made["To"] = to
    made["Date"] = format_datetime(now)
    made["Message-ID"] = f"<{name}@{_domain(mail.sender)}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(_plain(parts.text))
    made.add_alternative(_plain(parts.html), subtype="html")
    return made


def send(made: EmailMessage, mail: Mail) -> Answer:
    """Hands a message to the server, and tells what became of it."""
    try:
        with _connected(mail) as server:
            if mail.user:
                server.login(mail.user, mail.password or "")
            server.send_message(made)
    except smtplib.SMTPRecipientsRefused as error:
        code, told = next(iter(error.recipients.values()))
        final = code in _PERMANENT
        return Answer(status=None, told=f"the server answers {code} {_text(told)}", final=final)
    except smtplib.SMTPResponseException as error:
        said = f"the server answers {error.smtp_code} {_text(error.smtp_error)}"
        return Answer(status=None, told=said)
    except (smtplib.SMTPException, OSError, ValueError) as error:
        return Answer(status=None, told=f"{type(error).__name__}: {error}")
    return Answer(status=250, told="taken")


def _connected(mail: Mail) -> smtplib.SMTP:
    """A connection, private before anything is said on it unless that is not wanted."""
    port = mail.chosen_port
    if mail.security == "tls":
        return smtplib.SMTP_SSL(mail.server, port, timeout=_SECONDS, context=_context(mail))
    server = smtplib.SMTP(mail.server, port, timeout=_SECONDS)
    if mail.security == "starttls":
        try:
            server.starttls(context=_context(mail))
        except BaseException:
            server.close()
            raise
    return server


def _context(mail: Mail) -> ssl.SSLContext:
    made = ssl.create_default_context()
    if mail.authority:
        made.load_verify_locations(mail.authority)
    return made


def _domain(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2] or "onrecord.invalid"


def _plain(text: str) -> str:
    """What UTF-8 cannot say is a question mark."""
    return text.encode("utf-8", "replace").decode()


def _text(told: bytes | str) -> str:
    return told.decode("utf-8", "replace") if isinstance(told, bytes) else told
