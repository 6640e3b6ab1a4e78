"""Offices of states and organisations in labels and sentences."""

from __future__ import annotations

import pytest

from onrecord.gazetteer.named import Named
from onrecord.gazetteer.offices import (
    office_holder,
    office_of,
    offices,
    offices_in,
    traits,
)

DAY = "2019-10-09"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Minister of Foreign Affairs of Kazakhstan", "en", ("foreign_minister", "KZ")),
        ("Kazakh Foreign Minister", "en", ("foreign_minister", "KZ")),
        ("Министр иностранных дел Республики Казахстан", "ru", ("foreign_minister", "KZ")),
        ("министром иностранных дел Турецкой Республики", "ru", ("foreign_minister", "TR")),
        ("Außenminister Russlands", "de", ("foreign_minister", "RU")),
        ("russischer Außenminister", "de", ("foreign_minister", "RU")),
        ("Bundesaußenministerin", "de", ("foreign_minister", "DE")),
        ("ministre des Affaires étrangères du Mali", "fr", ("foreign_minister", "ML")),
        ("ministra de Asuntos Exteriores de España", "es", ("foreign_minister", "ES")),
        ("U.S. Secretary of State", "en", ("foreign_minister", "US")),
        ("Foreign Secretary", "en", ("foreign_minister", "GB")),
        ("официальный представитель МИД России", "ru", ("foreign_spokesperson", "RU")),
        ("UN Secretary-General", "en", ("secretary_general", "organisation/un")),
        ("генсек НАТО", "ru", ("secretary_general", "organisation/nato")),
        (
            "President of the European Commission",
            "en",
            ("president", "organisation/european-commission"),
        ),
        ("US Ambassador to Russia", "en", ("ambassador", "US")),
        (
            "Permanent Representative of Russia to the United Nations",
            "en",
            ("permanent_representative_un", "RU"),
        ),
        ("Deputy Foreign Minister of Iran", "en", ("deputy_foreign_minister", "IR")),
        ("глава государства", "ru", ("head_of_state", None)),
        ("foreign minister", "en", ("foreign_minister", None)),
        ("former foreign minister of Kazakhstan", "en", None),
        ("бывший президент Франции", "ru", None),
        ("Special Envoy for Syria", "en", ("special_envoy", None)),
        ("a person from Kazakhstan", "en", None),
    ],
)
def test_labels(text: str, language: str, expected: tuple[str, str | None] | None) -> None:
    assert office_of(text, language) == expected


def test_an_office_does_not_take_the_state_of_the_next() -> None:
    text = "The President met with the British Prime Minister and the Foreign Minister of Iran"
    assert [(text[s:e], o.office, o.of) for s, e, o in offices_in(text, "en")] == [
        ("President", "president", None),
        ("Prime Minister", "prime_minister", "GB"),
        ("Foreign Minister", "foreign_minister", "IR"),
    ]


@pytest.mark.parametrize(
    ("office", "of", "expected"),
    [
        ("president", "KZ", "Kassym-Jomart Tokayev"),
        ("chancellor", "DE", "Angela Merkel"),
        ("president", "DE", "Frank-Walter Steinmeier"),
        ("prime_minister", "GB", "Boris Johnson"),
        ("president", "GB", None),
        ("prime_minister", "US", None),
        ("president", "IR", "Hassan Rouhani"),
        ("supreme_leader", "IR", "Ali Khamenei"),
        ("monarch", "ES", "Felipe VI"),
        ("monarch", "FR", None),
        ("secretary_general", "organisation/un", "António Guterres"),
        ("astronomer", "FR", None),
    ],
)
def test_holders(office: str, of: str, expected: str | None) -> None:
    found: Named | None = office_holder(office, of, DAY)
    assert (None if found is None else found.name) == expected


def test_traits() -> None:
    assert traits("foreign_minister").states
    assert not traits("secretary_general").states
    assert len(offices()) >= 45
    with pytest.raises(KeyError):
        traits("astronomer")
