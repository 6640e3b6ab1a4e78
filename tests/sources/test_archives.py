"""Addresses by date: the current period, those before it, and the page after a page."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.archives import addresses, fields, next_page
from tests.sources.made import listing

SITE = "https://a.example"
DAILY = listing("archive", url=f"{SITE}/{{year}}/{{month:02}}/{{day:02}}/")


@pytest.mark.parametrize(
    ("url", "back", "asked"),
    [
        ("/{year}/{month:02}/{day:02}", 1, ("/2024/03/01", "/2024/02/29")),
        ("/{year}/{month}", 2, ("/2024/3", "/2024/2", "/2024/1")),
        ("/{year}", 1, ("/2024", "/2023")),
        ("/{year}/{month:02}?p={page}", 0, ("/2024/03?p=1",)),
        ("/news", 5, ("/news",)),
        ("/news?p={page}", 5, ("/news?p=1",)),
    ],
)
def test_addresses_of_a_day(url: str, back: int, asked: tuple[str, ...]) -> None:
    given = listing("archive", url=f"{SITE}{url}", back=back)
    assert addresses(given, date(2024, 3, 1)) == tuple(f"{SITE}{path}" for path in asked)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(0, 40))
def test_every_day_back_is_asked_once(today: date, back: int) -> None:
    asked = addresses(listing("archive", url=DAILY.url, back=back), today)
    days = [date(*(int(part) for part in url.split("/")[3:6])) for url in asked]
    assert [today.toordinal() - day.toordinal() for day in days] == list(range(back + 1))


@pytest.mark.parametrize(
    ("url", "now", "after"),
    [
        ("?p={page}", "?p=9", "?p=10"),
        ("?p={page:02}", "?p=09", "?p=10"),
        ("/{year}/{page}?q=1", "/2024/1?q=1", "/2024/2?q=1"),
        ("?p={page}", "/elsewhere", None),
        ("/news", "/news", None),
    ],
)
def test_the_page_after(url: str, now: str, after: str | None) -> None:
    found = next_page(listing(url=SITE + url), SITE + now)
    assert found == (SITE + after if after else None)


def test_the_first_page_has_the_number_that_is_told() -> None:
    assert addresses(listing(url=f"{SITE}/?p={{page}}", first=0), date(2024, 1, 1)) == (
        f"{SITE}/?p=0",
    )


@pytest.mark.parametrize(
    "url", ["/{week}", "/{year:4}", "/{year!r}", "/{year.real}", "/{", "/{day}", "/{month}", "/}{"]
)
def test_what_is_no_field(url: str) -> None:
    with pytest.raises(ValueError, match=r"write|brace|needs"):
        fields(SITE + url)
