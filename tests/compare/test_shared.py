"""What two accounts name, which figures they give, and what they promise and hold."""

from __future__ import annotations

from onrecord.compare.shared import acts, named, numbers
from onrecord.records import Annotation, Span


def _named(name: str, at: int, kind: str = "person", entity: str | None = None) -> Annotation:
    return Annotation(
        layer="entity", span=Span(at, at + len(name)), quote=name,
        value={"kind": kind, "name": name, "entity": entity}, annotator="t", rule="t",
        confidence=1.0,
    )  # fmt: skip


def _told(*each: tuple[str, bool, bool]) -> list[tuple[str, bool, bool]]:
    return list(each)


def test_names_of_both_and_of_one() -> None:
    a = [_named("Grigory Raskin", 0), _named("Vienna", 20, "place", "place/at-vienna")]
    b = [_named("Г. А. Раскин", 0), _named("Ann Lee", 20), _named("Lee", 40)]
    found = [(each.name, bool(each.a), bool(each.b)) for each in named(a, b)]
    assert found == _told(
        ("Grigory Raskin", True, True), ("Ann Lee", False, True), ("Vienna", True, False)
    )


def test_what_the_gazetteer_does_not_know_is_told_of_people_alone() -> None:
    assert named([_named("Joint Press", 0, "organisation")], []) == ()


def test_figures_without_those_of_dates_and_small_ones() -> None:
    a, b = "On 14 May 240 men and 3 ships, 12,000 tons.", "240 men, 90 ships"
    time = Annotation(
        layer="time", span=Span(3, 9), quote="14 May", value={}, annotator="t", rule="t",
        confidence=1.0,
    )  # fmt: skip
    found = numbers((a, "en", [time]), (b, "en", []))
    told = [(each.a and each.a.quote, each.b and each.b.quote) for each in found]
    assert told == [("240", "240"), ("12,000", None), (None, "90")]


def test_acts_with_their_holder_and_the_topic_that_both_speak_of() -> None:
    held = Annotation(
        layer="position", span=Span(10, 20), quote="we oppose x",
        value={"holder": [{"name": "Norland"}], "target": "x", "stance": "oppose"},
        annotator="t", rule="t", confidence=1.0,
    )  # fmt: skip
    (act,) = acts([held], {Span(5, 30): 2}, {10: 4})
    assert (act.holder, act.type, act.about, act.topic) == ("Norland", "oppose", "x", 2)
    assert act.said.turn == 4
    assert acts([held], {}, {})[0].topic is None
