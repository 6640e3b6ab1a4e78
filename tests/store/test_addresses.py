"""Addresses are compared without what does not tell pages apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.addresses import host, normal, site


@pytest.mark.parametrize(
    "other",
    [
        "http://mfa.example/news?id=3",
        "https://www.mfa.example:443/news/?id=3",
        "HTTPS://MFA.example/news?utm_medium=mail&id=3&fbclid=x#top",
    ],
)
def test_the_same_page(other: str) -> None:
    assert normal(other) == normal("https://mfa.example/news?id=3") == "//mfa.example/news?id=3"


@pytest.mark.parametrize(
    "other",
    [
        "https://mfa.example/News?id=3",
        "https://mfa.example/news?id=4",
        "https://mfa.example/news",
        "https://mfa.example:8443/news?id=3",
        "https://en.mfa.example/news?id=3",
    ],
)
def test_another_page(other: str) -> None:
    assert normal(other) != normal("https://mfa.example/news?id=3")


@given(st.text())
def test_anything_may_be_asked(text: str) -> None:
    once = normal(text)
    assert once is None or normal(f"https:{once}") == once or once.startswith("file:")
    host(text)
    site(text)


def test_what_has_no_address() -> None:
    for text in (None, "", "urn:onrecord:standard-input", "http://[", "https://a:b/", "mailto:a@b"):
        assert normal(text) is None
