"""The margin: which annotations stand in it, where, in which order, and where each leads."""

from __future__ import annotations

from typing import Any

from onrecord.records import Span
from onrecord.store.standoff import Kept
from onrecord.web.margin import FIRST, GROUPS, Place, chosen, group_of, margin
from onrecord.web.words import words

HERE = Place("a/b@2", "2019-10-09", None, {"find": "gas"})


def _kept(at: int, layer: str, rule: str = "r", **value: Any) -> Kept:
    return Kept(
        id=str(at), version="a/b@2", turn=0, layer=layer, span=Span(at, at + 5), quote="words",
        value=value, annotator=layer, rule=rule, confidence=0.6,
    )  # fmt: skip


PLEDGE = _kept(
    10, "commitment", strength="pledge", due="2019-11", actor=[{"name": "we", "iso": "NO"}]
)
MEETING = _kept(
    12, "event", "consult: meet", type="CONSULT", modality="planned", date="2019-11-05",
    actors=[{"name": "Norway", "iso": "NO"}], recipients=[{"name": "Ann Lee"}],
)  # fmt: skip
PAST = _kept(14, "event", "consult: met", type="CONSULT", modality="planned", date="2019-01-05")
ACCUSED = _kept(40, "event", type="ACCUSE", modality="negated", recipients=[{"name": "him"}])
STANCE = _kept(60, "position", stance="oppose", target="the ferry " * 20, holder=[])
ANSWER = _kept(80, "response", clarity="non-reply", evasion="declining", question="When?")
LATER = _kept(90, "commitment", "follow_up: get back", strength="pledge")
KEPT = _kept(95, "outcome", outcome="kept", actors=[])
ALL = (PLEDGE, MEETING, PAST, ACCUSED, STANCE, ANSWER, LATER, KEPT)


def test_each_annotation_has_its_group_and_what_is_no_act_has_none() -> None:
    day = HERE.day
    assert [group_of(each, day) for each in ALL] == [
        "commitments", "agenda", "events", "events", "positions", "answers", "answers", "outcomes",
    ]  # fmt: skip
    assert group_of(_kept(1, "entity", kind="state"), day) is None
    assert group_of(_kept(1, "quotation"), day) is None


def test_notes_stand_beside_the_paragraph_that_their_words_begin_in() -> None:
    made = margin(ALL, GROUPS, [0, 30, 70], HERE, words("en"))
    assert {at: len(one.first + one.more) for at, one in made.beside.items()} == {
        0: 3,
        30: 2,
        70: 3,
    }
    assert made.counts == {
        "commitments": 1, "agenda": 1, "positions": 1, "answers": 2, "outcomes": 1, "events": 2,
    }  # fmt: skip
    assert margin([PLEDGE], GROUPS, [20], HERE, words("en")).beside == {}


def test_what_is_not_wanted_is_counted_and_not_shown() -> None:
    made = margin(ALL, ["answers"], [0], HERE, words("en"))
    assert {one.group for one in made.beside[0].first + made.beside[0].more} == {"answers"}
    assert made.counts["commitments"] == 1


def test_a_note_tells_who_what_and_when_and_leads_to_words_and_entry() -> None:
    made = margin(ALL, GROUPS, [0], HERE, words("en")).beside[0]
    notes = {one.id.rpartition("#")[2]: one for one in made.first + made.more}
    pledge = notes["commitment:10-15"]
    assert (pledge.name, pledge.who, pledge.day) == ("pledge", "Norway", "due Nov 2019")
    assert pledge.address == "/statements/a/b@2?at=10-15&find=gas#at"
    assert pledge.entry == "/commitments?entry=a%2Fb%402%23commitment%3A10-15"
    assert notes["event:12-17"].who == "Norway \u2192 Ann Lee"
    assert notes["event:12-17"].entry.startswith("/agenda?dated=all&entry=")
    assert notes["event:40-45"].who == "? \u2192 him"
    assert notes["event:40-45"].name == "ACCUSE, negated"
    assert notes["position:60-65"].what.endswith("\u2026")
    assert len(notes["position:60-65"].what) < 80
    assert (notes["response:80-85"].form, notes["response:80-85"].what) == ("non-reply", "When?")
    assert notes["commitment:90-95"].form == "follow-up"


def test_for_whom_upon_which_condition_and_how() -> None:
    promise = _kept(
        10, "commitment", strength="pledge", actor=[{"name": "we", "iso": "NO"}],
        beneficiary=[{"name": "Ukraine", "iso": "UA"}], condition="if they ask",
    )  # fmt: skip
    call = _kept(12, "event", type="CONSULT", mode="phone", actors=[], recipients=[])
    made = margin([promise, call], GROUPS, [0], HERE, words("en")).beside[0]
    notes = {one.group: one for one in made.first + made.more}
    assert (notes["commitments"].who, notes["commitments"].what) == (
        "Norway \u2192 Ukraine",
        "if they ask",
    )
    assert notes["events"].name == "CONSULT, phone"


def test_events_wait_behind_and_what_is_selected_comes_first() -> None:
    made = margin(ALL, GROUPS, [0], HERE, words("en")).beside[0]
    assert len(made.first) == FIRST
    assert [one.group for one in made.more][-2:] == ["events", "events"]
    assert not made.only_events
    there = HERE._replace(at=ACCUSED.span)
    assert margin(ALL, GROUPS, [0], there, words("en")).beside[0].first[0].here
    alone = margin([PAST, ACCUSED], GROUPS, [0], HERE, words("en")).beside[0]
    assert (alone.first, alone.only_events) == ((), True)
    two = margin([PLEDGE, PAST], GROUPS, [0], HERE, words("en")).beside[0]
    assert (len(two.first), two.more) == (2, ())


def test_an_address_asks_for_groups() -> None:
    assert chosen(["positions,commitments"]) == ("commitments", "positions")
    assert chosen(["none"]) == ()
    assert chosen([]) == GROUPS
