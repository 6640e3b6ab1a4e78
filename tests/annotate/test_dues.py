"""Tests of annotate.dues: by when something is to be done."""

from __future__ import annotations

import pytest

from onrecord.annotate.commitments import annotate
from onrecord.annotate.document import Document
from onrecord.records import Annotation


def told(text: str, language: str = "en", date: str | None = "2021-03-10") -> Annotation:
    (one,) = annotate(Document(text=text, language=language, country="NO", date=date))
    return one


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("en", "We will close the base by 31 December 2022.", "2022-12-31"),
        ("en", "We will build ten schools this year.", "2021"),
        ("en", "We will build roads before the end of 2024.", "2024"),
        ("en", "By 2030, we will cut emissions by half.", "2030"),
        ("en", "Tomorrow we will send a plane to Japan.", "2021-03-11"),
        ("en", "We will open the port within two years.", "2023-03"),
        ("en", "We will open the port within two weeks.", "2021-03-24"),
        ("en", "We will build roads over the next five years.", "2026"),
        ("en", "We will provide ten ships from 2022 to 2025.", "2025"),
        ("en", "We will build ten schools until the summer of 2022.", "2022-08"),
        ("de", "Wir werden bis Ende 2024 zehn Schulen bauen.", "2024"),
        ("de", "Im kommenden Jahr werden wir zehn Schulen bauen.", "2022"),
        ("de", "Wir werden 2024 zehn Schulen bauen.", "2024"),
        ("fr", "Nous construirons dix écoles d'ici 2025.", "2025"),
        ("fr", "Nous construirons dix écoles avant la fin de l'année.", "2021"),
        ("es", "Vamos a construir diez escuelas antes de diciembre de 2022.", "2022-12"),
        ("es", "Este año vamos a construir diez escuelas.", "2021"),
        ("ru", "Построим десять школ до 2024 года.", "2024"),
        ("ru", "К концу года построим десять школ.", "2021"),
        ("ru", "Построим дорогу за два года.", "2023-03"),
    ],
)
def test_by_when(language: str, text: str, due: str) -> None:
    value = told(text, language).value
    start, end = value["due_span"]
    assert (value["due"], bool(text[start:end])) == (due, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We will publish the results of 2025."),
        ("en", "We will build the port of the plan for 2022."),
        ("en", "We will build on the sanctions imposed in 2014."),
        ("de", "Wir werden den Bericht 2022 veröffentlichen."),
        ("fr", "Nous construirons les écoles du plan de 2025."),
        ("es", "Vamos a construir las escuelas del plan de 2025."),
        ("ru", "Выполним план 2025 года."),
        ("en", "We will build ten schools."),
    ],
)
def test_what_dates_something_else_is_no_due_date(language: str, text: str) -> None:
    assert told(text, language).value["due"] is None


def test_the_words_that_say_so_have_their_place() -> None:
    text = "We will close the base by 31 December 2022."
    start, end = told(text).value["due_span"]
    assert text[start:end] == "by 31 December 2022"


def test_a_length_of_time_needs_the_day_of_the_document() -> None:
    text = "We will open the port within two years."
    assert told(text, date=None).value["due"] is None
    assert told("We will open the port by 2030.", date=None).value["due"] == "2030"


def test_of_an_undated_document_only_what_is_to_come_counts() -> None:
    assert told("We will build ports in 1956.", date=None).value["due"] is None
    assert told("We will cut smoke from 2005 levels by 2030.").value["due"] == "2030"
