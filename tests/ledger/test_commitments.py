"""The ledger of commitments."""

from __future__ import annotations

import pytest

from onrecord.ledger.commitments import Wanted, chosen, commitments, ordered, state
from tests.ledger.support import SE, act, outcome, promise, wrong

FERRY = "We will reopen the ferry line to Lower Brenn before winter"
FILLER = [
    promise(f"We will build school number {word}", start=1_000 + n * 100)
    for n, word in enumerate(("alder", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple"))
]


def test_a_later_passage_about_the_same_says_what_became_of_it() -> None:
    later = outcome(
        "The ferry line to Lower Brenn has been reopened", "kept", "has been reopened",
        statement="no_mfa/b", date="2024-11-30",
    )  # fmt: skip
    entry = commitments([promise(FERRY, "2024-12"), *FILLER, later])[0]
    assert entry.status == "kept"
    (found,) = entry.evidence
    assert (found.said.statement, found.phrase) == ("no_mfa/b", "has been reopened")
    assert {"ferri", "brenn"} <= set(found.shared)


@pytest.mark.parametrize(
    "more",
    [
        {"date": "2024-01-01"},
        {"date": None},
        {"country": "SE"},
        {"language": "de"},
    ],
)
def test_what_was_said_before_or_by_others_is_no_evidence(more: dict[str, str]) -> None:
    given = {"statement": "no_mfa/b", "date": "2024-11-30"} | more
    later = outcome("The ferry line to Lower Brenn has been reopened", "kept", "has been", **given)
    assert commitments([promise(FERRY), *FILLER, later])[0].status == "open"


def test_a_few_common_words_are_no_evidence() -> None:
    later = outcome("The survey of the bridge has been completed", "kept", "has been completed",
                    statement="no_mfa/b", date="2024-11-30")  # fmt: skip
    assert {one.status for one in commitments([promise(FERRY), *FILLER, later])} == {"open"}


def test_the_same_words_again_are_one_entry() -> None:
    again = promise(FERRY, statement="no_mfa/b", date="2024-05-09")
    (entry,) = commitments([promise(FERRY), again])
    assert entry.said.statement == "no_mfa/a"
    assert [said.statement for said in entry.again] == ["no_mfa/b"]


def test_for_whom_and_on_which_condition() -> None:
    given = promise(FERRY)
    given.kept.value.update(
        beneficiary=[SE], condition="if the ice allows", condition_span=[60, 77], due_span=None
    )
    entries = commitments([given, *FILLER])
    one = entries[0]
    assert (one.condition, one.condition_span) == ("if the ice allows", (60, 77))
    assert [each.country for each in one.beneficiaries] == ["SE"]
    assert chosen(entries, Wanted(beneficiary="SE")) == [one]
    assert chosen(entries, Wanted(condition="yes")) == [one]
    assert one not in chosen(entries, Wanted(condition="no"))


def test_what_is_rejected_or_only_opens_a_follow_up_is_none() -> None:
    assert commitments([promise(FERRY, correction=wrong())]) == ()
    assert commitments([promise("We will get back to you", rule="follow_up: get back")]) == ()


def test_overdue_only_against_a_day_that_is_named() -> None:
    (entry,) = commitments([promise(FERRY, "2024-12")])
    assert state(entry, None) is None
    assert state(entry, "2024-12-31") == "open"
    assert state(entry, "2025-01-01") == "overdue"


def test_filters_and_order() -> None:
    one = promise(FERRY, "2025-01")
    two = promise("Sweden must open the harbour of Brenn", "2024-06", strength="demand",
                  actor=[SE], statement="no_mfa/b", date="2024-05-09")  # fmt: skip
    found = commitments([one, two])
    assert [e.strength for e in chosen(found, Wanted(actor="SE"))] == ["demand"]
    assert [e.strength for e in chosen(found, Wanted(actor="sweden"))] == ["demand"]
    assert [e.due for e in chosen(found, Wanted(since="2024-07"))] == ["2025-01"]
    assert [e.due for e in chosen(found, Wanted(words="ferry"))] == ["2025-01"]
    assert chosen(found, Wanted(source="SE")) == []
    assert [e.due for e in chosen(found, Wanted(state="overdue", of="2024-12-01"))] == ["2024-06"]
    assert [e.due for e in ordered(found)] == ["2024-06", "2025-01"]
    assert [e.due for e in ordered(found[::-1], "due")] == ["2024-06", "2025-01"]


def test_other_layers_are_left_alone() -> None:
    assert commitments([act("event", "x", {"type": "AID"})]) == ()


def test_a_promise_that_is_known_only_by_its_outcome_is_an_entry() -> None:
    told = outcome("Sweden broke its promise to close the harbour", "broken", "broke its promise")
    told.kept.value.update(promise=True, actors=[SE])
    (entry,) = commitments([told])
    assert (entry.status, entry.action, entry.reported_by) == (
        "broken",
        "to close the harbour",
        "NO",
    )
    assert [party.country for party in entry.actors] == ["SE"]
