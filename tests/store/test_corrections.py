"""What readers say of annotations."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ArchiveError
from onrecord.records import Annotation, Span
from onrecord.store import corrections, standoff, versions
from onrecord.store.corrections import FILE, Correction
from tests.archives import Desk, statement

TEXT = statement().text
NAME = "mfa-valdoria-example/2024-05-02/talks-on-the-strait"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.file(statement())
    found = Annotation(
        layer="commitment", span=Span(0, 12), quote=TEXT[:12],
        value={"strength": "pledge", "due": None}, annotator="tests", rule="r", confidence=0.5,
    )  # fmt: skip
    standoff.insert(made.db, 1, versions.reading(made.db, 1), [found])
    yield made
    made.db.close()


def _said(**fields: object) -> Correction:
    given = {
        "statement": NAME, "layer": "commitment", "span": Span(0, 12), "quote": TEXT[:12],
        "verdict": "reject",
    }  # fmt: skip
    return Correction(**(given | fields))  # type: ignore[arg-type]


def test_a_rejected_annotation_is_not_read_and_evidence_stays(desk: Desk, tmp_path: Path) -> None:
    assert len(standoff.of_row(desk.db, 1)) == 1
    corrections.append(tmp_path / FILE, _said(by="Ann Lee", at="2024-06-01", why="only a wish"))
    assert standoff.of_row(desk.db, 1) == ()
    assert standoff.of_version(desk.db, NAME, 1) == ()
    assert standoff.count(desk.db) == 1
    assert list(standoff.unsound(desk.db)) == []


def test_an_amended_one_has_its_new_value_and_says_who(desk: Desk, tmp_path: Path) -> None:
    corrections.append(tmp_path / FILE, _said(verdict="amend", value={"due": "2026"}, by="Ann"))
    (kept,) = standoff.of_row(desk.db, 1)
    assert kept.value == {"strength": "pledge", "due": "2026"}
    assert kept.correction is not None
    assert kept.correction.by == "Ann"


def test_the_capture_finds_it_where_the_id_is_another(desk: Desk, tmp_path: Path) -> None:
    digest = corrections.digest_of(desk.db, NAME, 1)
    corrections.append(tmp_path / FILE, _said(statement="another/id", capture=digest))
    assert standoff.of_row(desk.db, 1) == ()


def test_the_last_word_counts(desk: Desk, tmp_path: Path) -> None:
    corrections.append(tmp_path / FILE, _said())
    corrections.append(tmp_path / FILE, _said(verdict="accept"))
    assert [each.verdict for each in corrections.listed(tmp_path)] == ["accept"]
    assert len(standoff.of_row(desk.db, 1)) == 1


def test_those_of_a_source_count_too(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "a_b"
    folder.mkdir(parents=True)
    corrections.append(folder / FILE, _said())
    assert len(corrections.listed(tmp_path)) == 1


def test_the_quote_finds_what_has_moved() -> None:
    said = [_said(span=Span(100, 112))]
    assert corrections.about(said, "commitment", Span(0, 12), TEXT[:12]) is said[0]
    assert corrections.about(said, "event", Span(0, 12), TEXT[:12]) is None
    assert corrections.about([_said()], "commitment", Span(0, 20), TEXT[:20]) is not None
    assert corrections.about([_said()], "commitment", Span(40, 52), "other words") is None


@pytest.mark.parametrize("wrong", ["[[correction]]\nlayer = 1", "x", "[other]\na = 1"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, wrong: str) -> None:
    (tmp_path / FILE).write_text(wrong)
    with pytest.raises(ArchiveError, match=FILE):
        corrections.listed(tmp_path)


@given(st.text(), st.text(max_size=20))
def test_what_is_written_is_read_again(why: str, by: str) -> None:
    said = _said(
        why=why.encode("utf-8", "replace").decode(), by=by.encode("utf-8", "replace").decode()
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        corrections.append(path, said)
        assert corrections.read(path) == (said,)
