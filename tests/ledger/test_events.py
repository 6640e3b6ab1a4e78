"""Events with all their mentions."""

from __future__ import annotations

from onrecord.ledger.events import Wanted, chosen, compatible, events, pairs
from tests.ledger.support import FI, SE, event

TALKS = "Ministers held long talks on the northern ferry line"


def test_mentions_that_follow_each_other_are_one() -> None:
    second = event("These long talks on the ferry line", start=200, recipients=[])
    (found,) = events([event(TALKS), second])
    assert len(found.again) == 1
    assert [p.country for p in found.recipients] == ["SE"]


def test_what_contradicts_is_another() -> None:
    for more in (
        {"recipients": [FI]},
        {"place": "Lund"},
        {"date_of": "2024-04-02"},
        {"modality": "planned"},
        {"kind": "AID"},
    ):
        given = {"place": "Umea", "date_of": "2024-05-01"}
        second = event(TALKS, start=300, **(given | more))
        assert len(events([event(TALKS, **given), second])) == 2, more


def test_another_statement_of_these_days_may_tell_the_same() -> None:
    near = event(TALKS, statement="b", date="2024-05-06")
    assert len(events([event(TALKS), near])) == 1
    late = event(TALKS, statement="b", date="2024-09-06")
    assert len(events([event(TALKS), late])) == 2
    dated = [event(TALKS, date_of="2024-05-01"), event(TALKS, date_of="2024-05-01", statement="b",
                                                       date="2024-09-06")]  # fmt: skip
    assert len(events(dated)) == 1


def test_people_who_are_not_known_link_nothing() -> None:
    crowd = {"name": "people", "iso": None, "entity": None}
    some = [event(TALKS, actors=[], recipients=[crowd], start=n * 200) for n in range(2)]
    assert len(events(some)) == 2


def test_filters_and_pairs() -> None:
    found = events([event(TALKS), event("We sent help", "AID", start=900, recipients=[FI])])
    assert [one.type for one in chosen(found, Wanted(recipient="FI"))] == ["AID"]
    assert [one.type for one in chosen(found, Wanted(type="CONSULT", actor="NO"))] == ["CONSULT"]
    assert chosen(found, Wanted(modality="planned")) == []
    assert chosen(found, Wanted(since="2025")) == []
    assert [(p.actor, p.recipient, p.events) for p in pairs(found)] == [
        ("NO", "FI", 1),
        ("NO", "SE", 1),
    ]
    assert SE["iso"] == "SE"


def test_dates_of_other_precision_may_be_the_same() -> None:
    assert compatible("2024", "2024-05-02")
    assert compatible(None, "2024")
    assert not compatible("2024-05", "2024-06-01")


def test_a_pair_without_a_state_is_told_as_it_is_printed() -> None:
    body = {"name": "Orva Council", "iso": None, "entity": None}
    (pair,) = pairs(events([event("We sent help", "AID", recipients=[body])]))
    assert (pair.recipient, pair.names) == ("orva council", (None, "Orva Council"))


def test_the_mode_is_told_and_chosen_by() -> None:
    called = event(TALKS)
    called.kept.value["mode"] = "phone"
    found = events([called, event("Ministers met", start=9_000, statement="c")])
    assert [one.mode for one in found] == ["phone", None]
    assert chosen(found, Wanted(mode="phone")) == [found[0]]
