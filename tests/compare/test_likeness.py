from __future__ import annotations

import numpy as np

from onrecord.compare.likeness import SHAPES, WITH_VECTORS, Likeness, grouped, part, told
from onrecord.compare.path import Step, Tile
from onrecord.compare.sequences import sequenced
from tests.compare.support import Concepts

A = ["abird sings.", "afish swims deep.", "acat sleeps."]
B = ["bbird sings.", "bfish swims deep.", "bcat sleeps."]


def likeness() -> Likeness:
    return Likeness(sequenced(A, Concepts(), ()), sequenced(B, Concepts(), ()), WITH_VECTORS)


def test_what_says_the_same_is_alike_and_gains() -> None:
    tile = Tile(0, 4, 0, 3)
    found = likeness().gains(tile)[1, 1]
    assert all(found[n, n] > 0 for n in range(3))
    assert found[0, 1] < 0
    assert likeness().score(Step(0, 0, 1, 1)) > 0.99


def test_runs_beyond_the_end_never_pay() -> None:
    tile = Tile(0, 4, 0, 3)
    found = likeness().gains(tile)
    assert set(found) == set(SHAPES)
    assert found[1, 1][3, 0] < -1000
    assert found[2, 2][2, 2] < -1000


def test_a_run_is_as_alike_as_its_members_together() -> None:
    assert likeness().score(Step(0, 0, 2, 2)) > 0.99
    assert likeness().score(Step(0, 0, 1, 2)) < likeness().score(Step(0, 0, 1, 1))


def test_a_short_sentence_costs_less_to_leave_out() -> None:
    side = sequenced(["a.", "a very long sentence " * 5], Concepts(), ())
    first, _ = Likeness(side, side, WITH_VECTORS).leaving()
    assert first[1] < first[0] < 0


def test_groups_and_parts_keep_lengths_and_keys() -> None:
    side = sequenced(A, Concepts(), ())
    (group,) = grouped(side, [(0, 3)]).lengths
    assert np.isclose(group, side.lengths.sum())
    assert part(side, 1, 2).keys == side.keys[1:2]


def test_vectors_tell_something_where_they_set_pairs_apart() -> None:
    side, other = sequenced(A, Concepts(), ()), sequenced(B, Concepts(), ())
    steps = [Step(n, n, 1, 1) for n in range(3)]
    assert told(steps, side, other) > 0.3
    assert told(steps, side, sequenced(B, None, ())) == 0
    assert told(steps[:2], side, other) == 0


def test_keys_in_common_keep_what_vectors_would_part() -> None:
    a = sequenced(["aone Halvarik 1987."], Concepts(), ())
    b = sequenced(["btwo Halvarik 1987."], Concepts(), ())
    c = sequenced(["bthree nothing else."], Concepts(), ())
    step = Step(0, 0, 1, 1)
    assert not Likeness(a, b, WITH_VECTORS).unlike(step)
    assert Likeness(a, c, WITH_VECTORS).unlike(step)
