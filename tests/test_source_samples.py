"""What a source's file adds agrees with the general reader, on samples in that source's mark-up.

The samples are of invented publishers; `url` tells the reader whose mark-up it is.
"""

from __future__ import annotations

import tomllib

import pytest

from onrecord.crawl.inputs import expand
from onrecord.pipeline import Options, read
from onrecord.records import Reading
from onrecord.sources import loader
from tests.support import SAMPLES, differences

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


def test_every_source_has_a_sample() -> None:
    assert {source.id for source in loader.sources()} == set(CASES)


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
