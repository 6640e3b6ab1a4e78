from __future__ import annotations

from onrecord.compare.anchors import Stretch
from onrecord.compare.likeness import WITH_VECTORS
from onrecord.compare.path import Step
from onrecord.compare.routes import by_turns, ratio, route, within
from onrecord.compare.sequences import sequenced
from onrecord.compare.sides import Sentence
from onrecord.records import Span
from tests.compare.support import Concepts

WORDS = [f"thing{n} moved place{n * 7} slowly" for n in range(700)]
A = sequenced([f"a{word}." for word in WORDS], Concepts(), ())


def sentences(turns: list[int]) -> list[Sentence]:
    return [Sentence(span=Span(0, 1), said=Span(0, 1), turn=n, paragraph=0) for n in turns]


def test_a_long_way_is_found_near_that_of_groups_past_a_long_omission() -> None:
    kept = [*WORDS[:200], *WORDS[420:]]
    steps = route(A, sequenced([f"b{word}." for word in kept], Concepts(), ()), WITH_VECTORS)
    assert [s.i for s in steps if not s.q] == list(range(200, 420))
    assert all(s.p == s.q == 1 for s in steps if s.q)


def test_turns_that_correspond_cut_both_sides() -> None:
    few = sequenced([f"a{word}." for word in WORDS[:6]], Concepts(), ())
    turns = sentences([0, 0, 1, 1, 2, 2])
    cut, known = by_turns(few, few, (turns, turns), WITH_VECTORS)
    assert [(s.a, s.a_end, s.b, s.b_end) for s in cut] == [(0, 2, 0, 2), (2, 4, 2, 4), (4, 6, 4, 6)]
    assert known == 1.0


def test_without_turns_there_is_one_stretch() -> None:
    few = sequenced(["a.", "b."], Concepts(), ())
    cut, _ = by_turns(few, few, (sentences([-1, -1]), sentences([-1, -1])), WITH_VECTORS)
    assert len(cut) == 1


def test_the_ratio_of_lengths_is_that_of_what_is_paired() -> None:
    short, long = sequenced(["a" * 6000], None, ()), sequenced(["a" * 12000], None, ())
    assert 1.8 < ratio(short, long, [Step(0, 0, 1, 1)]) < 2
    assert ratio(short, long, [Step(0, 0, 1, 0)]) == 1


def test_sentences_that_say_nothing_alike_are_not_paired_for_their_place() -> None:
    said = [f"athing{n} grew{n} tall{n} beside{n} river{n} houses{n}." for n in range(5)]
    other = [s.replace("a", "b", 1) for s in said]
    other[2] = "bministers signed papers while bands played on."
    sides = sequenced(said, Concepts(), ()), sequenced(other, Concepts(), ())
    steps = within(sides, Stretch(0, 5, 0, 5, False), WITH_VECTORS, None)
    assert [tuple(s) for s in steps if not (s.p and s.q)] == [(2, 2, 1, 0), (3, 2, 0, 1)]


def test_two_sentences_in_the_other_order_are_not_one_bead() -> None:
    said = [f"a{word} and rested there for days." for word in WORDS[:6]]
    other = [s.replace("a", "b", 1) for s in said]
    other[2], other[3] = other[3], other[2]
    sides = sequenced(said, Concepts(), ()), sequenced(other, Concepts(), ())
    steps = within(sides, Stretch(0, 6, 0, 6, False), WITH_VECTORS, None)
    assert all(s.p + s.q <= 2 for s in steps)
    assert sum(not s.q for s in steps) == 1
