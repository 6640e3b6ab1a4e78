"""Tests of annotate.clauses: a cue with its surroundings."""

from __future__ import annotations

from onrecord.annotate.actors import parties
from onrecord.annotate.clauses import Clause, agent, clause, finite, span_of
from onrecord.annotate.document import Document
from onrecord.annotate.reading import reading


def first(text: str, country: str | None = None, language: str = "en") -> tuple[Clause, str]:
    read = reading(Document(text=text, language=language, country=country))
    sentence = read.sentences[0]
    found = clause(read, sentence, read.acts("events", sentence)[0], parties(read, sentence, None))
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
    by = agent(read, read.sentences[0], found, parties(read, read.sentences[0], None))
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


def test_finite() -> None:
    for text, expected in (("Japan condemned it.", True), ("Japan wished to condemn it.", False)):
        read = reading(Document(text=text, language="en"))
        assert finite(read, read.sentences[0], first(text)[0]) is expected
