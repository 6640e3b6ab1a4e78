"""An archive as a Python program has it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.cli.search import lines, request
from onrecord.errors import ArchiveError, QueryError
from onrecord.pipeline.opened import Archive, open_archive
from onrecord.pipeline.tables import columns
from onrecord.records import Reading
from onrecord.search.writer import make
from onrecord.store.sourced import SourcedTurn
from tests.archives import PROSE, added, page, written


@pytest.fixture
def root(tmp_path: Path) -> Path:
    pages = {f"p{n}": page(f"Talks {n}", PROSE[n:]) for n in range(3)}
    added(tmp_path / "archive", *written(tmp_path / "pages", **pages, x=b"<html></html>"))
    return tmp_path / "archive"


def test_records_can_be_gone_through_again(root: Path) -> None:
    with onrecord.open(root) as archive:
        statements = archive.statements()
        assert [each.title for each in statements] == ["Talks 0", "Talks 1", "Talks 2"]
        assert list(statements) == list(statements)
        (turn, *_) = archive.turns()
        kept = archive.show(turn.turn)
        assert kept is not None
        assert kept.reading.text[turn.span.start : turn.span.end] == turn.text
        assert (turn.title, turn.published) == ("Talks 0", "2024-05-02T10:00")
        first, *rest = archive.captures()
        assert archive.payload(first) == page("Talks 0", PROSE)
        assert len(rest) == 3
        assert [issue.version for issue in archive.issues() if issue.severity == "error"] == [None]
        assert [each.change for each in archive.changes(1)] == [2, 3]


def test_a_search_by_meaning_and_like_a_statement(root: Path) -> None:
    with onrecord.open(root) as archive:
        found = archive.search("who is the engineer", mode="meaning", limit=2)
        assert [hit.found_by for hit in found] == [("meaning",), ("meaning",)]
        assert all(hit.nearest_quote in hit.quote for hit in found if hit.nearest_quote)
        first = next(iter(archive.statements()))
        like = archive.search(like=first.id)
        assert first.id not in {hit.statement for hit in like}
        assert {hit.statement for hit in like} == {each.id for each in archive.statements()} - {
            first.id
        }


def test_a_search_finds_what_the_command_finds(root: Path) -> None:
    with onrecord.open(root) as archive:
        found = archive.search("engineer", lang="en", limit=2, facets=True)
        assert found.total == 3
        assert found.months == {"2024-05": 3}
        asked = request({"query": "engineer", "lang": ["en"], "limit": 2, "facets": True})
        *told, counts = lines(archive._index.search(asked), asked)
        assert [hit.__class__(**line) for hit, line in zip(found, told, strict=True)] == [*found]
        assert counts == {"total": 3, "facets": found.facets}
        assert [len(hit.highlights) for hit in found] == [1, 1]
        assert archive.search("engineer", offset=2).to_polars()["title"].len() == 1
        with pytest.raises(ValueError, match="turns"):
            archive.search(limit=100_001)


def test_a_table_of_answers_can_be_traced_back(tmp_path: Path) -> None:
    talk = ("Q: Will the Alba sail? And when?", "MR HALE: The Alba will sail in May.",
            "Q: And the Brenn?", "MR HALE: No decision yet.")  # fmt: skip
    for year in ("2018", "2020", "2021-03"):
        day = f"{year}-05-02"[:10] if len(year) == 4 else f"{year}-02"
        made = page(f"Briefing {year}", talk, day, f"https://mfa.valdoria.example/{year}")
        added(tmp_path / "archive", *written(tmp_path / year, a=made))
    with onrecord.open(tmp_path / "archive") as archive:
        answers = archive.turns("Alba", kind="answer", since="2019", until="2021")
        assert len(list(answers)) == len(answers.to_pandas()) == 2
        table = answers.to_arrow().to_pylist()
        assert [row["date"] or row["published"] for row in table] == ["2020-05-02", "2021-03-02"]
        for row in table:
            assert list(row) == [column.name for column in columns(SourcedTurn)]
            kept = archive.show(row["turn"])
            assert kept is not None
            assert kept.reading.text[row["span_start"] : row["span_end"]] == row["text"]
            assert row["question"] == "Will the Alba sail? And when?"
            (question,) = row["questions"]
            assert question == f"{row['version']}#t0"
            payload = archive.payload(row["capture"])
            assert row["text"].encode() in payload
            assert row["digest"] == kept.captures[0].digest
            assert row["url"].startswith("https://mfa.valdoria.example/20")
        assert [each.title for each in archive.statements("Alba", until="2019")] == [
            "Briefing 2018"
        ]


def test_a_query_of_a_table_is_taken_at_its_word(root: Path) -> None:
    with onrecord.open(root) as archive:
        for query, found in (("fery", 0), ("ferry balloons", 0), ("ferry", 1), ("talks", 3)):
            assert len(list(archive.turns(query))) == found, query
        assert archive.search("fery").total == archive.search("ferry balloons").total == 1
        assert len(list(archive.statements(lang=["en", "de"]))) == 3


def test_what_is_wrong_is_told_at_once(root: Path) -> None:
    with onrecord.open(root) as archive:
        for ask in (archive.turns, archive.statements, archive.search):
            with pytest.raises(QueryError, match="no kind"):
                ask(kind="brifing")
            with pytest.raises(TypeError, match="no filter"):
                ask(language="en")  # type: ignore[call-arg]
        with pytest.raises(ArchiveError, match="no capture urn:x"):
            archive.payload("urn:x")


def test_a_table_that_would_lack_rows_is_none(root: Path) -> None:
    folder = Folder(root)
    make(folder.search)
    with Archive(folder) as archive, locked(folder.lock):
        with pytest.warns(UserWarning, match="versions .* cannot be found yet"):
            assert archive.search("ferry").total == 0
        with pytest.raises(ArchiveError, match="cannot be found yet"):
            archive.turns("ferry")
        assert len(list(archive.turns())) == 3


def test_the_environment_says_which(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(root))
    with open_archive() as archive:
        assert archive.folder.root == root


def test_no_archive_is_made(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such folder"):
        onrecord.open(tmp_path / "gone")
    with pytest.raises(ArchiveError, match="no archive"):
        onrecord.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_reading_stores_nothing(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a=page())
    (made,) = onrecord.read(Path(path))
    assert isinstance(made, Reading)
    assert made.header.title == "Talks on the northern strait"


def test_importing_is_light() -> None:
    code = "import sys, onrecord; print([m for m in sys.modules if m.startswith('onrecord.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
