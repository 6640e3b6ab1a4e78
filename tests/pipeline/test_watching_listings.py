"""What an answer for a listing means."""

from __future__ import annotations

import pytest

from onrecord.pipeline import watching_listings
from onrecord.pipeline.watching_listings import goes_on, refused, settle
from tests.pipeline.watching_support import HOST, NOW, SOURCE, a_listing, answer, nothing

LIST = (
    f'<html><body><ul><li><a href="/news/1.html">One</a></li><li><a href="https://www.{HOST}/news/2">'
    'Two</a></li><li><a href="https://elsewhere.example/3">Three</a></li></ul>'
    '<a class="next" href="?page=2">Next</a></body></html>'
).encode()


def test_entries_at_the_hosts_of_the_source() -> None:
    read = settle(a_listing(), SOURCE, answer(LIST, etag='"1"'), NOW)
    assert [entry.title for entry in read.entries] == ["One", "Two"]
    assert (read.listing.state, read.listing.entries, read.listing.etag) == ("read", 3, '"1"')
    assert [note.measure for note in read.notes] == ["checked"]
    assert read.listing.due is not None
    assert NOW < read.listing.due <= NOW + 3600


def test_further_pages_while_there_is_something_new() -> None:
    read = settle(a_listing(), SOURCE, answer(LIST), NOW)
    assert len(read.further) == 1
    assert goes_on(read, SOURCE, 1)
    assert not goes_on(read, SOURCE, 0)
    deep = settle(a_listing(root=1, depth=2, due=None), SOURCE, answer(LIST), NOW)
    assert not goes_on(deep, SOURCE, 5)
    assert deep.listing.due is None


def test_the_same_is_not_read_again() -> None:
    first = settle(a_listing(), SOURCE, answer(LIST), NOW).listing
    for done in (answer(status=304), answer(LIST)):
        again = settle(first, SOURCE, done, NOW + 3600)
        assert (again.entries, again.fetched) == ((), None)
        assert [note.measure for note in again.notes] == ["checked"]


def test_no_list_any_more_is_told_from_no_answer() -> None:
    odd = settle(a_listing(), SOURCE, answer(b"<html><body><p>We have moved.</body>"), NOW)
    assert (odd.listing.state, odd.notes[0].measure) == ("unreadable", "unreadable")
    assert odd.fetched is not None
    for done in (answer(b"", 503), answer(b"", 404), nothing()):
        lost = settle(a_listing(), SOURCE, done, NOW)
        assert (lost.listing.state, lost.notes[0].measure) == ("unfetched", "unfetched")
    assert settle(a_listing(), SOURCE, nothing("no route"), NOW).listing.reason is not None


def test_a_period_without_a_page_has_no_statement() -> None:
    read = settle(a_listing(place=1), SOURCE, answer(b"", 404), NOW)
    assert read.listing.state == "read"


def test_a_redirect_is_followed_in_its_turn() -> None:
    moved = settle(a_listing(), SOURCE, answer(status=301, location="https://new.example/"), NOW)
    assert (moved.listing.via, moved.listing.host, moved.listing.due) == (
        "https://new.example/", "new.example", NOW,
    )  # fmt: skip
    read = settle(moved.listing, SOURCE, answer(LIST), NOW)
    assert (read.listing.via, read.listing.host) == (None, HOST)


def test_a_server_says_when_and_robots_says_no() -> None:
    later = settle(a_listing(), SOURCE, answer(b"", 429, retry_after="86400"), NOW)
    assert later.listing.due == NOW + 86_400
    assert refused(a_listing(), SOURCE, "not allowed", NOW, NOW + 9e5).listing.due == NOW + 9e5


@pytest.mark.parametrize("url", ["", "mailto:a@b.example", "http://["])
def test_no_host(url: str) -> None:
    assert watching_listings.host_of(url) == ""
