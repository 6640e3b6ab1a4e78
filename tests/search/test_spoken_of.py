"""What annotations say of a turn, as it is indexed."""

from __future__ import annotations

from onrecord.records import Span
from onrecord.search.spoken_of import ACTS, Spoken, answers, dues, spoken_of
from onrecord.store.standoff import Kept
from tests.support import reading


def _kept(layer: str, start: int, quote: str = "x", **value: object) -> Kept:
    return Kept(
        id="1",
        version="a@1",
        turn=0,
        layer=layer,
        span=Span(start, start + len(quote)),
        quote=quote,
        value=value,
        annotator="t",
        rule="r",
        confidence=0.5,
    )


def test_only_what_is_within_the_span() -> None:
    kept = [
        _kept("entity", 2, "The\nTurks", kind="state", entity="state/tr", name="T", country="TR"),
        _kept("entity", 4, "Ms Lee", kind="person", entity=None, name="Ann Lee", country="KZ"),
        _kept("entity", 90, kind="state", entity="state/kz", name="K", country="KZ"),
        _kept("commitment", 3, strength="pledge", due="2024-05-02"),
        _kept("event", 5, type="ACCUSE"),
        _kept("time", 5, type="DATE", value="2024"),
    ]
    assert spoken_of(kept, Span(0, 50), {0: "no"}, 0) == Spoken(
        mentioned=("state/tr",),
        names=("t", "the turks", "ann lee", "ms lee"),
        about=("TR",),
        acts=("commitment", "commitment/pledge", "event", "event/accuse"),
        due=("2024", "2024-05", "2024-05-02"),
        answered=("no",),
    )
    assert spoken_of(kept, Span(60, 80), {0: "no"}, 1) == Spoken()


def test_all_acts_have_a_known_layer() -> None:
    assert {act.partition("/")[0] for act in ACTS} == {"event", "commitment", "position"}


def test_an_answer_marks_the_turns_of_its_exchange() -> None:
    read = reading("? | Why?\n! Ms Lee | I cannot say.\n! Ms Lee | Thank you.")
    whole = _kept("response", 9, clarity="non-reply", exchange=0)
    part = _kept("response", 9, clarity="reply", exchange=0, question="Why?")
    asked = {*read.exchanges[0].question, *read.exchanges[0].answer}
    assert answers(read, [part, whole]) == dict.fromkeys(sorted(asked), "no")
    assert answers(read, [part]) == {}


def test_dates_that_are_none() -> None:
    assert dues("2024-W05") == dues("PRESENT_REF") == dues(7) == ()
    assert dues("2019/2021") == ("2019",)
