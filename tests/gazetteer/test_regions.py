from __future__ import annotations

import importlib.util
from types import ModuleType

from onrecord.gazetteer import regions
from onrecord.gazetteer.compilation import State
from onrecord.gazetteer.regions import Feature, adjectives, compiled, region
from onrecord.gazetteer.tables import rows
from tests.support import REPOSITORY


def build_script() -> ModuleType:
    """The script as a module."""
    path = REPOSITORY / "scripts" / "build_mentions.py"
    spec = importlib.util.spec_from_file_location("build_mentions", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_index_is_up_to_date() -> None:
    """If this fails: python scripts/build_mentions.py"""
    for name, content in build_script().index().items():
        assert rows(name) == content


def test_features_go_before_regions_and_regions_before_towns() -> None:
    table = compiled(
        {"orva": Feature(country="NO", en=("Orva",), ru=("Орва",))},
        [("noab", "Orva"), ("nocd", "Norrland"), ("sexy", "Norrland"), ("seab", "Skane")],
        {"US": ["Orv."]},
        [("Skane", "SE US"), ("Orvaton", "NO US")],
    )
    assert table["orva"] == "f|orva|NO|Orva"
    assert table["орвы"] == "f|orva|NO|Orva"
    assert table["norrland"].startswith("s|")
    assert region(table["skane"]).country == "SE"
    assert region(table["orv"]).short
    assert region(table["orvaton"]).states == ("NO", "US")
    assert region(table["orvaton"]).country is None


def test_adjectives_and_peoples() -> None:
    states = {"NO": State(names={"en": ("Norland",)}, adjectives={"en": ("Norse", "Norses")})}
    forms = adjectives(states, [("en", "Norland"), ("", "Norse")])
    assert forms == {"norland": "b", "norse": "b", "norses": "p"}


def test_tables_on_disk() -> None:
    assert region(regions.region_names()["black sea"]).sure
    assert regions.state_adjectives()["turkish"] == regions.ADJECTIVE
    assert regions.state_adjectives()["russians"] == regions.PEOPLE
    assert regions.region_heads()["black"] >= 2
    assert "new" in regions.town_heads()
