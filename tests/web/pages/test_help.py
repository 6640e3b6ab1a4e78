"""The help page: every field of the language has an example that works."""

from __future__ import annotations

from starlette.testclient import TestClient

from onrecord.search.query.nodes import FIELDS
from onrecord.web.words import words


def test_every_field_has_an_example() -> None:
    examples = " ".join(words("en").some("operators"))
    assert [name for name in FIELDS if f"{name}:" not in examples] == ["source"]


def test_every_example_can_be_asked(client: TestClient) -> None:
    for sign in words("en").some("operators"):
        assert client.get("/search", params={"q": sign}).status_code == 200, sign


def test_keys_are_told(client: TestClient) -> None:
    assert set(client.get("/help.json").json()["keys"]) == {"/", "j", "k", "n", "p", "m", "a", "?"}
    assert "<kbd>j</kbd>" in client.get("/help").text
