"""Saving a search from the search page in a browser, with and without its scripts; its feed is
opened by a reader of feeds that nobody here wrote."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.request import urlopen

import feedparser
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from onrecord.cli.serve import address, listening
from onrecord.pipeline.indexing import refresh
from onrecord.web.app import application
from onrecord.web.settings import Settings
from tests.browser.test_pages import _violations
from tests.web.support import made


@pytest.fixture(scope="module")
def saving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server where searches may be saved."""
    folder = made(tmp_path_factory.mktemp("saving") / "archive", [Path("samples")])
    refresh(folder, print)
    listener = listening("127.0.0.1", 0)
    app = application(folder, Settings(saving=True))
    serving = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield address(listener).rstrip("/")
    serving.should_exit = True
    thread.join(timeout=10)
    listener.close()


def _fetched(url: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.undo()
    with urlopen(url) as answer:
        content: bytes = answer.read()
    return content


def _saves(page: Page, server: str, query: str, name: str) -> str:
    """Searches, saves the search, and gives the address of its feed."""
    page.goto(f"{server}/search?lang=en")
    page.fill("#q", query)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q="))
    page.locator(".hit mark").first.wait_for()
    page.click(".save-search summary")
    page.fill("#save-name", name)
    page.click(".save-search button")
    page.wait_for_url("**/alerts#*")
    saved = page.locator(".saved", has_text=name)
    href = saved.get_by_role("link", name="Atom").get_attribute("href")
    assert href is not None
    return server + href


@pytest.mark.parametrize("scripts", [True, False])
def test_a_search_is_saved_and_its_feed_is_read(
    browser: Browser, saving: str, scripts: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    context.set_default_timeout(30_000)
    page = context.new_page()
    name = f"The dam {scripts}"
    feed = _saves(page, saving, "dam", name)
    page.click(f".saved:has-text('{name}') h2 a")
    expect(page.locator("h1")).to_have_text(name)
    read = feedparser.parse(_fetched(feed, monkeypatch))
    assert not read.bozo
    assert name in read.feed.title
    assert read.entries
    assert all("dam" in entry.content[0].value.lower() for entry in read.entries)
    page.goto(read.entries[0].link)
    page.locator("mark.at").first.wait_for()
    page.goto(f"{saving}/alerts")
    page.click(f"button[aria-label='Remove {name}']")
    page.wait_for_url("**/alerts")
    expect(page.locator(".saved", has_text=name)).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(
    browser: Browser, saving: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    feed = _saves(page, saving, "river", f"River {width} {scheme}")
    for url in (f"{saving}/alerts", feed.removesuffix("/feed"), f"{saving}/search?q=river"):
        page.goto(url)
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        assert _violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()
