"""The files that are a statement where its page only links to them (`selectors.document`)."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from onrecord.extract import encoding, nesting
from onrecord.extract.queries import Finder
from onrecord.records import Source
from onrecord.sources.entries import address

_LINK = "a[href]"
_MOST = 50


def documents(payload: bytes, url: str, charset: str | None, source: Source) -> tuple[str, ...]:
    """Addresses of the documents that a page links to as its statement; none where the source does
    not say which these are.

    >>> source = Source(id="xv_mfa_news", institution=None, country=None, languages=(), series="",
    ...                 hosts=("a.example",))
    >>> documents(b"<a href=/text.pdf>", "https://a.example/", None, source)
    ()
    """
    asked = source.selectors.document
    if asked is None:
        return ()
    text = encoding.decode(payload, charset).text
    nesting.check(text)
    root = LexborHTMLParser(text).root
    if root is None:
        return ()
    given: list[str | None] = []
    for each in Finder(root).found(asked):
        if isinstance(each, str):
            given.append(each)
        else:
            given += [node.attributes.get("href") for node in each.css(_LINK)]
    found = (address(url, each) for each in given)
    return tuple(dict.fromkeys(filter(None, found)))[:_MOST]
