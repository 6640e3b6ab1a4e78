"""Values in words, and filters that can be taken away again."""

from __future__ import annotations

from onrecord.web.found import Results, Value
from onrecord.web.labels import Labels, choices, voice_of
from onrecord.web.queries import Search
from onrecord.web.words import words

LABELS = Labels(words("en"))


def test_values_in_words() -> None:
    assert LABELS.value("lang", "ru") == "Russian"
    assert LABELS.value("country", "CH") == "Switzerland"
    assert LABELS.value("kind", "readout") == "Readout"
    assert LABELS.value("date", "2019-10") == "October 2019"
    assert LABELS.value("speaker", "Ann Lee") == "Ann Lee"
    assert LABELS.value("country", "") == "not known"


def test_methods_in_words_with_what_there_are_none_for() -> None:
    assert LABELS.method("title: en: <day>") == "in the title (en: <day>)"
    assert "Open Graph" in LABELS.method("heading, open-graph")
    assert LABELS.method("odd") == "odd"


def test_every_filter_is_a_chip_that_leads_away_from_it() -> None:
    wanted = Search(q="dam", lang=["en", "ru"], since="2019", until="2020-03", page=2)
    chips = LABELS.chips(wanted)
    assert [(chip.facet, chip.label) for chip in chips] == [
        ("language", "English"),
        ("language", "Russian"),
        ("since", "2019"),
        ("until", "March 2020"),
    ]
    assert chips[0].without == "/search?q=dam&lang=ru&since=2019&until=2020-03"
    assert chips[2].without == "/search?q=dam&lang=en&lang=ru&until=2020-03"
    (year,) = LABELS.chips(Search(since="2019", until="2019"))
    assert (year.facet, year.without) == ("year", "/search")


def test_what_is_chosen_stays_in_the_form_even_if_nothing_has_it() -> None:
    found = Results(
        query="", total=0, statements=0, of=1, page=1, size=10, sort="date", hits=(), months={},
        facets={"language": (Value(value="en", count=3, chosen=False),)}, notices=(),
        suggestion=None, next=None, previous=None,
    )  # fmt: skip
    made = choices(found, Search(lang=["xx"]), words("en"))
    assert [(c.value, c.chosen, c.count) for c in made["lang"]] == [
        ("xx", True, ""),
        ("en", False, "3"),
    ]


def test_nobody_has_no_voice() -> None:
    assert voice_of(None) is None
    voice = voice_of("Ann Lee")
    assert voice is not None
    assert voice.initials == "AL"
