"""The noun of the layer `entity`: a mention, a stretch of words that names something."""

from __future__ import annotations

import msgspec

NOTHING = "nothing"  # the kind of words that are known to name none of ours


class Mention(msgspec.Struct, frozen=True):
    """Words `first` to `last` (half-open) that name something of a kind. Unknown is None.

    `candidates`: ids of the places, people or bodies that it may be, while that is not decided yet;
    `states`: those in which it may lie. `weak`: may another reading of the words replace it?
    """

    first: int
    last: int
    kind: str
    rule: str
    name: str
    entity: str | None = None
    country: str | None = None
    candidates: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    weak: bool = False
