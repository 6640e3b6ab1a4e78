"""Tests of extract.page_dates: dates that a reader of the page sees."""

from __future__ import annotations

import pytest

from onrecord.extract import page_dates, stamps
from onrecord.extract.page import Field, Line, Page
from onrecord.languages.loader import language

EN = language("en")
PROSE = "The ministers spoke of rivers, and of bridges over them. " * 4


def page(*texts: str, fields: tuple[Field, ...] = (), tag: str | None = None) -> Page:
    """Lines: `# ` opens a heading, `- ` furniture."""
    lines = tuple(
        Line(
            text=text.removeprefix("# ").removeprefix("- "),
            level=int(text.startswith("# ")),
            part="furniture" if text.startswith("- ") else "body",
        )
        for text in texts
    )
    return Page(lines=lines, fields=fields, language=tag)


def cues(*texts: str, title: int | None = 0) -> list[tuple[str | None, str | None]]:
    found = page_dates.seen(page(*texts), EN, title, everywhere=True)
    return [(seen.cue, seen.stamp.value) for seen in found]


def test_title_is_the_line_that_structured_data_names() -> None:
    named = Field(name="title", method="html", value="Talks in Bern | Ministry of Rivers")
    texts = ("Ministry of Rivers", "Talks", "# Talks in Bern", PROSE)
    assert page_dates.title_line(page(*texts, fields=(named,))) == 2


def test_title_is_else_the_highest_heading_or_a_line_of_plain_text() -> None:
    assert page_dates.title_line(page("Home", "# Talks", PROSE)) == 1
    long = "Remarks of the Minister of Rivers after talks in Bern"
    assert page_dates.title_line(page("9 October 2019", long, PROSE)) == 1
    assert page_dates.title_line(page("Home")) is None


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("Published: 9 October 2019", "published"),
        ("9 October 2019", None),
        ("Last updated on 9 October 2019", "updated"),
        ("Delivered on 9 October 2019", "said"),
        ("Date of the speech: 9 October 2019", "said"),
        ("Обновлено 9 октября 2019", "updated"),
        ("Stand: 09.10.2019", "updated"),
        ("Mis à jour le 9 octobre 2019", "updated"),
        ("发布时间：2019-10-09", "published"),
    ],
)
def test_words_tell_dates_apart(line: str, cue: str | None) -> None:
    assert cues("# Talks", line, PROSE) == [(cue, "2019-10-09")]


def test_each_date_has_its_own_word() -> None:
    line = "Published 9 October 2019, last updated 10 October 2019"
    assert cues("# Talks", line) == [("published", "2019-10-09"), ("updated", "2019-10-10")]


def test_a_word_on_the_line_before() -> None:
    assert cues("# Talks", "Published:", "9 October 2019") == [("published", "2019-10-09")]


def test_a_paragraph_about_itself() -> None:
    notice = "This entry was posted on 9 October 2019 by the press office. " + PROSE
    assert cues("# Talks", *["Short."] * 20, notice) == [("published", "2019-10-09")]


def test_prose_is_not_read() -> None:
    prose = PROSE + "They had met on 9 October 2019."
    assert cues("# Talks", prose, prose, prose) == []


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Bern, 09.10.2019 - The council met.", True),
        ("Bern, (09.10.2019). The council met.", True),
        ("BERN, October 9, 2019 — The council met.", True),
        ("Bern, 9 October 2019", True),
        ("9 October 2019", False),
        ("The council met. Bern, 9 October 2019", False),
        ("On 9 October 2019, the council met", False),
    ],
)
def test_dateline(text: str, is_one: bool) -> None:
    assert page_dates.is_dateline(text, stamps.read(text, EN)[0]) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Remarks after talks, Bern, October 9, 2019", True),
        ("Remarks (9 October 2019)", True),
        ("Remarks | Wednesday 9 October 2019", True),
        ("9 October 2019: remarks after talks", True),
        ("Remarks on the treaty of 9 October 2019", False),
        ("On 9 October 2019 and after", False),
    ],
)
def test_title_date(text: str, is_one: bool) -> None:
    assert page_dates.is_title_date(text, stamps.read(text, EN)[0], EN) is is_one


@pytest.mark.parametrize(
    ("texts", "tag", "url", "order"),
    [
        (("02/03/2024",), "en-US", None, "mdy"),
        (("02/03/2024",), "en-GB", None, "dmy"),
        (("02/03/2024",), "en-US", "https://example.gov.uk/", "dmy"),
        (("02/03/2024", "25/12/2023"), "en-US", None, "dmy"),
        (("02/03/2024",), "en", None, None),
    ],
)
def test_order_of_figures(
    texts: tuple[str, ...], tag: str, url: str | None, order: str | None
) -> None:
    assert page_dates.order(page(*texts, tag=tag), EN, url) == order


def test_a_table_of_dates_is_bounded() -> None:
    found = page_dates.seen(page("# Talks", *["9 October 2019"] * 5000), EN, 0, everywhere=True)
    assert len(list(found)) < 400


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Last updated on 9 June 2024", ["Last updated on 9 June 2024"]),
        ("3 May 2024 | Updated: 9 June 2024, 18:35", ["Updated: 9 June 2024, 18:35"]),
        ("Published 3 May 2024", []),
        ("The list was updated by the ministers. " * 6 + "9 June 2024", []),
        ("no date", []),
    ],
)
def test_notices_of_the_last_change(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in page_dates.last_changes(text, EN)] == found
