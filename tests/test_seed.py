"""The first real input, which is no part of the repository: no field may be read wrongly."""

from __future__ import annotations

import tomllib
from pathlib import Path

from onrecord.crawl.inputs import expand
from onrecord.pipeline import Options, read
from onrecord.records import Reading
from tests.support import differences


def test_no_field_of_the_seed_is_read_wrongly(shared: Path) -> None:
    folder = shared / "data" / "seed"
    expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    (page,) = folder.glob("*.txt")
    (result,) = read(expand([str(page)]), Options())
    assert isinstance(result, Reading)
    assert differences(result, expected) == []
    assert len(result.exchanges) == 4
