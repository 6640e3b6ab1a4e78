"""What one statement tells of a meeting: who, when, where; each with its words."""

from __future__ import annotations

from onrecord.compare.account import facts, people
from onrecord.records import Annotation, Evidence, Header, Participant, Place, Span

TEXT = "Minister Vale met Minister Orr\n\nOn 3 May in Sarn they spoke of ships with Ann Lee."
HEADER = Header(
    title="Minister Vale met Minister Orr",
    kind="readout",
    published="2024-05-04",
    place=Place(name="Sarn"),
    participants=(Participant(name="Ada Vale"), Participant(name="Ben Orr", country="NO")),
    evidence={
        "participants.1": Evidence(method="title", span=Span(18, 30), quote="Minister Orr"),
        "published": Evidence(method="class", quote="4 May 2024", where="p.date"),
    },
)


def _found(quote: str, layer: str, **value: object) -> Annotation:
    start = TEXT.index(quote)
    span = Span(start, start + len(quote))
    return Annotation(
        layer=layer, span=span, quote=quote, value=value, annotator="t", rule="t", confidence=1.0
    )


def _facts(*found: Annotation, kind: str = "readout", text: str = TEXT) -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for fact in facts(text, HEADER, kind, "en", found):
        made.setdefault(fact.what, []).append(fact.value)
    return made


def test_people_of_the_header_take_part_and_not_whom_the_text_mentions() -> None:
    named = _found("Ann Lee", "entity", kind="person", name="Ann Lee", entity=None)
    assert _facts(named)["person"] == ["Ada Vale", "Ben Orr"]


def test_the_day_that_the_text_names_and_that_of_publication_apart() -> None:
    told = _found("3 May", "time", type="DATE", value="2024-05-03")
    found = _facts(told)
    assert found["day"] == ["2024-05-03"]
    assert found["published"] == ["2024-05-04"]
    far = _found("3 May", "time", type="DATE", value="2023-05-03")
    assert "day" not in _facts(far)


def test_a_call_is_no_meeting() -> None:
    assert "meeting" in _facts()
    assert "call" not in _facts()
    called = _facts(text=TEXT.replace("met", "had a telephone call with"))
    assert "meeting" not in called
    assert called["call"] == ["call"]


def test_remarks_tell_of_a_meeting_only_where_somebody_met() -> None:
    assert _facts(kind="remarks") == {}
    met = _found("met", "event", type="CONSULT")
    assert _facts(met, kind="remarks")["meeting"] == ["remarks"]


def test_each_fact_has_its_words() -> None:
    for fact in facts(TEXT, HEADER, "readout", "en", ()):
        if fact.span is not None:
            assert TEXT[fact.span.start : fact.span.end] == fact.quote
    (one,) = people(facts(TEXT, HEADER, "readout", "en", ()))
    assert (one.quote, one.value["name"]) == ("Minister Orr", "Ben Orr")
