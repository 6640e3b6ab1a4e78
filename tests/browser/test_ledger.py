"""The ledger in a browser: acts in the margin of a statement, with keys and without JavaScript."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from onrecord.cli.serve import address, listening
from onrecord.web.app import application
from onrecord.web.settings import Settings
from tests.web.support import GENEVA, made


@pytest.fixture(scope="module")
def correcting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server where annotations may be corrected."""
    folder = made(tmp_path_factory.mktemp("correcting") / "archive", [Path("samples")])
    listener = listening("127.0.0.1", 0)
    app = application(folder, Settings(correcting=True))
    serving = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield address(listener).rstrip("/")
    serving.should_exit = True
    thread.join(timeout=10)
    listener.close()


def test_a_note_leads_to_its_words_and_to_the_ledger_and_back(page: Page, server: str) -> None:
    page.goto(f"{server}/statements/{GENEVA}")
    note = page.locator(".act.a-commitments").first
    start, end = (note.locator(".act-words").get_attribute("data-at") or "0-0").split("-")
    text = page.request.get(f"{server}/statements/{GENEVA}.json").json()["text"]
    note.locator(".act-words").click()
    expect(page.locator("mark.at").first).to_be_visible()
    marked = "".join(page.locator("mark.at").all_inner_texts())
    assert marked == text[int(start) : int(end)]
    expect(page.locator(".act.a-commitments[aria-current]")).to_have_count(1)
    page.locator(".act.a-commitments[aria-current] .act-entry").click()
    expect(page.locator(".entry")).to_have_count(1)
    page.locator(".entry .quote-link").first.click()
    expect(page).to_have_url(re.compile(rf"at={start}-{end}#at$"))
    expect(page.locator(".act.a-commitments[aria-current]")).to_have_count(1)


def test_the_margin_stands_beside_on_wide_screens_and_under_on_narrow_ones(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/statements/{GENEVA}")
    said = page.locator(".with-acts").first
    boxes = [said.locator(each).bounding_box() for each in ("[data-s]", ".acts-here")]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[1]["x"] >= boxes[0]["x"] + boxes[0]["width"]
    page.set_viewport_size({"width": 390, "height": 800})
    boxes = [said.locator(each).bounding_box() for each in ("[data-s]", ".acts-here")]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"]


def test_a_key_switches_the_margin_and_pointing_shows_the_words(page: Page, server: str) -> None:
    page.goto(f"{server}/statements/{GENEVA}")
    page.locator(".act-words").first.hover()
    page.wait_for_function("CSS.highlights.get('act').size > 0")
    start, end = (page.locator(".act-words").first.get_attribute("data-at") or "0-0").split("-")
    text = page.request.get(f"{server}/statements/{GENEVA}.json").json()["text"]
    shown = page.evaluate(
        """() => [...CSS.highlights.get('act')].map(each => { const made = document.createRange();
        made.setStart(each.startContainer, each.startOffset);
        made.setEnd(each.endContainer, each.endOffset); return made.toString(); }).join('')"""
    )
    assert shown == text[int(start) : int(end)]
    page.keyboard.press("a")
    expect(page).to_have_url(re.compile("acts=none"))
    expect(page.locator(".acts-here")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.locator(".acts-here").first).to_be_visible()


def test_without_script_the_margin_and_its_switches_work(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/statements/{GENEVA}")
    page.locator(".marks-nav .a-commitments").click()
    expect(page.locator(".act.a-commitments")).to_have_count(0)
    expect(page.locator(".act.a-positions").first).to_be_attached()
    context.close()


def test_a_reader_marks_an_entry_wrong_and_undoes_it(page: Page, correcting: str) -> None:
    page.goto(f"{correcting}/commitments")
    before = page.locator(".total").inner_text()
    page.locator(".judge > summary").first.focus()
    page.keyboard.press("Enter")
    page.locator(".judge-form input[name=why]").first.fill("a wish")
    page.get_by_role("button", name="It is wrong").first.click()
    expect(page.locator(".told-of")).to_contain_text("Marked as wrong")
    expect(page.locator(".total")).not_to_have_text(before)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".told-of")).to_contain_text("Taken back")
    expect(page.locator(".total")).to_have_text(before)
