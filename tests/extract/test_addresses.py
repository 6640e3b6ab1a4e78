"""Tests of extract.addresses: dates and countries in addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import addresses


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2019/10/09/talks", "2019-10-09"),
        ("/2019/3/6/talks", "2019-03-06"),
        ("/news/2019-10-09-talks", "2019-10-09"),
        ("/press/20191009.html", "2019-10-09"),
        ("/2019/oct/09/talks", "2019-10-09"),
        ("/2019/02/31/talks", None),
        ("/2019/13/09/talks", None),
        ("/2019/10/talks", None),
        ("/id/120191009", None),
        ("/talks?d=2019-10-09", None),
        ("", None),
    ],
)
def test_date(path: str, day: str | None) -> None:
    url = f"https://example.org{path}"
    found = addresses.date(url)
    assert (found[0] if found else None) == day
    if found and day:
        assert day[:4] in url[found[1].start : found[1].end]


def test_no_address() -> None:
    assert addresses.date(None) is None
    assert addresses.month(None) is None
    assert addresses.country(None) is None


def test_month() -> None:
    assert addresses.month("https://example.org/2019/10/talks") == "2019-10"
    assert addresses.month("https://example.org/2019/99/talks") is None


@pytest.mark.parametrize(
    ("host", "country"),
    [
        ("www.gov.uk", "GB"),
        ("state.gov", "US"),
        ("mid.ru:8080", "RU"),
        ("a.org", None),
        ("[::1", None),
    ],
)
def test_country(host: str, country: str | None) -> None:
    assert addresses.country(f"https://{host}/") == country


@given(st.text(max_size=60))
def test_any_text_is_an_address(text: str) -> None:
    found = addresses.date(text)
    assert found is None or text[found[1].start : found[1].end]
    addresses.country(text)
