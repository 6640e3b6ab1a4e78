"""Tests of annotate.events: the layer `event`."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.document import Document
from onrecord.annotate.events import annotate, scheduled
from onrecord.records import Annotation

PIECES = ["Japan", "we", "condemned", "will", "not", "meet", "the", "attack on", "Norway", ".", ","]


def found(
    text: str, language: str = "en", country: str | None = "NO", speaker: str | None = None
) -> list[Annotation]:
    return list(
        annotate(
            Document(
                text=text, language=language, country=country, speaker=speaker, date="2020-01-10"
            )
        )
    )


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "We strongly condemn Japan for the seizure.", "ACCUSE"),
        ("en", "Our minister met with the foreign minister of Japan.", "CONSULT"),
        ("en", "Japan will donate ten ambulances to Kenya.", "AID"),
        ("en", "Japan has expelled two diplomats of Kenya.", "SANCTION"),
        ("ru", "Япония осудила Кению.", "ACCUSE"),
        ("fr", "Le Japon condamne le Kenya.", "ACCUSE"),
        ("es", "Japón condenó a Kenia.", "ACCUSE"),
        ("de", "Japan verurteilte Kenia.", "ACCUSE"),
    ],
)
def test_types(language: str, text: str, kind: str) -> None:
    assert [a.value["type"] for a in found(text, language)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine.",
        "We met the needs of our farmers.",
        "If Japan condemned Kenya, we would hear it.",
        "It is a good day for armed groups.",
        "",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert found(text) == []


def test_who_did_it_to_whom() -> None:
    (event,) = found("We condemn Japan.")
    assert [a["iso"] for a in event.value["actors"]] == ["NO"]
    assert [a["iso"] for a in event.value["recipients"]] == ["JP"]
    assert event.quote == "We condemn Japan"


def test_passive_swaps() -> None:
    event = found("Japan was attacked by Kenya.")[0]
    assert [a["iso"] for a in event.value["actors"]] == ["KE"]
    assert [a["iso"] for a in event.value["recipients"]] == ["JP"]


def test_a_questioner_is_the_source() -> None:
    event = found("Japan attacked Kenya.", speaker="Question")[0]
    assert event.value["source"] == "Question"


def test_what_is_to_come() -> None:
    (event,) = found("Japan will meet with Kenya on 3 March 2020.")
    assert event.value["modality"] == "planned"
    agenda = scheduled(event)
    assert agenda is not None
    assert agenda["date"] == "2020-03-03"
    assert scheduled(found("Japan met with Kenya.")[0]) is None


def test_refusal() -> None:
    assert found("Japan will not meet with Kenya.")[0].value["type"] == "REJECT"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_quotes_stand_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for event in found(text):
        assert text[event.span.start : event.span.end] == event.quote
        assert event.rule


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Japan refused talks with Kenya.", ["REJECT"]),
        ("Kenya demanded a truce with Japan.", ["REQUEST"]),
        ("Japan is willing to withdraw its troops from Kenya.", ["AGREE"]),
        ("Japan said it would boycott Kenya.", ["THREATEN"]),
        ("Japan continued to send arms to Kenya.", ["AID"]),
    ],
)
def test_what_is_only_asked_or_refused_is_no_event(text: str, kinds: list[str]) -> None:
    assert [a.value["type"] for a in found(text, country=None)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The minister gave his condolences to the widow in Japan.",
        "Our minister and Japan held a joint news conference.",
        "The minister visited Bergen.",
    ],
)
def test_courtesies_and_home_affairs_are_no_events(text: str) -> None:
    assert found(text) == []


def test_an_infinitive_tells_no_event() -> None:
    assert found("Estamos aquí para ayudar a Japón.", "es") == []


def test_verbs_that_a_conjunction_joins_are_two_events() -> None:
    first, second = found("Japan praised Kenya and has criticised Brazil.")
    assert first.quote == "Japan praised Kenya"
    assert [a["iso"] for a in first.value["recipients"]] == ["KE"]
    assert (second.value["type"], second.value["actors"][0]["iso"]) == ("ACCUSE", "JP")


def test_a_pronoun_after_a_conjunction_begins_its_clause() -> None:
    events = found(
        "Japan discussed this with Kenya, and, of course, they discussed it with Brazil."
    )
    assert [e.value["recipients"][0]["iso"] for e in events] == ["KE", "BR"]


def test_a_body_without_a_state_is_the_speaker_s() -> None:
    (event,) = found("The government condemned the attack by rebels.")[:1]
    assert [a["iso"] for a in event.value["actors"]] == ["NO"]
    other = found("Japan is at peace. The government condemned the attack by rebels.")
    assert [a["iso"] for e in other for a in e.value["actors"] if e.value["type"] == "ACCUSE"] != [
        "NO"
    ]


def test_who_says_it_after_a_comma_acts() -> None:
    (event,) = found("Japan broke the rules, the Kenyan government charged.", country=None)
    assert [a["iso"] for a in event.value["actors"]] == ["KE"]


def test_a_promise_not_to_is_a_refusal() -> None:
    kinds = [a.value["type"] for a in found("Japan said it would not fund Kenya.", country=None)]
    assert kinds[0] == "REJECT"


def test_nobody_does_it_to_himself() -> None:
    for event in found("Japan said that Japan criticised Japan.", country=None):
        acting = {a["iso"] for a in event.value["actors"]}
        assert not acting & {r["iso"] for r in event.value["recipients"]}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I should add that we intend to remain."),
        ("en", "Japan has no reason to oppose Kenya."),
        ("en", "We would like to see the price of Japan fixed."),
        ("de", "Mit Japan wird gesprochen."),
    ],
)
def test_ways_of_speaking_are_no_events(language: str, text: str) -> None:
    assert found(text, language) == []


def test_a_place_after_its_preposition_is_no_recipient() -> None:
    for event in found("Ayer firmamos en Lisboa el acuerdo.", "es", country=None):
        assert event.value["recipients"] == []


def test_a_visit_to_come_is_none_that_was_agreed_though_nobody_knows_whose_statement_it_is() -> (
    None
):
    text = "President Emmanuel Macron will visit Berlin."
    news = Document(text=text, language="en", date="2019-10-09")
    kinds = [
        [(a.value["type"], a.value["modality"]) for a in annotate(document)]
        for document in (news, msgspec.structs.replace(news, statement=True))
    ]
    assert kinds == [[("AGREE", "planned")], [("CONSULT", "planned")]]


def test_an_infinitive_that_is_asked_for_is_no_act_of_its_own() -> None:
    text = "La France a invit\u00e9 le Kenya \u00e0 lib\u00e9rer les otages."
    assert [e.value["type"] for e in annotate(Document(text=text, language="fr"))] == ["REQUEST"]
