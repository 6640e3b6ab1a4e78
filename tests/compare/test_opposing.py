"""What may set two claims against each other, and what only seems to."""

from __future__ import annotations

from onrecord.compare.opposing import WHAT, opposed
from tests.compare.test_claim import claim


def test_for_and_against() -> None:
    found = opposed(
        claim("We support the Tolva works"), claim("We oppose the Tolva works", type="oppose")
    )
    assert found is not None
    assert (found.what, found.a, found.b) == ("stance", "support", "oppose")
    other = claim("We oppose the people behind the Tolva works at night", type="oppose")
    assert opposed(claim("We support the Tolva works"), other) is None
    threats = claim("We oppose threats against the Tolva works", type="oppose")
    assert opposed(claim("We support the Tolva works"), threats) is None


def test_a_no_on_one_side() -> None:
    yes = claim("We will close the tunnel", type="pledge", layer="commitment")
    no = claim("We will not close the tunnel", type="pledge", layer="commitment")
    found = opposed(yes, no)
    assert found is not None
    assert (found.what, found.a, found.b) == ("negation", "yes", "no")
    other = claim("We will close the tunnel, not the port", type="pledge", layer="commitment")
    assert opposed(yes, other) is None


def test_another_figure_of_the_same_thing() -> None:
    one, two, three = (
        claim(f"We will send {n}", type="pledge", layer="commitment")
        for n in ("300 engineers", "120 engineers", "120 horses")
    )
    found = opposed(one, two)
    assert found is not None
    assert (found.what, found.a, found.b) == ("number", "300", "120")
    assert opposed(one, three) is None
    assert opposed(one, one) is None


def test_weaker_and_stronger_words() -> None:
    strong = claim("We condemn the arrest", type="oppose")
    weak = claim("We are concerned about the arrest", type="concern")
    there, back = opposed(strong, weak), opposed(weak, strong)
    assert there is not None
    assert back is not None
    assert (there.what, there.scale, there.a) == ("weaker", "censure", "condemn")
    assert back.what == "stronger"
    assert {there.what, back.what} <= set(WHAT)
    will = claim("We will help them", type="pledge", layer="commitment")
    assert opposed(will, claim("We intend to help them", layer="commitment")) is None


def test_what_is_asked_is_not_said() -> None:
    asked = claim("we oppose the works", type="oppose", sentence="Do we oppose the works?")
    assert opposed(claim("We support the works"), asked) is None
