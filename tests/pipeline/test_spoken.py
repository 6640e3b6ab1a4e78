"""A version's text as annotators read it."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pipeline import spoken
from onrecord.records import Annotation, Header, Issuer, Participant, Span, Turn
from tests.support import reading

LEE = Participant(name="Ann Lee", country="KZ")
ROE = Participant(name="Jo Roe", country="TR")
TALK = "! Ann Lee | We will help.\n? Press | When?\n! Ann Lee | Soon."


def _header(*present: Participant) -> Header:
    return Header(
        kind="news-conference",
        date="2024-05-02",
        participants=present,
        issuer=Issuer(name="Ministry", country="KZ"),
    )


def test_questions_are_not_said_by_an_official() -> None:
    read = reading(TALK, _header(LEE))
    parts = list(spoken.spoken(read))
    assert [d.text for _, d in parts] == ["We will help.", "Soon."]
    assert all(read.text[at : at + len(d.text)] == d.text for at, d in parts)
    assert {(d.speaker, d.country, d.date) for _, d in parts} == {("Ann Lee", "KZ", "2024-05-02")}


def test_what_stands_before_the_first_label_is_the_issuers() -> None:
    told = Turn(n=0, span=Span(0, 23), kind="note")
    talk = reading(TALK, _header(LEE))
    read = msgspec.structs.replace(talk, turns=(told, *talk.turns[1:]))
    (at, first), *_ = spoken.spoken(read)
    assert (at, first.speaker, first.country) == (0, None, "KZ")


def test_answers_come_with_their_question() -> None:
    read = reading(TALK, _header(LEE))
    ((n, exchange, at, document),) = spoken.answers(read)
    assert (n, document.question, document.text) == (0, "When?", "Soon.")
    assert read.text[at:].startswith("Soon.")
    assert exchange == read.exchanges[0]


def test_for_whom_somebody_speaks() -> None:
    alone = reading("! | We will help.", _header())
    assert spoken.country_of(alone, alone.turns[0]) == "KZ"
    both = reading("! Jo Roe | Yes.\n! Somebody | No.", _header(LEE, ROE))
    assert [spoken.country_of(both, turn) for turn in both.turns] == ["TR", None]
    text = reading("! | We met Ms Roe and will help.", _header(LEE, ROE))
    assert [spoken.country_of(text, turn) for turn in text.turns] == ["KZ"]


def test_a_host_is_who_alone_is_given_without_a_state() -> None:
    host = Participant(name="Ada Orr", role="Foreign Minister")
    guest = Participant(name="Jo Roe", role="Turkish Foreign Minister", country="TR")
    other = Participant(name="Bo Tan", role="Foreign Minister")
    talk = "! Ada Orr | Yes."
    for present, state in (
        ([host, guest], "KZ"),
        ([host, guest, other], None),  # whose of the two?
        ([Participant(name="Ada Orr", role="Chair of a firm"), guest], None),
        ([Participant(name="Ada Orr", role="Secretary of State"), guest], None),  # not of KZ
    ):
        read = reading(talk, _header(*present))
        assert spoken.country_of(read, read.turns[0]) == state


@given(st.integers(0, 9), st.integers(0, 50))
def test_every_span_is_moved(start: int, by: int) -> None:
    value = {"actor": [{"span": [start, start + 2], "name": "we"}], "cue": {"span": None}, "n": 3}
    found = Annotation(
        layer="event",
        span=Span(start, start + 4),
        quote="abcd",
        value=value,
        annotator="t",
        rule="r",
        confidence=1.0,
    )
    moved = spoken.moved(found, by)
    assert moved.span == (start + by, start + 4 + by)
    assert moved.value["actor"][0]["span"] == [start + by, start + 2 + by]
    assert moved.value["cue"] == {"span": None}
    assert moved.value["n"] == 3
    assert msgspec.structs.replace(moved, span=found.span, value=value) == found
