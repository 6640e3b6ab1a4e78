"""Who asks, by label or by the first words."""

import pytest

from onrecord.languages.loader import language
from onrecord.transcript import askers
from onrecord.transcript.words import words

EN = words(language("en"))


@pytest.mark.parametrize(
    ("label", "name", "outlet"),
    [
        ("Question (Harbour Times)", None, "Harbour Times"),
        ("Question (via interpreter)", None, None),
        ("Question (Ann Lee, Harbour Times)", "Ann Lee", "Harbour Times"),
        ("QUESTION", None, None),
    ],
)
def test_labels(label: str, name: str | None, outlet: str | None) -> None:
    told = askers.of_label(label, len("Question"), EN)
    assert (told.name, told.outlet) == (name, outlet)


@pytest.mark.parametrize(
    ("text", "name", "outlet"),
    [
        (
            "Maria Lindqvist, Nordic Wire Service. Will the Secretary go?",
            "Maria Lindqvist",
            "Nordic Wire Service",
        ),
        ("Thank you. Jan Berg from Channel Two. Why?", "Jan Berg", "Channel Two"),
        ("Hi, this is Jan Berg with AFQ. Why?", "Jan Berg", "AFQ"),
        ("President Orlo, Turkey said it would act. Will it?", None, None),
        ("Do you agree with Jan Berg from Channel Two?", None, None),
    ],
)
def test_first_words(text: str, name: str | None, outlet: str | None) -> None:
    told = askers.of_text(text, EN)
    assert (told.name, told.outlet) == (name, outlet)


@pytest.mark.parametrize(
    ("text", "name", "outlet"),
    [
        ("Thanks. Let’s go to Tom Abara, Harbour Times.", "Tom Abara", "Harbour Times"),
        (
            "The first question goes to Tom Abara of the Harbour Times.",
            "Tom Abara",
            "Harbour Times",
        ),
        ("We told Ann Lee, the Minister, so.", None, None),
        ("I will travel to Vienna, Austria.", None, None),
    ],
)
def test_whom_the_speaker_before_calls_on(text: str, name: str | None, outlet: str | None) -> None:
    told = askers.of_call(text, EN)
    assert (told.name, told.outlet) == (name, outlet)


def test_an_outlet_as_a_label() -> None:
    zh = words(language("zh"))
    assert askers.of_label("《港湾报》记者", 7, zh).outlet == "港湾报"
    assert askers.of_label("法新社记者", 5, zh).outlet == "法新社"
