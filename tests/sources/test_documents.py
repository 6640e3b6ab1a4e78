"""The files that a page links to as its statement."""

from __future__ import annotations

import pytest

from onrecord.records import Selectors
from onrecord.sources.documents import documents
from tests.sources.made import SITE, source

PAGE = (
    b'<a href="/about.pdf">About</a><span class=file><a href="text.pdf">Text</a>'
    b'<a href="text.pdf">again</a><a href="javascript:x">x</a></span>'
)


@pytest.mark.parametrize(
    "query", ["span.file", "span.file a", "//span[has-class('file')]//@href", "//span//a"]
)
def test_links_of_the_statement(query: str) -> None:
    asked = source(selectors=Selectors(document=query))
    assert documents(PAGE, f"{SITE}en/1", None, asked) == (f"{SITE}en/text.pdf",)


def test_none_where_the_source_says_nothing_or_nothing_is_there() -> None:
    assert documents(PAGE, SITE, None, source()) == ()
    assert documents(b"", SITE, None, source(selectors=Selectors(document="a"))) == ()
