"""What would be read of a source, asked of the test ministry; robots.txt is obeyed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from onrecord.crawl.fetcher import Fetched, Fetcher
from onrecord.errors import FetchRefused, InputError
from onrecord.pipeline import trying
from onrecord.records import Listing, ListingSelectors, Source
from tests.ministry import Clock, Ministry, thirty_days

MFA = "http://mfa.valdoria.example/"
TODAY = date(2026, 3, 16)
ITEMS = ListingSelectors(item="li.item", link="a.title", date="span.date", next="a.next")
SOURCE = Source(
    id="xv_mfa_news",
    institution=None,
    country=None,
    languages=("en",),
    series="news",
    hosts=("mfa.valdoria.example",),
)


@pytest.fixture(scope="module")
def ministry() -> Iterator[Ministry]:
    with Ministry(thirty_days(seed=7), Clock()) as made:
        made.clock.advance(15 * 86_400)
        yield made


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def asking(ministry: Ministry, waits: list[float]) -> Iterator[trying.Asking]:
    with Fetcher(resolve=ministry.resolve, connect=ministry.connect, retries=0) as fetcher:
        yield trying.Asking(fetcher, waits.append, lambda: 0.0)


def test_a_listing(asking: trying.Asking, waits: list[float]) -> None:
    given = Listing(kind="page", url=f"{MFA}en/news/", selectors=ITEMS)
    found = trying.listing(given, SOURCE, asking, TODAY)
    assert (found.problem, found.unreadable) == (None, None)
    assert len(found.entries) == 10
    assert all(entry.title and entry.date for entry in found.entries)
    assert len(found.further) == 1
    assert waits
    assert all(wait >= 1 for wait in waits)  # robots.txt, then a second before the page


def test_an_index_of_sitemaps_leads_on(asking: trying.Asking) -> None:
    given = Listing(kind="sitemap", url="http://www.ostvania.example/sitemap.xml")
    found = trying.listing(given, SOURCE, asking, TODAY)
    assert found.further
    assert found.entries


def test_what_is_no_listing_and_what_is_not_there(asking: trying.Asking) -> None:
    feed = Listing(kind="feed", url=f"{MFA}en/news/")
    assert "no feed" in (trying.listing(feed, SOURCE, asking, TODAY).unreadable or "")
    gone = Listing(kind="feed", url=f"{MFA}nothing.xml")
    assert "answers 404" in (trying.listing(gone, SOURCE, asking, TODAY).problem or "")


def test_a_page(asking: trying.Asking) -> None:
    given = Listing(kind="page", url=f"{MFA}en/news/", selectors=ITEMS)
    (first, *_) = trying.listing(given, SOURCE, asking, TODAY).entries
    page = trying.page(first.url, asking)
    assert page.problem is None
    assert page.title == first.title
    assert (page.published or "")[:10] == first.date
    assert page.characters > 100
    assert page.evidence["title"].method


def test_a_page_that_is_none(asking: trying.Asking) -> None:
    assert "answers 404" in (trying.page(f"{MFA}en/none.html", asking).problem or "")


def test_robots_are_obeyed(asking: trying.Asking) -> None:
    with pytest.raises(FetchRefused, match="robots"):
        asking.get(f"{MFA}internal/secret.html")
    assert "robots" in (trying.page(f"{MFA}internal/x.html", asking).problem or "")


def test_a_host_that_is_not_there_may_not_be_asked(asking: trying.Asking) -> None:
    with pytest.raises(InputError):
        asking.get("http://nowhere.example/")


def test_an_archive_by_date_the_latest_day_that_has_something(asking: trying.Asking) -> None:
    url = "http://presidencia.meridia.example/archive/{year}/{month:02}/{day:02}"
    given = Listing(kind="archive", url=url, selectors=ITEMS, back=2)
    found = trying.listing(given, SOURCE, asking, TODAY)
    assert found.entries
    assert found.url.startswith("http://presidencia.meridia.example/archive/2026/03/1")


class Scripted:
    """A browser that opens what it is given."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self.rendered: list[str] = []

    def render(self, url: str, permit: Callable[[str], bool]) -> Fetched:
        self.rendered.append(url)
        return self._fetcher.fetch(url, permit=permit)


def test_pages_that_a_script_fills(ministry: Ministry) -> None:
    with Fetcher(resolve=ministry.resolve, connect=ministry.connect, retries=0) as fetcher:
        browser = Scripted(fetcher)
        asking = trying.Asking(fetcher, lambda _: None, browser=browser)  # type: ignore[arg-type]
        assert asking.get(f"{MFA}en/news/").payload
        with pytest.raises(FetchRefused, match="robots"):
            asking.get(f"{MFA}internal/x.html")
        assert browser.rendered == [f"{MFA}en/news/"]
