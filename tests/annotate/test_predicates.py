"""Tests of annotate.predicates: what the form of a verb tells of its clause."""

from __future__ import annotations

import pytest

from onrecord.annotate import actors
from onrecord.annotate.clauses import clause
from onrecord.annotate.document import Document
from onrecord.annotate.events import annotate
from onrecord.annotate.predicates import finite, stops
from onrecord.annotate.reading import reading
from tests.support import french_events as told


def test_joined_participles_share_their_subject() -> None:
    text = "Le Japon a condamn\u00e9 la Russie et exhort\u00e9 la Chine \u00e0 signer."
    assert told(text, "FR") == [
        ("ACCUSE", "asserted", ["JP"], ["RU"]),
        ("REQUEST", "asserted", ["JP"], ["CN"]),
    ]


def test_what_is_denied_in_a_subordinate_clause_is_not_denied_of_the_joined_verb() -> None:
    text = "La Norv\u00e8ge estime que rien n'a chang\u00e9 et condamne la Russie."
    assert told(text, "NO") == [("ACCUSE", "asserted", ["NO"], ["RU"])]


def test_a_participle_that_describes_a_noun_tells_no_event() -> None:
    assert told("La Suisse examine les propositions soutenues hier en Chine.", "FR") == []


def test_a_participle_tells_one_where_it_says_by_whom() -> None:
    found = told("Nous \u00e9tudions la r\u00e9solution soutenue par la Chine.", "FR")
    assert [(kind, who) for kind, _, who, _ in found] == [("SUPPORT", ["CN"])]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Nous soutiendrons l'Ukraine.", "planned"),
        ("Nous avons soutenu l'Ukraine.", "asserted"),
        ("Nous soutenons l'Ukraine.", "asserted"),
    ],
)
def test_the_future_is_an_ending(text: str, modality: str) -> None:
    assert [how for _, how, _, _ in told(text, "FR")] == [modality]


def test_an_initial_ends_no_clause() -> None:
    read = reading(Document(text="The envoy J. Smith met them.", language="en"))
    dot = read.words.index(".")
    assert not stops(read, dot)
    assert stops(read, len(read.words) - 1)


@pytest.mark.parametrize(
    ("text", "expected"), [("Japan condemned it.", True), ("Japan wished to condemn it.", False)]
)
def test_finite(text: str, expected: bool) -> None:
    read = reading(Document(text=text, language="en"))
    (sentence, parties), *_ = actors.named(read)
    found = clause(read, sentence, read.acts("events", sentence)[0], parties)
    assert finite(read, sentence, found) is expected


def test_a_participle_of_saying_after_a_comma_tells_an_act() -> None:
    text = "La France a salu\u00e9 le Kenya, exhortant le Japon \u00e0 quitter les lieux."
    document = Document(text=text, language="fr", date="2023-11-06", country="FR")
    assert [e.value["type"] for e in annotate(document)] == ["SUPPORT", "REQUEST"]
