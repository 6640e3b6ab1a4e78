"""Places by their names: languages, former names, place lines, names that are shared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gazetteer import tables
from onrecord.gazetteer.fold import key
from onrecord.gazetteer.place_names import find_place, places_in


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Nur-Sultan", "kz-astana"), ("NUR\u2010SULTAN", "kz-astana"), ("Астане", "kz-astana"),
        ("Акмола", "kz-astana"), ("阿斯塔纳", "kz-astana"), ("Kiev", "ua-kyiv"),
        ("Києві", "ua-kyiv"), ("Kyjiw", "ua-kyiv"),
        ("Peking", "cn-beijing"), ("北京", "cn-beijing"),
        ("Rangoon", "mm-yangon"), ("Bombay", "in-mumbai"), ("Saigon", "vn-ho-chi-minh-city"),
        ("St Petersburg", "ru-saint-petersburg"), ("Санкт-Петербурге", "ru-saint-petersburg"),
        ("Genf", "ch-geneva"), ("Ginebra", "ch-geneva"), ("The Hague", "nl-the-hague"),
        ("La Haye", "nl-the-hague"), ("Washington, D.C.", "us-washington"),
        ("Washington, DC", "us-washington"), ("Le Caire", "eg-cairo"), ("Wien", "at-vienna"),
        ("The Kremlin, Moscow", "ru-kremlin"),
        ("Novo-Ogaryovo, Moscow Region", "ru-novo-ogaryovo"), ("Gorki", "ru-gorki"),
        ("Bocharov Ruchei", "ru-bocharov-ruchei"), ("Sochi", "ru-sochi"),
        ("Camp David", "us-camp-david"), ("Foggy Bottom", "us-foggy-bottom"),
        ("Élysée", "fr-elysee"), ("palais de l\u2019Élysée", "fr-elysee"),
        ("Matignon", "fr-matignon"), ("10 Downing Street", "gb-10-downing-street"),
        ("Kirchberg", "lu-kirchberg"), ("Schloss Meseberg", "de-schloss-meseberg"),
        ("Palais des Nations", "ch-palais-des-nations"),
        ("UN Headquarters, New York", "us-un-headquarters"), ("г. Москва", "ru-moscow"),
        ("New York", "us-new-york-city"), ("Moscow Region", "ru-moscow-region"),
        ("Tbilisi, Georgia", "ge-tbilisi"), ("Atlanta, Georgia", "us-atlanta"),
        ("San José, Costa Rica", "cr-san-jose"), ("Singapore", "sg-singapore"), ("Georgia", "ge"),
        ("Mexico", "mx"), ("Republic of Kazakhstan", "kz"),
    ],
)  # fmt: skip
def test_find_place(name: str, identifier: str) -> None:
    place = find_place(name)
    assert place is not None
    assert place.id == identifier
    assert place.country == identifier[:2].upper()


@pytest.mark.parametrize("name", ["Zzyzx-on-Sea", "", ",", "October 9, 2019", "New York Times"])
def test_what_is_no_place(name: str) -> None:
    assert find_place(name) is None


@pytest.mark.parametrize("name", ["Birmingham", "San José", "Valencia", "Palacio Nacional"])
def test_a_shared_name_is_not_guessed(name: str) -> None:
    place = find_place(name)
    assert place is not None
    assert (place.id, place.name, place.country) == (None, name, None)


@pytest.mark.parametrize(
    ("name", "context", "country"),
    [
        ("Birmingham", "GB", "GB"),
        ("Birmingham", "Alabama", "US"),
        ("Palacio Nacional", "MX", "MX"),
        ("Palacio Nacional", "Presidencia de la República Dominicana", "DO"),
        ("Georgetown", "GY", "GY"),
        ("Moscow", "KZ", "RU"),
        ("Georgia", "US", "US"),
    ],
)
def test_context_decides(name: str, context: str, country: str) -> None:
    place = find_place(name, context=context)
    assert place is not None
    assert place.country == country


def test_one_state_but_which_city() -> None:
    place = find_place("Springfield")
    assert place is not None
    assert (place.id, place.country) == (None, "US")


def test_a_line_that_contradicts_the_gazetteer() -> None:
    place = find_place("Moscow, Idaho")
    assert place is not None
    assert (place.id, place.country) == (None, None)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("News conference, Nur-Sultan, October 9, 2019", ["kz-astana"]),
        ("Встреча в Астане и в Женеве", ["kz-astana", "ch-geneva"]),
        ("北京和日内瓦", ["cn-beijing", "ch-geneva"]),
        ("Remarks, San José, Costa Rica", ["cr-san-jose"]),
        ("David and Mary met Nancy Florence", []),
        ("Salem, Oregon", ["us-salem", "us-state-oregon"]),
        ("Мирный план", []),
        ("Усі або", []),
        ("The New York Times", []),
        ("Mexico and Guatemala", []),
        ("paris", []),
        ("in Kyiv, Georgia said", ["ua-kyiv"]),
        ("at the White House, Washington, D.C.", ["us-white-house", "us-washington"]),
    ],
)
def test_places_in(text: str, ids: list[str]) -> None:
    assert [place.id for _, _, place in places_in(text)] == ids


WORDS = st.sampled_from([*list(tables.place_names())[::97], "of", "Nur-Sultan", "Москвы", ",", "."])


@given(st.lists(st.one_of(WORDS, WORDS.map(str.title), st.text(max_size=5))).map(" ".join))
def test_spans_hold_known_names(text: str) -> None:
    end = 0
    for s, e, place in places_in(text):
        assert end <= s < e
        ids = tables.place_names()[key(text[s:e])].split()[1:]
        assert place.id in ids or place.id is None
        end = e


def test_every_place_is_found_by_its_own_name_in_its_state() -> None:
    for identifier in list(tables.rows("places.tsv"))[::7]:
        site = tables.site(identifier)
        place = find_place(site.name, context=site.country)
        assert place is not None, identifier
        assert place.country == site.country, identifier
