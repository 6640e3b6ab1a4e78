"""The plots of a dossier as specifications that others can read."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from onrecord.pipeline import dossiers
from onrecord.pipeline.dossiers import Dossier
from onrecord.web import addresses, dossier_view, vega
from onrecord.web.words import words
from tests.store.spoken import spoken

SAY = words("en")


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = files("altair") / "vegalite" / "v6" / "schema" / "vega-lite-schema.json"
    return jsonschema.Draft7Validator(json.loads(schema.read_text("utf-8")))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    with spoken(tmp_path_factory.mktemp("vega")) as db:
        found = dossiers.dossier(db, "state/tr", 2)
    assert found is not None
    return found


def drawn(plot: str, record: Dossier) -> dict[str, Any]:
    def to(**wanted: addresses.Value) -> str:
        return dossier_view.narrowed(record.id, **wanted)

    made = vega.specification(plot, record, to, SAY)
    assert made is not None
    return made


@pytest.mark.parametrize("plot", vega.PLOTS)
def test_specifications_are_valid(plot: str, record: Dossier, validator: Any) -> None:
    made = drawn(plot, record)
    assert [error.message for error in validator.iter_errors(made)] == []
    assert made["$schema"].endswith("v6.json")
    assert not validator.is_valid({**made, "mark": "no such mark", "encoding": 3})


def test_data_are_the_counts_of_the_record(record: Dossier) -> None:
    rows = drawn("months", record)["data"]["values"]
    assert {row["month"]: row["turns"] for row in rows} == {
        month: turns for month, turns in record.months.items() if len(month) == 7
    }
    rows = drawn("speakers", record)["data"]["values"]
    assert [row["turns"] for row in rows] == [one.turns for one in record.speakers]
    assert all(row["address"].startswith("/dossier/state/tr?") for row in rows)
    bars = drawn("together", record)
    bars = bars.get("vconcat", [bars])[0]
    assert [row["name"] for row in bars["data"]["values"]] == [
        each.name for each in record.company.companions
    ]


def test_nothing_is_drawn_of_nothing(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        never = dossiers.dossier(db, "state/fj", 2)
    assert never is not None
    assert all(
        vega.specification(plot, never, lambda **wanted: "", SAY) is None for plot in vega.PLOTS
    )
