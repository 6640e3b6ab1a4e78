"""Sources in the terminal."""

from __future__ import annotations

from onrecord.cli.sourced import listed, shown_import, shown_listing, shown_page
from onrecord.pipeline.trying import TriedListing, TriedPage
from onrecord.records import Evidence, Listing, Source
from onrecord.sources.entries import Entry
from onrecord.sources.recipes import Imported

URL = "https://mfa.valdoria.example/en/news/"


def test_a_source() -> None:
    source = Source(
        id="xv_mfa_news",
        institution="Ministry",
        country=None,
        languages=(),
        series="news",
        hosts=("mfa.valdoria.example",),
        cadence=7200,
        listings=(Listing(kind="feed", url=URL), Listing(kind="feed", url=f"{URL}2")),
    )
    assert listed(source, "here").split("  ")[-1].strip() == "Ministry, ?: feed every 2h (here)"


def test_a_listing() -> None:
    entries = tuple(Entry(url=f"{URL}{n}", title="Visit", date="2024-03-06") for n in range(12))
    lines = list(shown_listing(TriedListing(kind="page", url=URL, entries=entries, further=(URL,))))
    assert lines[1] == "  12 statements, 12 with a title, 12 with a date"
    assert "  ... and 2 more" in lines
    assert lines[-1] == f"  goes on at {URL}"
    broken = list(shown_listing(TriedListing(kind="page", url=URL, unreadable="no list")))
    assert broken[1] == "  not read: no list"


def test_a_page() -> None:
    page = TriedPage(
        url=URL,
        source="xv_other",
        title="Visit",
        evidence={"title": Evidence(method="heading")},
        documents=(f"{URL}a.pdf",),
        issues=("no date found",),
    )
    lines = list(shown_page(page, "xv_mfa_news"))
    assert "it is read as a page of xv_other" in lines[1]
    assert "  title      Visit  [heading]" in lines
    assert "  published  not found" in lines
    assert any(line.endswith("a.pdf") for line in lines)
    assert any("no date found" in line for line in lines)
    failed = list(shown_page(TriedPage(url=URL, problem="block page: x"), "xv_mfa_news"))
    assert failed[-1] == "  not read: block page: x"


def test_a_recipe() -> None:
    whole = list(shown_import(Imported(recipe=URL, id="by_mfa_news", taken=("url: hosts",))))
    assert whole == [f"{URL}: by_mfa_news, whole", "  taken  url: hosts"]
    part = list(shown_import(Imported(recipe=URL, id="by_mfa_news", lost=("ssl: no",))))
    assert part == [f"{URL}: by_mfa_news", "  lost   ssl: no"]
    assert list(shown_import(Imported(recipe=URL, problem="url: none"))) == [
        f"{URL}: no source: url: none"
    ]
