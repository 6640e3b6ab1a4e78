"""The ledger at a glance: counts, a period, an issuer, a day; positions that changed."""

from __future__ import annotations

from onrecord.ledger.agenda import agenda
from onrecord.ledger.commitments import commitments
from onrecord.ledger.events import events
from onrecord.ledger.overview import Overview, Parts, Wanted, overview, shifts
from onrecord.ledger.positions import positions
from onrecord.ledger.unanswered import answers
from onrecord.records import Span
from onrecord.store.acts import Act, Named
from tests.ledger.support import NO, SE, event, position, promise

PROMISES = [
    promise("We will open the northern ferry line.", due="2024-06", statement="a"),
    promise("We will close the southern harbour road.", due="2025", statement="b"),
    promise("We will paint the old lighthouse white.", statement="c", country="SE"),
]


def _made(acts: list[Act], wanted: Wanted) -> Overview:
    parts = Parts(commitments(acts), agenda(acts), answers([], []), (), events([]))
    return overview(parts, wanted)


def _counts(made: Overview, part: str) -> dict[str, int]:
    return {one.name: one.count for one in made.counts if one.part == part}


def test_overdue_and_coming_only_as_of_a_day() -> None:
    without = _made(PROMISES, Wanted())
    assert _counts(without, "commitments") == {"all": 3, "open": 3, "due": 2}
    assert without.next == ()
    assert without.latest == "2024-05-02"
    on = _made(PROMISES, Wanted(of="2024-08-01"))
    assert _counts(on, "commitments")["overdue"] == 1
    assert _counts(_made(PROMISES, Wanted(of="2026-01-01")), "commitments")["overdue"] == 2


def test_of_one_issuer_and_period() -> None:
    assert _counts(_made(PROMISES, Wanted(source="SE")), "commitments")["all"] == 1
    assert _counts(_made(PROMISES, Wanted(since="2025")), "commitments")["all"] == 0
    assert _counts(_made(PROMISES, Wanted(until="2024-05")), "commitments")["all"] == 3


def test_what_is_next_stands_in_order_of_time() -> None:
    visits = [
        event(f"The king will visit {place}.", modality="planned", date_of=date, place=place,
              actors=[NO], recipients=[SE], rule="consult: visit", statement=place)
        for place, date in (("Oslo", "2024-09-01"), ("Bergen", "2024-07-01"), ("Ala", "2024-01-09"))
    ]  # fmt: skip
    assert [one.place for one in _made(visits, Wanted(of="2024-05-02")).next] == ["Bergen", "Oslo"]


def test_a_position_that_changed_is_told_with_both_and_calls_take_no_side() -> None:
    treaty = Named(
        Span(len("We hold "), len("We hold the Pact")), "agreement/p", "agreement", "Pact", None
    )
    held = [
        position(stance, "hold", "the Pact", date=f"2024-0{month}-01", entities=(treaty,))
        for month, stance in enumerate(("support", "call", "oppose", "oppose"), 1)
    ]
    found = shifts(positions(held))
    assert [(one.before.stance, one.after.stance) for one in found] == [("support", "oppose")]
    assert found[0].after.said.date == "2024-03-01"
    assert shifts(positions(held[2:])) == ()
