"""Every bundled sample is read as its expectation says: the samples are fixture, demo and
documentation in one. A sample that is no statement fails, and says why."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from onrecord.crawl.inputs import expand
from onrecord.pipeline import Failure, Options, read
from onrecord.records import Reading
from tests.support import SAMPLES, differences

EXPECTED = sorted((SAMPLES / "expected").glob("*.toml"))


def sample_of(expected: Path) -> Path:
    """The sample that an expectation is for: the file of the same stem."""
    found = [p for p in SAMPLES.iterdir() if p.is_file() and p.stem == expected.stem]
    assert len(found) == 1, f"{expected.name}: one sample of that name, not {found}"
    return found[0]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_sample(expected: Path) -> None:
    wanted = tomllib.loads(expected.read_text("utf-8"))
    results = list(read(expand([str(sample_of(expected))]), Options()))
    if "issue" in wanted:
        assert_refused(results, wanted["issue"])
    else:
        assert_read(results, wanted.get("statement", [wanted]))


def assert_refused(results: list[Reading | Failure], verdict: str) -> None:
    assert len(results) == 1
    assert isinstance(results[0], Failure)
    assert verdict in results[0].issue.message


def assert_read(results: list[Reading | Failure], wanted: list[Mapping[str, Any]]) -> None:
    readings = [result for result in results if isinstance(result, Reading)]
    assert len(readings) == len(results) == len(wanted), results
    found = [
        f"statement {n}: {line}"
        for n, (reading, expected) in enumerate(zip(readings, wanted, strict=True))
        for line in differences(reading, expected)
    ]
    assert found == []


def test_every_sample_has_an_expectation() -> None:
    known = {path.stem for path in EXPECTED}
    kinds = {".html", ".txt", ".rss", ".atom", ".pdf", ".docx"}
    samples = {path.stem for path in SAMPLES.iterdir() if path.suffix in kinds}
    assert samples == known
    assert len(samples) >= 14
