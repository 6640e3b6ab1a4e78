"""The law: every word that a browser would show stands in a line of the page exactly once, in
order. What hovers over a line (a tooltip) stands beside it; nothing else moves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from onrecord.extract import hints, html, plain
from onrecord.extract.encoding import decode
from onrecord.text import normalize
from tests.support import SAMPLES, shared_data

Made = tuple[str, list[str]]  # mark-up, and the words that it shows

BLOCKS = ("p", "div", "li", "blockquote", "h1", "h2", "section", "article", "aside", "nav", "td")
INLINE = ("b", "i", "span", "a href=/x", "em", "strong", "font", "unknown-element", "time")
UNSEEN = ("script", "style", "noscript", "template", "iframe")
NAMES = ("", "article-body", "share", "related", "comments", "cookie-banner", "date", "sidebar")
HIDING = ("hidden", 'style="display: none"', 'style="color:red;visibility:hidden"')

words = st.text(alphabet="abcdefgхцчшéß中文0123456789", min_size=1, max_size=6)


def shown(lines: Iterable[str]) -> str:
    """All characters that are not white space."""
    return "".join("".join(lines).split())


@st.composite
def inline(draw: st.DrawFn) -> Made:
    """A word in pieces of inline mark-up: still one word."""
    word = draw(words)
    cut = draw(st.integers(0, len(word)))
    tag = draw(st.sampled_from(INLINE))
    name = tag.split()[0]
    return f"{word[:cut]}<{tag}>{word[cut:]}</{name}>", [word]


@st.composite
def unseen(draw: st.DrawFn) -> Made:
    word = draw(words)
    if draw(st.booleans()):
        return f"<div {draw(st.sampled_from(HIDING))}><p>{word}</p></div>", []
    tag = draw(st.sampled_from(UNSEEN))
    return f"<{tag}>{word}</{tag}><!-- {word} -->", []


def texts() -> st.SearchStrategy[Made]:
    return st.one_of(words.map(lambda w: (w, [w])), inline(), st.just(("<br>", [])), unseen())


def _block(draw: st.DrawFn, inner: list[Made]) -> Made:
    tag = draw(st.sampled_from(BLOCKS))
    name = draw(st.sampled_from(NAMES))
    body = " ".join(made for made, _ in inner)
    made = f'<{tag} class="{name}">{body}</{tag}>'
    if tag == "td":
        made = f"<table><tr>{made}</tr></table>"
    elif tag == "p":
        made = f'<div class="{name}">{body}</div>'  # a paragraph cannot hold another
    return made, [word for _, found in inner for word in found]


@st.composite
def block(draw: st.DrawFn, inner: st.SearchStrategy[Made]) -> Made:
    return _block(draw, draw(st.lists(inner, max_size=5)))


def pages() -> st.SearchStrategy[Made]:
    return st.recursive(block(texts()), block, max_leaves=12)


@given(st.lists(pages(), max_size=5))
@settings(max_examples=150, deadline=None)
def test_generated_pages(parts: list[Made]) -> None:
    page = html.read("".join(made for made, _ in parts).encode(), charset="utf-8")
    told = [word for line in page.lines for word in line.text.split(" ")]
    assert told == [word for _, found in parts for word in found]


@given(st.lists(words, min_size=3, max_size=3), st.sampled_from(("tooltip", "sr-only", "popover")))
def test_what_hovers_over_a_line_does_not_part_it(said: list[str], name: str) -> None:
    made = f'<p>{said[0]}<span class="{name}"><b>{said[1]}</b></span> {said[2]}</p>'
    page = html.read(made.encode(), charset="utf-8")
    assert [line.text for line in page.lines] == [said[1], f"{said[0]} {said[2]}"]
    assert page.lines[0].part == "furniture"


@given(st.text(st.characters(exclude_characters="\0"), max_size=300))  # NUL: UTF-16
@settings(deadline=None)
def test_any_text_in_a_page(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    page = html.read(f"<body><p>x{escaped}".encode("utf-8", "replace"), charset="utf-8")
    assert page.lines[0].text.startswith("x")
    assert all(line.text == normalize.line(line.text) for line in page.lines)


def independent(text: str) -> str:
    """What a page shows, read another way: without what is not shown, the text of the tree."""
    tree = LexborHTMLParser(text)
    silent = (
        "head, title, script, style, noscript, template, iframe, video, audio, canvas, datalist, rp"
    )
    silent += ", noframes, noembed, object > param, svg desc, svg style, svg defs"
    silent += ", svg symbol, svg metadata, annotation, [hidden], dialog:not([open])"
    for node in tree.css(silent):
        node.decompose()
    for node in tree.css("[style]"):
        style = node.attributes.get("style") or ""
        if node.tag not in ("html", "body") and re.search(
            r"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)", style, re.IGNORECASE
        ):
            node.decompose()
    return normalize.line(tree.body.text(separator="") if tree.body else "")


def hovering(text: str) -> bool:
    """Does anything on the page not flow with its line?"""
    classes = (node.attributes.get("class") or "" for node in LexborHTMLParser(text).css("[class]"))
    return any(hints.of_names(names).hovers for names in classes)


def check(payload: bytes) -> None:
    page = html.read(payload)
    told = shown(line.text for line in page.lines)
    expected = shown([independent(decode(payload).text)])
    assert Counter(told) == Counter(expected)
    if not hovering(decode(payload).text):
        assert told == expected


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.html")), ids=lambda path: path.name)
def test_samples(path: Path) -> None:
    check(path.read_bytes())


def test_real_pages() -> None:
    folder = shared_data()
    if folder is None:
        pytest.skip("the data of others is not here: set ONRECORD_SHARED")
    pages = sorted((folder / "data" / "corpora").rglob("*.html"))[::9]
    assert len(pages) > 20
    for page in pages:
        check(page.read_bytes())


def test_plain_text_keeps_its_words_too() -> None:
    said = "Joint statement\n\nThe parties met in Vienna.\nThey agreed.\n"
    page = plain.read(said)
    assert shown(line.text for line in page.lines) == shown([said])
