from __future__ import annotations

from pathlib import Path

from tantivy import Query

from onrecord.search.facets import counted
from onrecord.search.reader import Reader
from tests.search.written import turn, written


def test_the_most_frequent_first_equals_by_name_months_in_time(tmp_path: Path) -> None:
    dates = ["2021-05-01", "2020-02-01", "2020-02-09", "2019", None]
    speakers = ["B", "A", "C", "C", None]
    written(
        tmp_path / "i",
        [
            turn(f"s{n}", "x", date=d, speaker=s)
            for n, (d, s) in enumerate(zip(dates, speakers, strict=True))
        ],
    )
    snapshot = Reader(tmp_path / "i").snapshot()
    assert snapshot is not None
    found = counted(snapshot.searcher, Query.all_query(), ("speaker", "year", "month"))
    assert list(found["speaker"].items()) == [("C", 2), ("A", 1), ("B", 1)]
    assert list(found["month"].items()) == [("2020-02", 2), ("2021-05", 1)]
    assert found["year"] == {"2020": 2, "2019": 1, "2021": 1}
