"""The form of `source.toml`, and how strictly it is read: an unknown key is an error.

    institution = "Ministry of Foreign Affairs of Valdoria"
    country     = "XV"                       # ISO 3166-1 alpha-2; leave out if it is none
    languages   = ["en", "fr"]
    series      = "news conferences"
    hosts       = ["mfa.valdoria.example"]   # and all hosts below
    paths       = ["/en/news/"]              # how paths begin; leave out for all
    timezone    = "Europe/Vienna"            # of the clock times that pages print
    [selectors]                              # CSS, only where the general reader is not enough
    [labels]                                 # printed labels, only where it does not know them

The folder's name is the source's id: `<country>_<body>_<series>`.
"""

from __future__ import annotations

from onrecord.records import Labels, Record, Selectors


class SelectorTable(Selectors, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[selectors]`."""


class LabelTable(Labels, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[labels]`."""


class SourceFile(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`source.toml`: a `records.Source` without its id, which is the folder's name."""

    institution: str
    languages: tuple[str, ...]
    series: str
    hosts: tuple[str, ...]
    country: str | None = None
    paths: tuple[str, ...] = ()
    timezone: str | None = None
    selectors: SelectorTable = SelectorTable()
    labels: LabelTable = LabelTable()
