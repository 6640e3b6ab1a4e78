"""The record of a place."""

from __future__ import annotations

import msgspec

from onrecord.gazetteer.place import Place


def test_a_place_is_a_value() -> None:
    place = Place("kz-astana", "Astana", "KZ", "city")
    assert place == msgspec.json.decode(msgspec.json.encode(place), type=Place)
    assert hash(place) == hash(Place("kz-astana", "Astana", "KZ", "city"))
