"""A source that is written is read as the same source."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Expect, Labels, Selectors
from onrecord.sources import loader, written
from tests.sources.made import listing, source

FULL = source(
    country="XV",
    paths=("/en/news/",),
    timezone="Europe/Vienna",
    cadence=5400,
    delay=2.5,
    rendered=True,
    selectors=Selectors(title='//h1[has-class("t")]', remove=("a", 'b[c="d"]'), date_order="mdy"),
    labels=Labels(questioner=("QUESTION",)),
    listings=(
        listing("feed", url="https://mfa.valdoria.example/feed"),
        listing(match=r"/news/\d+$", pages=3, selectors={"item": "li", "next": "a[rel=next]"}),
    ),
    expect=Expect(
        week=(3, 40), dated=0.9, dialogue=(("briefing", 0.6),), kinds=(("speech", 0.1, 0.5),)
    ),
)


@pytest.mark.parametrize("made", [source(), source(institution=None, languages=()), FULL])
def test_there_and_back(made: object) -> None:
    text = written.text(made, ["A remark\non two lines."])  # type: ignore[arg-type]
    assert text.startswith("# A remark on two lines.\n")
    assert loader.parsed("xv_mfa_news", text) == made


def test_our_own_sources_there_and_back() -> None:
    for each in loader.sources():
        assert loader.parsed(each.id, written.text(each)) == each


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    shown = written.text(source(institution=text))
    read = tomllib.loads(shown)["institution"]
    assert read == text.encode("utf-8", "replace").decode("utf-8")


@given(st.integers(60, 10_000_000))
def test_spans(seconds: int) -> None:
    text = written.text(source(cadence=float(seconds)))
    assert loader.parsed("xv_mfa_news", text).cadence == seconds
