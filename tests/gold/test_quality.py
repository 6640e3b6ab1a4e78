"""No figure falls below its floor. Where the data of others is not, this says so and is skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gold import quality


def test_no_figure_is_below_its_floor(shared: Path) -> None:
    floors = quality.floors_for(quality.digest(shared / "data"))
    if not floors:
        pytest.skip("no floors for this corpus: python -m tests.gold.quality --update sets them")
    assert quality.below(floors, quality.measure(shared)) == []


def test_a_fallen_figure_and_a_lost_one_are_seen() -> None:
    fallen = quality.below({"a": 0.9, "b": 0.9, "c": 0.9}, {"a": 0.95, "b": 0.85})
    assert [line.split(":")[0] for line in fallen] == ["b", "c"]


def test_floors_fall_only_if_they_may() -> None:
    assert quality.raised({"a": 0.9}, {"a": 0.8}, fall=False) == {"a": 0.9}
    assert quality.raised({"a": 0.9}, {"a": 0.8}, fall=True) == {"a": 0.8}


def test_the_digest_sees_a_changed_file(tmp_path: Path) -> None:
    page = tmp_path / quality.SETS[0] / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text("one", "utf-8")
    first = quality.digest(tmp_path)
    page.write_text("two", "utf-8")
    assert quality.digest(tmp_path) != first
