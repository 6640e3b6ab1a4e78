"""Tests of annotate.joins: a second verb shares the subject of the first."""

import pytest

from onrecord.annotate import commitments, events, positions
from onrecord.annotate.document import Document
from onrecord.annotate.joins import joins
from onrecord.annotate.reading import reading

MET = "In Nairobi today the Foreign Secretary met President Ruto"


def _told(text: str) -> list[tuple[str, list[str | None]]]:
    document = Document(text=text, language="en", date="2023-11-06", country="GB")
    found = events.annotate(document)
    return [(e.value["type"], [m["iso"] for m in e.value["actors"]]) for e in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MET} and urged him to release the detained journalists.", "REQUEST"),
        (f"{MET}, thanked Kenya and strongly condemned Russia.", "ACCUSE"),
        (f"{MET} and will provide Kenya with military equipment.", "AID"),
    ],
)
def test_the_subject_is_shared(text: str, expected: str) -> None:
    assert _told(text)[-1] == (expected, ["GB"])


def test_each_verb_has_its_own_words() -> None:
    text = "Ireland supports the work of UNIFIL, rejects the attacks on it and regrets the delay."
    document = Document(text=text, language="en", date="2023-11-06", country="IE")
    quotes = [p.quote for p in positions.annotate(document)]
    assert quotes[1:] == ["rejects the attacks on it", "regrets the delay"]


@pytest.mark.parametrize(
    "text",
    [
        "We urge Iran to respect the treaty and release the crew.",
        "They sent food and supplies to Kenya.",
        "The agreement, signed in Nairobi, helps Kenya.",
        "Kenya met Uganda, which attacked Rwanda.",
    ],
)
def test_what_is_no_second_verb(text: str) -> None:
    read = reading(Document(text=text, language="en"))
    assert joins(read, read.sentences[0]) == {}


def test_other_languages_have_their_own_way() -> None:
    read = reading(Document(text="Le Japon a condamn\u00e9 et appelle.", language="fr"))
    assert joins(read, read.sentences[0]) == {}


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Noruega condena la guerra y exige la retirada.",
            "Noruega condena la guerra",
            "exige la retirada",
        ),
        (
            "Noruega rechaza la amenaza pero apoya el acuerdo.",
            "Noruega rechaza la amenaza",
            "apoya el acuerdo",
        ),
    ],
)
def test_each_act_has_its_own_words_where_endings_tell(text: str, first: str, second: str) -> None:
    document = Document(text=text, language="es", country="NO")
    assert [a.quote for a in positions.annotate(document)] == [first, second]


def test_a_list_of_objects_is_not_parted() -> None:
    document = Document(
        text="Noruega enviar\u00e1 vacunas y medicinas a Kenia.", language="es", country="NO"
    )
    (one,) = commitments.annotate(document)
    assert one.quote == "Noruega enviar\u00e1 vacunas y medicinas a Kenia"
