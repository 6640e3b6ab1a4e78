"""Tests of annotate.bracketed: clauses between commas, whose verb stands second or last."""

from __future__ import annotations

import pytest

from onrecord.annotate import actors
from onrecord.annotate.clauses import clause
from onrecord.annotate.document import Document
from onrecord.annotate.frames import Clause
from onrecord.annotate.reading import Reading, reading


def clauses(text: str, file: str = "events") -> list[tuple[Reading, Clause]]:
    read = reading(Document(text=text, language="de", country="NO", date="2019-10-09"))
    return [
        (read, clause(read, sentence, cue, parties))
        for sentence, parties in actors.named(read)
        for cue in read.acts(file, sentence)
        if cue.value != "n" and not cue.list.startswith("no_")
    ]


def words(read: Reading, first: int, last: int) -> str:
    return " ".join(read.words[first:last])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Wenn Japan das Abkommen verletzt, wird Norwegen den Vertrag nicht unterzeichnen.",
            "norwegen",
        ),
        ("Norwegen, das im Mai den Vorsitz hatte, verurteilt die Gewalt.", "norwegen"),
        ("Den Angriff hat Norwegen gestern verurteilt.", "norwegen"),
        ("Den Franzosen hat Norwegen das gestern vorgeworfen.", "norwegen"),
        ("Die Ministerin sagte, dass Japan die Botschafterin ausgewiesen hat.", "japan"),
        ("Im Herbst werden Japan und Peru den Vertrag unterzeichnen.", "japan und peru"),
        ("Herr Ober, die Regierung von Japan hat zwei Fischer verhaftet.", "regierung von japan"),
        (
            "Norwegen verurteilt die Gewalt und fordert Japan auf, die Fischer freizulassen.",
            "norwegen",
        ),
        ("Das Abkommen mit Japan wurde gestern unterzeichnet.", None),
        ("Vom Hof von Japan wurde der Vertrag unterzeichnet.", None),
    ],
)
def test_the_subject_is_told_by_case_and_place(text: str, told: str | None) -> None:
    read, found = clauses(text)[-1]
    subject = found.subject
    assert (words(read, subject.first, subject.last) if subject else None) == told


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Wenn es geht, wird Japan am 2. Mai den Vertrag unterzeichnen, sagte die Ministerin.",
            "wird japan am 2 . mai den vertrag unterzeichnen",
        ),
        (
            "Norwegen fordert Japan auf, die Fischer freizulassen, die seit Mai dort sind.",
            "norwegen fordert japan auf , die fischer freizulassen",
        ),
        (
            "Norwegen verurteilt die Gewalt gegen Frauen und Kinder und ruft Japan zum Dialog auf.",
            "norwegen verurteilt die gewalt gegen frauen und kinder",
        ),
    ],
)
def test_a_clause_ends_where_another_begins(text: str, quote: str) -> None:
    read, found = clauses(text)[0]
    assert words(read, found.first, found.last) == quote


@pytest.mark.parametrize(
    ("text", "passive", "modality"),
    [
        ("Japan wird den Vertrag unterzeichnen.", False, "planned"),
        ("Die Fischer werden in Japan unterstützt.", True, "asserted"),
        ("Die Fischer sind in Japan verhaftet worden.", True, "asserted"),
        ("Japan will den Vertrag nicht unterzeichnen.", False, "negated"),
    ],
)
def test_the_future_and_the_passive_are_told_apart(text: str, passive: bool, modality: str) -> None:
    _, found = clauses(text)[0]
    assert (found.passive, found.modality) == (passive, modality)
