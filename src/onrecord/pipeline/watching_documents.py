"""The documents in which a page's statement stands, where its source says which links these are:
they are asked for as pages of their own, with the title and date that the listing gave."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.crawl.fetcher import Fetched
from onrecord.errors import InputError
from onrecord.extract import media
from onrecord.pipeline.watching_listings import at_home, host_of
from onrecord.records import Source
from onrecord.sources import documents as linked
from onrecord.store.frontier import Named, Page


class Documents(NamedTuple):
    """The documents at the source's own hosts; `elsewhere`: why there are none, if all stand at
    others."""

    named: tuple[Named, ...] = ()
    elsewhere: str | None = None


def documents(fetched: Fetched, page: Page, source: Source) -> Documents:
    """The documents that a page links to as its statement; none where the source does not say
    which these are, and none of what is no page."""
    if source.selectors.document is None:
        return Documents()
    try:
        if media.sniff(fetched.payload, fetched.url, fetched.media_type) != media.HTML:
            return Documents()
        urls = linked.documents(fetched.payload, fetched.url, fetched.charset, source)
    except InputError:  # reading it says what is wrong
        return Documents()
    hosts = {url: host_of(url) for url in urls if url not in (page.url, fetched.url)}
    named = tuple(
        Named(url, host, page.title, page.date, None)
        for url, host in hosts.items()
        if at_home(host, source)
    )
    if named or not hosts:
        return Documents(named)
    foreign = ", ".join(sorted({host for host in hosts.values() if host}))
    return Documents(elsewhere=f"its document stands at {foreign}, which is no host of {source.id}")
