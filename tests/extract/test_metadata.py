"""Tests of extract.metadata: structured data as fields."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.extract import metadata
from onrecord.extract.page import Field


def read(html: str, url: str | None = None) -> tuple[Field, ...]:
    return metadata.fields(LexborHTMLParser(html), url)


def first(html: str, name: str) -> Field | None:
    return next((field for field in read(html) if field.name == name), None)


@pytest.mark.parametrize(
    ("html", "name", "method", "value", "where"),
    [
        (
            '<meta property="article:published_time" content=" 2019-10-09T10:54 ">',
            "published",
            "open-graph",
            "2019-10-09T10:54",
            'meta[property="article:published_time"]@content',
        ),
        (
            '<meta name="DC.date.issued" content="2019-10-09">',
            "published",
            "dublin-core",
            "2019-10-09",
            'meta[name="DC.date.issued"]@content',
        ),
        (
            '<meta http-equiv="last-modified" content="9 Oct 2019">',
            "updated",
            "meta",
            "9 Oct 2019",
            'meta[http-equiv="last-modified"]@content',
        ),
        (
            '<p><time itemprop="datePublished" datetime="2019-10-09">9 Oct</time></p>',
            "published",
            "microdata",
            "2019-10-09",
            "body > p > time@datetime",
        ),
        (
            '<span itemprop="datePublished">9 Oct 2019</span>',
            "published",
            "microdata",
            "9 Oct 2019",
            "body > span",
        ),
        ("<html lang=de-AT>", "language", "html", "de-AT", "html@lang"),
        ("<title> Talks \n in Bern</title>", "title", "html", "Talks in Bern", "head > title"),
        (
            '<meta property="og:site_name" content="Ministry">',
            "site",
            "open-graph",
            "Ministry",
            None,
        ),
    ],
)
def test_fields(html: str, name: str, method: str, value: str, where: str | None) -> None:
    field = first(html, name)
    assert field is not None
    assert (field.method, field.value) == (method, value)
    assert where is None or field.where == where


def test_order_of_trust() -> None:
    html = """<html><head>
      <meta name="date" content="5"><meta name="dc.date" content="4">
      <meta name="pubdate" content="4.5">
      <meta property="article:published_time" content="3">
      <script type="application/ld+json">{"@type": "Article", "datePublished": "1"}</script></head>
      <body><time datetime="2019">6</time><i itemprop="datePublished" content="2"></i></body>"""
    found = [f.value for f in read(html) if f.name in ("published", "time")]
    assert found == ["1", "2", "3", "4", "4.5", "5", "2019"]


def test_language_versions_have_absolute_addresses() -> None:
    html = """<link rel="alternate" hreflang="fr" href="/fr/talks">
      <link rel="alternate" hreflang="x-default" href="/talks">
      <link rel="alternate" type="application/rss+xml" href="/feed">
      <a hreflang="ru" href="../ru/talks">Русский</a><a hreflang="uk" href="">-</a>"""
    found = [f for f in read(html, "https://example.org/en/talks") if f.name == "alternate"]
    assert [(f.extra, f.value) for f in found] == [
        ("fr", "https://example.org/fr/talks"),
        ("ru", "https://example.org/ru/talks"),
    ]


def test_things_on_the_page_are_not_the_page() -> None:
    html = """<div itemscope itemtype="https://schema.org/Comment">
      <time itemprop="datePublished" datetime="2020-01-01"></time></div>
      <svg><title>Logo</title></svg>"""
    assert [f for f in read(html) if f.name in ("published", "title")] == []


def test_class_hints_only_where_nothing_better_is() -> None:
    stamp = '<span class="entry-date">9 October 2019</span>'
    assert [f.method for f in read(stamp)] == ["class"]
    assert [f.method for f in read('<meta name="pubdate" content="2019-10-09">' + stamp)] == [
        "meta"
    ]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<meta content='x'>",
        "<meta name='date' content=''>",
        '<link rel="canonical" href="http://[x">',
        f"<meta name='date' content='{'9' * 3000}'>",
        "<time>",
        "<div>" * 300,
    ],
)
def test_nothing_to_read(html: str) -> None:
    assert read(html, "https://example.org/") == ()
