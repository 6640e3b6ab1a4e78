"""A word that is sure outweighs; a long question trusts its words more."""

from __future__ import annotations

from onrecord.search.fusion import fused, weight


def test_both_are_better_than_one() -> None:
    assert fused({1: 5.0}, {1: 0.3, 2: 0.35})[0][0] == 1


def test_a_long_question() -> None:
    assert weight("w " * 20) > weight("w " * 5)
