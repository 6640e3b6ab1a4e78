"""What is signed is verified by a library for receivers that nobody here wrote."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from onrecord.alerts.signing import headers, new_secret


def test_receivers_verify_it() -> None:
    secret, body = new_secret(), '{"a": "Ж"}'.encode()
    signed = headers(secret, "a1", body, datetime.now(UTC))
    assert Webhook(secret).verify(body, signed) == {"a": "Ж"}


@pytest.mark.parametrize("wrong", ["body", "id", "secret", "moment"])
def test_what_was_changed_is_seen(wrong: str) -> None:
    secret, body, now = new_secret(), b"{}", datetime.now(UTC)
    signed = headers(secret, "a1", body, now)
    if wrong == "body":
        body = b"[]"
    if wrong == "id":
        signed["webhook-id"] = "a2"
    if wrong == "secret":
        secret = new_secret()
    if wrong == "moment":
        signed["webhook-timestamp"] = str(int(now.timestamp()) - 10)
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(body, signed)


def test_an_old_request_cannot_be_played_again() -> None:
    secret = new_secret()
    signed = headers(secret, "a1", b"{}", datetime(2024, 1, 1, tzinfo=UTC))
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(b"{}", signed)


def test_secrets_are_never_the_same() -> None:
    assert len({new_secret() for _ in range(100)}) == 100
