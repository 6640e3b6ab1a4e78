"""How well times are read does not fall: floors on the texts written for it."""

from __future__ import annotations

import pytest

from tests.gold.times_quality import languages, measured

FLOORS = {"de": 1.0, "en": 1.0, "es": 1.0, "fr": 0.99, "ru": 1.0, "uk": 1.0}
SIZES = {"de": 80, "en": 120, "es": 150, "fr": 150, "ru": 150, "uk": 150}


def test_every_set_has_its_floor() -> None:
    assert set(languages()) == set(FLOORS) == set(SIZES)


@pytest.mark.parametrize("tag", sorted(FLOORS))
def test_quality(tag: str) -> None:
    quality = measured(tag)
    assert quality.marks >= SIZES[tag]
    assert quality.relaxed_f1 >= FLOORS[tag], quality.faults
    assert quality.value_f1 >= FLOORS[tag], quality.faults
