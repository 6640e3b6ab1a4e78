"""Entries of the ledger on their way out."""

from __future__ import annotations

from onrecord.cli.ledger_view import passage, who
from onrecord.ledger.sayings import Party, saying
from tests.ledger.support import promise, wrong


def test_a_passage_tells_what_a_reader_says_of_it() -> None:
    lines = list(passage(saying(promise("We  will\ncome", correction=wrong()))))
    assert lines[0].strip() == "\u201cWe will come\u201d"
    assert "2 May 2024; Ann Lee" in lines[1]
    assert lines[2].strip() == "rejected by a reader"


def test_who_is_told_with_the_state() -> None:
    assert who([Party(country="NO")]) == "NO"
