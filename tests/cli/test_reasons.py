"""Each datum is put beside the words it rests on."""

from __future__ import annotations

import msgspec

from onrecord.cli.reasons import FIELDS, reasons
from onrecord.records import Evidence, Header, Participant, Place, Span
from tests.support import reading

MADE = reading(
    "> Ann Lee | We met in Geneva on 6 March.\n? TASS | Why?",
    Header(
        title="Remarks",
        date="2024-03-06",
        place=Place(name="Geneva"),
        evidence={
            "title": Evidence(method="open-graph", quote="Remarks", where="head > meta"),
            "place": Evidence(method="line", span=Span(19, 25)),
            "language": Evidence(method="declared", quote="en"),
        },
    ),
)


def test_all_fields_are_told_in_their_order_and_then_what_else_has_evidence() -> None:
    assert [field.field for field in reasons(MADE).fields] == [*FIELDS, "language"]


def test_a_span_is_told_with_the_words_around_it() -> None:
    place = next(field for field in reasons(MADE).fields if field.field == "place")
    assert (place.before, place.quote, place.after) == (
        "Ann Lee: We met in ",
        "Geneva",
        " on 6 March.",
    )
    assert place.value == {"name": "Geneva", "country": None}


def test_what_has_no_evidence_says_so() -> None:
    found = {field.field: field for field in reasons(MADE).fields}
    assert found["date"].method is None
    assert found["title"].where == "head > meta"
    assert found["language"].value == "en"


def test_each_of_several_is_told_with_its_own_evidence() -> None:
    people = (Participant(name="Ann Lee"), Participant(name="Bob Ray"))
    proofs = {f"participants.{n}": Evidence(method="title") for n in (0, 1, 7)}
    made = reading("> Ann Lee | One.", Header(participants=people, evidence=proofs))
    told = {field.field: field.value for field in reasons(made).fields}
    assert "participants" not in told
    assert told["participants.1"] == msgspec.to_builtins(people[1])
    assert told["participants.7"] is None


def test_turns_are_told_with_rule_and_label() -> None:
    turn = reasons(MADE).turns[0]
    assert (turn.rule, turn.label, turn.label_span) == ("made", "Ann Lee", Span(0, 7))
    assert turn.starts == "We met in Geneva on 6 March."
