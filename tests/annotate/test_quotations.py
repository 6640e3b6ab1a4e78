"""Whose words a text gives."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.document import Document
from onrecord.annotate.quotations import annotate
from onrecord.records import Annotation


def read(text: str, language: str = "en") -> list[Annotation]:
    return list(annotate(Document(text=text, language=language)))


def brief(found: Annotation, text: str) -> tuple[Any, ...]:
    value = found.value
    cue = value["cue"] and text[slice(*value["cue"]["span"])]
    return found.quote, value["speaker"] and value["speaker"]["name"], cue, value["direct"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“We go,” the minister said.", ("“We go,”", "the minister", "said", True)),
        ("en", "“We are ready,” said Ann Roe.", ("“We are ready,”", "Ann Roe", "said", True)),
        ("en", "Mr. Roe said that talks go on.", ("that talks go on", "Mr. Roe", "said", False)),
        ("en", "She said: “No.”", ("“No.”", "She", "said", True)),
        ("en", "Talks go on, she said.", ("Talks go on", "she", "said", False)),
        ("en", "According to Ann, talks go on.", ("talks go on", "Ann", "According to", False)),
        ("en", "Talks go on, according to Ann.", ("Talks go on", "Ann", "according to", False)),
        ("en", "The plan was praised by Ann Roe.", ("The plan", "Ann Roe", "was praised", False)),
        ("en", "Ann (Ind.) said it was late.", ("it was late", "Ann (Ind.)", "said", False)),
        ("ru", "«Мы готовы», — заявил посол.", ("«Мы готовы»", "посол", "заявил", True)),
        ("ru", "По его словам, всё идёт.", ("всё идёт", "По его словам", "По его словам", False)),
        ("fr", "Selon le maire, tout va bien.", ("tout va bien", "le maire", "Selon", False)),
        ("es", "«Sí», dijo la ministra.", ("«Sí»", "la ministra", "dijo", True)),
        ("de", "„Wir gehen“, sagte die Rätin.", ("„Wir gehen“", "die Rätin", "sagte", True)),
        ("de", "Die Rätin sagte, dass es geht.", ("dass es geht", "Die Rätin", "sagte", False)),
        ("de", "Laut Rohde ist es spät.", ("ist es spät", "Rohde", "Laut", False)),
        ("de", "Frau Rohde: „Es ist spät.“", ("„Es ist spät.“", "Frau Rohde", ":", True)),
    ],
)  # fmt: skip
def test_who_says_what(language: str, text: str, expected: tuple[str, str, str, bool]) -> None:
    assert [brief(found, text) for found in read(text, language)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The film “Our House” opens in May.",
        "The so-called “green” deal is off.",
        "The bridge was built in May.",
        "Her attacks were weak.",
    ],
)
def test_titles_and_words_set_apart_are_no_quotations(text: str) -> None:
    assert read(text) == []


def test_pieces_of_one_quotation_share_their_cue() -> None:
    text = "“We are ready,” she said, “and we will not wait for anybody else.”"
    first, second = read(text)
    assert first.value["cue"] == second.value["cue"]
    assert second.quote == "“and we will not wait for anybody else.”"


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    text = "“We are ready,” she said. “We will not wait for them. It is late.”"
    found = read(text)
    assert [f.rule for f in found] == ["after", "goes on"]
    assert found[1].value["speaker"]["name"] == "she"


def test_the_one_spoken_to() -> None:
    (found,) = read("She told reporters that talks go on.")
    assert found.value["addressee"]["name"] == "reporters"
    assert found.quote == "that talks go on"


def test_reported_speech_goes_on_without_a_cue() -> None:
    text = "Die Ministerin sagte, dass es spät sei. Man habe lange gewartet. Es sei genug."
    first, second = read(text, "de")
    assert first.rule == "clause"
    assert second.quote == "Man habe lange gewartet. Es sei genug."
    assert second.value["speaker"]["name"] == "Die Ministerin"


@pytest.mark.parametrize("text", ["said " * 20_000, '("' * 20_000, '"a, said ' * 5_000])
def test_what_never_ends_is_read_in_time(text: str) -> None:
    started = time.perf_counter()
    assert read(text) == []
    assert time.perf_counter() - started < 5


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "he", "said", "Roe", ",", ".", ":", "that", "as", "(", ")"]
        ),
        max_size=25,
    ),
    st.sampled_from(["en", "de", "ru", None]),
)
def test_any_text_gives_spans_that_hold(words: list[str], language: str | None) -> None:
    text = " ".join(words)
    for found in annotate(Document(text=text, language=language)):
        assert text[found.span.start : found.span.end] == found.quote != ""


def said(text: str, country: str | None = "NO") -> list[str]:
    return [a.quote for a in annotate(Document(text=text, language="en", country=country))]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Japan said that the talks went well.", "that the talks went well"),
        ("Mr Aoki reiterated the need for peace.", "the need for peace"),
        ("They said, \u201cIt is good to see you here today.\u201d", "It is good to see you here"),
    ],
)
def test_a_statement_gives_the_words_of_others(text: str, quote: str) -> None:
    (found,) = said(text)
    assert quote in found


@pytest.mark.parametrize(
    "text",
    [
        "We said that the talks went well.",
        "They want to leave the town.",
        "This plan may be delayed for many reasons.",
        "Everybody knows that it is late.",
        "The government continues its work in the north.",
        "Japan has an interest in maintaining stable prices.",
    ],
)
def test_what_others_want_or_do_is_no_quotation_of_a_statement(text: str) -> None:
    assert said(text) == []


def test_news_gives_what_people_think_too() -> None:
    assert said("Aoki believes that it is late.", None) == ["that it is late"]
