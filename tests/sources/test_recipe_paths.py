"""The queries of a recipe in our terms."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.extract.queries import Finder
from onrecord.sources.recipe_paths import bare, none, query, specific


@pytest.mark.parametrize("value", [None, "", " ", "nill", "nil", "NULL", "null"])
def test_many_ways_to_say_none(value: object) -> None:
    assert none(value)


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ('//div[has-class("a b")]//p', '//div[has-class("a b")]//p'),
        (" //p", "//p"),
        ('(string(//div[has-class("d")]))', '(string(//div[has-class("d")]))'),
        ('substring-after(//p, ":")', 'substring-after(//p, ":")'),
        ("div,news-item", "div.news-item"),
        ("div,col-xs-12 col-sm-3", 'div[class="col-xs-12 col-sm-3"]'),
        ("p,2col", 'p[class~="2col"]'),
        ("em,", "em"),
        ("html.h2.a", "h2 a"),
        ("html.h2_a", "h2 a"),
        ("html", "*"),
        ("strong", "strong"),
        ("nill", ""),
    ],
)
def test_queries(said: str, made: str) -> None:
    assert (
        query(said) == (made, bool(made) and made != said.strip(), None) or query(said).text == made
    )


def test_a_link_is_of_an_element_that_has_one() -> None:
    assert query("html.a", link=True).text == "a[href]"
    assert query("//a/@href", link=True).text == "//a/@href"


@pytest.mark.parametrize("said", ["static", "//p[", "div.news > p", "//p[foo()]"])
def test_what_cannot_be_taken_says_why(said: str) -> None:
    made = query(said)
    assert made.text == ""
    assert made.problem


def test_short_forms_find_what_they_mean() -> None:
    page = '<div class="a b">1</div><div class="b a">2</div><div class="a">3</div>'
    root = LexborHTMLParser(page).root
    assert root is not None
    assert [n.text() for n in Finder(root).nodes(query("div,a b").text)] == ["1"]
    assert [n.text() for n in Finder(root).nodes(query("div,a").text)] == ["1", "2", "3"]


def test_bare() -> None:
    assert bare("//p//text()") == bare("//p/text()") == "//p"
    assert bare("/text()") == "/text()"


@pytest.mark.parametrize(
    ("path", "anywhere", "heading"),
    [
        ("//a//text()", False, False),
        ("//h2/a/text()", False, False),
        ('//span[has-class("date")]/text()', True, False),
        ('//h3[has-class("title")]//span', True, True),
        ("/html/body/div[2]/p", True, True),
        ("div.date", True, False),
        ("h4", False, False),
    ],
)
def test_specific(path: str, anywhere: bool, heading: bool) -> None:
    assert specific(path, heading=False) is anywhere
    assert specific(path, heading=True) is heading
