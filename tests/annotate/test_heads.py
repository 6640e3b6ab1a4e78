"""Which names are subjects, and which words verbs of their own."""

import pytest

from onrecord.annotate import commitments, events, positions
from onrecord.annotate.document import Annotator, Document


def _found(read: Annotator, text: str) -> list[str]:
    document = Document(text=text, language="en", date="2023-11-06", country="NZ")
    return [found.quote for found in read(document)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's turnout will not build trust in the count.",
        "We recognise that progress will build trust in every town.",
        "The festival, ten years after the visit by Kenya, will open new roads for all.",
    ],
)
def test_a_name_beside_the_subject_is_not_bound(text: str) -> None:
    assert _found(commitments.annotate, text) == []


def test_the_subject_is_bound() -> None:
    assert len(_found(commitments.annotate, "Kenya will build ten ports by 2030.")) == 1
    assert len(_found(commitments.annotate, "After the war, we will build ten ports.")) == 1


def test_a_row_of_infinitives_tells_no_event() -> None:
    text = "Our meetings with Kenya are a chance to analyse and discuss the treaty."
    assert not any("discuss" in quote for quote in _found(events.annotate, text))


def test_a_word_of_a_title_takes_no_stance() -> None:
    text = "Japan and Kenya published a Statement on Support for Peace in 2021."
    assert _found(positions.annotate, text) == []


def test_a_noun_of_several_promises_nothing() -> None:
    assert _found(commitments.annotate, "We spoke about security guarantees for our state.") == []
    assert len(_found(commitments.annotate, "Kenya guarantees the safety of every ship.")) == 1
