"""Language versions in columns: each planted difference of the samples is there, in numbers and in
its row."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.web.support import GENEVA, PACT


def test_five_columns_with_a_summary_each(client: TestClient) -> None:
    text = client.get(f"/languages/{GENEVA}").text
    assert "columns-5" in text
    assert "3 sentences only in English, 0 only in German" in text
    assert "1 commitment differs" in text
    assert "1 figure differs" in text
    assert "1 only in Russian" in text
    assert "not in de" in text
    assert "not in en" in text


def test_the_same_as_data(client: TestClient) -> None:
    found = client.get(f"/languages/{GENEVA}.json").json()
    assert [each["language"] for each in found["columns"]] == ["en", "de", "es", "fr", "ru"]
    assert len(found["against"]) == 4
    assert all(len(row["cells"]) == 5 for row in found["rows"])
    french = found["against"][2]
    assert [(d["what"], d["weight"]) for d in french["differences"]] == [("number", "fact")]
    (row,) = [row for row in found["rows"] if row["differences"][2]]
    assert row["cells"][3]["spans"]


def test_another_language_may_be_first(client: TestClient) -> None:
    found = client.get(f"/languages/{GENEVA}.json").json()
    russian = found["columns"][4]["name"].partition("@")[0]
    again = client.get(f"/languages/{russian}.json?lang=en&lang=fr").json()
    assert [each["language"] for each in again["columns"]] == ["ru", "en", "fr"]
    assert [each["language"] for each in again["others"]] == ["de", "es"]
    assert "columns-3" in client.get(f"/languages/{russian}?lang=en&lang=fr").text


def test_it_is_linked_from_the_statement(client: TestClient) -> None:
    assert f'href="/languages/{GENEVA}"' in client.get(f"/statements/{GENEVA}").text
    text = client.get(f"/statements/{PACT}").text
    assert "/languages/" not in text
    assert "/compare?a=" in text


def test_a_statement_in_one_language(client: TestClient) -> None:
    answer = client.get(f"/languages/{PACT}")
    assert answer.status_code == 200
    assert "one language only" in answer.text


@pytest.mark.parametrize(("asked", "status"), [("none", 404), (f"{GENEVA}?rows=odd", 422)])
def test_what_is_not_there(client: TestClient, asked: str, status: int) -> None:
    assert client.get(f"/languages/{asked}").status_code == status
