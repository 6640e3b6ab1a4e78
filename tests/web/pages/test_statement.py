"""The statement page: all of the text, its evidence, and addresses that stay."""

from __future__ import annotations

import html
import re

import pytest
from starlette.testclient import TestClient

from tests.web.support import ARABIC, GENEVA, PACT

_SAID = re.compile(r'<(p|blockquote) class="[a-z_]+" id="c\d+" data-s="(\d+)">(.*?)</\1>', re.S)
_TAG = re.compile(r"<[^>]+>")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?acts=none",
        "?find=study+dam",
        "?at=10-120",
        "?marks=all",
        "?marks=times,states&find=dam",
    ],
)
@pytest.mark.parametrize("name", [GENEVA, PACT, ARABIC])
def test_what_is_shown_is_the_text_where_it_stands(
    client: TestClient, name: str, query: str
) -> None:
    record = client.get(f"/statements/{name}.json").json()
    page = client.get(f"/statements/{name}{query}").text
    shown = [(int(at), html.unescape(_TAG.sub("", said))) for _, at, said in _SAID.findall(page)]
    assert shown
    for at, words in shown:
        assert record["text"][at : at + len(words)] == words
    visible = re.sub(r"\s", "", "".join(words for _, words in shown))
    for turn in record["turns"]:
        assert re.sub(r"\s", "", record["text"][slice(*turn["span"])]) in visible


def test_the_record_is_that_of_the_contract(client: TestClient) -> None:
    record = client.get(f"/statements/{GENEVA}.json").json()
    for field in ("id", "source", "language", "text", "header", "blocks", "turns", "exchanges"):
        assert field in record
    evidence = record["header"]["evidence"]["date"]
    start, end = evidence["span"]
    assert record["text"][start:end] == evidence["quote"]


def test_selected_words_are_marked(client: TestClient) -> None:
    record = client.get(f"/statements/{GENEVA}.json").json()
    at = record["text"].index("gauging stations")
    text = client.get(f"/statements/{GENEVA}?at={at}-{at + 16}").text
    assert '<a class="anchor" id="at"></a><mark class="at">gauging stations</mark>' in text
    chosen = client.get(f"/statements/{GENEVA}.json?at={at}-{at + 16}").json()
    assert chosen["selected"] == [at, at + 16]
    assert chosen["turn"] == 0


@pytest.mark.parametrize("at", ["5-2", "0-9999999", "x", "-1-3", "3-3"])
def test_words_that_are_not_there_are_said(client: TestClient, at: str) -> None:
    answer = client.get(f"/statements/{GENEVA}?at={at}")
    assert answer.status_code == 400
    assert "selects nothing" in answer.text


def test_unknown_is_said_and_explained(client: TestClient) -> None:
    text = client.get(f"/statements/{PACT}").text
    assert "not stated on the page" in text
    assert "Nothing on the page says so." in text


def test_versions(client: TestClient) -> None:
    old = client.get(f"/statements/{PACT}@1").text
    assert "You are reading version 1 of 2" in old
    assert "You are reading" not in client.get(f"/statements/{PACT}").text
    assert client.get(f"/statements/{PACT}@3").status_code == 404


def test_right_to_left(client: TestClient) -> None:
    text = client.get(f"/statements/{ARABIC}").text
    assert re.search(r'<article class="turn[^"]*" id="t0" dir="rtl"', text)
    assert '<div class="words" lang="ar">' in text


def test_other_languages_are_linked(client: TestClient) -> None:
    text = client.get(f"/statements/{GENEVA}").text
    for tag in ("de", "es", "fr", "ru"):
        assert f'hreflang="{tag}"' in text


def test_exchanges_fold_and_have_their_question(client: TestClient) -> None:
    text = client.get(f"/statements/{GENEVA}").text
    record = client.get(f"/statements/{GENEVA}.json").json()
    assert text.count('<details class="answers" open>') == len(record["exchanges"])
    for turn in record["turns"]:
        assert f'id="t{turn["n"]}"' in text
        assert f'href="#t{turn["n"]}"' in text


def test_marks_change_no_letter_and_each_has_its_card(client: TestClient) -> None:
    plain = client.get(f"/statements/{GENEVA}").text
    marked = client.get(f"/statements/{GENEVA}?marks=all").text
    shown = [
        [(at, html.unescape(_TAG.sub("", said))) for _, at, said in _SAID.findall(page)]
        for page in (plain, marked)
    ]
    assert shown[0] == shown[1]
    assert 'class="named' not in plain
    leading = set(re.findall(r'class="named g-[a-z]+" href="#(note-\d+)"', marked))
    assert leading
    assert leading == set(re.findall(r'class="note" id="(note-\d+)"', marked))
    assert "Found by the rule" in marked


def test_a_switch_takes_a_group_away_and_keeps_the_rest(client: TestClient) -> None:
    text = client.get(f"/statements/{GENEVA}?marks=places&marks=times&find=dam").text
    assert re.search(r'href="[^"]*\?find=dam&amp;marks=places"[^>]*aria-current="true">Times', text)
    assert 'name="marks" value="places,times"' in text


def test_the_record_has_its_annotations(client: TestClient) -> None:
    record = client.get(f"/statements/{GENEVA}.json").json()
    assert record["annotations"]
    for each in record["annotations"]:
        assert record["text"][slice(*each["span"])] == each["quote"]


def test_acts_stand_beside_their_words_and_lead_to_the_ledger_and_back(client: TestClient) -> None:
    record = client.get(f"/statements/{GENEVA}.json").json()
    pledge = next(each for each in record["annotations"] if each["layer"] == "commitment")
    at = "{}-{}".format(*pledge["span"])
    page = client.get(f"/statements/{GENEVA}").text
    assert f'data-at="{at}"' in page
    entry = html.unescape(re.findall(r'href="(/commitments\?entry=[^"]+)"', page)[0])
    found = client.get(entry.replace("/commitments", "/commitments.json")).json()
    assert found["total"] == 1
    said = found["commitments"][0]["said"]
    assert said["statement"] == GENEVA
    back = client.get(f"/statements/{GENEVA}?at={at}").text
    assert re.search(r'<li class="act a-commitments[^>]+aria-current="true"', back)


def test_every_note_leads_to_an_entry_that_is_there(client: TestClient) -> None:
    page = client.get(f"/statements/{GENEVA}").text
    entries = set(re.findall(r'class="act-entry" href="([^"]+)"', page))
    assert len(entries) > 5
    for entry in entries:
        path, _, query = html.unescape(entry).partition("?")
        assert client.get(f"{path}.json?{query}").json()["total"] >= 1, entry


def test_the_margin_is_switched_by_the_address(client: TestClient) -> None:
    assert "acts-here" not in client.get(f"/statements/{GENEVA}?acts=none").text
    page = client.get(f"/statements/{GENEVA}?acts=commitments&find=dam&marks=times").text
    assert "a-commitments is-" in page
    assert "act a-events" not in page
    assert "acts=commitments%2Cevents" in page
    assert '<input type="hidden" name="acts" value="commitments">' in page
