from __future__ import annotations

from onrecord.compare.moves import moved
from onrecord.compare.sequences import sequenced
from tests.compare.support import Concepts

LONG = "herring stocks fell by thirty percent off the coast"
OTHER = "harbour pilots went on strike for eleven long days"


def test_what_is_left_out_here_and_stands_there_has_moved() -> None:
    a = sequenced([f"a{LONG}", f"a{OTHER}"], Concepts(), ())
    b = sequenced([f"b{OTHER}", f"b{LONG}"], Concepts(), ())
    assert [(i, j) for i, j, _ in moved(a, b, [0], [1])] == [(0, 1)]


def test_two_that_are_as_near_settle_nothing() -> None:
    a = sequenced([f"a{LONG}"], Concepts(), ())
    b = sequenced([f"b{LONG}", f"b{LONG}"], Concepts(), ())
    assert moved(a, b, [0], [0, 1]) == ()


def test_short_words_do_not_move() -> None:
    side = sequenced(["Thank you."], Concepts(), ())
    assert moved(side, side, [0], [0]) == ()
