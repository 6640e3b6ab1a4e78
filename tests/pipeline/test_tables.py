"""Records as tables."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pyarrow
import pytest

from onrecord.pipeline import tables
from onrecord.pipeline.tables import Rows, columns
from onrecord.records import Asked, Record, Role, Span


class Row(Record, frozen=True, kw_only=True):
    """A record with a field of each form."""

    name: str
    role: Role = "unknown"
    count: int | None = None
    score: float | None = None
    sure: bool = True
    ids: tuple[str, ...] = ()
    span: Span | None = None
    marks: tuple[Span, ...] = ()
    asked: Asked | None = None
    either: int | str | None = None


FULL = Row(
    name="ö",
    role="official",
    count=2,
    score=0.5,
    ids=("a", "b"),
    span=Span(1, 3),
    marks=(Span(4, 5),),
    asked=Asked(language="de"),
    either="x",
)


def rows(*records: Row) -> Rows[Row]:
    return Rows(Row, lambda: iter(records))


def test_every_form_has_its_column() -> None:
    table = rows(FULL, Row(name="")).to_arrow()
    assert [(field.name, str(field.type)) for field in table.schema] == [
        ("name", "string"),
        ("role", "string"),
        ("count", "int64"),
        ("score", "double"),
        ("sure", "bool"),
        ("ids", "list<item: string>"),
        ("span_start", "int64"),
        ("span_end", "int64"),
        ("marks", "list<item: struct<start: int64, end: int64>>"),
        ("asked", "string"),
        ("either", "string"),
    ]
    full, empty = table.to_pylist()
    assert full == {
        "name": "ö",
        "role": "official",
        "count": 2,
        "score": 0.5,
        "sure": True,
        "ids": ["a", "b"],
        "span_start": 1,
        "span_end": 3,
        "marks": [{"start": 4, "end": 5}],
        "asked": '{"language":"de"}',
        "either": '"x"',
    }
    unknown = ("count", "score", "span_start", "span_end", "asked", "either")
    assert [name for name, value in empty.items() if value is None] == list(unknown)


def test_no_rows_are_a_table_with_the_same_columns() -> None:
    for frame in (rows().to_pandas(), rows().to_polars()):
        assert len(frame) == 0
        assert list(frame.columns) == [column.name for column in columns(Row)]


def test_the_libraries_have_the_same_rows() -> None:
    made = rows(*(Row(name=str(n), count=n) for n in range(3)))
    assert made.to_pandas()["count"].tolist() == [0, 1, 2]
    assert made.to_polars()["name"].to_list() == ["0", "1", "2"]


def test_many_rows_are_taken_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_BATCH", 2)
    table = rows(*(Row(name=str(n)) for n in range(5))).to_arrow()
    assert [len(chunk) for chunk in table["name"].chunks] == [2, 2, 1]
    assert isinstance(table, pyarrow.Table)


def test_rows_are_read_one_at_a_time() -> None:
    def endless() -> Iterator[Row]:
        while True:
            yield FULL

    made = Rows(Row, endless)
    assert next(iter(made)) == next(iter(made)) == FULL


@pytest.mark.parametrize("library", ["pyarrow", "pandas", "polars"])
def test_what_is_missing_is_told(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    form = library.removeprefix("py")
    with pytest.raises(ImportError, match=r"pip install 'onrecord\[tables\]'") as told:
        getattr(rows(FULL), f"to_{form}")()
    assert told.value.name == library
