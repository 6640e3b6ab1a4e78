"""Which accounts tell of one meeting, and which only seem to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare.account import Account, Fact
from onrecord.compare.pairing import apart, chosen, meetings, paired

WHO = ("Ada Vale", "Ben Orr")


def _account(
    body: str,
    people: tuple[str, ...] = WHO,
    day: str = "2024-05-03",
    *,
    country: str | None = None,
    states: tuple[str, ...] = (),
    place: str = "Sarn",
    how: str = "meeting",
    exact: bool = True,
    language: str = "en",
    work: int | None = None,
) -> Account:
    found = [Fact(what="person", value=name) for name in people]
    found += [Fact(what="state", value=iso) for iso in states]
    found += [Fact(what="place", value=place)] if place else []
    found += [Fact(what="day" if exact else "published", value=day)]
    found += [Fact(what="call" if how == "call" else "meeting", value=how)]
    return Account(
        statement=f"{body}/{day}/{language}", version=1, work=hash(body) if work is None else work,
        title=None, kind="readout", language=language, issuer=body, country=country, body=body,
        day=day, facts=tuple(found),
    )  # fmt: skip


def test_the_same_people_on_the_same_day() -> None:
    (found,) = meetings([_account("a"), _account("b", ("Бен Орр", "А. Вале"))])
    assert found.strength == "strong"
    assert [reason.what for reason in found.reasons] == ["person", "person", "day", "place", "how"]


def test_what_only_seems_to_be_one() -> None:
    one = _account("a")
    assert meetings([one, _account("a")]) == ()
    assert meetings([one, _account("b", ("Ada Vale", "Carl Fox"))]) == ()
    assert meetings([one, _account("b", day="2024-05-09")]) == ()
    assert meetings([one, _account("b", how="call")]) == ()
    assert meetings([one, _account("b", day="2024-05-04")]) == ()


def test_days_that_are_near_where_one_is_that_of_publication() -> None:
    (found,) = meetings([_account("a"), _account("b", day="2024-05-04", exact=False)])
    assert (found.day, found.strength) == ("2024-05-03", "fair")
    assert meetings([_account("a"), _account("b", day="2024-05-06", exact=False)]) == ()


def test_one_person_and_states_that_each_names() -> None:
    a = _account("a", ("Ada Vale",), country="FR", states=("FR", "DE"))
    b = _account("b", ("Ada Vale", "Ben Orr"), country="DE", states=("DE", "FR"))
    (found,) = meetings([a, b])
    assert found.strength == "fair"
    alone = _account("b", ("Ada Vale", "Ben Orr"), country="DE", states=("DE",))
    assert meetings([a, alone]) == ()


def test_language_versions_are_paired_once_in_one_language() -> None:
    a = _account("a", language="fr", work=1)
    others = [_account("b", language=tag, work=2) for tag in ("de", "fr")]
    (found,) = meetings([a, *others])
    assert {found.a.language, found.b.language} == {"fr"}


def test_one_issuer_only_where_it_is_wanted() -> None:
    told = [_account("a", work=1), _account("a", work=2, language="fr")]
    assert meetings(told) == ()
    assert len(meetings(told, one_issuer=True)) == 1
    assert not apart(_account("a", country="FR"), _account("a", country="DE"))
    assert apart(_account("a", country="FR"), _account("b", country="DE"))


def test_filters() -> None:
    found = meetings([_account("a", country="FR"), _account("b", country="DE")])
    assert chosen(found, "Орр", "", "", "") == found
    assert chosen(found, "Fox", "", "", "") == ()
    assert chosen(found, "", "DE", "2024", "2024-05") == found
    assert chosen(found, "", "RU", "", "") == ()
    assert chosen(found, "", "", "2024-06", "") == ()


@given(st.lists(st.sampled_from(WHO), unique=True), st.sampled_from(["2024-05-02", "2024-05-03"]))
def test_a_pair_does_not_hang_on_which_side_is_first(people: list[str], day: str) -> None:
    one, two = _account("a"), _account("b", tuple(people), day)
    there, back = paired(one, two), paired(two, one)
    assert (there and (there.day, there.weight)) == (back and (back.day, back.weight))
