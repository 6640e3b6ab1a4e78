"""The usual encoder names the model that it is."""

from __future__ import annotations

from onrecord.meaning.universal import load


def test_identity_and_long_sentences() -> None:
    made = load()
    assert made.identity.digest.startswith("sha256:")
    assert made.identity.dimensions == made.ask(["x" * 100_000]).shape[1]
