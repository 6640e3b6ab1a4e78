"""Citations of a statement, a turn and words, to look at and to take along."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from onrecord.web.citing import FORMS
from tests.web.support import GENEVA


def test_a_turn_is_cited_with_its_words(client: TestClient) -> None:
    found = client.get(f"/cite/{GENEVA}@1.json?turn=3").json()
    assert found["cited"]["speaker"] == "Tomas Halvarik"
    assert found["cited"]["quote"].startswith("Nobody has started to build")
    assert found["cited"]["link"] == f"http://127.0.0.1/statements/{GENEVA}@1#t3"
    assert list(found["forms"]) == list(FORMS)


def test_words_are_cited_with_a_link_to_them(client: TestClient) -> None:
    text = client.get(f"/statements/{GENEVA}.json").json()["text"]
    at = text.index("gauging stations")
    found = client.get(f"/cite/{GENEVA}@1.json?at={at}-{at + 16}").json()["cited"]
    assert found["quote"] == "gauging stations"
    page = client.get(found["link"].removeprefix("http://127.0.0.1"))
    assert '<mark class="at">gauging stations</mark>' in page.text


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_a_file_too(client: TestClient, form: str) -> None:
    answer = client.get(f"/cite/{GENEVA}@1?turn=3&form={form}")
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    page = client.get(f"/cite/{GENEVA}@1.json?turn=3").json()
    assert answer.text == page["forms"][form]


def test_what_is_not_there_is_not_cited(client: TestClient) -> None:
    assert client.get(f"/cite/{GENEVA}?turn=999").status_code == 404
    assert client.get("/cite/none").status_code == 404
    assert client.get(f"/cite/{GENEVA}?form=word").status_code == 422
