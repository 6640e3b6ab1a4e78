"""Annotations as they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.records import Annotation, Span
from onrecord.store import standoff, versions
from tests.archives import Desk, statement


def _said(layer: str, start: int, end: int, **value: object) -> Annotation:
    text = statement().text
    return Annotation(
        layer=layer,
        span=Span(start, end),
        quote=text[start:end],
        value=value,
        annotator="tests",
        rule="r",
        confidence=0.5,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.file(statement())
    yield made
    made.db.close()


def test_what_comes_out_is_what_went_in(desk: Desk) -> None:
    reading = versions.reading(desk.db, 1)
    entity = _said("entity", 3, 9, kind="state", entity="state/va", name="Valdoria", country="VA")
    act = _said("commitment", 0, 12, strength="pledge", actor=[{"entity": "state/va"}], due="2024")
    assert standoff.insert(desk.db, 1, reading, [entity, act]) == 2
    name = desk.db.execute("SELECT id FROM statements").fetchone()[0]
    kept = standoff.of_version(desk.db, name, 1)
    assert [(k.layer, k.span, k.quote, k.value) for k in kept] == [
        ("commitment", act.span, act.quote, act.value),
        ("entity", entity.span, entity.quote, entity.value),
    ]
    assert standoff.of_version(desk.db, name, 1, ["entity"]) == kept[1:]
    assert standoff.of_row(desk.db, 1) == kept
    assert [k.id for k in standoff.current(desk.db, "a.layer = ?", ["entity"])] == [kept[1].id]
    assert standoff.count(desk.db) == 2
    acts = desk.db.execute("SELECT layer, type, actor, day FROM acts").fetchall()
    assert acts == [("commitment", "pledge", "state/va", "2024")]


def test_the_same_annotation_has_the_same_id(desk: Desk) -> None:
    reading = versions.reading(desk.db, 1)
    found = [_said("time", 0, 4, type="DATE", value="2024")]
    standoff.insert(desk.db, 1, reading, found)
    before = standoff.of_row(desk.db, 1)
    standoff.begin(desk.db, "another form")
    assert standoff.of_row(desk.db, 1) == ()
    standoff.insert(desk.db, 1, reading, found)
    assert standoff.of_row(desk.db, 1) == before


def test_what_does_not_read_so_is_found(desk: Desk) -> None:
    reading = versions.reading(desk.db, 1)
    standoff.insert(desk.db, 1, reading, [_said("time", 0, 4, type="DATE", value="2024")])
    assert list(standoff.unsound(desk.db)) == []
    desk.db.execute("UPDATE annotations SET start = 1, stop = 5")
    ((_, span, quote),) = standoff.unsound(desk.db)
    assert (span, quote) == (Span(1, 5), reading.text[:4])


def test_form_and_mark(desk: Desk) -> None:
    assert standoff.form(desk.db) == ("", 0)
    standoff.begin(desk.db, "one")
    standoff.mark(desk.db, 7)
    assert standoff.form(desk.db) == ("one", 7)
    standoff.begin(desk.db, "two")
    assert standoff.form(desk.db) == ("two", 0)
