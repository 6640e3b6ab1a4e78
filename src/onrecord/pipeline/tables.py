"""Records that can be gone through any number of times, and as a table of another library: a row a
record, a column a field.

A span becomes two columns, its start and its end; a record within a record JSON text. The libraries
are an extra, imported when a table is asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeVar

import msgspec
from msgspec import inspect

from onrecord.records import Record, Span

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T", bound=Record)
Form = Literal["string", "int64", "float64", "bool", "strings", "spans"]
_BATCH = 10_000
_PLAIN: tuple[tuple[type[inspect.Type], Form], ...] = (
    (inspect.StrType, "string"),
    (inspect.LiteralType, "string"),
    (inspect.IntType, "int64"),
    (inspect.FloatType, "float64"),
    (inspect.BoolType, "bool"),
)


class Column(NamedTuple):
    """A column of a table: its name, what it holds, and how it is read from a record."""

    name: str
    form: Form
    read: Callable[[Any], Any]


class Rows(Generic[T]):
    """Records that can be gone through any number of times, one at a time in memory; or a table."""

    def __init__(self, record: type[T], start: Callable[[], Iterator[T]]) -> None:
        self._record = record
        self._start = start

    def __iter__(self) -> Iterator[T]:
        return self._start()

    def to_arrow(self) -> pyarrow.Table:
        """The records as a table of Apache Arrow."""
        arrow = _library("pyarrow")
        own = columns(self._record)
        schema = arrow.schema([(each.name, _arrow_type(arrow, each.form)) for each in own])
        rows, batches = iter(self), []
        while batch := list(islice(rows, _BATCH)):
            arrays = [
                arrow.array([column.read(row) for row in batch], field.type)
                for column, field in zip(own, schema, strict=True)
            ]
            batches.append(arrow.record_batch(arrays, schema=schema))
        return arrow.Table.from_batches(batches, schema)

    def to_pandas(self) -> pandas.DataFrame:
        """The records as a data frame of pandas."""
        _library("pandas")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> polars.DataFrame:
        """The records as a data frame of Polars."""
        frame: polars.DataFrame = _library("polars").from_arrow(self.to_arrow())
        return frame


def columns(record: type[Record]) -> tuple[Column, ...]:
    """The columns that records of a kind have.

    >>> [column.name for column in columns(Record)]
    []
    """
    found = inspect.type_info(record)
    assert isinstance(found, inspect.StructType)
    return tuple(column for field in found.fields for column in _of_field(field.name, field.type))


def _of_field(name: str, kind: inspect.Type) -> Iterator[Column]:
    kind = _known(kind)
    form = next((form for plain, form in _PLAIN if isinstance(kind, plain)), None)
    if form is not None:
        yield Column(name, form, lambda row: getattr(row, name))
    elif _is_span(kind):
        yield Column(f"{name}_start", "int64", lambda row: _end(getattr(row, name), 0))
        yield Column(f"{name}_end", "int64", lambda row: _end(getattr(row, name), 1))
    elif isinstance(kind, inspect.VarTupleType) and isinstance(kind.item_type, inspect.StrType):
        yield Column(name, "strings", lambda row: list(getattr(row, name)))
    elif isinstance(kind, inspect.VarTupleType) and _is_span(kind.item_type):
        yield Column(name, "spans", lambda row: [span._asdict() for span in getattr(row, name)])
    else:
        yield Column(name, "string", lambda row: _json(getattr(row, name)))


def _known(kind: inspect.Type) -> inspect.Type:
    """The kind of the values that are not unknown."""
    if isinstance(kind, inspect.UnionType):
        others = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        return others[0] if len(others) == 1 else kind
    return kind


def _is_span(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.NamedTupleType) and kind.cls is Span


def _end(span: Span | None, which: Literal[0, 1]) -> int | None:
    return None if span is None else span[which]


def _json(value: object) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


def _arrow_type(arrow: Any, form: Form) -> Any:
    if form == "strings":
        return arrow.list_(arrow.string())
    if form == "spans":
        return arrow.list_(arrow.struct([("start", arrow.int64()), ("end", arrow.int64())]))
    return arrow.bool_() if form == "bool" else getattr(arrow, form)()


def _library(name: str) -> Any:
    """A library of the extra, or an error that says how to get it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        message = f"a table needs {name}, which cannot be imported ({error}): "
        message += "pip install 'onrecord[tables]'"
        raise ImportError(message, name=name) from error
