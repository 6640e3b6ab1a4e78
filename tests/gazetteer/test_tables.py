"""The compiled tables: sound, and what the tables in the repository say."""

from __future__ import annotations

import re

import pytest

from onrecord.gazetteer import tables
from onrecord.gazetteer.fold import key

ISO = re.compile(r"[A-Z]{2}")


def test_there_are_enough_places_and_all_states() -> None:
    ids = tables.rows("places.tsv")
    assert len(ids) > 12_000
    states = {value[:2] for value in tables.state_names().values()}
    assert len(states) >= 249


def test_ids_and_codes_are_valid() -> None:
    for identifier in tables.rows("places.tsv"):
        site = tables.site(identifier)
        assert re.fullmatch(r"[a-z]{2}-[a-z0-9-]+", identifier)
        assert identifier[:2].upper() == site.country, identifier
        assert site.kind in {"city", "venue", "residence", "region"}
        assert site.name


def test_every_state_but_the_smallest_has_a_capital() -> None:
    capitals = {
        site.country for site in map(tables.site, tables.rows("places.tsv")) if site.capital
    }
    assert {"KZ", "RU", "US", "FR", "TV", "XK"} <= capitals
    assert len(capitals) > 190


@pytest.mark.parametrize("names", [tables.place_names(), tables.asked_names()])
def test_names_are_folded_and_their_places_there(names: dict[str, str]) -> None:
    places = tables.rows("places.tsv")
    for name, value in names.items():
        rule, *ids = value.split()
        assert rule in {"n", "q", "d"}
        assert all(i in places for i in ids)
        assert name == key(name)


def test_rules_of_states_are_known() -> None:
    for name, value in tables.state_names().items():
        iso, rule, *only = value.split()
        assert rule in set("anmulpfd")
        assert iso == "-" or ISO.fullmatch(iso)
        assert len(only) <= 1
        assert name == key(name)


def test_a_missing_place_is_an_error() -> None:
    with pytest.raises(KeyError):
        tables.site("xx-nowhere")
