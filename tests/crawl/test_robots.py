"""robots.txt is read as RFC 9309 says."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.crawl.robots import ALL, NONE, matches, of_answer, parse


def _allowed(text: str, path: str, agent: str = "onrecord") -> bool:
    return parse(text.encode(), agent).allowed(f"https://mfa.example{path}")


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow: /", "/", False),
        ("Disallow:", "/a", True),
        ("Disallow: /a", "/ab", False),
        ("Disallow: /a/", "/a", True),
        ("Disallow: /a", "/b", True),
        ("Disallow: /\nAllow: /news/", "/news/1", True),
        ("Allow: /news/\nDisallow: /", "/other", False),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/a/b.pdf", False),
        ("Disallow: /*.pdf$", "/a/b.pdf?x=1", True),
        ("Disallow: /*?print=", "/a?print=1", False),
        ("Disallow: /*?print=", "/a?b=1&print=1", True),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /a*b*c", "/a-b-c-d", False),
        ("Disallow: /%D0%BC", "/\u043c\u0438\u0434", False),
        ("Disallow: /\u043c", "/%d0%bc%d0%b8", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("Disallow: /a%2Fb", "/a%2fb", False),
        ("Disallow: /~x", "/%7Ex", False),
        ("Disallow: /", "/robots.txt", True),
        ("disallow : /a # all of it", "/a", False),
        ("Disallow: /A", "/a", True),
    ],
)
def test_rules(rules: str, path: str, allowed: bool) -> None:
    assert _allowed(f"User-agent: *\n{rules}", path) is allowed


GROUPS = """# made by hand
User-agent: googlebot
User-agent: OnRecord/2
Disallow: /internal/
Crawl-delay: 7.5

User-agent: *
Disallow: /
Sitemap: https://mfa.example/sitemap.xml

user-agent: onrecord
Disallow: /drafts/
Sitemap: https://mfa.example/other.xml
"""


def test_the_groups_that_name_us_count_and_no_other() -> None:
    rules = parse(GROUPS.encode())
    allowed = [rules.allowed(f"https://mfa.example{p}") for p in ("/", "/internal/a", "/drafts/")]
    assert allowed == [True, False, False]
    assert rules.delay == 7.5
    assert rules.sitemaps == ("https://mfa.example/sitemap.xml", "https://mfa.example/other.xml")
    assert not _allowed(GROUPS, "/", "another")


def test_a_name_that_only_begins_like_ours_is_another() -> None:
    assert _allowed("User-agent: onrecordbot\nDisallow: /", "/")
    assert not _allowed("User-agent: ONRECORD\nDisallow: /", "/")


def test_rules_before_any_agent_belong_to_nobody() -> None:
    assert _allowed("Disallow: /\nUser-agent: *\nDisallow: /a", "/b")


def test_line_ends_byte_order_mark_and_nonsense() -> None:
    text = b"\xef\xbb\xbfUser-agent: *\r\rDisallow: /a\r\n<html>\xff\xfe\nnonsense\nDisallow: /b"
    assert [parse(text).allowed(f"https://x.example/{p}") for p in "abc"] == [False, False, True]


def test_delays() -> None:
    assert parse(b"User-agent: *\nCrawl-delay: 10").delay == 10
    assert parse(b"User-agent: *\nRequest-rate: 1/30").delay == 30
    assert parse(b"User-agent: *\nCrawl-delay: 99999999").delay == 3600
    assert parse(b"User-agent: *\nCrawl-delay: soon\nRequest-rate: 0/0").delay is None


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        (200, False),
        (301, True),
        (403, True),
        (404, True),
        (429, False),
        (500, False),
        (None, False),
    ],
)
def test_what_an_answer_means(status: int | None, allowed: bool) -> None:
    found = of_answer(status, b"User-agent: *\nDisallow: /")
    assert found.allowed("https://mfa.example/a") is allowed
    assert (found.why is None) == (status == 200)
    assert ALL.allowed("https://mfa.example/a")
    assert NONE.decisive("https://mfa.example/a") == "/"


@given(st.text("ab*$", max_size=8), st.text("ab$", max_size=10))
def test_patterns_fit_as_a_regular_expression_says(pattern: str, target: str) -> None:
    body = re.escape(pattern.removesuffix("$")).replace(r"\*", ".*")
    wanted = re.match(body + (r"\Z" if pattern.endswith("$") else ""), target, re.S)
    assert matches(pattern, target) == (wanted is not None)


def test_a_hostile_file_takes_no_time() -> None:
    rules = "User-agent: *\n" + f"Disallow: /{'*a' * 900}b\n" * 300
    started = time.monotonic()
    assert _allowed(rules, "/" + "a" * 8000)
    assert time.monotonic() - started < 5


@given(st.binary(max_size=300))
def test_anything_can_be_read(payload: bytes) -> None:
    parse(payload).allowed("https://mfa.example/a?b")
