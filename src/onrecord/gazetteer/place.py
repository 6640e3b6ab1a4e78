"""The noun of this room's first part: a place.

Knows what a place is to onrecord; not how its names are written.
"""

from __future__ import annotations

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A place as a name means it. Unknown is None, never a guess.

    `id` is the row in the gazetteer, None where the name is shared by places of which none
    dominates; `name` is the gazetteer's English name, or the name as asked for where `id` is None;
    `country` is ISO 3166-1 alpha-2, None where the candidates lie in several; `kind` is city,
    venue, residence, region or state.
    """

    id: str | None
    name: str
    country: str | None
    kind: str
