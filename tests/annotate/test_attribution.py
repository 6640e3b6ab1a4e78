"""Words that are somebody's."""

from __future__ import annotations

from onrecord.annotate.attribution import Attribution
from onrecord.records import Span


def test_nobody_is_spoken_to_unless_it_is_said() -> None:
    assert Attribution((Span(0, 2),), None, None, "mood").addressee is None
