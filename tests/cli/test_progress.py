"""The count of a long run passes everything on, and counts what failed apart."""

from __future__ import annotations

import io

from onrecord.cli import progress
from onrecord.pipeline import Failure
from onrecord.records import Issue
from tests.support import reading


def test_everything_passes_in_order() -> None:
    made = reading("> Ann Lee | One.")
    failed = Failure(uri="x", issue=Issue(stage="read", message="no"))
    with progress.bar(io.StringIO()) as step:
        assert list(step(iter([made, failed, made]))) == [made, failed, made]
