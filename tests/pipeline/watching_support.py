"""Answers and rows for the tests of a watch's parts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from onrecord.crawl.crew import Done
from onrecord.crawl.fetcher import Fetched
from onrecord.errors import NotFetched
from onrecord.records import Listing as Where
from onrecord.records import ListingSelectors, Source
from onrecord.store.frontier import Listing, Page

HOST = "mfa.valdoria.example"
URL = f"https://{HOST}/news/1.html"
NOW = datetime(2026, 3, 2, 8, tzinfo=UTC).timestamp()
SOURCE = Source(
    id="xv_mfa_news",
    institution=None,
    country=None,
    languages=("en",),
    series="news",
    hosts=(HOST,),
    listings=(
        Where(
            kind="page",
            url=f"https://{HOST}/news/",
            pages=2,
            selectors=ListingSelectors(item="li", link="a", title="a", next="a.next"),
        ),
        Where(kind="archive", url=f"https://{HOST}/{{year}}", match="/news/"),
    ),
)


def answer(payload: bytes = b"", status: int = 200, at: float = NOW, **header: str) -> Done[Any]:
    """An answer for the page."""
    return Done("key", fetched(payload, status, at, **header), None)


def fetched(
    payload: bytes, status: int = 200, at: float = NOW, url: str = URL, **header: str
) -> Fetched:
    """An answer as a fetcher gives it."""
    return Fetched(
        url=url,
        requested=url,
        status=status,
        headers=tuple((name.replace("_", "-"), value) for name, value in header.items()),
        payload=payload,
        media_type="text/html",
        charset="utf-8",
        fetched_at=datetime.fromtimestamp(at, UTC),
    )


def nothing(why: str = "no route") -> Done[Any]:
    """No answer."""
    return Done("key", None, NotFetched("connect", f"{URL}: {why}"))


def a_page(**fields: Any) -> Page:
    """A page that was just found."""
    made: dict[str, Any] = {
        "n": 1, "url": URL, "source": SOURCE.id, "host": HOST, "place": 0, "found_at": NOW,
        "due": NOW,
    }  # fmt: skip
    return Page(**(made | fields))


def a_listing(**fields: Any) -> Listing:
    """A listing that was just planned."""
    made: dict[str, Any] = {
        "n": 1, "source": SOURCE.id, "place": 0, "url": SOURCE.listings[0].url, "host": HOST,
        "due": NOW,
    }  # fmt: skip
    return Listing(**(made | fields))
