"""Tests of cli.memory: rings of objects are looked for seldom, and found."""

from __future__ import annotations

import gc
import weakref

from onrecord.cli.memory import sweep_seldom


class Ring:
    def __init__(self) -> None:
        self.itself = self


def test_rings_go_all_the_same() -> None:
    before = gc.get_threshold()
    try:
        gc.set_threshold(700, 10, 10)  # as Python begins with
        sweep_seldom()
        assert gc.isenabled()
        assert gc.get_threshold()[0] > 700
        seen = weakref.ref(Ring())
        made = [[n] for n in range(2 * gc.get_threshold()[0])]
        assert seen() is None
        assert made
    finally:
        gc.set_threshold(*before)
