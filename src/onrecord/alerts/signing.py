"""Signs what a webhook is sent, by the Standard Webhooks specification, so that receivers can
verify it with a library that they did not write, and we did not."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from datetime import datetime

_PREFIX = "whsec_"
_BYTES = 32


def new_secret() -> str:
    """A secret to sign with, as the specification spells it."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode()


def headers(secret: str, alert: str, body: bytes, moment: datetime) -> dict[str, str]:
    """The headers that name and sign a body: HMAC-SHA256 over id, seconds and body.

    >>> from datetime import UTC
    >>> made = headers("whsec_AAAA", "a1", b"{}", datetime(2024, 1, 1, tzinfo=UTC))
    >>> made["webhook-timestamp"], made["webhook-signature"][:3]
    ('1704067200', 'v1,')
    """
    seconds = str(int(moment.timestamp()))
    key = base64.b64decode(secret.removeprefix(_PREFIX))
    signed = b".".join((alert.encode(), seconds.encode(), body))
    signature = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return {
        "webhook-id": alert,
        "webhook-timestamp": seconds,
        "webhook-signature": f"v1,{signature}",
    }
