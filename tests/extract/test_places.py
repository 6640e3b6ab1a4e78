from __future__ import annotations

import pytest

from onrecord.extract import openings, places
from onrecord.extract.page import Field, Found, Line, Page
from onrecord.languages.loader import language
from onrecord.records import Kind, Place, Span


def asked(
    lines: list[Line],
    *fields: Field,
    kind: Kind = "other",
    tag: str = "en",
    context: str | None = None,
) -> places.Where:
    words = language(tag)
    return places.Where(
        Page(lines=tuple(lines), fields=fields),
        words,
        (0,),
        lines[0].text,
        kind,
        [],
        lambda n: openings.classify(lines[n], words),
        context,
    )


def found(where: places.Where) -> Found | None:
    return places.find(where)


def name(where: places.Where) -> str | None:
    one = found(where)
    return one.value if one else None


TITLE = Line(text="Talks on ports", kind="heading", level=1)


def test_a_field_goes_first() -> None:
    field = Field(name="place", method="json-ld", value=" Paris ")
    where = asked([Line(text="Talks, Berlin, 3 May 2021")], field)
    one = found(where)
    assert one is not None
    assert (one.value, one.method) == ("Paris", "json-ld")
    assert places.place(one, where) == Place(name="Paris", country="FR")


def test_an_element_that_says_it_holds_a_place() -> None:
    line = Line(text="Bay of Somewhere", where="div.top > div.event-place", part="furniture")
    assert name(asked([TITLE, line])) == "Bay of Somewhere"


@pytest.mark.parametrize(
    ("title", "tag", "place"),
    [
        ("Talks with Minister Ada Vale, Nur-Sultan, October 9, 2019", "en", "Nur-Sultan"),
        ("Переговоры, Нур-Султан, 9 октября 2019 года", "ru", "Нур-Султан"),
        ("Talks, Berlin, Germany, 3 May 2021", "en", "Berlin, Germany"),
        ("Remarks, Treaty Room, Paris, May 3, 2021", "en", "Treaty Room, Paris"),
        ("Talks, Kapuanui, May 3, 2021", "en", "Kapuanui"),
        ("Travel to Kenya, Chad, and South Korea", "en", None),
        ("Flood at a harbour in Mombasa, Kenya", "en", None),
        ("Press Briefing – July 8, 2021", "en", None),
        ("Rueda de prensa de la ministra, Ada Vale. Ginebra, 3 de mayo de 2021", "es", "Ginebra"),
        ("Entretien de la ministre, Ada Vallon (Genève, 3 mai 2021)", "fr", "Genève"),
        ("المؤتمر الصحفي، جنيف، ٣ مايو ٢٠٢١", "ar", "جنيف"),
        ("Talks, Ministry of Ports, 8 July 2021 and after that nothing", "en", None),
    ],
)
def test_the_tail_of_the_title(title: str, tag: str, place: str | None) -> None:
    assert name(asked([Line(text=title)], tag=tag)) == place


def test_without_a_date_only_of_something_said() -> None:
    lines = [Line(text="Press conference, Canberra")]
    assert name(asked(lines, kind="news-conference")) == "Canberra"
    assert name(asked(lines, kind="press-release")) is None


def test_a_place_line_under_the_title() -> None:
    lines = [TITLE, Line(text="Treaty Room"), Line(text="Paris, France"), Line(text="We met.")]
    one = found(asked(lines))
    assert one is not None
    assert (one.value, one.line, one.method) == ("Paris, France", 2, "place line")


@pytest.mark.parametrize(
    ("text", "tag", "place"),
    [
        ("Bern, 03.05.2021 - Der Bundesrat hat heute getagt.", "de", "Bern"),
        ("Kleinhafen, 03.05.2021 - Der Bundesrat hat heute getagt.", "de", "Kleinhafen"),
        ("St. Gallen, 03.05.2021 - Der Bundesrat hat heute getagt.", "de", "St. Gallen"),
        ("Seit dem Treffen am 03.05.2021 - es war lang - ist Ruhe.", "de", None),
        ("03.05.2021 - Der Bundesrat hat heute getagt.", "de", None),
        ("PARIS, May 3, 2021 — The ministers met.", "en", "PARIS"),
        ("PARIS (NNA) - The ministers met.", "en", "PARIS"),
        ("Paris – The ministers met.", "en", "Paris"),
        ("Ports – a new beginning.", "en", None),
        ("– President Vale, May 3, 2021", "en", None),
        ("The talks of May 3, 2021 - a success - went on.", "en", None),
    ],
)
def test_datelines(text: str, tag: str, place: str | None) -> None:
    span = places.dateline(text, language(tag))
    assert (text[span.start : span.end] if span else None) == place


def test_a_dateline_in_the_body_is_the_place() -> None:
    lines = [TITLE, Line(text="Bern, 03.05.2021 - Der Rat hat getagt.")]
    one = found(asked(lines, tag="de"))
    assert one is not None
    assert (one.line, one.span) == (1, Span(0, 4))


def test_an_ambiguous_place_has_a_country_only_from_its_context() -> None:
    line = Found(value="Birmingham", method="title")
    assert places.place(line, asked([TITLE])).country is None
    assert places.place(line, asked([TITLE], context="GB")).country == "GB"


def test_where_a_text_was_signed() -> None:
    lines = [TITLE, Line(text="We agreed."), Line(text="Done at Lisbon, in two copies, on 3 May.")]
    one = found(asked(lines))
    assert one is not None
    assert (one.value, one.line, one.method) == ("Lisbon", 2, "text")


def test_a_city_beside_the_date_at_the_end() -> None:
    lines = [TITLE, Line(text="We met."), Line(text="PARIS"), Line(text="3 MAY 2021")]
    where = asked(lines)
    one = found(where)
    assert one is not None
    assert places.place(one, where) == Place(name="PARIS", country="FR")


def test_where_those_met_of_whom_a_readout_tells() -> None:
    text = "Minister Ada Vale met today in Washington D.C. with Minister Ben Orr of Norland. " * 2
    lines = [TITLE, Line(text=text)]
    assert name(asked(lines, kind="readout")) == "Washington D.C."
    assert name(asked(lines, kind="press-release")) is None
    other = (
        "Minister Ada Vale spoke today with Minister Ben Orr about the talks in Vienna, and more."
    )
    assert name(asked([TITLE, Line(text=other)], kind="readout")) is None


def test_a_town_after_an_institution_in_a_dateline() -> None:
    lines = [TITLE, Line(text="Parliament, Bern, 3 May 2021")]
    assert name(asked(lines)) == "Bern"
