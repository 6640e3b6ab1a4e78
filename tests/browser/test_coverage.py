"""The coverage pages in a browser, with what days of watching left: badges, reasons, the calendar
by mouse and keyboard, on a narrow screen, without scripts, and what axe finds."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from onrecord.archive.folder import Folder
from onrecord.cli.serve import address, listening
from onrecord.store import coverage, watchfile
from onrecord.store.coverage import Note
from onrecord.web.app import application
from tests import watched
from tests.browser.test_pages import _violations
from tests.ministry import START, Clock, Ministry, thirty_days

LORMARK, MERIDIA = "xl_press_news", "xm_presidencia_news"
DAYS = 9
LAST = f"last={(START + timedelta(days=DAYS - 1)):%Y-%m-%d}"


def _filled(root: Path) -> Folder:
    """An archive that watched the ministry for some days: one source was read with trouble, one
    could not be read for a time, one is failing."""
    folder, clock = watched.archive(root), Clock()
    with Ministry(thirty_days(seed=4, days=DAYS), clock) as ministry:
        watched.watch(folder, ministry.seams, clock, watched.end(DAYS - 0.5))
    db = watchfile.writable(folder.watch)
    day = f"{START + timedelta(days=3):%Y-%m-%d}"
    with watchfile.transaction(db):
        db.execute("DELETE FROM coverage WHERE source = ? AND day = ?", (LORMARK, day))
        note = Note("unreadable", "nothing on the page is 'li.item'", "http://a.example/")
        coverage.count(db, LORMARK, day, [note])
        db.execute(
            "UPDATE listings SET state = 'unreadable', reason = 'it is no list any more'"
            " WHERE source = ?", (MERIDIA,),
        )  # fmt: skip
    db.close()
    return folder


@pytest.fixture(scope="module")
def covered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of that archive."""
    folder = _filled(tmp_path_factory.mktemp("covered") / "archive")
    listener = listening("127.0.0.1", 0)
    serving = uvicorn.Server(uvicorn.Config(application(folder), log_level="error"))
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield address(listener).rstrip("/")
    serving.should_exit = True
    thread.join(timeout=10)
    listener.close()


def test_each_source_has_its_badge_its_reason_and_its_days(page: Page, covered: str) -> None:
    page.goto(f"{covered}/coverage?{LAST}")
    sections = page.locator("section.covered")
    expect(sections).to_have_count(5)
    failing = page.locator("section.covered", has_text=MERIDIA)
    expect(failing.locator(".health.failing")).to_have_count(1)
    expect(failing).to_contain_text("it is no list any more")
    well = page.locator("section.covered", has_text=LORMARK)
    expect(well.locator("svg.heat a")).to_have_count(DAYS)
    expect(well.locator("svg.heat rect.unreadable")).to_have_count(1)
    assert well.locator("svg.heat rect.statements").count() >= 3
    label = well.locator("svg.heat a:has(rect.unreadable)").get_attribute("aria-label")
    assert "nothing on the page is 'li.item'" in (label or "")


def test_a_day_is_opened_by_mouse_and_by_keyboard(page: Page, covered: str) -> None:
    page.goto(f"{covered}/coverage?{LAST}")
    odd = page.locator("svg.heat a:has(rect.unreadable)").first
    odd.click()
    page.wait_for_url(f"**/coverage/{LORMARK}*#d*")
    chosen = page.locator(":target")
    expect(chosen).to_contain_text("nothing on the page is 'li.item'")
    page.go_back()
    page.locator("svg.heat a").first.focus()
    outline = page.evaluate(
        "(() => { const s = getComputedStyle(document.activeElement.querySelector('rect'));"
        " const a = getComputedStyle(document.activeElement);"
        " return s.stroke + ' ' + s.strokeWidth + ' ' + a.outlineStyle; })()"
    )
    assert outline.split()[-1] != "none" or not outline.startswith("none")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("/coverage/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/coverage/*#d*")
    expect(page.locator(":target")).to_have_count(1)


def test_it_is_whole_without_scripts(browser: Browser, covered: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{covered}/coverage?{LAST}")
    page.click(f"section.covered:has-text('{LORMARK}') h2 a")
    expect(page).to_have_url(re.compile(re.escape(f"{covered}/coverage/{LORMARK}")))
    expect(page.locator("main")).to_contain_text("nothing on the page is 'li.item'")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, covered: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    wrong = {}
    for path in (f"/coverage?{LAST}", f"/coverage/{LORMARK}?{LAST}"):
        page.goto(covered + path)
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found = _violations(page) + ([f"{over} pixels too wide"] if over > 0 else [])
        if found:
            wrong[path] = found
    context.close()
    assert wrong == {}
