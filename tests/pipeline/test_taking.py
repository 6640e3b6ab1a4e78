"""A capture is read and filed in the way in which it was asked for, whatever it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.pipeline import taking
from onrecord.pipeline.reading import Failure
from onrecord.records import Asked, Reading
from onrecord.store import captures, filing, issues, statements
from tests.archives import Desk, capture, page


def test_a_page_is_filed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (result,) = taking.take(desk.memory, capture(url="https://mfa.example/a"), page())
    assert (result.outcome, result.version) == ("added", 1)
    assert result.statement == "mfa-example/2024-05-02/talks-on-the-northern-strait"
    desk.db.close()


def test_how_it_was_asked_for_is_how_it_is_read() -> None:
    asked = Asked(language="gl", url="https://mfa.example/b", sources=False)
    (found,) = taking.readings(capture(asked=asked), page())
    assert isinstance(found, Reading)
    assert (found.language, found.source.url) == ("gl", "https://mfa.example/b")


def test_another_language_than_asked_is_no_statement() -> None:
    (found,) = taking.readings(capture(asked=Asked(expected=("fr", "de"))), page())
    assert isinstance(found, Failure)
    assert found.issue.message.startswith("other language: in 'en'")
    (found,) = taking.readings(capture(asked=Asked(expected=("fr", "en-GB"))), page())
    assert isinstance(found, Reading)


def test_what_is_no_statement_is_kept_with_its_issue(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for number, payload in enumerate((b"<html><body></body></html>", b"\x00\x01\x02", b"")):
        (result,) = taking.take(desk.memory, capture(number), payload)
        assert result.outcome == "failed"
        assert result.issue is not None
    assert list(statements.all_statements(desk.db)) == []
    assert issues.totals(desk.db)["captures"] == 3
    assert len(list(issues.listed(desk.db))) == 3
    desk.db.close()


def test_a_broken_document_is_a_failure() -> None:
    (found,) = taking.readings(capture(asked=Asked(form="jsonl")), b"no document")
    assert isinstance(found, Failure)
    assert found.issue.stage == "document"


def test_a_fault_of_ours_does_not_close_the_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path)

    def broken(*_: object) -> None:
        desk.db.execute("INSERT INTO warcs VALUES ('half done', 1)")
        raise KeyError("unforeseen")

    monkeypatch.setattr(filing, "file", broken)
    desk.db.execute("BEGIN")
    (result,) = taking.take(desk.memory, capture(), page())
    desk.db.execute("COMMIT")
    assert result.issue is not None
    assert "unforeseen KeyError" in result.issue.message
    assert [i.stage for i in issues.listed(desk.db)] == ["pipeline"]
    assert list(captures.known(desk.db)) == ["000001.warc.gz"]
    desk.db.close()


def test_a_page_names_its_own_address_but_not_one_of_others() -> None:
    fetched = "https://mfa.example/print?id=1"
    for named, told in (
        ("https://mfa.example/talks", "https://mfa.example/talks"),
        ("https://other.example/talks", fetched),
        (None, fetched),
    ):
        (found,) = taking.readings(capture(url=fetched), page(url=named))
        assert isinstance(found, Reading)
        assert found.source.url == told
