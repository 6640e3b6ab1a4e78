"""What a visitor says of an annotation: written, told, taken back; and where a form leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import OnrecordError
from onrecord.store import corrections
from onrecord.web.holdings import Holdings
from onrecord.web.judging import LONGEST, back, judge, told
from onrecord.web.ledger import all_commitments
from tests.web.support import made


@pytest.fixture
def holdings(tmp_path: Path) -> Holdings:
    return Holdings(made(tmp_path / "archive", [Path("samples/geneva-news-conference.en.html")]))


def test_it_counts_at_once_and_is_taken_back_to_what_was_said_before(holdings: Holdings) -> None:
    before = all_commitments(holdings)
    name = before[0].said.id
    assert told(holdings, name) is not None
    judge(holdings, name, "accept", " Ann Lee ", "")
    judge(holdings, name, "reject", "Bo", "w" * 999)
    assert len(all_commitments(holdings)) == len(before) - 1
    now = told(holdings, name)
    assert now is not None
    assert (now.verdict, now.quote) == ("reject", before[0].said.quote)
    judge(holdings, name, "withdraw", "", "")
    kept = all_commitments(holdings)[0].said.correction
    assert kept is not None
    assert (kept.verdict, kept.by) == ("accept", "Ann Lee")
    judge(holdings, name, "withdraw", "", "")
    assert all_commitments(holdings) == before
    written = corrections.read(holdings.folder.root / corrections.FILE)
    assert [one.verdict for one in written] == ["accept", "reject", "withdraw", "withdraw"]
    assert max(len(one.why or "") for one in written) == LONGEST


def test_what_is_not_there_is_not_written(holdings: Holdings) -> None:
    with pytest.raises(OnrecordError, match="no such annotation"):
        judge(holdings, "a/b@1#event:1-2", "reject", "", "")
    assert not (holdings.folder.root / corrections.FILE).exists()
    assert told(holdings, "a/b@1#event:1-2") is None
    assert told(holdings, "") is None


@pytest.mark.parametrize(
    "given",
    ["//other.example/", "https://other.example/", "/\\other.example", "x", "", "/a\r\nSet: b"],
)
def test_a_form_leads_to_pages_of_ours_alone(given: str) -> None:
    assert back(given, "a").startswith("/corrections?")
