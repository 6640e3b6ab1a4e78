"""Nobody but this machine is served unless somebody says so."""

from __future__ import annotations

from onrecord.web.settings import DEEPEST, LOCAL_HOSTS, SIZE, SIZES, Settings


def test_only_this_machine_by_default() -> None:
    assert Settings().hosts == LOCAL_HOSTS
    assert "*" not in LOCAL_HOSTS


def test_the_usual_size_can_be_chosen_and_pages_end() -> None:
    assert SIZE in SIZES
    assert max(SIZES) <= 100
    assert DEEPEST > 0
