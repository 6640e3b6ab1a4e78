"""Names and offices in labels."""

import pytest

from onrecord.languages.loader import language
from onrecord.transcript import names
from onrecord.transcript.words import words


@pytest.mark.parametrize(
    ("tag", "label", "name", "office"),
    [
        ("en", "Anna Berg", "Anna Berg", None),
        ("en", "MR PRICEWELL", "Pricewell", None),
        ("en", "SECRETARY HALE", "Hale", "SECRETARY"),
        ("en", "President of Kenya Ann Marie Lee", "Ann Marie Lee", "President of Kenya"),
        ("en", "Speaker of the Upper Chamber Ann Lee", "Ann Lee", "Speaker of the Upper Chamber"),
        ("en", "Northern Railways CEO Ann Lee", "Ann Lee", "Northern Railways CEO"),
        ("es", "PRESIDENTE JUAN MARÍA RÍOS SOTO", "Juan María Ríos Soto", "PRESIDENTE"),
        ("es", "LAURA RÍOS SOTO, DIRECTORA DE CAMINOS", "Laura Ríos Soto", "DIRECTORA DE CAMINOS"),
        ("es", "SECRETARIA DE CAMINOS, LAURA RÍOS", "Laura Ríos", "SECRETARIA DE CAMINOS"),
        ("ru", "А.Б.Керн", "А.Б.Керн", None),
        ("de", "Bundesministerin Kern", "Kern", "Bundesministerin"),
    ],
)
def test_split(tag: str, label: str, name: str, office: str | None) -> None:
    found = names.split(label, words(language(tag)))
    assert (found.name, found.office) == (name, office)


def test_an_office_alone_has_no_name() -> None:
    assert names.split("PRIME MINISTER", words(language("en"))).name is None


def test_a_name_in_brackets_behind_an_office() -> None:
    es = words(language("es"))
    found = names.split("El señor MINISTRO DE CAMINOS (Ríos Soto)", es)
    assert (found.name, found.office) == ("Ríos Soto", "El señor MINISTRO DE CAMINOS")
    assert names.bracketed("QUESTION (via interpreter)", es) is None


def test_an_article_is_no_name() -> None:
    assert names.split("THE PRESIDENT", words(language("en"))).name is None


def test_a_number_tells_officials_apart_and_is_no_name() -> None:
    found = names.split("SENIOR STATE DEPARTMENT OFFICIAL THREE", words(language("en")))
    assert found.name is None


def test_short_names_fit_full_ones() -> None:
    assert names.fits("А.Б. Керн", "Анна Борисовна Керн")
    assert not names.fits("В. Керн", "Анна Керн")
