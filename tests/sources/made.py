"""Sources and listings of invented publishers, for the tests of this room."""

from __future__ import annotations

from typing import Any

from onrecord.records import Listing, ListingSelectors, Source

SITE = "https://mfa.valdoria.example/"


def source(**fields: Any) -> Source:
    """A source with the fields that a test is about."""
    usual: dict[str, Any] = {
        "id": "xv_mfa_news",
        "institution": "Ministry of Foreign Affairs of Valdoria",
        "country": None,
        "languages": ("en",),
        "series": "news",
        "hosts": ("mfa.valdoria.example",),
    }
    return Source(**(usual | fields))


def listing(
    kind: Any = "page", *, selectors: dict[str, Any] | None = None, **fields: Any
) -> Listing:
    """A listing with the fields that a test is about."""
    fields.setdefault("url", f"{SITE}en/news/")
    return Listing(kind=kind, selectors=ListingSelectors(**(selectors or {})), **fields)
