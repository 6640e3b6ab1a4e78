"""Tests of extract.dates: published, updated and said."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import dates
from onrecord.extract.dates import DatesFound
from onrecord.extract.page import Field
from onrecord.languages.loader import language
from tests.extract.test_page_dates import PROSE, page


def find(*texts: str, tag: str = "en", url: str | None = None, **named: str) -> DatesFound:
    """`named`: structured data by method, e.g. `json_ld="2019-10-09"`."""
    fields = tuple(
        Field(name="published", method=method.replace("_", "-"), value=value)
        for method, value in named.items()
    )
    return dates.find(page(*texts, fields=fields, tag=tag), language(tag), url=url)


def values(found: DatesFound) -> tuple[str | None, str | None, str | None]:
    each = (found.published, found.updated, found.said)
    return tuple(date.value if date else None for date in each)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("tag", "texts", "expected"),
    [
        ("en", ["# Talks", "9 October 2019", PROSE], ("2019-10-09", None, None)),
        (
            "en",
            [
                "# Talks, Geneva, October 9, 2019",
                "Published: 10 October 2019, 9:05 pm",
                "Last updated: 11 October 2019",
            ],
            ("2019-10-10T21:05", "2019-10-11", "2019-10-09"),
        ),
        ("en", ["# Talks", "Bern, 09.10.2019 - " + PROSE], ("2019-10-09", None, "2019-10-09")),
        (
            "en",
            ["# Talks", "March 11, 2013", "12:30", "The Palace"],
            ("2013-03-11T12:30", None, None),
        ),
        (
            "ru",
            [
                "# Ответы на вопросы, Минск, 6 марта 2024 года",
                "7 марта 2024 г., 10:54",
                "Обновлено 8 марта 2024",
            ],
            ("2024-03-07T10:54", "2024-03-08", "2024-03-06"),
        ),
        (
            "uk",
            ["# Заява", "опубліковано 24 лютого 2022 року, о 10:54"],
            ("2022-02-24T10:54", None, None),
        ),
        (
            "de",
            ["# Erklärung", "Pressemitteilung vom 9. Oktober 2019", "Stand: 10.10.2019"],
            ("2019-10-09", "2019-10-10", None),
        ),
        (
            "fr",
            ["# Déclaration", "Publié le 1er mars 2024 à 10h54", "Mis à jour le 2 mars 2024"],
            ("2024-03-01T10:54", "2024-03-02", None),
        ),
        (
            "es",
            ["# Declaración", "9 de octubre de 2019", "10:54"],
            ("2019-10-09T10:54", None, None),
        ),
        ("zh", ["# 答记者问", "2024年3月6日 10:54"], ("2024-03-06T10:54", None, None)),
        ("ar", ["# بيان", "الأربعاء ٩ أكتوبر ٢٠١٩"], ("2019-10-09", None, None)),
        ("en", ["# Talks", "October 2019"], ("2019-10", None, None)),
        (
            "en",
            ["9 October 201910:54", "Remarks after the talks of ministers, Bern, October 9, 2019"],
            ("2019-10-09T10:54", None, "2019-10-09"),
        ),
    ],
)
def test_dates_of_the_words(
    tag: str, texts: list[str], expected: tuple[str | None, str | None, str | None]
) -> None:
    assert values(find(*texts, tag=tag)) == expected


@pytest.mark.parametrize(
    "texts",
    [
        ["# Talks", PROSE, "© 2019 Ministry", "Copyright 1999-2019"],
        ["# On the anniversary of 24 February 2022", PROSE],
        ["# Talks", PROSE, *["Short."] * 20, "- 9 October 2019", "- 8 October 2019"],
        ["# Talks on 9-10 October 2019", PROSE],
        ["# Talks", PROSE + "They met on 9 October 2019."],
    ],
)
def test_other_dates_are_no_dates_of_the_page(texts: list[str]) -> None:
    assert values(find(*texts)) == (None, None, None)


def test_an_update_never_stands_for_the_publication() -> None:
    assert values(find("# Talks", "Last updated: 9 October 2019")) == (None, "2019-10-09", None)


def test_structured_data_go_before_words_but_take_their_clock_and_place() -> None:
    found = find("# Talks", "October 9, 2019", "12:30", microdata="2019-10-09").published
    assert found is not None
    assert (found.value, found.method, found.line) == ("2019-10-09T12:30", "microdata", 1)
    assert found.span == (0, 15)
    assert (
        values(find("# Talks", "8 October 2019", json_ld="2019-10-09T10:54"))[0]
        == "2019-10-09T10:54"
    )


def test_of_two_stamps_of_a_day_the_one_with_the_clock_is_the_publication() -> None:
    found = find("- 9 October 2019 17:30", "# Talks of ministers", "9 October 2019", PROSE)
    assert values(found) == ("2019-10-09T17:30", None, "2019-10-09")
    assert found.said is not None
    assert found.said.method.startswith("second date line")


@pytest.mark.parametrize(
    ("tag", "opening", "said"),
    [
        ("en", "On 8 October, the ministers met. ", "2019-10-08"),
        ("en", "On 8 October 2019 the ministers met. ", "2019-10-08"),
        ("ru", "8 октября в Берне состоялась встреча. ", "2019-10-08"),
        ("de", "Am 8. Oktober trafen sich die Minister. ", "2019-10-08"),
        ("en", "On 8 May, the ministers met. ", None),
        ("en", "On 12 October, the ministers will meet. ", None),
        ("en", "The ministers met. On 8 October they parted. ", None),
    ],
)
def test_the_date_with_which_the_text_opens(tag: str, opening: str, said: str | None) -> None:
    assert values(find("# Talks", "9 October 2019", opening + PROSE, tag=tag))[2] == said
    assert values(find("# Talks", opening + PROSE, tag=tag))[2] is None


def test_a_lead_of_december_published_in_january() -> None:
    lead = "On 30 December, the ministers met. " + PROSE
    assert values(find("# Talks", "2 January 2020", lead))[2] == "2019-12-30"


@pytest.mark.parametrize(
    ("tag", "closing"),
    [
        ("en", "Done at Bern, in two originals, on 8 October 2019."),
        ("fr", "Fait à Berne, en trois exemplaires originaux, le 8 octobre 2019."),
        ("ru", "Совершено в Берне 8 октября 2019 года в двух экземплярах."),
    ],
)
def test_where_and_when_it_was_signed(tag: str, closing: str) -> None:
    assert values(find("# Pact", "9 October 2019", PROSE, closing, tag=tag))[2] == "2019-10-08"


def test_a_title_that_dates_what_was_published_within_the_week() -> None:
    title = "# 8 October 2019 briefing by the spokesperson"
    assert values(find(title, "9 October 2019"))[2] == "2019-10-08"
    assert values(find(title, "9 October 2023"))[2] is None


def test_loose_metadata_give_way_to_what_is_printed_at_the_title() -> None:
    assert values(find("# Talks", "8 October 2019", meta="2019-10-09"))[0] == "2019-10-08"
    assert values(find("# Talks", PROSE, meta="2019-10-09"))[0] == "2019-10-09"


def test_machine_time_gives_way_to_the_day_of_the_place() -> None:
    shown = ("# Talks", "October 8, 2019")
    assert values(find(*shown, json_ld="2019-10-09T03:10:00Z"))[0] == "2019-10-08"
    assert values(find(*shown, json_ld="2019-10-09T03:10:00+02:00"))[0] == "2019-10-09T03:10"
    assert values(find(*shown, json_ld="2019-10-19T03:10:00Z"))[0] == "2019-10-19T03:10"


def test_the_address_decides_among_dates() -> None:
    texts = ("# Talks", "7 October 2019 Bern", "9 October 2019 Geneva")
    assert values(find(*texts))[0] == "2019-10-07"
    assert values(find(*texts, url="https://a.org/2019/10/09/talks"))[0] == "2019-10-09"
    assert values(find("# Talks", PROSE, url="https://a.org/2019/10/09/talks"))[0] == "2019-10-09"


def test_a_feed_says_both_title_and_date() -> None:
    title = Field(name="title", method="feed", value="Remarks, Bern, October 9, 2019")
    sent = Field(name="published", method="feed", value="Thu, 10 Oct 2019 21:03:24 +0000")
    found = dates.find(page(PROSE, fields=(title, sent)), language("en"))
    assert values(found) == ("2019-10-10T21:03", None, "2019-10-09")
    assert found.said is not None
    assert found.said.quote == title.value


def test_what_a_selector_gives() -> None:
    given = Field(name="date", method="selector", value="9 October 2019")
    found = dates.find(page("# Talks", "10 October 2019", fields=(given,)), language("en"))
    assert values(found) == ("2019-10-10", None, "2019-10-09")


@pytest.mark.parametrize(
    ("found", "message"),
    [
        (find("# Talks", "31 February 2024"), "no such day: 31 February 2024"),
        (find("# Talks", "02/03/2024"), "2024-03-02 or 2024-02-03?"),
        (find("# Talks", PROSE, json_ld="9999-01-01"), "no day of a publication"),
        (find("# Talks", PROSE, json_ld="soon"), "no date that can be read: soon"),
    ],
)
def test_what_cannot_be_read_is_unknown_with_an_issue(found: DatesFound, message: str) -> None:
    assert found.published is None
    (issue,) = found.issues
    assert message in issue.message
    assert (issue.stage, issue.subject) == ("dates", "published")


def test_the_future_is_no_date_of_a_page() -> None:
    given, now = page("# Talks", "9 October 2019"), datetime.date(2019, 10, 1)
    found = dates.find(given, language("en"), now=now)
    assert found.published is None
    assert "future" in found.issues[0].message
    assert dates.find(given, language("en"), now=datetime.date(2019, 10, 8)).published is not None


def test_an_empty_page_has_no_date() -> None:
    assert dates.find(page(), language(None)) == DatesFound()


@given(st.lists(st.text(max_size=60), max_size=8), st.text(max_size=30))
def test_any_page_has_dates_with_evidence(texts: list[str], value: str) -> None:
    given = page("# Talks", "9 October 2019", *texts)
    found = dates.find(given, language("en"), url=value)
    for date in (found.published, found.updated, found.said):
        assert date is None or date.quote or (date.line is not None and date.span)
        if date and date.line is not None and date.span:
            text = given.lines[date.line].text
            assert 0 <= date.span.start < date.span.end <= len(text)


def test_the_line_under_the_title_may_say_when() -> None:
    texts = (
        "Published 5 December 2022",
        "# Ada Vale: wait",
        "Interview with a paper, 2 December 2022",
    )
    words = language("en")
    told = dates.find(page(*texts, PROSE, tag="en"), words, title=1, subtitle=2)
    assert values(told) == ("2022-12-05", None, "2022-12-02")


def test_the_date_line_of_a_fed_text_is_its_own() -> None:
    found = find("# Talks", "Ada Vale, Minister", "9 October 2019", PROSE, feed="2019-10-10T09:00")
    assert values(found) == ("2019-10-10T09:00", None, "2019-10-09")
    later = find("# Talks", "They met at last.", "9 October 2019", PROSE, feed="2019-10-10T09:00")
    assert values(later) == ("2019-10-10T09:00", None, None)


def test_a_word_for_a_transcript_dates_what_was_said_on_a_weekday() -> None:
    found = find("# Deiche", "Mitschrift Pressekonferenz", "Mittwoch, 16. Juli 2025", tag="de")
    assert values(found) == (None, None, "2025-07-16")
