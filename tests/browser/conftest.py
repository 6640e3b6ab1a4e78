"""A browser, and a server of the samples to look at. Where no Chromium is, these tests are skipped
and say so."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from onrecord.cli.serve import address, listening
from onrecord.web.app import application
from tests.web.support import made

# A click returns before the next page is read: whatever is asked of a page is asked with `expect`,
# which waits for it, as long as a busy machine may need.
WAIT = 30_000
expect.set_options(timeout=WAIT)
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the samples, without a slash at the end."""
    folder = made(tmp_path_factory.mktemp("browser") / "archive", [Path("samples")])
    listener = listening("127.0.0.1", 0)
    serving = uvicorn.Server(uvicorn.Config(application(folder), log_level="error"))
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield address(listener).rstrip("/")
    serving.should_exit = True
    thread.join(timeout=10)
    listener.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the system."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium is installed: the pages were not looked at in a browser")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window for one test. A message of the page's own script or of the policy fails it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(WAIT)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if "Policy" in said.text else None)
    yield opened
    context.close()
    assert wrong == []
