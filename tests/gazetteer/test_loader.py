"""The door: its questions, and that nothing is read before the first."""

from __future__ import annotations

import subprocess
import sys

from onrecord.gazetteer import loader


def test_the_questions() -> None:
    assert loader.find_state("Kazakhstan") == "KZ"
    assert loader.states_in("Kazakhstan") == ((0, 10, "KZ"),)
    place = loader.find_place("Astana")
    assert place == loader.Place("kz-astana", "Astana", "KZ", "city")
    assert loader.places_in("Astana") == ((0, 6, place),)


def test_nothing_is_read_before_the_first_question() -> None:
    code = (
        "from onrecord.gazetteer import loader, tables\n"
        "caches = (tables.state_names, tables.place_names, tables.asked_names, tables._sites)\n"
        "assert not any(c.cache_info().currsize for c in caches)\n"
        "loader.states_in('Kazakhstan')\n"
        "assert [c.cache_info().currsize for c in caches] == [1, 0, 0, 0]\n"
        "loader.places_in('Astana')\n"
        "assert [c.cache_info().currsize for c in caches] == [1, 1, 0, 1]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
