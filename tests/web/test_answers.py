"""One record, two forms; and a page whose words are all there."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from onrecord.web import answers
from tests.web.support import GENEVA


@pytest.mark.parametrize(
    ("path", "accept", "found"),
    [
        ("/issues", "text/html,application/xhtml+xml", "text/html"),
        ("/issues", "application/json", "application/json"),
        ("/issues.json", "text/html", "application/json"),
        ("/issues", "*/*", "text/html"),
        (f"/statements/{GENEVA}.json", "*/*", "application/json"),
    ],
)
def test_who_gets_what(client: TestClient, path: str, accept: str, found: str) -> None:
    answer = client.get(path, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(found)
    assert "Accept" in answer.headers["vary"]


def test_a_mistake_has_both_forms_too(client: TestClient) -> None:
    assert client.get("/statements/none.json").json()["error"]["status"] == 404
    page = client.get("/statements/none")
    assert (page.status_code, "There is no statement none" in page.text) == (404, True)


def test_a_lone_surrogate_is_no_end() -> None:
    assert answers.encoded({"a": ["\ud800"]}) == b'{"a":["?"]}'


def test_an_address_of_a_static_file_changes_with_it() -> None:
    assert answers.static("style.css") != answers.static("onrecord.js")
    assert len(answers.static("style.css").partition("?v=")[2]) == 12


def test_every_template_can_be_read() -> None:
    made = answers.environment("en")
    names = made.list_templates()
    assert len(names) > 10
    for name in names:
        made.get_template(name)
