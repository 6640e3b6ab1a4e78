"""The first real input, which is no part of the repository: no field may be read wrongly."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from onrecord.annotate import commitments, events, outcomes, positions
from onrecord.crawl.inputs import expand
from onrecord.pipeline import Options, read
from onrecord.pipeline.spoken import spoken
from onrecord.records import Annotation, Reading
from tests.support import REPOSITORY, differences


def test_no_field_of_the_seed_is_read_wrongly(shared: Path) -> None:
    folder = shared / "data" / "seed"
    expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    (page,) = folder.glob("*.txt")
    (result,) = read(expand([str(page)]), Options())
    assert isinstance(result, Reading)
    assert differences(result, expected) == []
    assert len(result.exchanges) == 4


def _table(heading: str) -> dict[tuple[int, str], str]:
    """The rows of a table of the docs by place and label, with what was found."""
    page = (REPOSITORY / "docs" / "explanation" / "acts-of-one-statement.md").read_text("utf-8")
    part = page.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines()]
    rows = [row for row in rows if row[0].isdigit()]
    return {(int(row[0]), row[2]): row[3] for row in rows}


def _told(layer: str, found: Annotation) -> str:
    names = {"commitment": "strength", "position": "stance", "outcome": "outcome"}
    return str(found.value[names[layer]])


@pytest.mark.parametrize("heading", ["Commitments", "Positions", "Announced"])
def test_the_acts_of_the_seed_are_those_of_the_table(shared: Path, heading: str) -> None:
    (page,) = (shared / "data" / "seed").glob("*.txt")
    (result,) = read(expand([str(page)]), Options())
    assert isinstance(result, Reading)
    found: set[tuple[int, str]] = set()
    for start, document in spoken(result):
        if heading == "Positions":
            acts = [("position", one) for one in positions.annotate(document)]
        elif heading == "Commitments":
            acts = [("commitment", one) for one in commitments.annotate(document)]
            named = (one for one in outcomes.annotate(document) if one.value["promise"])
            acts += [("outcome", one) for one in named]
        else:
            planned = [one for one in events.annotate(document) if events.scheduled(one)]
            meetings = [one for one in planned if one.rule.startswith("consult:")]
            found |= {(one.span.start + start, "") for one in meetings}
            continue
        found |= {(one.span.start + start, _told(layer, one)) for layer, one in acts}
    table = _table(heading)
    if heading == "Announced":
        table = {(place, ""): told for (place, _), told in table.items()}
    assert len(table) > 3
    assert {row for row, told in table.items() if told.startswith("yes")} <= found
    assert len(found - table.keys()) <= 0
    assert all(told.startswith("yes") for told in table.values())
