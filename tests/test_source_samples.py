"""What a source's file adds agrees with the general reader, and its listings are read, on samples
in that source's mark-up.

The samples are of invented publishers; `url` tells the reader whose mark-up it is. They stand in
`samples/` of the source's folder, those of our first sources among the samples of the repository.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.crawl.inputs import expand
from onrecord.pipeline import Options, read
from onrecord.records import Labels, ListingSelectors, Reading, Selectors, Source
from onrecord.sources import listings, loader
from tests.support import REPOSITORY, SAMPLES, differences

CASES = {
    "ru_president_events": (
        "ostvania-president.en",
        "http://en.kremlin.ru/events/president/news/1",
    ),
    "us_state_releases": ("lormark-releases", "https://www.state.gov/feed/"),
    "mx_presidency_conferences": ("costalba-conference.es", "https://www.gob.mx/presidencia/a"),
}


def readings(name: str, options: Options) -> list[Reading]:
    (path,) = (p for p in SAMPLES.iterdir() if p.stem == name)
    results = list(read(expand([str(path)]), options))
    assert all(isinstance(result, Reading) for result in results), results
    return [result for result in results if isinstance(result, Reading)]


def parts(reading: Reading) -> list[tuple[str, str | None, str, str]]:
    """What the turns say and are; the rule that found them may differ."""
    return [
        (reading.text[turn.span.start : turn.span.end], turn.label, turn.role, turn.kind)
        for turn in reading.turns
    ]


FOLDER = REPOSITORY / "src" / "onrecord" / "sources"
OWN = sorted(FOLDER.glob("*/samples/*.expected.toml"))
PAGES = [path for path in OWN if "header" in tomllib.loads(path.read_text("utf-8"))]
LISTS = [path for path in OWN if path not in PAGES]


def name_of(expected: Path) -> str:
    return f"{expected.parts[-3]}/{expected.name.partition('.')[0]}"


def sample(expected: Path) -> tuple[Source, Path, dict[str, Any]]:
    """The source, its page, and what is to be found there."""
    source = loader.named(expected.parts[-3])
    assert source is not None
    page = expected.with_name(expected.name.replace(".expected.toml", ".html"))
    return source, page, tomllib.loads(expected.read_text("utf-8"))


def test_every_source_that_says_more_than_addresses_has_a_sample() -> None:
    pages = {*CASES, *(path.parts[-3] for path in PAGES)}
    lists = {path.parts[-3] for path in LISTS}
    for source in loader.sources():
        read_by = source.selectors != Selectors() or source.labels != Labels()
        listed_by = any(one.selectors != ListingSelectors() for one in source.listings)
        assert source.id in pages or not read_by
        assert source.id in lists or not listed_by


@pytest.mark.parametrize("expected", PAGES, ids=name_of)
def test_its_own_page(expected: Path) -> None:
    source, page, wanted = sample(expected)
    (read_,) = read(expand([str(page)]), Options(url=wanted["url"]))
    assert isinstance(read_, Reading)
    assert read_.source.source == source.id
    assert differences(read_, wanted) == []


@pytest.mark.parametrize("expected", LISTS, ids=name_of)
def test_its_own_list(expected: Path) -> None:
    source, page, wanted = sample(expected)
    (listing,) = [one for one in source.listings if one.url == wanted["url"]]
    found = listings.entries(page.read_bytes(), listing.url, None, listing, source.languages)
    assert found.unreadable is None
    assert [
        {"url": entry.url, "title": entry.title, "date": entry.date} for entry in found.entries
    ] == wanted["entry"]
    assert list(found.further) == wanted.get("further", [])
    assert [loader.for_url(entry.url) for entry in found.entries] == [source] * len(found.entries)


@pytest.mark.parametrize("source", CASES)
def test_the_source_reads_its_mark_up(source: str) -> None:
    name, url = CASES[source]
    found = loader.for_url(url)
    assert found is not None
    assert found.id == source
    wanted = tomllib.loads((SAMPLES / "expected" / f"{name}.toml").read_text("utf-8"))
    for reading, expected in zip(
        readings(name, Options(url=url)), wanted.get("statement", [wanted]), strict=True
    ):
        told = {key: value for key, value in expected["header"].items() if key != "issuer"}
        assert differences(reading, {**expected, "header": told}) == []


@pytest.mark.parametrize("source", CASES)
def test_the_general_reader_stands_alone(source: str) -> None:
    name, url = CASES[source]
    alone = readings(name, Options(url=url, sources=False))
    helped = readings(name, Options(url=url))
    assert [parts(r) for r in alone] == [parts(r) for r in helped]
    assert [r.header.published for r in alone] == [r.header.published for r in helped]
