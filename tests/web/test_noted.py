"""Marks and their cards: what is asked for, each with why it is there."""

from __future__ import annotations

from typing import Any

from onrecord.records import Span
from onrecord.store.standoff import Kept
from onrecord.web.noted import GROUPS, chosen, noted
from onrecord.web.words import words


def _kept(at: int, quote: str, layer: str = "entity", **value: Any) -> Kept:
    return Kept(
        id=str(at), version="a@1", turn=0, layer=layer, span=Span(at, at + len(quote)),
        quote=quote, value=value, annotator="entities", rule="<name>", confidence=0.97,
    )  # fmt: skip


LAVROV = {"kind": "person", "entity": "person/sergey-lavrov", "name": "Sergey Lavrov"}
SOME = (
    _kept(0, "Lavrov", **LAVROV),
    _kept(9, "Lavrov", **LAVROV),
    _kept(20, "Syria", kind="state", entity="state/sy", name="Syria"),
    _kept(30, "Jan Marek", kind="person", name="Jan Marek"),
    _kept(50, "tomorrow", "time", type="DATE", value="2019-10-10", start="2019-10-10",
          anchor="2019-10-09"),
    _kept(70, "soon", "time", type="DATE", value="FUTURE_REF"),
    _kept(80, "will come", "commitment", strength="pledge"),
)  # fmt: skip


def test_the_same_thing_has_one_card_and_counts_are_of_all() -> None:
    found = noted(SOME, ["people"], "2019-10-09", words("en"))
    assert [mark.n for mark in found.marks] == [1, 1, 2]
    assert {mark.group for mark in found.marks} == {"people"}
    assert found.counts == {
        "people": 3, "states": 1, "organisations": 0, "agreements": 0, "places": 0, "times": 2,
    }  # fmt: skip
    lavrov, marek = found.cards
    assert lavrov.then == ("Foreign minister, Russia, on 9 October 2019",)
    assert (lavrov.dossier, lavrov.known, lavrov.sure) == (
        "/dossier/person/sergey-lavrov", True, "Sure",
    )  # fmt: skip
    assert (marek.dossier, marek.known, marek.then) == (None, False, ())
    assert noted(SOME, ["people"], None, words("en")).cards[0].then == ()


def test_a_time_says_what_it_comes_to_and_from_where() -> None:
    resolved, open_one = noted(SOME, ["times"], None, words("en")).cards
    assert resolved.then == (
        "DATE 2019-10-10", "Comes to: 10 October 2019", "counted from 9 October 2019",
    )  # fmt: skip
    assert open_one.then[1] == "Not resolved to a date"


def test_what_is_asked_for() -> None:
    assert chosen(["states", "times,people"]) == ("people", "states", "times")
    assert chosen(["all"]) == GROUPS
    assert chosen(["<b>", ""]) == ()
    assert noted(SOME, [], None, words("en")).marks == ()
