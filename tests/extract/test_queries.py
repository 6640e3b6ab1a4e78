"""CSS and XPath find the same elements of one page."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.errors import DataError
from onrecord.extract.queries import Finder, check, shown

PAGE = "<main><ul><li class=n><a href=/1>One</a><li class='n x'><a href=/2>Two</a></ul></main>"


def finder(page: str = PAGE) -> Finder:
    root = LexborHTMLParser(page).root
    assert root is not None
    return Finder(root)


@pytest.mark.parametrize(
    ("css", "path"),
    [
        ("li.n a", '//li[has-class("n")]/a'),
        ("li:nth-of-type(2)", "//li[2]"),
        ("a[href]", "//@href"),
        ("p", "//p"),
    ],
)
def test_both_find_the_same(css: str, path: str) -> None:
    page = finder()
    assert [n.mem_id for n in page.nodes(css)] == [n.mem_id for n in page.nodes(path)]


def test_no_query_finds_nothing() -> None:
    assert finder().nodes(None) == []
    assert list(finder().found(None)) == []


def test_texts_only_where_xpath_asks_for_them() -> None:
    assert list(finder().found("//a/@href")) == ["/1", "/2"]
    assert [getattr(each, "tag", each) for each in finder().found("a")] == ["a", "a"]


@pytest.mark.parametrize("query", ["p[", "//p[", "substring-after(//p"])
def test_a_wrong_query_is_named(query: str) -> None:
    with pytest.raises(DataError, match=r"source\.toml"):
        check(query)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<div>T<b>al</b>ks<br>in Bern<p>6</p>7", "Talks in Bern 6 7"),
        ("<div><table><tr><td>a<td>b</table>c", "a b c"),
        ("<div>a<style>p {}</style>b", "ab"),
    ],
)
def test_the_text_of_an_element(page: str, text: str) -> None:
    assert shown(finder(page).nodes("div")[0]) == text
