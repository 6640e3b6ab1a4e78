"""Tests of annotate.clauses: a cue with its surroundings."""

from __future__ import annotations

from onrecord.annotate.actors import parties
from onrecord.annotate.clauses import clause
from onrecord.annotate.document import Document
from onrecord.annotate.frames import Clause, span_of
from onrecord.annotate.reading import reading
from onrecord.annotate.roles import agent


def first(text: str, country: str | None = None, language: str = "en") -> tuple[Clause, str]:
    read = reading(Document(text=text, language=language, country=country))
    sentence = read.sentences[0]
    found = clause(read, sentence, read.acts("events", sentence)[0], parties(read, sentence))
    span = span_of(read, found.first, found.last)
    return found, text[span.start : span.end]


def test_subject_and_object() -> None:
    found, words = first("Yesterday Japan condemned Norway.")
    assert found.subject is not None
    assert found.subject.members[0].iso == "JP"
    assert [p.members[0].iso for p in found.objects] == ["NO"]
    assert words == "Japan condemned Norway"


def test_passive() -> None:
    text = "Norway was condemned by Japan."
    found, _ = first(text)
    assert found.passive
    read = reading(Document(text=text, language="en"))
    by = agent(read, read.sentences[0], found, parties(read, read.sentences[0]))
    assert by is not None
    assert by.members[0].iso == "JP"


def test_somebody_elses_words() -> None:
    found, _ = first("Japan said that Norway had arrested two men.", "FR")
    assert found.modality == "reported"
    assert found.reporter is not None
    assert found.reporter.members[0].iso == "JP"


def test_ones_own_words_are_not_reported() -> None:
    assert first("Japan said that Norway had arrested two men.", "JP")[0].modality == "asserted"


def test_the_subject_after_its_verb() -> None:
    found, _ = first("Heute unterstützt die Schweiz Norwegen.", language="de")
    assert found.subject is not None
    assert found.subject.members[0].iso == "CH"


def acting(text: str) -> list[str | None]:
    found, _ = first(text, "KZ", "ru")
    return [m.iso for m in found.subject.members] if found.subject else []


def test_a_verb_of_several_without_its_pronoun_has_both_sides() -> None:
    """ "(We) discussed with the ambassador of Japan"."""
    text = (
        "\u041e\u0431\u0441\u0443\u0434\u0438\u043b\u0438 \u0441 "
        "\u043f\u043e\u0441\u043b\u043e\u043c \u042f\u043f\u043e\u043d\u0438\u0438 "
        "\u0434\u0435\u043b\u0430."
    )
    assert acting(text) == ["KZ", "JP"]


def test_a_subject_behind_its_verb() -> None:
    """ "In Astana was the minister of Japan"."""
    text = (
        "\u0412 \u0410\u0441\u0442\u0430\u043d\u0435 "
        "\u043f\u043e\u0431\u044b\u0432\u0430\u043b "
        "\u043c\u0438\u043d\u0438\u0441\u0442\u0440 \u042f\u043f\u043e\u043d\u0438\u0438."
    )
    assert acting(text) == ["JP"]


def test_short_participles_are_passive() -> None:
    """ "Soldiers of Japan (were) killed"."""
    text = (
        "\u0423\u0431\u0438\u0442\u044b \u0441\u043e\u043b\u0434\u0430\u0442\u044b "
        "\u042f\u043f\u043e\u043d\u0438\u0438."
    )
    assert first(text, "KZ", "ru")[0].passive


def test_who_is_described_in_another_case_is_not_several() -> None:
    """ "At the wish of the Japanese side (they) discussed"."""
    text = (
        "\u041f\u043e \u043f\u0440\u043e\u0441\u044c\u0431\u0435 "
        "\u044f\u043f\u043e\u043d\u0441\u043a\u043e\u0439 "
        "\u0441\u0442\u043e\u0440\u043e\u043d\u044b "
        "\u043e\u0431\u0441\u0443\u0434\u0438\u043b\u0438 \u0434\u0435\u043b\u0430."
    )
    assert acting(text) == ["KZ", "JP"]


def test_a_town_in_the_form_of_a_subject_is_its_state() -> None:
    """In words: "Tokyo discussed this plan with Norway"."""
    text = (
        "\u041f\u0435\u043a\u0438\u043d "
        "\u043e\u0431\u0441\u0443\u0434\u0438\u043b \u044d\u0442\u043e\u0442 "
        "\u043f\u043b\u0430\u043d \u0441 "
        "\u041d\u043e\u0440\u0432\u0435\u0433\u0438\u0435\u0439."
    )
    assert acting(text) == ["CN"]


def test_what_is_done_is_done_by_the_speakers_side() -> None:
    """In words: "roads for people will be built"."""
    text = (
        "\u0414\u043b\u044f \u043b\u044e\u0434\u0435\u0439 "
        "\u0431\u0443\u0434\u0443\u0442 "
        "\u043f\u043e\u0441\u0442\u0440\u043e\u0435\u043d\u044b "
        "\u043d\u043e\u0432\u044b\u0435 \u0434\u043e\u0440\u043e\u0433\u0438."
    )
    read = reading(Document(text=text, language="ru", country="KZ"))
    sentence = read.sentences[0]
    cue = read.acts("commitments", sentence)[0]
    found = clause(read, sentence, cue, parties(read, sentence))
    assert found.subject is not None
    assert found.subject.own
