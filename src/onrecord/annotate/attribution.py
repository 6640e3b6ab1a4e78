"""Words that are somebody's: what, whose, and by which cue and rule they were told."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.records import Span


class Attribution(NamedTuple):
    """Words of somebody: pieces of content, who, by which cue and rule, and to whom."""

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    rule: str
    addressee: Span | None = None
