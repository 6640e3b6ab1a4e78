from __future__ import annotations

from onrecord.gazetteer.fold import fold
from onrecord.gazetteer.given_names import given_names


def test_given_names_are_folded_and_in_two_scripts() -> None:
    names = given_names()
    assert {"sergey", "сергей", "maria", "jane"} <= names
    assert all(fold(name) == name for name in names)
