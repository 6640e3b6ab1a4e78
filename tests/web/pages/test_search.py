"""The search page and the first page."""

from __future__ import annotations

import re

from starlette.testclient import TestClient


def test_the_numbers_have_their_whole(client: TestClient) -> None:
    text = client.get("/search?q=dam&lang=en").text
    found = client.get("/search.json?q=dam&lang=en").json()
    assert f"{found['total']} turns in {found['statements']} statements of {found['of']}" in text
    assert found["facets"]["language"][0] == {
        "value": "en",
        "count": found["total"],
        "chosen": True,
    }


def test_a_form_is_sent_on_to_an_address_to_share(client: TestClient) -> None:
    sent = (
        "/search?q=dam&all=river&phrase=&any=&none=sea&since=&until=&lang=en&sort=relevance&size=20"
    )
    answer = client.get(sent)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/search?q=dam+river+-sea&lang=en"


def test_the_form_shows_what_is_set(client: TestClient) -> None:
    text = client.get("/search?q=dam&lang=en&since=2023&sort=date&speaker=Halvarik").text
    assert '<input type="checkbox" name="lang" value="en" checked>' in text
    assert 'name="since" value="2023"' in text
    assert 'name="speaker" value="Halvarik"' in text
    assert '<option value="date" selected>' in text


def test_a_wrong_query_points_at_the_place(client: TestClient) -> None:
    answer = client.get("/search?q=dam+(river")
    assert answer.status_code == 400
    assert "dam <mark>(</mark>river" in answer.text
    assert 'aria-invalid="true"' in answer.text
    error = client.get("/search.json?q=dam+(river").json()["mistake"]
    assert error["position"] == 4


def test_an_empty_result_is_no_dead_end(client: TestClient) -> None:
    text = client.get("/search?q=zzqqxx&lang=en&country=FR").text
    assert "Without the filter English" in text
    assert "Without the filter France" in text
    assert "Without any filter" in text


def test_did_you_mean(client: TestClient) -> None:
    found = client.get("/search.json?q=reservior").json()
    assert found["suggestion"] == "reservoir"
    assert "Did you mean" in client.get("/search?q=reservior").text


def test_a_hostile_query_is_shown_as_words(client: TestClient) -> None:
    text = client.get('/search?q="><script>alert(1)</script>').text
    assert "<script>alert" not in text


def test_what_htmx_asks_for_keeps_its_address(client: TestClient) -> None:
    answer = client.get("/search?q=dam", headers={"HX-Request": "true"})
    assert answer.headers["hx-replace-url"] == "/search?q=dam"


def test_the_form_has_the_mode_and_filters_keep_it(client: TestClient) -> None:
    text = client.get("/search?q=who+pays+for+the+dam&mode=meaning&lang=fr").text
    assert '<input type="radio" name="mode" value="meaning" checked>' in text
    assert "mode=meaning" in _links(text, "facet-value")[0]
    assert "Nearest sentence" in text
    assert '<mark class="near">' in text
    assert any(each in text for each in ("close in meaning", "same matter", "distantly related"))


def test_more_like_a_turn(client: TestClient) -> None:
    (link, *_) = [each for each in _links(client.get("/search?q=dam").text) if "like=" in each]
    text = client.get(link.replace("&amp;", "&")).text
    assert "Nearest in meaning to" in text
    found = client.get(link.replace("/search?", "/search.json?")).json()
    assert found["mode"] == "meaning"
    assert found["like"]["quote"]
    own = found["like"]["id"].partition("@")[0]
    assert all(hit["hit"]["statement"] != own for hit in found["hits"])


def test_like_nothing_that_there_is(client: TestClient) -> None:
    answer = client.get("/search?like=no/such")
    assert answer.status_code == 400
    assert "there is no turn or statement" in answer.text


def _links(text: str, kind: str = "") -> list[str]:
    found = re.findall(r'<a ([^>]*)href="([^"]+)"', text)
    return [address for classes, address in found if kind in classes]


def test_the_first_page(client: TestClient) -> None:
    found = client.get("/search.json").json()
    start = client.get("/.json").json()
    assert found["of"] == start["totals"]["statements"] >= 30
    assert len(start["latest"]) == 6
    text = client.get("/").text
    assert f"{found['of']} statements from" in text
