"""Edits, two texts and languages side by side in a browser: what axe finds, what fits, and what
works by keyboard, on a narrow screen, on paper and without JavaScript."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import _violations
from tests.web.support import ARABIC, GENEVA, PACT

WAIT = 60_000  # the first comparison loads the encoder
ADDRESSES = {
    "edits": "/edits?weight=typography",
    "no edits": "/edits?kind=removed",
    "compare": f"/compare?a={PACT}@1&b=@2",
    "compare languages": f"/compare?a={GENEVA}&b=ru",
    "unrelated, right to left": f"/compare?a={ARABIC}&b={GENEVA}",
    "empty form": "/compare",
    "languages": f"/languages/{GENEVA}",
    "what differs": f"/languages/{GENEVA}?rows=differing",
    "two languages": f"/languages/{GENEVA}?lang=fr",
    "one language": f"/languages/{PACT}",
}


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, server: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    context.set_default_timeout(WAIT)
    page = context.new_page()
    wrong = {}
    for name, address in ADDRESSES.items():
        page.goto(server + address)
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found = _violations(page) + ([f"{over} pixels too wide"] if over > 0 else [])
        if found:
            wrong[name] = found
    context.close()
    assert wrong == {}


def test_from_an_edit_to_its_words_in_the_statement(page: Page, server: str) -> None:
    page.goto(f"{server}/edits")
    expect(page.locator("del >> nth=0")).to_have_text("must")
    page.click(".edit .acts a:has-text('Compare')")
    page.click("#differences ~ ol a >> nth=0")
    expect(page.locator(":target")).to_contain_text("must")
    page.locator(".beside-row:target .to-place").first.click()
    expect(page.locator("mark.at")).to_have_text(re.compile("^“Every municipality must"))


def test_columns_scroll_together_and_stack_on_a_narrow_screen(page: Page, server: str) -> None:
    page.goto(f"{server}/languages/{GENEVA}", timeout=WAIT)
    boxes = [cell.bounding_box() for cell in page.locator("#r5 .beside-cell").all()]
    assert len({box["y"] for box in boxes if box}) == 1
    assert len({box["x"] for box in boxes if box}) == 5
    page.set_viewport_size({"width": 390, "height": 800})
    boxes = [cell.bounding_box() for cell in page.locator("#r5 .beside-cell").all()]
    assert len({box["x"] for box in boxes if box}) == 1
    expect(page.locator("#r5 .col-tag").first).to_be_visible()


def test_another_language_first_and_fewer_of_them_without_javascript(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(WAIT)
    page = context.new_page()
    page.goto(f"{server}/statements/{GENEVA}")
    page.click("text=Side by side")
    page.click(".chips a:has-text('Russian')")
    expect(page.locator(".beside-head .col-tag").first).to_have_text("ru")
    page.uncheck("input[name=lang][value=de]")
    page.click("form.edits-when button")
    expect(page.locator(".beside-head .beside-cell")).to_have_count(4)
    page.click(".language-summaries a >> nth=0")
    page.click("text=Swap sides")
    page.fill("#side-b", "none/such")
    page.click(".compare-form button")
    expect(page.locator("main")).to_contain_text("no statement")
    context.close()


def test_a_report_can_be_taken_away(page: Page, server: str) -> None:
    page.goto(f"{server}/compare?a={PACT}@1&b=@2", timeout=WAIT)
    with page.expect_download() as taken:
        page.click("text=Report as one file")
    assert taken.value.suggested_filename.endswith(".html")


def test_on_paper_nothing_is_cut_off(page: Page, server: str) -> None:
    page.goto(f"{server}/languages/{GENEVA}", timeout=WAIT)
    page.emulate_media(media="print")
    expect(page.locator(".bar")).not_to_be_visible()
    expect(page.locator("#r5 .beside-words").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
