"""What labels look like."""

import pytest

from onrecord.languages.loader import language
from onrecord.transcript import shapes
from onrecord.transcript.words import words

EN, ES, RU = (words(language(tag)) for tag in ("en", "es", "ru"))


@pytest.mark.parametrize(
    "label",
    [
        "Anna Berg",
        "President of Valdoria Jan Orlo",
        "A.B. Kern",
        "Director of the Federal Roads Service Ole Brand",
        "Frank-Walter de la Cour",
        "MS. HARTWELL (via phone)",
    ],
)
def test_names(label: str) -> None:
    assert shapes.is_name(label, EN)


@pytest.mark.parametrize(
    "label",
    ["To sum up", "Let me repeat", "He said. Then Anna", "our position is this", "What is it?"],
)
def test_no_names(label: str) -> None:
    assert not shapes.is_name(label, EN)


def test_capitals_but_for_the_honorific() -> None:
    assert shapes.is_caps("La señora ORTEGA", ES)
    assert shapes.is_caps("PRESIDENTA DE COSTALBA, LUCÍA RÍOS", ES)
    assert not shapes.is_caps("La señora Ortega", ES)


def test_how_one_is_addressed_is_no_speaker() -> None:
    assert shapes.is_address("Mr President", EN)
    assert shapes.is_address("Señor presidente", ES)
    assert not shapes.is_address("Mr Orlo", EN)


def test_a_name_with_words_that_tell_who_it_is() -> None:
    assert shapes.is_apposition("Jan Berg, reporter at Channel Two", EN)
    assert not shapes.is_apposition("Today, reporter at Channel Two", EN)
    assert shapes.is_description("Evening programme host Jan Berg")
    assert not shapes.is_description("Here is what we did")


def test_a_heading_in_capitals_goes_on_in_capitals() -> None:
    assert shapes.is_heading("QUESTION OF MR RIO", "WHY DID THE MINISTER DO THAT")
    assert not shapes.is_heading("MR RIO", "Why did the Minister do that")


def test_brackets() -> None:
    assert shapes.bracketed("Question (Harbour Times)") == ("Harbour Times",)
    assert shapes.bracketed("Вопрос（перевод）") == ("перевод",)
