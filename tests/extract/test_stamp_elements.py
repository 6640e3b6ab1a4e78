"""Tests of extract.stamp_elements: elements that hold a date."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.extract import metadata, stamp_elements
from onrecord.extract.page import Field


def read(html: str, wide: bool = True) -> list[tuple[str, str, str]]:
    found = fields(html, wide)
    return [(field.name, field.method, field.value) for field in found]


def fields(html: str, wide: bool = True) -> tuple[Field, ...]:
    return stamp_elements.fields(LexborHTMLParser(html), metadata.hints(), wide)


@pytest.mark.parametrize(
    ("html", "name", "method"),
    [
        ('<time datetime="2019-10-09">9 October</time>', "time", "time"),
        ('<time pubdate datetime="2019-10-09">9 October</time>', "published", "time"),
        (
            '<time class="entry-date published updated" datetime="2019-10-09"></time>',
            "published",
            "time",
        ),
        ('<p class="updated"><time datetime="2019-10-09"></time></p>', "updated", "time"),
        ('<span class="postDate">2019-10-09</span>', "published", "class"),
        ('<span class="lastModified">2019-10-09</span>', "updated", "class"),
        ('<span id="datum">2019-10-09</span>', "time", "class"),
    ],
)
def test_which_date(html: str, name: str, method: str) -> None:
    assert (name, method, "2019-10-09") in read(html)


@pytest.mark.parametrize(
    "html",
    [
        '<div class="comment"><time datetime="2019-10-09"></time></div>',
        '<aside><time datetime="2019-10-09"></time></aside>',
        '<div class="related-posts"><p><span class="date">2019-10-09</span></p></div>',
        '<span class="candidate">2019-10-09</span>',
        '<span class="date">soon</span>',
        '<span class="date">' + "2019-10-09 and so on " * 10 + "</span>",
        '<div class="date">' + "<b>2</b>" * 20 + "</div>",
        "<p>2019-10-09</p>",
    ],
)
def test_what_is_no_stamp(html: str) -> None:
    assert read(html) == []


def test_text_and_path_go_with_the_value() -> None:
    (field,) = fields('<div id="a"><time class="b c" datetime="2019-10-09">9 October</time></div>')
    assert field.extra == "9 October"
    assert field.where == "body > div#a > time.b.c@datetime"


def test_without_wide_only_time() -> None:
    html = '<time datetime="2019-10-09"></time><span class="date">2018-01-01</span>'
    assert read(html, wide=False) == [("time", "time", "2019-10-09")]
    assert len(read(html)) == 2


def test_a_list_without_end_is_cut() -> None:
    assert len(read('<time datetime="2019-10-09"></time>' * 5000)) <= 60
