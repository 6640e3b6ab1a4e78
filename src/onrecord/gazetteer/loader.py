"""The door of the room: what other rooms ask the gazetteer.

Knows the questions; the answers are in `state_names` and `place_names`, the tables in `places/`.
Nothing is read before the first question. People, organisations and offices will get their
questions here too.
"""

from __future__ import annotations

from onrecord.gazetteer.place import Place
from onrecord.gazetteer.place_names import find_place, places_in
from onrecord.gazetteer.state_names import find_state, states_in

__all__ = ["Place", "find_place", "find_state", "places_in", "states_in"]
