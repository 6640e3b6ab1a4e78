from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.scene import NOWHERE, UNKNOWN, Candidate, scene
from onrecord.gazetteer.localities import localities

TEXAS = tuple(Candidate(*place) for place in localities("huntsville"))
PARIS = tuple(Candidate(*place) for place in localities("paris"))


def country(name: tuple[Candidate, ...], *others: tuple[Candidate, ...]) -> str:
    shares = scene([name, *others], {}).meant(name)
    return name[shares.index(max(shares))].country


def test_towns_of_one_area_draw_their_namesakes_there() -> None:
    towns = [tuple(Candidate(*p) for p in localities(n)) for n in ("lubbock", "amarillo", "waco")]
    assert country(PARIS) == "FR"
    assert country(PARIS, *towns) == "US"


def test_nothing_named_plays_nowhere() -> None:
    plays = scene([], {})
    assert plays.likeliest() == (NOWHERE, 1.0)
    assert plays.country() == ("", 0.0)


def test_a_cue_speaks_for_its_state() -> None:
    plain, cued = (dict(scene([TEXAS], cues).shares) for cues in ({}, {"CA": 5.0}))
    assert sum(v for a, v in cued.items() if a[0] == "CA") > sum(
        v for a, v in plain.items() if a[0] == "CA"
    )


@given(st.lists(st.sampled_from(["paris", "london", "huntsville", "athens"]), max_size=4))
def test_shares_are_probabilities(names: list[str]) -> None:
    candidates = [tuple(Candidate(*place) for place in localities(name)) for name in names]
    plays = scene(candidates, {})
    assert abs(sum(share for _, share in plays.shares) - 1) < 1e-9
    for name in candidates:
        assert abs(sum(plays.meant(name)) - 1) < 1e-9


def test_a_place_in_no_known_state_is_weighed_by_the_world() -> None:
    assert scene([(Candidate("XX", UNKNOWN, 10.0),)], {}).meant(
        (Candidate("XX", UNKNOWN, 10.0),)
    ) == [1.0]


def test_a_place_where_nobody_lives_is_weighed_too() -> None:
    atoll = (Candidate("UM", UNKNOWN, 0.0),)
    assert abs(sum(scene([atoll, PARIS], {}).meant(atoll)) - 1) < 1e-9
    assert abs(sum(scene([(Candidate("FR", UNKNOWN, 0.0),)], {}).meant(PARIS)) - 1) < 1e-9
