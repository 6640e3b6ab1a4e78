"""Entries: whole addresses, once each; dates only where they can be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources import entries
from onrecord.sources.entries import Kept, address, day

BASE = "https://mfa.valdoria.example/en/news/"


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("1.html", f"{BASE}1.html"),
        ("/a b", "https://mfa.valdoria.example/a%20b"),
        ("//press.example/a#top", "https://press.example/a"),
        ("  2\n.html ", f"{BASE}2%20.html"),
        ("javascript:void(0)", None),
        ("mailto:a@b.example", None),
        ("ftp://a.example/", None),
        ("http://", None),
        ("http://[::1", None),
        ("", None),
        (None, None),
        ("x" * 5000, None),
    ],
)
def test_addresses(link: str | None, whole: str | None) -> None:
    assert address(BASE, link) == whole


@given(st.text(max_size=80))
def test_any_link_is_an_address_or_none(link: str) -> None:
    found = address(BASE, link)
    assert found is None or found.startswith(("http://", "https://"))
    assert found is None or not set(found) & set("\n\r\t #")


def test_each_address_once_with_all_that_is_said_of_it() -> None:
    kept = Kept("/news/")
    kept.add(f"{BASE}1", None, "2024-03-06", None)
    kept.add("https://mfa.valdoria.example/about", "About", None, None)
    kept.add(f"{BASE}1", "Visit", "2024-03-07", "2024-03-08")
    kept.add(None, "no address", None, None)
    (one,) = kept.all()
    assert (one.title, one.date, one.modified) == ("Visit", "2024-03-06", "2024-03-08")


def test_there_is_a_limit_and_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MOST", 2)
    kept = Kept(None)
    for n in range(3):
        kept.add(f"{BASE}{n}", None, None, None)
    assert (len(kept.all()), kept.too_many) == (2, True)


@pytest.mark.parametrize(
    ("printed", "order", "value"),
    [
        ("2024-03-06T10:00:00+03:00", None, "2024-03-06T10:00"),
        ("Posted on 6 March 2024", None, "2024-03-06"),
        ("03/06/2024", None, None),
        ("03/06/2024", "dmy", "2024-06-03"),
        ("25/06/2024", "mdy", "2024-06-25"),
        ("yesterday", None, None),
        ("31 February 2024", None, None),
        (None, None, None),
    ],
)
def test_days(printed: str | None, order: str | None, value: str | None) -> None:
    assert day(printed, ("en",), order) == value  # type: ignore[arg-type]
