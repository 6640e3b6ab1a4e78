"""Tests of annotate.scheduled: what is to be held."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.events import annotate
from onrecord.records import Annotation


def planned(text: str, language: str, country: str | None = "NO") -> list[Annotation]:
    document = Document(text=text, language=language, country=country, date="2021-04-27")
    return [a for a in annotate(document) if a.value["modality"] == "planned"]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The conference takes place from 3 to 5 May in Oslo.", "2021-05-03"),
        ("en", "The next round of talks is set for June.", "2021-06"),
        ("en", "The foreign minister meets her Kenyan counterpart on 5 May.", "2021-05-05"),
        ("de", "Die Konferenz findet vom 3. bis 5. Mai in Genf statt.", "2021-05-03"),
        ("de", "Die Sitzung der Gemischten Kommission ist für Juni geplant.", "2021-06"),
        ("fr", "La conférence se tient du 3 au 5 mai à Paris.", "2021-05-03"),
        ("fr", "La session de la commission mixte est prévue en juin.", "2021-06"),
        ("es", "La cumbre se celebra del 3 al 5 de mayo en Madrid.", "2021-05-03"),
        ("ru", "Следующий раунд переговоров намечен на июнь.", "2021-06"),
    ],
)
def test_what_is_to_be_held(language: str, text: str, day: str) -> None:
    found = planned(text, language)
    assert [(a.value["type"], a.value["date"]) for a in found] == [("CONSULT", day)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The conference takes place every year in Oslo."),
        ("en", "The conference took place on 3 April in Oslo."),
        ("en", "The meeting of the committee is planned for June."),
        ("en", "If the conference is planned for June, fine."),
        ("en", "The foreign minister met her Kenyan counterpart on 5 April."),
        ("de", "Die Konferenz fand am 3. April in Genf statt."),
    ],
)
def test_what_is_over_or_at_home_is_not(language: str, text: str) -> None:
    assert planned(text, language) == []


def test_weekdays_of_what_is_told_in_the_present_are_ahead() -> None:
    text = "Die Ministerin trifft am Freitag ihren kenianischen Amtskollegen."
    (one,) = planned(text, "de", "DE")
    assert one.value["date"] == "2021-04-30"
