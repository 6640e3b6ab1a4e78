"""The ministry does what its plan says, at the time of its clock, and knows what it did."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onrecord.crawl.fetcher import Fetched, Fetcher
from onrecord.crawl.inputs import Input, Loaded
from onrecord.crawl.robots import of_answer
from onrecord.pipeline.reading import Failure, read
from onrecord.records import Reading
from tests.ministry import START, Clock, Ministry, Plan, many, read_log, seams, thirty_days
from tests.ministry.plan import Statement
from tests.ministry.server import CHALLENGE
from tests.support import REPOSITORY

MONTH = START + timedelta(days=30)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return thirty_days(seed=7)


@pytest.fixture
def ministry(plan: Plan) -> Iterator[Ministry]:
    with Ministry(plan, Clock()) as running:
        yield running


@pytest.fixture
def fetcher(ministry: Ministry) -> Iterator[Fetcher]:
    with Fetcher(
        resolve=ministry.resolve, connect=ministry.connect, now=ministry.clock.now, retries=0
    ) as running:
        yield running


def _quiet(plan: Plan, host: str, moment: datetime) -> bool:
    return not any(o.host == host and o.since <= moment < o.until for o in plan.outages)


def _reading(found: Fetched) -> Reading | Failure:
    loaded = Loaded(found.payload, found.media_type, found.charset, found.url, found)
    (made,) = read([Input(found.url, "page", lambda: loaded)])
    return made


def test_the_plan_comes_from_its_seed(plan: Plan) -> None:
    assert thirty_days(seed=7) == plan
    assert thirty_days(seed=8) != plan


def test_there_is_enough_of_everything(plan: Plan) -> None:
    truth = plan.truth()
    assert len(truth.statements) > 300
    assert len(truth.edits) > 60
    assert {removal.ending for removal in truth.removals} == {"404", "410", "soft", "reused"}
    assert {outage.trouble for outage in plan.outages} == {
        "503",
        "429",
        "500",
        "reset",
        "challenge",
    }
    silent = [edit for edit in truth.edits if not edit.signalled]
    assert len(silent) > 40
    assert max(edit.at for edit in silent) < MONTH - timedelta(days=7)
    assert {s.language for s in truth.statements} == {"en", "fr", "de", "es", "ru"}


def test_the_truth_grows(plan: Plan) -> None:
    early, late = plan.truth(START + timedelta(days=5)), plan.truth(MONTH)
    assert set(early.statements) < set(late.statements)
    assert set(early.edits) < set(late.edits)
    assert plan.truth(START).statements == ()


def test_statements_are_read_as_they_are_planned(
    plan: Plan, ministry: Ministry, fetcher: Fetcher
) -> None:
    """Each state of every tenth statement, right after it was published."""
    for statement in plan.statements[::10]:
        for state in statement.states:
            if not _quiet(plan, statement.host, state.since):
                continue
            ministry.clock.set(state.since)
            found = _reading(fetcher.fetch(plan.url(statement)))
            assert isinstance(found, Reading), found
            assert found.header.title == state.text.title
            assert found.language == statement.language
            missing = [line for line in state.text.paragraphs if line[:60] not in found.text]
            assert missing == []


def _first(plan: Plan, ending: str) -> Statement:
    return next(s for s in plan.statements if s.ending == ending and s.ended is not None)


@pytest.mark.parametrize(("ending", "status"), [("404", 404), ("410", 410), ("soft", 200)])
def test_removals(
    plan: Plan, ministry: Ministry, fetcher: Fetcher, ending: str, status: int
) -> None:
    statement = _first(plan, ending)
    assert statement.ended is not None
    ministry.clock.set(statement.ended - timedelta(seconds=1))
    assert isinstance(_reading(fetcher.fetch(plan.url(statement))), Reading)
    ministry.clock.set(statement.ended)
    found = fetcher.fetch(plan.url(statement))
    assert found.status == status
    said = _reading(found)
    assert isinstance(said, Failure)
    assert said.issue.message.startswith("missing page")


def test_an_address_that_is_used_again(plan: Plan, ministry: Ministry, fetcher: Fetcher) -> None:
    statement = _first(plan, "reused")
    assert statement.ended is not None
    ministry.clock.set(statement.ended)
    found = _reading(fetcher.fetch(plan.url(statement)))
    (after,) = [s for s in plan.of(statement.host) if s.id == f"{statement.id}-reuse"]
    assert isinstance(found, Reading)
    assert found.header.title == after.states[0].text.title


def test_what_has_not_changed_is_not_sent_again(
    plan: Plan, ministry: Ministry, fetcher: Fetcher
) -> None:
    for publisher in plan.publishers:
        statement = next(s for s in plan.of(publisher.host) if len(s.states) > 1)
        edited = statement.states[1].since
        ministry.clock.set(edited - timedelta(seconds=1))
        url = plan.url(statement)
        first = fetcher.fetch(url)
        again = fetcher.fetch(url, etag=first.etag, modified=first.modified)
        assert again.unchanged == (publisher.validators != "none")
        ministry.clock.set(edited)
        changed = fetcher.fetch(url, etag=first.etag, modified=first.modified)
        assert changed.status == 200
    assert any(entry.conditional for entry in ministry.log)


def test_noise_is_no_edit(plan: Plan, ministry: Ministry, fetcher: Fetcher) -> None:
    noisy = next(p for p in plan.publishers if p.noise and p.validators == "none")
    statement = plan.of(noisy.host)[0]
    ministry.clock.set(statement.published)
    first, second = (fetcher.fetch(plan.url(statement)) for _ in range(2))
    assert first.payload != second.payload
    one, two = _reading(first), _reading(second)
    assert isinstance(one, Reading)
    assert isinstance(two, Reading)
    assert one.text_digest == two.text_digest


def test_a_silent_edit_does_not_show_in_the_sitemap(
    plan: Plan, ministry: Ministry, fetcher: Fetcher
) -> None:
    host = "mfa.valdoria.example"
    for edit in plan.truth().edits:
        statement = next(s for s in plan.statements if s.id == edit.statement)
        if statement.host == host and _quiet(plan, host, edit.at):
            ministry.clock.set(edit.at)
            listed = fetcher.fetch(f"http://{host}/sitemap-1.xml").payload.decode()
            assert (f"<lastmod>{edit.at:%Y-%m-%dT%H:%M:%SZ}" in listed) == edit.signalled


def test_trouble_lasts_as_long_as_planned(plan: Plan, ministry: Ministry, fetcher: Fetcher) -> None:
    for outage in plan.outages:
        if outage.trouble == "reset":
            continue
        ministry.clock.set(outage.since)
        found = fetcher.fetch(f"http://{outage.host}/")
        if outage.trouble == "challenge":
            assert found.payload == CHALLENGE
        else:
            assert found.status == int(outage.trouble)
        ministry.clock.set(outage.until)
        if _quiet(plan, outage.host, outage.until):
            assert fetcher.fetch(f"http://{outage.host}/robots.txt").status == 200


def test_what_robots_forbids_is_logged_as_such(ministry: Ministry, fetcher: Fetcher) -> None:
    base = "http://mfa.valdoria.example"
    rules = of_answer(200, fetcher.fetch(f"{base}/robots.txt").payload)
    assert (rules.delay, rules.sitemaps) == (5.0, (f"{base}/sitemap.xml",))
    for path in ("/internal/drafts", "/en/news/?print=1", "/en/news/"):
        fetcher.fetch(base + path)
        assert ministry.log[-1].forbidden == (not rules.allowed(base + path))


def test_a_listing_of_ten_thousand() -> None:
    plan = many(10_000)
    with (
        Ministry(plan) as ministry,
        Fetcher(resolve=ministry.resolve, connect=ministry.connect, retries=0) as fetcher,
    ):
        seen: set[str] = set()
        number, more = 1, True
        while more:
            page = fetcher.fetch(f"http://archive.bigland.example/en/news/?page={number}")
            text = page.payload.decode()
            seen |= {piece.partition('"')[0] for piece in text.split('class="title" href="')[1:]}
            number, more = number + 1, 'class="next"' in text
    assert number == 201
    assert seen == {statement.path for statement in plan.statements}


def test_requests_at_once_are_counted(plan: Plan) -> None:
    with Ministry(plan, latency=0.05) as ministry:

        def ask() -> None:
            with Fetcher(resolve=ministry.resolve, connect=ministry.connect) as fetcher:
                fetcher.fetch("http://press.lormark.example/feed.xml")

        threads = [threading.Thread(target=ask) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert max(entry.at_once for entry in ministry.log) > 1
        before = len(ministry.log)
        ask()
        assert [entry.at_once for entry in ministry.log[before:]] == [1]


def test_another_process_with_the_same_clock(tmp_path: Path) -> None:
    clock, log = Clock(path=tmp_path / "clock"), tmp_path / "log"
    command = [sys.executable, "-m", "tests.ministry", "--many", "20", "--clock"]
    running = subprocess.Popen(
        [*command, str(tmp_path / "clock"), "--log", str(log)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert running.stdout is not None
        plan = many(20)
        reach = seams(plan, int(running.stdout.readline()))
        clock.advance(3600)
        with Fetcher(resolve=reach.resolve, connect=reach.connect, retries=0) as fetcher:
            assert fetcher.fetch(plan.url(plan.statements[0])).status == 200
    finally:
        running.terminate()
        running.communicate()
    (entry,) = read_log(log)
    assert (entry.status, entry.at_once) == (200, 1)
    assert datetime.fromtimestamp(entry.time, UTC) == START + timedelta(hours=1)
