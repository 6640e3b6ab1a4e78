"""Pages that list statements, by CSS, XPath or addresses; empty and unreadable are two things."""

from __future__ import annotations

import pytest

from onrecord.sources.listed_pages import read
from tests.sources.made import SITE, listing

URL = f"{SITE}en/news/"
PAGE = """<!DOCTYPE html><html><body><nav><a href="/en/about">About</a></nav>
<div id="list">
<article class="item odd"><span class="date">6 March 2024</span>
 <h2><a href="/en/news/2.html#top">Talks <b>in</b> Bern</a></h2><a href="/en/news/2.html">More</a>
</article>
<article class="item"><time datetime="2024-03-05T09:00:00Z">yesterday</time>
 <h2><a href="1.html">Visit</a></h2></article>
</div><a class="next" href="?page=2">Next</a></body></html>"""
CSS = {"item": "article.item", "link": "h2 a", "date": ".date, time", "next": "a.next"}
XPATH = {
    "item": '//article[has-class("item")]',
    "link": "//h2/a/@href",
    "title": "//h2/a//text()",
    "date": '//*[has-class("date")] | //time',
    "next": '//a[has-class("next")]/@href',
}


@pytest.mark.parametrize("selectors", [CSS, XPATH])
def test_items(selectors: dict[str, str]) -> None:
    found = read(PAGE.encode(), URL, None, listing(selectors=selectors), ("en",))
    assert [(e.url, e.title, e.date) for e in found.entries] == [
        (f"{URL}2.html", "Talks in Bern", "2024-03-06"),
        (f"{URL}1.html", "Visit", "2024-03-05T09:00"),
    ]
    assert found.further == (f"{URL}?page=2",)
    assert found.unreadable is None


def test_links_that_match() -> None:
    found = read(PAGE.encode(), URL, None, listing(match=r"/news/\d+\.html$"))
    assert [(e.url, e.title) for e in found.entries] == [
        (f"{URL}2.html", "Talks in Bern"),
        (f"{URL}1.html", "Visit"),
    ]


def test_an_item_that_is_the_link() -> None:
    page = "<a class=i href=/1><h2>One</h2>more</a><a class=i href=/2><h2>Two</h2></a>"
    for selectors in (
        {"item": "a.i", "title": "h2"},
        {"item": "//a[has-class('i')]", "link": "//@href"},
    ):
        found = read(page.encode(), URL, None, listing(selectors=selectors))
        assert [entry.url for entry in found.entries] == [f"{SITE}1", f"{SITE}2"]


def test_base_and_encoding() -> None:
    page = '<meta charset=windows-1251><base href="/ru/"><li><a href=1>Визит министра</a>'
    found = read(page.encode("windows-1251"), URL, None, listing(selectors={"item": "li"}))
    assert [(e.url, e.title) for e in found.entries] == [(f"{SITE}ru/1", "Визит министра")]


def test_figures_whose_order_the_source_tells() -> None:
    page = b"<li><a href=/1>One</a> <i>03/06/2024</i>"
    for order, value in ((None, None), ("mdy", "2024-03-06"), ("dmy", "2024-06-03")):
        selectors = {"item": "li", "date": "i", "date_order": order}
        (entry,) = read(page, URL, None, listing(selectors=selectors)).entries
        assert entry.date == value


@pytest.mark.parametrize(
    ("page", "selectors", "match", "trouble"),
    [
        ("<div id=list></div>", {"within": "#list", "item": "li"}, None, None),
        (
            "<div id=other></div>",
            {"within": "#list", "item": "li"},
            None,
            "holds the list, '#list'",
        ),
        ("<div><p>new design</div>", {"item": "li"}, None, "nothing on the page is 'li'"),
        ("<li>no link</li>", {"item": "li"}, None, "no address of a page"),
        ("<li><a href=javascript:x>a</a>", {"item": "li"}, None, "no address of a page"),
        ("<li><a href=/about>a</a>", {"item": "li"}, "/news/", "like '/news/'"),
        ("<li><a href=/news/1>a</a>", {"item": "li"}, "/news/", None),
    ],
)
def test_empty_and_unreadable(
    page: str, selectors: dict[str, str], match: str | None, trouble: str | None
) -> None:
    found = read(page.encode(), URL, None, listing(selectors=selectors, match=match))
    if trouble is None:
        assert found.unreadable is None
    else:
        assert trouble in (found.unreadable or "")


def test_numbered_pages_go_on_while_there_is_something() -> None:
    numbered = listing(url=f"{SITE}news?p={{page}}", selectors={"within": "ul", "item": "li"})
    page = b"<ul><li><a href=/1>One</a></ul>"
    assert read(page, f"{SITE}news?p=3", None, numbered).further == (f"{SITE}news?p=4",)
    assert read(b"<ul></ul>", f"{SITE}news?p=4", None, numbered).further == ()


def test_a_page_that_leads_to_itself_ends_there() -> None:
    page = b"<li><a href=/1>One</a></li><a class=next href=''>Next</a>"
    assert read(page, URL, None, listing(selectors={"item": "li", "next": ".next"})).further == ()


def test_many() -> None:
    items = "".join(f"<li><a href=/news/{n}>Statement number {n}</a>" for n in range(2000))
    found = read(items.encode(), URL, None, listing(selectors={"item": "//li", "link": "//@href"}))
    assert len(found.entries) == 2000
