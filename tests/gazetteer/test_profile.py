"""What the tables hold of one thing, by its id; of what they have not, nothing."""

from __future__ import annotations

import pytest

from onrecord.gazetteer.profile import (
    KINDS,
    LANGUAGES,
    name_of,
    office_names,
    office_title,
    profile,
)


@pytest.mark.parametrize(
    "identifier",
    [
        "state/tr",
        "state/su",
        "person/sergey-lavrov",
        "organisation/csto",
        "agreement/npt",
        "place/kz-astana",
        "place/europe",
    ],
)
def test_names_in_five_languages(identifier: str) -> None:
    found = profile(identifier)
    assert found is not None
    assert set(LANGUAGES) <= set(found.names)
    assert (found.id, found.name) == (identifier, name_of(identifier))
    assert found.kind == identifier.partition("/")[0] in KINDS


@pytest.mark.parametrize(
    "identifier", ["", "state", "state/", "state/zz", "person/nobody", "odd/x", "place/nowhere"]
)
def test_what_is_not_in_the_tables_is_not_made_up(identifier: str) -> None:
    assert profile(identifier) is None
    assert name_of(identifier) is None


def test_offices_have_their_days_and_their_sources() -> None:
    found = profile("person/volodymyr-zelenskyy")
    assert found is not None
    assert [(each.of, each.since) for each in found.offices] == [("UA", "2019-05-20")]
    turkey = profile("state/tr")
    assert turkey is not None
    days = [each.since or "" for each in turkey.offices]
    assert days == sorted(days, reverse=True)
    assert all(each.source and each.name for each in turkey.offices)
    assert office_names("foreign_minister")["en"]


def test_dates_parties_and_members() -> None:
    union, treaty, number = map(
        profile, ("organisation/eaeu", "agreement/aachen-treaty", "agreement/security-council/2254")
    )
    assert union is not None
    assert treaty is not None
    assert number is not None
    assert {"RU", "KZ"} <= {each.state for each in union.members}
    assert all(each.source for each in union.members)
    assert (treaty.since, treaty.parties) == ("2019-01-22", ("FR", "DE"))
    assert number.since == "2015-12-18"


@pytest.mark.parametrize("identifier", ["state/mx", "state/us", "state/ir", "person/joe-biden"])
def test_a_president_who_heads_the_government_too_is_told_once(identifier: str) -> None:
    found = profile(identifier)
    assert found is not None
    assert len(found.offices) == len(set(found.offices))


def test_offices_are_called_as_they_are_written() -> None:
    assert office_title("permanent_representative_un") == "Permanent representative to the UN"
    assert office_title("europe_minister") == "Minister for Europe"
