"""Status and addresses of an answer tell much before its page is looked at."""

from __future__ import annotations

import pytest

from onrecord.crawl.answers import led_astray, of_status

ASKED = "https://mfa.example/en/news/2026/03/12.html"


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (200, None),
        (203, None),
        (304, None),
        (401, "login page"),
        (403, "block page"),
        (404, "missing page"),
        (410, "missing page"),
        (429, "block page"),
        (451, "block page"),
        (418, "error page"),
        (500, "error page"),
        (503, "error page"),
    ],
)
def test_what_a_status_says(status: int, name: str | None) -> None:
    found = of_status(status)
    assert (found.name if found else None) == name
    assert found is None or (0.5 <= found.score <= 1 and str(status) in found.message)


@pytest.mark.parametrize(
    ("asked", "got", "name"),
    [
        (ASKED, ASKED, None),
        (ASKED, "https://www.mfa.example/en/news/2026/03/12.html", None),
        (ASKED, "https://mfa.example/en/news/talks-in-kelmar", None),
        (ASKED, "https://mfa.example/", "missing page"),
        (ASKED, "https://mfa.example", "missing page"),
        (ASKED, "https://mfa.example/en/", "missing page"),
        (ASKED, "https://mfa.example/pt-br", "missing page"),
        (ASKED, "https://mfa.example/en/index.aspx", "missing page"),
        (ASKED, "https://mfa.example/404?from=/en/news", "missing page"),
        (ASKED, "https://id.mfa.example/sso/start?to=x", "login page"),
        (ASKED, "https://mfa.example/user/login", "login page"),
        ("https://mfa.example/login/help", "https://mfa.example/login", None),
        ("https://mfa.example/", "https://mfa.example/en/", None),
        ("https://mfa.example/?id=12", "https://mfa.example/", "missing page"),
        (ASKED, "https://mfa.example/?id=12", None),
    ],
)
def test_where_redirects_lead(asked: str, got: str, name: str | None) -> None:
    found = led_astray(asked, got)
    assert (found.name if found else None) == name
