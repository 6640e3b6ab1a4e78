"""Nothing of a capture acts, fetches or leads away; its words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from onrecord.web.sanitised import sanitised

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<iframe src="https://evil.example"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="https://evil.example">x</a>',
    '<form action="https://evil.example"><input name=a></form>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example">',
    '<link rel="stylesheet" href="https://evil.example/a.css">',
    '<p style="background:url(https://evil.example)">x</p>',
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<object data=x></object><embed src=x><video src=x autoplay></video>",
)
ACTING = {
    "script", "img", "svg", "iframe", "form", "input", "meta", "base", "link", "style", "object",
    "embed", "video", "math",
}  # fmt: skip
FETCHING = {"style", "src", "href", "action", "data", "background", "srcset", "formaction"}


def acts(page: str) -> list[str]:
    """Elements and attributes that do more than hold words, as a browser would read the page."""
    found = []
    body = LexborHTMLParser(f"<!DOCTYPE html><html><body>{page}</body></html>").body
    assert body is not None
    for node in body.traverse():
        found += [node.tag or ""] if node.tag in ACTING else []
        found += [name for name in node.attributes if name in FETCHING or name.startswith("on")]
    return found


@pytest.mark.parametrize("page", HOSTILE)
def test_nothing_acts(page: str) -> None:
    assert acts(sanitised(f"<p>Before</p>{page}<p>After</p>")) == []


@given(
    st.lists(st.sampled_from([*HOSTILE, "<p>", "</p>", "words", "<b>", "<!--", "-->", '"', ">"]))
)
def test_nor_do_pieces_of_it_put_together(pieces: list[str]) -> None:
    assert acts(sanitised("".join(pieces))) == []


def test_what_acts_is_seen() -> None:
    assert sum(bool(acts(page)) for page in HOSTILE) >= len(HOSTILE) - 1


def test_structure_and_words_stay() -> None:
    page = '<table><tr><td colspan="2">Said</td></tr></table><p lang="ru" dir="ltr">a<br>b</p>'
    made = sanitised(page)
    assert '<td colspan="2">Said</td>' in made
    assert '<p lang="ru" dir="ltr">a<br>b</p>' in made
