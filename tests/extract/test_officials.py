from __future__ import annotations

from onrecord.extract import officials
from onrecord.extract.officials import Officials
from onrecord.languages.loader import language
from onrecord.records import Participant, Role, Span, Turn


def turn(label: str, speaker: str | None, role: Role = "official") -> Turn:
    span = Span(0, len(label))
    return Turn(n=0, span=Span(90, 99), label=label, label_span=span, speaker=speaker, role=role)


def add(people: list[Participant], *turns: Turn, tag: str = "en") -> Officials:
    return officials.with_speakers(people, turns, turns[0].label or "", language(tag))


def test_an_official_whom_a_label_names_in_full_takes_part() -> None:
    found = add([], turn("President of France Ada Vale", "Ada Vale"))
    assert found.people == (Participant(name="Ada Vale", role="President of France", country="FR"),)
    shown = found.evidence["participants.0"]
    assert (shown.method, shown.quote) == ("label", "President of France Ada Vale")


def test_labels_in_capitals_give_the_office_as_printed() -> None:
    found = add([], turn("DIRECTORA DE PUERTOS, ADA VALE RUIZ", "Ada Vale Ruiz"), tag="es")
    assert [(p.name, p.role) for p in found.people] == [("Ada Vale Ruiz", "DIRECTORA DE PUERTOS")]


def test_who_is_known_is_not_added() -> None:
    known = Participant(name="Ada Vale", role="Secretary of State")
    assert add([known], turn("SECRETARY VALE", "Ada Vale")).people == (known,)


def test_questioners_surnames_and_names_from_elsewhere_are_not_added() -> None:
    assert add([], turn("Ada Vale", "Ada Vale", "questioner")).people == ()
    assert add([], turn("MR VALE", "Vale")).people == ()
    assert add([], turn("ANSWER", "Ada Vale")).people == ()


def test_an_office_in_the_nominative_goes_before_an_inflected_one() -> None:
    titled = Participant(name="Ада Вале", role="Министра иностранных дел")
    label = turn("Министр иностранных дел Нордии Ада Вале", "Ада Вале")
    found = add([titled], label, tag="ru")
    assert [p.role for p in found.people] == ["Министр иностранных дел Нордии"]
