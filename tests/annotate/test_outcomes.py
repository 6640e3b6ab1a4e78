"""Tests of annotate.outcomes: the layer `outcome`."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.outcomes import annotate
from onrecord.records import Annotation


def found(text: str, language: str = "en") -> list[Annotation]:
    document = Document(text=text, language=language, country="NO", date="2024-05-02")
    return list(annotate(document))


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        ("en", "The new harbour has been completed.", "kept"),
        ("en", "They have not honoured their commitments on fishing.", "broken"),
        ("en", "The meeting in Lower Brenn has been postponed.", "postponed"),
        ("en", "The visit was called off.", "superseded"),
        ("en", "You asked yesterday about the ferry: it sails on Monday.", "answered"),
        ("ru", "Встреча была отложена.", "postponed"),
        ("fr", "La réunion a été reportée.", "postponed"),
        ("es", "La reunión fue cancelada.", "superseded"),
        ("de", "Die Zusagen wurden nicht eingehalten.", "broken"),
    ],
)
def test_outcome(language: str, text: str, outcome: str) -> None:
    (one,) = found(text, language)
    assert one.value["outcome"] == outcome
    assert one.value["phrase"] in one.quote


@pytest.mark.parametrize(
    "text",
    [
        "The harbour will be completed.",
        "Once the survey has been completed, we will see.",
        "Has the harbour been completed?",
        "The harbour is old.",
        "",
    ],
)
def test_what_is_no_outcome(text: str) -> None:
    assert found(text) == []


def test_only_the_one_date_of_a_sentence_is_taken() -> None:
    (one,) = found("The meeting has been postponed until 9 June 2024.")
    assert one.value["date"] == "2024-06-09"


def test_each_promise_that_is_named_is_told() -> None:
    some = found(
        "They have not honoured their promises on fishing, and they broke their promise on tolls."
    )
    assert [one.value["outcome"] for one in some] == ["broken", "broken"]
    assert all(one.value["promise"] for one in some)
    assert len({one.span for one in some}) == 2
    assert not found("The new harbour has been completed.")[0].value["promise"]


@pytest.mark.parametrize(
    ("language", "text", "outcome"),
    [
        ("en", "But later these promises were forgotten.", "broken"),
        ("en", "This pledge has been kept.", "kept"),
        ("fr", "Ces promesses n'ont pas été tenues.", "broken"),
        ("fr", "Cette promesse a été tenue.", "kept"),
        ("es", "Esas promesas no se cumplieron.", "broken"),
        ("es", "Ese compromiso ya se cumplió.", "kept"),
        ("de", "Dieses Versprechen wurde nicht gehalten.", "broken"),
        ("de", "Diese Zusage wurde eingehalten.", "kept"),
        ("ru", "Эти обещания так и не были выполнены.", "broken"),
        ("ru", "Это обещание было выполнено.", "kept"),
    ],
)
def test_words_that_point_back(language: str, text: str, outcome: str) -> None:
    (one,) = annotate(Document(text=text, language=language, country="NO", date="2020-01-10"))
    assert (one.value["outcome"], one.value["back"]) == (outcome, True)
