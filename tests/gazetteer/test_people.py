"""People: the checks of the issue, terms, names in texts."""

from __future__ import annotations

import re

import pytest

from onrecord.gazetteer import people
from onrecord.gazetteer.named import entities, names_of
from onrecord.gazetteer.people import career, holder, is_title, people_in, person, terms

DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
DAY = "2019-10-09"


def who(office: str, of: str, date: str) -> str | None:
    found = holder(office, of, date)
    return None if found is None else found.id


@pytest.mark.parametrize(
    ("office", "of", "date", "expected"),
    [
        ("foreign_minister", "RU", DAY, "person/sergey-lavrov"),
        ("foreign_minister", "RU", "2004-03-08", "person/igor-ivanov"),
        ("foreign_minister", "RU", "2004-03-09", "person/sergey-lavrov"),
        ("foreign_minister", "KZ", DAY, "person/mukhtar-tleuberdi"),
        ("foreign_minister", "KZ", "2019-09-17", "person/beibut-atamkulov"),
        ("foreign_minister", "KZ", "2019-09-18", "person/mukhtar-tleuberdi"),
        ("foreign_minister", "KZ", "2023-04-03", "person/murat-nurtleu"),
        ("foreign_minister", "TR", DAY, "person/mevlut-cavusoglu"),
        ("foreign_minister", "TR", "2023-06-03", "person/hakan-fidan"),
        ("head_of_state", "UA", "2019-05-19", "person/petro-poroshenko"),
        ("head_of_state", "UA", "2019-05-20", "person/volodymyr-zelenskyy"),
        ("head_of_state", "TR", DAY, "person/recep-tayyip-erdogan"),
        ("head_of_government", "US", DAY, "person/donald-trump"),
        ("secretary_general", "organisation/un", DAY, "person/antonio-guterres"),
        ("high_representative", "eu", DAY, "person/federica-mogherini"),
        ("foreign_minister", "RU", "2150-01-01", None),
        ("foreign_minister", "DE", "1950-01-01", None),
        ("astronomer", "DE", DAY, None),
    ],
)
def test_holders(office: str, of: str, date: str, expected: str | None) -> None:
    assert who(office, of, date) == expected


def test_between_two_holders_nobody_is_sure() -> None:
    imprecise = [
        (before, after)
        for key in people._terms()
        for before, after in zip(terms(*key.split(" ")), terms(*key.split(" "))[1:], strict=False)
        if after.since is not None and len(after.since) == 7 and before.until == after.since
    ]
    assert imprecise
    for before, after in imprecise[:20]:
        assert who(after.office, after.of, f"{after.since}-02") in {None}, (before, after)


def test_terms_are_sound() -> None:
    known = [t for key in people._terms() for t in terms(*key.split(" "))]
    assert len(known) > 1800
    for term in known:
        assert term.source
        assert person(term.person) is not None
        for date in (term.since, term.until, term.seen):
            assert date is None or DATE.fullmatch(date), term
        assert term.until is None or term.since is None or term.since[:7] <= term.until[:7], term


def test_sixty_states_have_heads_and_foreign_ministers() -> None:
    def states(office: str) -> set[str]:
        keys = (key.split(" ") for key in people._terms())
        return {of for found, of in keys if found == office and of.isupper()}

    heads = states("head_of_state") | states("head_of_government")
    assert len(heads) >= 120
    assert len(states("foreign_minister")) >= 95
    full = states("foreign_minister") & states("head_of_state") & states("head_of_government")
    assert len(full) >= 60


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sergey Lavrov", "en"),
        ("Sergei Lavrov’s", "en"),
        ("Sergueï Lavrov", "fr"),
        ("Serguéi Lavrov", "es"),
        ("Sergej Lawrow", "de"),
        ("с С.В.Лавровым", "ru"),
        ("Сергея Викторовича Лаврова", "ru"),
        ("Сергею Лаврову", "ru"),
    ],
)
def test_one_person_in_all_languages(text: str, language: str) -> None:
    assert [p.id for _, _, p in people_in(text, language)] == ["person/sergey-lavrov"]


def test_namesakes_are_told_apart_by_the_date() -> None:
    def found(date: str | None) -> list[str]:
        return [p.id for _, _, p in people_in("Andris Bērziņš", "en", date)]

    assert found("2001-01-01") == ["person/andris-berzins-born-1951"]
    assert found("2013-01-01") == ["person/andris-berzins"]
    assert found(None) == []


def test_a_common_name_only_in_office() -> None:
    assert people_in("Stephen Smith", "en", DAY) == ()
    assert len(people_in("Stephen Smith", "en", "2009-10-09")) == 1
    assert people_in("Stephen Smith", "en") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Lavrov said", ["person/sergey-lavrov"]),
        ("what Lavrov said", ["person/sergey-lavrov"]),
        ("Ivan Lavrov said", []),
        ("Lavrov Street", []),
        ("Mr Johnson said", []),
        ("lavrov", []),
    ],
)
def test_surnames(text: str, expected: list[str]) -> None:
    assert [p.id for _, _, p in people_in(text, "en", DAY, surnames=True)] == expected
    assert people_in(text, "en", DAY) == ()


def test_careers_and_labels() -> None:
    assert [t.office for t in career("person/jens-stoltenberg")] == [
        "head_of_government",
        "head_of_government",
        "secretary_general",
    ]
    assert career("person/nobody") == ()
    assert person("person/nobody") is None
    assert names_of("person/sergey-lavrov")["de"] == ("Sergej Lawrow",)
    assert len(entities("people")) > 1500


def test_titles() -> None:
    assert is_title("Minister")
    assert not is_title("Carlos")
