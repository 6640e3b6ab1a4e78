"""The layer as a whole: sentences written for it, with their mentions marked in them. A mark is
`kind:id`, of a state `state:ISO`; `-` where nobody can say whose a name is."""

from __future__ import annotations

import pytest

from onrecord.annotate.confidence import confidence
from onrecord.annotate.document import Document
from onrecord.annotate.entities import annotate
from tests.support import marked

DATE = "2019-10-09"
KINDS = {"state", "place", "person", "organisation", "agreement", "outlet"}


def read(notation: str, language: str, kinds: set[str] = KINDS) -> None:
    """Compare the mentions of a text with the marks in it."""
    text, marks = marked(notation)
    wanted = [(text[m.span.start : m.span.end], m.layer, m.value) for m in marks]
    found = [
        (a.quote, a.value["kind"], (a.value["entity"] or "-").rpartition("/")[2])
        for a in annotate(Document(text=text, language=language, date=DATE))
        if a.value["kind"] in kinds
    ]
    assert found == wanted


@pytest.mark.parametrize(
    ("language", "notation"),
    [
        ("en", "[Washington|state:us] said no. They met in [Washington|place:us-washington]."),
        ("en", "[Moscow|state:ru] and [Washington|state:us] agreed on a date."),
        ("en", "The [Turkish|state:tr] side will answer; Turkish coffee was served."),
        ("en", "Somali fishermen spoke, then [Mali|state:ml] spoke."),
        ("en", "It costs ten million US dollars, or US$ 10."),
        (
            "en",
            "[Michael Chad|person:-] came from [Chad|state:td].",
        ),
        ("en", "They serve roast Turkey in [Turkey|state:tr]."),
        ("en", "In [Paris|place:-], [Texas|place:us-state-texas], they know [Paris|place:-]."),
        (
            "en",
            "[NATO|organisation:nato] met; so did the [OSCE|organisation:osce].",
        ),
        ("ru", "[Турецкая|state:tr] сторона ответит. [Вашингтон|state:us] заявил протест."),
        ("ru", "Того же мнения [Мали|state:ml]."),
        ("ru", "Выступил [С.В.Лавров|person:sergey-lavrov]."),
        (
            "de",
            "Die [türkische|state:tr] Seite sprach mit [Angela Merkel|person:angela-merkel].",
        ),
        ("fr", "La partie [turque|state:tr] répond. Réunion à [Genève|place:ch-geneva]."),
        ("es", "El gobierno [ruso|state:ru] respondió a [Angela Merkel|person:angela-merkel]."),
        (
            "uk",
            "[Україна|state:ua] вдячна. Тут [Володимир Зеленський|person:volodymyr-zelenskyy].",
        ),
    ],
)
def test_mentions(language: str, notation: str) -> None:
    read(notation, language)


def test_offices_have_their_holders_on_the_date() -> None:
    text = "The foreign minister of Kazakhstan arrived."
    by_date = {
        date: [
            a.value["entity"]
            for a in annotate(Document(text=text, language="en", date=date))
            if a.value["kind"] == "office"
        ]
        for date in ("2019-10-09", "2150-01-01", None)
    }
    assert by_date == {
        "2019-10-09": ["person/mukhtar-tleuberdi"],
        "2150-01-01": [None],
        None: [None],
    }


def test_every_annotation_quotes_the_text_and_names_a_known_rule() -> None:
    text = "“U.S. envoy Jane Roe,” TASS said. НАТО! Ⓐ\n\nMR. LAVROV: Thank you. 中国 and Éire."
    found = list(annotate(Document(text=text, language="en", date=DATE)))
    assert found
    for a in found:
        assert text[a.span.start : a.span.end] == a.quote
        assert a.confidence == confidence(a.rule)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", ".", "-" * 5000, "A. " * 3000, "de " * 3000, "«" * 99]
)
def test_odd_texts_are_read(text: str) -> None:
    for language in ("en", "ru", "zh", "xx", None):
        list(annotate(Document(text=text, language=language)))
