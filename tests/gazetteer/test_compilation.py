"""Compiling: the index is that of the tables, clashes and idle cautions are errors."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import msgspec
import pytest

from onrecord.gazetteer import tables
from onrecord.gazetteer.compilation import (
    Cautions,
    Clash,
    Sourced,
    SourcedCity,
    State,
    Venue,
    compiled_places,
    compiled_states,
    heads,
    sites,
)
from tests.support import REPOSITORY

NONE = Cautions((), (), (), (), (), {}, {}, {}, (), ())
PARIS = SourcedCity("fr-paris", "FR", 2_000_000, True, True, "Paris")


def build_script() -> ModuleType:
    path = REPOSITORY / "scripts" / "build_gazetteer.py"
    spec = importlib.util.spec_from_file_location("build_gazetteer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_index_is_up_to_date() -> None:
    """If this fails: python scripts/build_gazetteer.py"""
    for name, content in build_script().index().items():
        assert tables.rows(name) == content, name


def test_a_name_of_two_states_is_an_error_until_somebody_chooses() -> None:
    rows = [
        Sourced("CD", "en", "short", "Congo", "test"),
        Sourced("CG", "en", "short", "Congo", "test"),
    ]
    with pytest.raises(Clash, match="congo"):
        compiled_states(rows, {}, NONE)
    assert compiled_states(rows, {}, msgspec.structs.replace(NONE, choice={"congo": ""})) == {}
    chosen = compiled_states(rows, {}, msgspec.structs.replace(NONE, choice={"congo": "CD"}))
    assert chosen == {"congo": "CD n"}


def test_rules() -> None:
    written = {
        "XX": State(
            names={"en": ("Xland",)},
            adjectives={"en": ("Xlandish",), "de": ("xländisch",)},
            capitals_only=("XL",),
        )
    }
    decoys = msgspec.structs.replace(NONE, decoys={"en": ("Gulf of Xland",)}, asked=("Xland",))
    table = compiled_states([], written, decoys)
    assert table["xland"] == "XX f"
    assert table["xlandish"] == "XX n"
    assert table["xlandischen"] == "XX a"
    assert table["xl"] == "XX u"
    assert table["gulf of xland"] == "- d"


def test_a_caution_against_nothing_is_an_error() -> None:
    with pytest.raises(KeyError, match="Atlantis"):
        compiled_states([], {}, msgspec.structs.replace(NONE, capital=("Atlantis",)))
    with pytest.raises(KeyError, match="atlantis"):
        compiled_places(
            {}, [], {}, {}, msgspec.structs.replace(NONE, unsure_places=("Atlantis",)), ()
        )


def test_places() -> None:
    rows = [
        Sourced("fr-paris", "ru", "name", "Париж", "test"),
        Sourced("fr-paris", "und", "other", "Lutetia", "test"),
        Sourced("fr-paris", "en", "name", "France", "test"),
    ]
    venues = {"fr-house": Venue("The House", "FR", "venue")}
    named, asked = compiled_places({"fr-paris": PARIS}, rows, {}, venues, NONE, {"france"})
    assert named["парижа"] == "n fr-paris"
    assert named["the house"] == "n fr-house"
    assert asked == {"lutetia": "n fr-paris", "france": "n fr-paris"}
    assert sites([PARIS], venues) == {
        "fr-house": "FR|venue|0|0|The House",
        "fr-paris": "FR|city|2000000|1|Paris",
    }


def test_heads() -> None:
    assert heads(["guinea", "guinea bissau", "mali", "中国"]) == {"guinea": "2", "中": "2"}
