"""The dossier page: every count leads to what was counted."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from onrecord.pipeline.indexing import refresh
from onrecord.web.app import application
from tests.store.spoken import archive
from tests.web.conftest import BASE

_TITLED = re.compile(r'<a href="(/dossier/state/tr\?[^"]+)"[^>]*><title>[^<]*?(\d+) turns?<')
_LABELLED = re.compile(r'<a href="(/dossier/state/tr\?[^"]+)" aria-label="[^"]*: (\d+) turns?"')


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = archive(tmp_path_factory.mktemp("dossier"))
    refresh(folder, lambda said: None)
    with TestClient(
        application(folder), BASE, headers={"Accept": "text/html"}, follow_redirects=False
    ) as client:
        yield client


def test_one_record_as_page_and_as_json(asking: TestClient) -> None:
    record = asking.get("/dossier/state/tr.json").json()
    text = asking.get("/dossier/state/tr").text
    assert record["name"] == "Turkey"
    assert record["listed"] == record["totals"]["turns"] == len(record["latest"])
    assert "in 2 of 2 statements" in text
    for mention in record["latest"]:
        start, end = mention["span"]
        version = f"{mention['statement']}@{mention['version']}"
        whole = asking.get(f"/statements/{version}.json").json()["text"]
        assert whole[start:end] == mention["quote"]


def test_every_mark_leads_to_as_many_turns_as_it_says(asking: TestClient) -> None:
    text = asking.get("/dossier/state/tr").text
    counted = _TITLED.findall(text) + _LABELLED.findall(text)
    assert len(counted) > 3
    for address, number in counted:
        path, _, asked = html.unescape(address).partition("?")
        listed = asking.get(f"{path}.json?{asked.partition('#')[0]}").json()["listed"]
        assert listed == int(number), address


def test_what_is_narrowed_says_so(asking: TestClient) -> None:
    text = asking.get("/dossier/state/tr?month=2024-04").text
    assert "April 2024" in text
    assert "signed a treaty" in text
    assert "What does" not in text
    assert "No turn fits" in asking.get("/dossier/state/tr?month=1999").text


def test_a_feed(asking: TestClient) -> None:
    answer = asking.get("/dossier/state/tr/feed")
    assert answer.status_code == 303
    feed = asking.get(answer.headers["location"])
    assert "Turkey" in feed.text
    assert asking.get("/dossier/state/tr/feed.json").headers["location"].startswith("/feed.json?")


def test_what_nobody_knows_and_what_nobody_names(asking: TestClient) -> None:
    assert asking.get("/dossier/person/nobody").status_code == 404
    assert "Nobody speaks of it" in asking.get("/dossier/state/fj").text
    assert asking.get("/dossier/state/tr?beside=%3Cb%3E").status_code == 200


def test_it_leads_to_what_the_ledger_and_the_comparisons_tell_of_it(asking: TestClient) -> None:
    text = html.unescape(asking.get("/dossier/state/tr").text)
    for path, asked, value in (
        ("positions", "target", "state/tr"),
        ("positions", "holder", "state/tr"),
        ("commitments", "actor", "state/tr"),
        ("agenda", "participant", "state/tr"),
        ("events", "actor", "state/tr"),
        ("unanswered", "topic", "state/tr"),
        ("meetings", "country", "TR"),
        ("contradictions", "target", "state/tr"),
    ):
        address = next(iter(re.findall(rf'href="(/{path}\?[^"]*\b{asked}=[^"]+)"', text)))
        path, _, query = address.partition("?")
        record = asking.get(f"{path}.json?{query}").json()
        assert record.get("asked", record)[asked] == value


def test_plots_are_there_for_other_programs(asking: TestClient) -> None:
    text = asking.get("/dossier/state/tr").text
    for plot in ("months", "states", "speakers", "together"):
        address = f"/dossier/state/tr/plots/{plot}"
        assert f'href="{address}"' in text
        made = asking.get(address)
        assert made.headers["content-type"].startswith("application/json")
        assert made.json()["usermeta"]["source"].endswith("/dossier/state/tr")
        assert asking.get(f"{address}.json").json() == made.json()
    assert asking.get("/dossier/state/tr/plots/pie").status_code in (404, 422)
    assert asking.get("/dossier/state/fj/plots/months").status_code == 404


def test_names_in_other_languages_are_searched_for(asking: TestClient) -> None:
    text = asking.get("/dossier/state/tr").text
    assert 'lang="fr"' in text
    assert re.search(r'<a href="/search\?q=%22Turquie%22[^"]*">Turquie</a>', text)
