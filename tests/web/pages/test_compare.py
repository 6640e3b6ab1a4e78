"""The compare page: versions, languages, any two statements; what cannot be compared is said."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.archive.folder import Folder
from onrecord.cli import main
from onrecord.web import comparisons
from tests.web.support import ARABIC, GENEVA, PACT


def test_two_versions_word_by_word(client: TestClient) -> None:
    text = client.get(f"/compare?a={PACT}@1&b=@2").text
    assert '<mark class="substance">must</mark>' in text
    assert '<mark class="substance">should</mark>' in text
    assert "not in Version 2" in text
    assert f"/statements/{PACT}@1?at=" in text


def test_the_same_as_the_command_gives(
    client: TestClient, folder: Folder, capfd: pytest.CaptureFixture[str]
) -> None:
    page = client.get(f"/compare.json?a={GENEVA}&b=ru").json()
    assert main(["compare", GENEVA, "ru", "--archive", str(folder.root), "--json"]) == 0
    assert json.loads(capfd.readouterr().out) == page


def test_unrelated_texts_are_said_to_be_so_with_the_score(client: TestClient) -> None:
    text = client.get(f"/compare?a={GENEVA}&b={PACT}").text
    assert "no versions of one text" in text
    assert re.search(r"score 0\.\d\d", text)
    assert "Differences, the heaviest first" not in text


def test_an_unsupported_language_is_said(client: TestClient) -> None:
    assert "encoder" in client.get(f"/compare?a={ARABIC}&b={GENEVA}").text or (
        "no versions of one text" in client.get(f"/compare?a={ARABIC}&b={GENEVA}").text
    )
    assert 'dir="rtl"' in client.get(f"/compare?a={ARABIC}&b={GENEVA}").text


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (f"a={GENEVA}&b=zz", 404),
        (f"a={GENEVA}&b=@7", 404),
        ("a=none&b=fr", 404),
        (f"a={GENEVA}&b=none/such", 404),
        (f"a={GENEVA}&b=fr&weight=odd", 422),
        (f"a={GENEVA}", 200),
        ("", 200),
    ],
)
def test_what_cannot_be_compared_is_said(client: TestClient, asked: str, status: int) -> None:
    for path in ("/compare", "/compare.json"):
        assert client.get(f"{path}?{asked}").status_code == status


def test_a_report_is_one_file(client: TestClient, tmp_path: Path) -> None:
    answer = client.get(f"/compare/report?a={PACT}@1&b=@2")
    assert answer.headers["content-disposition"].endswith('.html"')
    assert re.findall(r"<script|<link|<img|@import|url\(|src=", answer.text) == []
    assert '<mark class="substance">must</mark>' in answer.text


def test_a_text_too_long_for_a_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparisons, "LONGEST", 10)
    answer = client.get(f"/compare?a={GENEVA}&b=de")
    assert answer.status_code == 413
    assert "onrecord compare" in answer.text


def test_all_rows_or_what_differs(client: TestClient) -> None:
    whole = client.get(f"/compare?a={PACT}@1&b=@2&rows=all").text
    short = client.get(f"/compare?a={PACT}@1&b=@2&rows=differing").text
    assert whole.count('class="beside-cell ') >= short.count('class="beside-cell ') > 4
    assert "rows=all" in short
    assert "rows=differing" in whole
