"""The pages of saved searches, and their feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import feedparser
import pytest
from starlette.testclient import TestClient

from onrecord.alerts import database as book
from onrecord.alerts import outbox
from onrecord.archive.folder import Folder
from onrecord.pipeline.alerting import match
from onrecord.pipeline.indexing import refresh
from onrecord.pipeline.saving import Goal, Wanted, save
from onrecord.web.app import application
from onrecord.web.settings import Settings
from tests.alerts.making import alert
from tests.web.support import made

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = made(tmp_path_factory.mktemp("alerts") / "archive", [Path("samples")])
    refresh(folder, print)
    return folder


@pytest.fixture
def client(own: Folder) -> Iterator[TestClient]:
    app = application(own, Settings(saving=True))
    with TestClient(
        app, "http://127.0.0.1", headers={"Accept": "text/html"}, follow_redirects=False
    ) as asking:
        yield asking
    for suffix in ("", "-wal", "-shm"):
        Path(f"{own.alerts}{suffix}").unlink(missing_ok=True)


def _saved(client: TestClient, address: str, name: str = "The dam") -> str:
    """Saves what a page of results shows, by its form; the id."""
    text = client.get(address).text
    form = text[text.index('<form action="/alerts"') :]
    fields: dict[str, list[str]] = {"name": [name]}
    for key, value in _HIDDEN.findall(form[: form.index("</form>")]):
        fields.setdefault(key, []).append(unquote(value).replace("&#34;", '"'))
    answer = client.post("/alerts", data=fields)
    assert answer.status_code == 303, answer.text
    location: str = answer.headers["location"]
    return location.partition("#")[2]


def test_what_is_searched_for_is_saved_and_listed(client: TestClient) -> None:
    assert "No search is saved yet" in client.get("/alerts").text
    name = _saved(client, '/search?q="dam"+OR+lake&lang=en&lang=ru&since=2019&page=2')
    page = client.get("/alerts").text
    assert f'id="{name}"' in page
    (one,) = client.get("/alerts.json").json()["searches"]
    assert one["search"]["query"] == '"dam" OR lake'
    assert one["search"]["filters"] == {"lang": ["en", "ru"]}
    assert one["search"]["since_day"] == "2019"
    assert client.get(one["results"]).status_code == 200
    assert "page=2" not in one["results"]


def test_the_feed_has_what_was_there_and_what_has_come(client: TestClient, own: Folder) -> None:
    name = _saved(client, "/search?q=dam&lang=en")
    before = feedparser.parse(client.get(f"/alerts/{name}/feed").text)
    assert not before.bozo
    assert before.entries
    told = match(own, again=name).alerts
    after = feedparser.parse(client.get(f"/alerts/{name}/feed").text)
    ids = [entry.id for entry in after.entries]
    assert len(ids) == len(set(ids)) == len(before.entries) == len(told)
    assert set(ids) == {entry.id for entry in before.entries}
    assert after.entries[0].title.startswith("New: ")
    for entry in after.entries:
        path = entry.link.removeprefix("http://127.0.0.1").partition("#")[0]
        assert client.get(path).status_code == 200
    items = client.get(f"/alerts/{name}/feed.json").json()["items"]
    assert [item["id"] for item in items] == ids


def test_a_feed_is_whole_in_pages(client: TestClient, own: Folder) -> None:
    made_search, _ = save(own, Wanted(name="many", query="nothing-at-all"))
    alerts = [alert(f"A dam, the {n}th.", made_search.id) for n in range(120)]
    with book.opened(own.alerts) as db, book.transaction(db):
        outbox.put(db, alerts)
    address, ids = f"/alerts/{made_search.id}/feed", []
    for _ in range(9):
        feed = feedparser.parse(client.get(address).text)
        ids += [entry.id for entry in feed.entries]
        links = {link.rel: link.href for link in feed.feed.links}
        if "next" not in links:
            break
        address = links["next"].removeprefix("http://127.0.0.1")
    assert len(ids) == len(set(ids)) == 120
    page = client.get(f"/alerts/{made_search.id}?page=2")
    assert page.text.count('class="alert-item"') == 50
    assert 'rel="next"' in page.text


def test_removing(client: TestClient) -> None:
    name = _saved(client, "/search?q=dam")
    token = client.app.state.token  # type: ignore[attr-defined]
    fields = {"token": token, "search": name}
    assert client.post("/alerts/remove", data=fields).status_code == 303
    assert client.post("/alerts/remove", data=fields).status_code == 404
    assert client.get(f"/alerts/{name}").status_code == 404
    assert client.get(f"/alerts/{name}/feed").status_code == 404


def test_no_secret_and_no_whole_address_is_shown(client: TestClient, own: Folder) -> None:
    goals = [
        Goal(kind="webhook", address="https://hook.example/hidden-path"),
        Goal(kind="email", address="ann@desk.example"),
    ]
    saved, _ = save(own, Wanted(name="dam", query="dam"), goals)
    for path in ("/alerts", "/alerts.json", f"/alerts/{saved.id}", f"/alerts/{saved.id}.json"):
        text = client.get(path).text
        assert "whsec_" not in text
        assert "hidden-path" not in text
        assert "ann@" not in text
    assert "hook.example" in client.get("/alerts").text


def test_what_cannot_be_saved(client: TestClient, own: Folder) -> None:
    token = client.app.state.token  # type: ignore[attr-defined]
    wrong = client.post("/alerts", data={"token": token, "q": "(dam", "name": "a"})
    assert wrong.status_code == 400
    long = client.post("/alerts", data={"token": token, "q": "a" * 20_000, "name": "a"})
    assert long.status_code == 422
    assert not own.alerts.exists()


def test_a_name_is_text(client: TestClient) -> None:
    _saved(client, "/search?q=dam", '<script>alert("x")</script>')
    text = client.get("/alerts").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_words_of_which_any_will_do_are_told_of(client: TestClient) -> None:
    assert "any of these words" in client.get("/search?q=dam+river+lake+water").text
    assert "any of these words" not in client.get("/search?q=dam+river").text


def test_where_nothing_may_be_saved_there_is_no_form(own: Folder) -> None:
    with TestClient(application(own), "http://127.0.0.1") as asking:
        assert 'method="post"' not in asking.get("/search?q=dam").text
        assert "--saving" in asking.get("/alerts").text
