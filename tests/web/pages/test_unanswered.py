"""The page of questions and answers."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_exchanges_by_clarity(client: TestClient) -> None:
    every = client.get("/unanswered.json?clarity=all").json()
    assert every["total"] == every["all"] == sum(every["clarities"].values()) > 0
    some = client.get("/unanswered.json").json()
    assert {one["clarity"] for one in some["exchanges"]} <= {"non-reply"}
    assert some["total"] == every["clarities"].get("non-reply", 0)


def test_each_has_its_question_and_what_shows_it(client: TestClient) -> None:
    one = client.get("/unanswered.json?clarity=all").json()["exchanges"][0]
    assert one["question"]
    said = one["shown"]
    shown = client.get(f"/statements/{said['statement']}@{said['version']}.json").json()
    assert shown["text"][said["span"][0] : said["span"][1]] == said["quote"]
    assert one["question"].split()[0] in client.get("/unanswered?clarity=all").text
