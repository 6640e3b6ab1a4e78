"""XPath sees the tree that the HTML reader makes, and asks nothing that was not asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.errors import DataError, TooLarge
from onrecord.extract import xpath
from onrecord.extract.xpath import Mirror

PAGE = (
    '<body><div class="meta  submitted x"><a href=/x>T<i>al</i>k</a> on <i>6</i> March</div>'
    "<p>two<p id=l>last: three<o:p>z</o:p>"
)


def root(page: str = PAGE) -> LexborNode:
    found = LexborHTMLParser(page).root
    assert found is not None
    return found


def texts(query: str, page: str = PAGE) -> list[str]:
    found = Mirror(root(page)).found(query)
    return [each if isinstance(each, str) else f"<{each.tag}>" for each in found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("//a/@href", ["/x"]),
        ("//a//text()", ["<a>"]),
        ("//a/text()", ["T k"]),
        ("//div/text()", ["on March"]),
        ('//div[has-class("meta submitted")]', ["<div>"]),
        ('//div[has-class("submitted meta")]', []),
        ('//div[has-class("x", "meta")]', ["<div>"]),
        ("//p[has-class('x')]", []),
        ("substring-after(//p[@id='l'], ': ')", ["threez"]),
        ("count(//p)", ["2"]),
        ("/html/body/p[last()]", ["<p>"]),
        ("//p/text()[9]", []),
    ],
)
def test_what_a_path_finds(query: str, found: list[str]) -> None:
    assert texts(query) == found


def test_nodes_are_those_of_the_page() -> None:
    page = root()
    (link,) = Mirror(page).nodes("//a/@href")
    assert link.mem_id == page.css("a")[0].mem_id
    assert Mirror(page).nodes("count(//p)") == []


def test_a_part_is_asked_as_if_it_were_a_page() -> None:
    part = Mirror(root().css("a")[0])
    assert list(part.found("//@href")) == ["/x"]
    assert [n.tag for n in part.nodes("/html/body/a")] == ["a"]
    assert part.nodes("//p") == []


@pytest.mark.parametrize("query", ["//p[", "//p[foo()]", "//p[$x]", "//p[re:test(., 'a')]"])
def test_a_wrong_path_is_named(query: str) -> None:
    with pytest.raises(DataError, match=r"source\.toml"):
        Mirror(root()).nodes(query)


def test_depth_is_the_pages_choice() -> None:
    deep = "<div>" * 3000 + "<a href=/deep>"
    assert list(Mirror(root(deep)).found("//a/@href")) == ["/deep"]


def test_like_values_are_not_one() -> None:
    assert texts("//a/@href", "<a href=/1>a</a><a href=/1>b</a>") == ["/1", "/1"]
    assert texts("//b/text()", "<b>x</b><b>x</b>") == ["x", "x"]


def test_there_is_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xpath, "MAX_NODES", 10)
    with pytest.raises(TooLarge):
        Mirror(root("<p>" * 20))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_can_be_mirrored(text: str) -> None:
    page = root(f"<p title='{text}'>{text}<b class='{text}'>")
    assert len(Mirror(page).nodes("//*")) == len(page.css("*"))
