"""The form of `source.toml`, and how strictly it is read: an unknown key is an error.

    institution = "Ministry of Foreign Affairs of Valdoria"
    country     = "XV"                       # ISO 3166-1 alpha-2; leave out if it is none
    languages   = ["en", "fr"]
    series      = "news conferences"
    hosts       = ["mfa.valdoria.example"]   # and all hosts below
    paths       = ["/en/news/"]              # how paths begin; leave out for all
    timezone    = "Europe/Vienna"            # of the clock times that pages print
    cadence     = "2h"                       # between two visits
    [selectors]                              # CSS or XPath, where the general reader is not enough
    [labels]                                 # printed labels, only where it does not know them
    [[listing]]                              # where it tells what it has published
    kind = "page"
    url  = "https://mfa.valdoria.example/en/news/"
    [listing.selectors]
    item = "li.news"
    [expect]                                 # what is usual; what is not becomes an issue
    week = [3, 40]

The folder's name is the source's id: `<country>_<body>_<series>`.
"""

from __future__ import annotations

import re

import msgspec

from onrecord.records import Expect, Kind, Labels, Listing, ListingSelectors, Record, Selectors

_SPAN = re.compile(r"(\d{1,9})\s*(s|min|h|d)")
_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86_400}


class SelectorTable(Selectors, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[selectors]`."""


class LabelTable(Labels, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[labels]`."""


class ListingSelectorTable(ListingSelectors, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[listing.selectors]`."""


class ListingTable(Listing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[listing]]`."""

    selectors: ListingSelectorTable = ListingSelectorTable()

    def record(self) -> Listing:
        """The plain record."""
        selectors = ListingSelectors(**msgspec.structs.asdict(self.selectors))
        return Listing(**msgspec.structs.asdict(self) | {"selectors": selectors})


class ExpectTable(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[expect]`: a `records.Expect` with tables by kind."""

    week: tuple[int, int] | None = None
    dated: float | None = None
    titled: float | None = None
    unread: float | None = None
    dialogue: dict[Kind, float] = msgspec.field(default_factory=dict)
    kinds: dict[Kind, tuple[float, float]] = msgspec.field(default_factory=dict)

    def record(self) -> Expect:
        """The record, with the tables as tuples."""
        kinds = ((kind, least, most) for kind, (least, most) in self.kinds.items())
        return Expect(
            week=self.week,
            dated=self.dated,
            titled=self.titled,
            unread=self.unread,
            dialogue=tuple(self.dialogue.items()),
            kinds=tuple(kinds),
        )


class SourceFile(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`source.toml`: a `records.Source` without its id, which is the folder's name."""

    languages: tuple[str, ...]
    series: str
    hosts: tuple[str, ...]
    institution: str | None = None
    country: str | None = None
    paths: tuple[str, ...] = ()
    timezone: str | None = None
    cadence: str | float | None = None
    delay: float | None = None
    rendered: bool = False
    selectors: SelectorTable = SelectorTable()
    labels: LabelTable = LabelTable()
    listings: tuple[ListingTable, ...] = msgspec.field(default=(), name="listing")
    expect: ExpectTable = msgspec.field(default_factory=ExpectTable)


def seconds(span: str | float | None) -> float | None:
    """A span of time in seconds; `ValueError` if it is none.

    >>> seconds("90min"), seconds("1d"), seconds(30), seconds(None)
    (5400, 86400, 30, None)
    """
    if not isinstance(span, str):
        return span
    found = _SPAN.fullmatch(span.strip())
    if found is None:
        raise ValueError(f"{span!r} is no span of time such as 30s, 15min, 2h or 1d")
    return int(found[1]) * _SECONDS[found[2]]
