"""The application as a whole: its pages, its files, and mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.archive.folder import Folder
from onrecord.web.app import application
from tests.support import REPOSITORY
from tests.web.conftest import BASE
from tests.web.support import GENEVA, PACT

PAGES = (
    "/",
    "/search",
    "/search?q=study",
    f"/statements/{GENEVA}",
    f"/statements/{PACT}@1",
    f"/cite/{GENEVA}",
    f"/evidence/{GENEVA}",
    "/issues",
    "/browse",
    "/browse/country",
    "/browse/speaker",
    "/browse/date",
    "/browse/language?value=en",
    "/dossiers",
    "/dossiers?name=gen",
    "/dossiers?kind=place",
    "/dossier/place/ch-geneva",
    "/dossier/state/ch/timeline",
    f"/timeline/{GENEVA}",
    f"/statements/{GENEVA}?marks=all",
    "/help",
)
_LINK = re.compile(r'(?:href|src|action)="(/[^"]*)"')
_INLINE = re.compile(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|<style|javascript:", re.I)


@pytest.mark.parametrize("page", PAGES)
def test_pages_hold_nothing_inline_and_fetch_nothing_from_others(
    client: TestClient, page: str
) -> None:
    text = client.get(page).text
    assert not _INLINE.search(text)
    assert not re.search(r'(?:src|rel="stylesheet" href)="(?:https?:)?//', text)
    assert text.count("<h1") == 1


def test_every_link_of_every_page_leads_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    for page in PAGES:
        seen |= {found.replace("&amp;", "&") for found in _LINK.findall(client.get(page).text)}
    assert len(seen) > 100
    dead = {link: code for link in seen if (code := client.get(link).status_code) not in (200, 303)}
    assert dead == {}


@pytest.mark.parametrize(
    ("path", "entry", "tab"),
    [("/meetings", "Compare", "Meetings"), ("/alerts", "Watch", "Saved searches"),
     ("/agenda", "Ledger", "Agenda"), ("/dossiers", "Dossiers", "")],
)  # fmt: skip
def test_the_menu_says_where_one_is(client: TestClient, path: str, entry: str, tab: str) -> None:
    text = client.get(path, headers={"Accept": "text/html"}).text
    here = re.findall(r'<a href="/[a-z]+" aria-current="[a-z]+">([^<]+)</a>', text)
    assert here == [entry, *filter(None, [tab])]


def test_every_address_is_documented(client: TestClient) -> None:
    told = (REPOSITORY / "docs" / "reference" / "web.md").read_text("utf-8")
    described = client.get("/openapi").json()["paths"]
    names = {re.sub(r"\{(\w+)(?::path)?\}", r"{\1}", path) for path in described}
    assert [path for path in sorted(names) if f"`{path}`" not in told] == []
    wanted = {each["name"] for op in described.values() for each in op["get"].get("parameters", ())}
    assert [name for name in sorted(wanted) if f"`{name}`" not in told] == []


def test_static_files_are_kept_and_nothing_else_is_one(client: TestClient) -> None:
    found = client.get("/static/style.css")
    assert "immutable" in found.headers["cache-control"]
    assert client.get("/static/nothing.css").status_code == 404
    assert client.get("/static/..%2Fapp.py").status_code == 404
    assert client.get("/static/__init__.py").status_code == 404


def test_a_parameter_that_cannot_be_is_named(client: TestClient) -> None:
    answer = client.get("/search.json?page=0")
    assert answer.status_code == 422
    assert answer.json()["error"]["message"].startswith("page: ")


def test_no_archive_is_told_with_what_to_do(tmp_path: Path) -> None:
    with TestClient(application(Folder(tmp_path / "none")), BASE) as asking:
        answer = asking.get("/issues.json")
    assert answer.status_code == 503
    assert "no archive" in answer.json()["error"]["message"]
