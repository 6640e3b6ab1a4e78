"""What could not be read is listed, and what there is, counted."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from onrecord.records import Issue, Issuer
from onrecord.store import issues, versions
from tests.archives import Desk, statement


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    doubtful = (Issue(stage="header", message="no place", severity="info"),)
    made.file(msgspec.structs.replace(statement(issuer=Issuer(country="AT")), issues=doubtful))
    blocked = Issue(stage="quality", message="a block page", severity="error", subject="a.html")
    versions.insert_issues(made.db, 1, None, [blocked])
    return made


def test_issues_say_where(desk: Desk) -> None:
    doubtful, blocked = issues.listed(desk.db)
    assert doubtful.version is not None
    assert doubtful.version.endswith("@1")
    assert (blocked.version, blocked.subject) == (None, "a.html")
    assert blocked.uri == "https://mfa.valdoria.example/talks"


def test_by_severity_and_stage(desk: Desk) -> None:
    assert [i.message for i in issues.listed(desk.db, "warning")] == ["a block page"]
    assert [i.message for i in issues.listed(desk.db, stage="header")] == ["no place"]
    assert list(issues.listed(desk.db, "error", "header")) == []


def test_counts(desk: Desk) -> None:
    assert issues.totals(desk.db)["statements"] == 1
    assert issues.totals(desk.db)["issues"] == 2
    assert issues.counts(desk.db, "country") == {"AT": 1}
    assert issues.counts(desk.db, "source") == {"": 1}
    with pytest.raises(ValueError, match="no field"):
        issues.counts(desk.db, "id; DROP TABLE issues")
