"""What is done in words, with who said it where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.records import Annotation, Header, Origin, Span
from onrecord.store import acts, standoff, versions
from tests.archives import Desk
from tests.support import reading

SAID = "? Ada Brook | When will the bridge open?\n! Ann Lee | We will open it in Valdoria in May."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.file(
        reading(
            SAID, Header(title="The bridge", date="2024-05-02"), language="en",
            source=Origin(uri="urn:a"),
        )
    )  # fmt: skip
    yield made
    made.db.close()


def _add(desk: Desk, layer: str, quote: str, **value: object) -> None:
    read = versions.reading(desk.db, 1)
    start = read.text.index(quote)
    found = Annotation(
        layer=layer, span=Span(start, start + len(quote)), quote=quote, value=value,
        annotator="tests", rule="r", confidence=0.5,
    )  # fmt: skip
    standoff.insert(desk.db, 1, read, [found])


def test_an_act_knows_who_said_it_and_what_is_named_in_it(desk: Desk) -> None:
    _add(desk, "entity", "Valdoria", kind="state", entity="state/va", name="Valdoria", country="VA")
    _add(desk, "commitment", "We will open it in Valdoria in May", strength="pledge")
    (act,) = acts.acts(desk.db, ["commitment"], named=True)
    assert (act.speaker, act.date, act.title, act.version) == (
        "Ann Lee",
        "2024-05-02",
        "The bridge",
        1,
    )
    assert [named.entity for named in act.entities] == ["state/va"]
    assert next(acts.acts(desk.db, ["commitment"])).entities == ()
    assert list(acts.acts(desk.db, ["event"])) == []


def test_an_exchange_has_its_question(desk: Desk) -> None:
    (one,) = acts.exchanges(desk.db)
    assert one.words == "When will the bridge open?"
    assert (one.outlet, one.speaker, one.whole) == ("Ada Brook", "Ann Lee", True)


def test_the_state_changes_with_the_annotations(desk: Desk) -> None:
    before = acts.state(desk.db)
    _add(desk, "commitment", "We will open it", strength="pledge")
    assert acts.state(desk.db) != before
