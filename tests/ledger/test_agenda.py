"""The agenda."""

from __future__ import annotations

from typing import Any

from onrecord.ledger.agenda import Wanted, agenda, chosen, is_scheduled, state
from onrecord.store.acts import Act
from tests.ledger.support import FI, NO, SE, event, outcome, position

VISIT = "We will visit Sweden on 9 June"


def _visit(quote: str = VISIT, **more: Any) -> Act:
    given: dict[str, Any] = {"modality": "planned", "date_of": "2024-06-09", "place": "Lund"}
    return event(quote, **(given | more))


def test_what_several_statements_tell_is_one_entry() -> None:
    again = _visit(statement="no_mfa/b", date="2024-05-20", quote="The visit to Sweden begins")
    (entry,) = agenda([_visit(), again])
    assert (entry.date, entry.place) == ("2024-06-09", "Lund")
    assert [p.country for p in entry.participants] == ["NO", "SE"]
    assert [said.statement for said in (entry.said, *entry.again)] == ["no_mfa/a", "no_mfa/b"]


def test_other_days_places_or_people_are_others() -> None:
    assert len(agenda([_visit(), _visit(start=500, date_of="2024-06-10")])) == 2
    assert len(agenda([_visit(), _visit(statement="b", place="Umea")])) == 2
    other = _visit(statement="b", actors=[FI], recipients=[], place=None)
    assert len(agenda([_visit(place=None), other])) == 2


def test_what_is_no_entry() -> None:
    assert not is_scheduled(_visit(modality="asserted"))
    assert not is_scheduled(_visit(date_of="2024-03"))
    assert not is_scheduled(event("We will help", "AID", modality="planned", date_of="2024-06-09"))
    assert not is_scheduled(position("support", "welcome", "it"))
    assert is_scheduled(_visit(date_of="2024-05"))


def test_a_later_passage_says_that_it_is_postponed() -> None:
    plans = [
        _visit(quote="We will hold the harbour conference in Lund on 9 June", actors=[NO, SE]),
        *(
            _visit(quote=f"We will visit the town of {name}", date_of=f"2024-07-0{n + 1}",
                   start=500 * (n + 1), recipients=[FI], place=None)
            for n, name in enumerate(("Aberg", "Bolund", "Cedvik", "Dalby", "Ekero", "Falun"))
        ),
    ]  # fmt: skip
    later = outcome(
        "The harbour conference in Lund has been postponed to 1 July",
        "postponed",
        "has been postponed",
        statement="b",
        date="2024-06-01",
        day="2024-07-01",
    )
    found = next(one for one in agenda([*plans, later]) if one.date == "2024-06-09")
    assert found.status == "postponed"
    assert found.evidence[0].date == "2024-07-01"


def test_past_and_coming_only_against_a_day_that_is_named() -> None:
    (entry,) = agenda([_visit()])
    assert state(entry, None) is None
    assert state(entry, "2024-06-09") == "coming"
    assert state(entry, "2024-06-10") == "past"
    assert chosen([entry], Wanted(state="past", of="2024-06-10")) == [entry]
    assert chosen([entry], Wanted(state="past")) == []


def test_filters() -> None:
    found = agenda([_visit(), _visit(start=500, date_of=None, place="Turku", recipients=[FI])])
    assert [one.place for one in chosen(found, Wanted(participant="FI"))] == ["Turku"]
    assert [one.place for one in chosen(found, Wanted(place="lund"))] == ["Lund"]
    assert [one.place for one in chosen(found, Wanted(dated="no"))] == ["Turku"]
    assert [one.place for one in chosen(found, Wanted(since="2024-06", until="2024-06"))] == [
        "Lund"
    ]
    assert chosen(found, Wanted(source="SE")) == []
    assert chosen(found, Wanted(status="held")) == []
