from __future__ import annotations

from onrecord.compare.likeness import WITH_VECTORS
from onrecord.compare.path import Step
from onrecord.compare.routes import by_turns, ratio, route
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
