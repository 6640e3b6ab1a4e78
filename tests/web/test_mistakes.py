"""A view that cannot answer says with which status, and where."""

from __future__ import annotations

from onrecord.web.mistakes import Failed


def test_a_failure_carries_what_is_shown() -> None:
    failed = Failed(404, "not there", 3)
    assert (failed.mistake.status, failed.mistake.message, failed.mistake.position) == (
        404,
        "not there",
        3,
    )
    assert str(failed) == "not there"
