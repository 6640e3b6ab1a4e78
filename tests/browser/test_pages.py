"""The pages in a browser: what a visitor does, with the keyboard too, without JavaScript too, and
what axe finds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.support import ARABIC, GENEVA, PACT

AXE = Path(__file__).with_name("axe.min.js")
ADDRESSES = {
    "start": "/",
    "results": "/search?q=study&lang=en",
    "by meaning": "/search?q=who+pays+for+the+dam&mode=meaning",
    "by both": "/search?q=who+pays+for+the+dam&mode=hybrid&lang=fr",
    "like a turn": f"/search?like={quote(GENEVA)}%401%23t3",
    "nothing": "/search?q=zzqqx&lang=en",
    "mistake": "/search?q=(gas",
    "statement": f"/statements/{GENEVA}?find=study&at=1220-1250",
    "arabic": f"/statements/{ARABIC}",
    "old version": f"/statements/{PACT}@1",
    "cite": f"/cite/{GENEVA}@1?turn=3",
    "evidence": f"/evidence/{GENEVA}",
    "issues": "/issues?severity=info",
    "meetings": "/meetings",
    "sides": "/sides?a=local/2024-02-20/vienna-readout"
    "&b=local/2024-02-20/secretary-lintons-meeting-with-foreign-minister-raskin-of",
    "contradictions": "/contradictions",
    "no contradiction": "/contradictions?target=dam",
    "browse": "/browse",
    "speakers": "/browse/speaker",
    "dates": "/browse/date",
    "dossiers": "/dossiers",
    "dossier": "/dossier/place/ch-geneva",
    "timeline": "/dossier/place/ch-geneva/timeline",
    "dates of a statement": f"/timeline/{GENEVA}",
    "marks": f"/statements/{GENEVA}?marks=all",
    "help": "/help",
    "ledger": "/ledger?of=2020-01-01",
    "corrections": "/corrections",
    "questions": "/unanswered/table?by=outlet-topic",
    "commitments": "/commitments?of=2030-01-01",
    "agenda": "/agenda?dated=all",
    "agenda month": "/agenda?month=2023-10",
    "positions": "/positions",
    "unanswered": "/unanswered?clarity=all",
    "events": "/events",
    "missing": "/statements/none",
}
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def _violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", _RULES
    )
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, server: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    # axe is put in past the policy of the pages, which lets no such script in.
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
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


def test_from_words_to_citation_in_three_steps(page: Page, server: str) -> None:
    page.goto(server)
    page.fill("#q", '"independent study"')
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit mark")
    page.click(".hit .acts a:has-text('Cite')")
    said = page.input_value("#c-apa")
    assert "independent study" in said
    assert "sha256:" in said
    assert re.search(r"Captured \d+ \w+ \d{4}, \d\d:\d\d UTC", said)
    page.click("[data-copy=c-apa]")
    page.locator("[data-copy=c-apa]", has_text="Copied").wait_for()


def test_results_follow_what_is_typed(page: Page, server: str) -> None:
    page.goto(f"{server}/search?q=study&lang=en")
    before = page.inner_text(".total")
    page.fill("#q", "reservoir")
    page.locator(".total", has_not_text=before).wait_for()
    expect(page.locator(".hit mark").first).to_have_text(re.compile("^reservoir", re.IGNORECASE))
    page.wait_for_url("**/search?q=reservoir*")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["reservoir"], "lang": ["en"]}


def test_advanced_settings_make_a_query_and_an_address(page: Page, server: str) -> None:
    page.goto(f"{server}/search?q=study")
    page.click("#advanced > summary")
    page.fill("#f-phrase", "height of the Tolva dam")
    page.fill("#f-none", "winter")
    page.check("input[name=lang][value=en]")
    page.fill("#f-since", "2023-09")
    page.click("#advanced button")
    page.wait_for_url("**since=2023-09*")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked["q"] == ['study "height of the Tolva dam" -winter']
    assert asked["lang"] == ["en"]
    assert set(asked) == {"q", "lang", "since"}


def test_a_permalink_shows_its_turn_and_its_words(page: Page, server: str) -> None:
    page.goto(f"{server}/statements/{GENEVA}#t3")
    expect(page.locator("#t3:target")).to_have_count(1)
    text = page.request.get(f"{server}/statements/{GENEVA}.json").json()["text"]
    at = text.index("gauging")
    page.goto(f"{server}/statements/{GENEVA}?at={at}-{at + 16}#at")
    expect(page.locator("mark.at")).to_have_text(text[at : at + 16])
    assert page.locator("#at").bounding_box() is not None


def test_selected_words_can_be_linked_and_cited(page: Page, server: str) -> None:
    page.goto(f"{server}/statements/{GENEVA}")
    page.evaluate(
        """() => { const node = document.querySelector('#t3 .words p').firstChild;
        const range = document.createRange(); range.setStart(node, 0); range.setEnd(node, 6);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.wait_for_selector("#selection:not([hidden])")
    page.click("#selection a")
    expect(page).to_have_url(re.compile("at="))
    expect(page.locator(".cited blockquote")).to_have_text("Nobody")


def test_another_language_is_one_click_away(page: Page, server: str) -> None:
    page.goto(f"{server}/statements/{GENEVA}")
    page.click(".tongues a[hreflang=de]")
    expect(page.locator(".words[lang=de]").nth(3)).to_be_attached()


def test_evidence_opens_by_hover_and_by_focus_and_is_dismissed(page: Page, server: str) -> None:
    page.goto(f"{server}/statements/{GENEVA}")
    card = page.locator("#why-date")
    expect(card).not_to_be_visible()
    page.hover("[aria-describedby=why-date]")
    expect(card).to_contain_text("in the title")
    page.keyboard.press("Escape")
    expect(card).not_to_be_visible()
    page.mouse.move(0, 0)
    page.focus("[aria-describedby=why-date]")
    expect(card).to_be_visible()


def test_a_card_opens_on_hover_focus_and_click_and_is_dismissed(page: Page, server: str) -> None:
    page.goto(f"{server}/statements/{GENEVA}")
    page.keyboard.press("m")
    page.wait_for_url("**marks=all*")
    link = page.locator(".turn a.named").first
    card = page.locator(link.get_attribute("href") or "#none")
    expect(card).not_to_be_visible()
    link.hover()
    expect(card).to_contain_text("Found by the rule")
    page.keyboard.press("Escape")
    expect(card).not_to_be_visible()
    page.mouse.move(0, 0)
    link.focus()
    expect(card).to_be_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.note') !== null")
    page.keyboard.press("Escape")
    expect(card).not_to_be_visible()
    assert page.evaluate("document.activeElement.matches('a.named')")


def test_a_card_opens_without_javascript_where_one_reads(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/statements/{GENEVA}?marks=all")
    link = page.locator(".turn a.named").last
    link.scroll_into_view_if_needed()
    before = link.bounding_box()
    link.click()
    card = page.locator(".note:target")
    expect(card).to_be_visible()
    assert link.bounding_box() == before
    card.locator(".note-close").click()
    expect(page.locator(".note:target")).to_have_count(0)
    assert link.bounding_box() == before
    context.close()


def test_keys(page: Page, server: str) -> None:
    page.goto(f"{server}/statements/{GENEVA}?find=study")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "t1"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "t0"
    page.keyboard.press("n")
    page.keyboard.press("n")
    second = page.evaluate(
        "[...document.querySelectorAll('mark.place')].findIndex(m => m.matches('.now'))"
    )
    page.keyboard.press("p")
    first = page.evaluate(
        "[...document.querySelectorAll('mark.place')].findIndex(m => m.matches('.now'))"
    )
    assert (first, second) == (0, 1)
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("j/?")
    expect(page.locator("#q")).to_have_value("j/?")


def test_answers_fold_and_the_question_stays(page: Page, server: str) -> None:
    page.goto(f"{server}/statements/{GENEVA}")
    page.locator(".answers > summary").first.click()
    expect(page.locator("#t3")).not_to_be_visible()
    expect(page.locator("#t2")).to_be_visible()


def test_all_of_it_works_without_javascript(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    page.fill("#q", "study")
    page.click("form.big-search button")
    page.click("#advanced > summary")
    page.check("input[name=lang][value=en]")
    page.click("#advanced button")
    expect(page).to_have_url(re.compile("lang=en"))
    page.click(".hit .quote-link")
    expect(page.locator("mark.place")).not_to_have_count(0)
    page.fill("#find", "dam")
    page.click(".find button")
    expect(page).to_have_url(re.compile("find=dam"))
    page.click(".find-steps a")
    page.focus("[aria-describedby=why-date]")
    expect(page.locator("#why-date")).to_be_visible()
    page.click(".doing a:has-text('Cite')")
    expect(page.locator("#c-bibtex")).to_have_value(re.compile("sha256:"))
    context.close()


def test_a_captured_page_acts_on_nothing(page: Page, server: str) -> None:
    page.goto(f"{server}/evidence/{GENEVA}")
    page.click("text=Show as text")
    frame = page.frame_locator("iframe.captured")
    frame.locator("body").wait_for()
    assert "Halvarik" in frame.locator("body").inner_text()
    assert page.get_attribute("iframe.captured", "sandbox") == ""
    expect(frame.locator("script")).to_have_count(0)


def test_by_meaning_and_more_like_that(page: Page, server: str) -> None:
    page.goto(f"{server}/search?q=who+pays+for+the+dam")
    page.check("input[name=mode][value=meaning]")
    page.wait_for_selector(".why-hit")
    expect(page).to_have_url(re.compile("mode=meaning"))
    page.click(".hit .acts a:has-text('More like this')")
    page.wait_for_selector(".liked")
    expect(page).to_have_url(re.compile("[?&]like=[^&]"))
    page.uncheck("input[name=like]")
    page.fill("#q", "dam")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit mark")
    expect(page).not_to_have_url(re.compile("[?&]like="))


def test_by_meaning_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{server}/search?q=who+pays+for+the+dam")
    opened.check("input[name=mode][value=hybrid]")
    opened.click(".big-search button")
    expect(opened).to_have_url(re.compile("mode=hybrid"))
    expect(opened.locator(".why-hit")).not_to_have_count(0)
    context.close()
