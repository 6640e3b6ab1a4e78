"""A name leads to what it may mean, in any language and script, the likeliest first."""

from __future__ import annotations

import pytest

from onrecord.gazetteer.known_as import known_as
from onrecord.gazetteer.profile import KINDS, name_of


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Сирия", "state/sy"),
        ("Türkei", "state/tr"),
        ("États-Unis", "state/us"),
        ("OSCE", "organisation/osce"),
        ("ООН", "organisation/un"),
        ("Çavuşoğlu", "person/mevlut-cavusoglu"),
        ("Шойгу", "person/sergey-shoigu"),
        ("lavrov", "person/sergey-lavrov"),
        ("Damascus", "place/sy-damascus"),
        ("Far East", "place/far-east"),
    ],
)
def test_an_exact_name_comes_first(name: str, first: str) -> None:
    assert known_as(name)[0] == first


def test_a_name_that_several_bear_gives_all_of_them() -> None:
    assert {"state/ge", "place/us-state-georgia"} <= set(known_as("Georgia"))


def test_an_id_leads_to_itself_and_a_beginning_to_whole_names() -> None:
    assert known_as("state/tr")[0] == "state/tr"
    assert "agreement/minsk-1" in known_as("minsk proto")


@pytest.mark.parametrize("name", ["", "  ", "zzqqx", "state/zz", "\x00", "/" * 50])
def test_nothing_comes_of_nothing(name: str) -> None:
    assert known_as(name) == ()


def test_no_more_than_is_wanted_each_once_and_each_known() -> None:
    found = known_as("united", 7)
    assert len(found) == len(set(found)) == 7
    assert all(each.partition("/")[0] in KINDS and name_of(each) for each in found)
