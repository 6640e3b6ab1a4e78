from __future__ import annotations

import pytest

from onrecord.errors import TooLarge
from onrecord.extract import html
from onrecord.extract.page import Page
from onrecord.records import Selectors

SAID = "The Minister said that the talks on the water treaty would go on until the summer."


def test_a_page() -> None:
    page = html.read(
        f"""<!doctype html><html lang=en_GB><head><title>Visit | Ministry</title></head><body>
        <nav><a href=/>Home</a></nav><main><h1>Visit</h1><div class="text long"><p><b>Minister
        Roe:</b> {SAID}<br>Thank you.</p></div></main></body></html>""".encode(),
        url="https://mfa.example/1",
    )
    assert page.language == "en-GB"
    assert page.url == "https://mfa.example/1"
    assert [field.value for field in page.values("title")] == ["Visit | Ministry"]
    home, title, first, second = page.lines
    assert (home.part, home.reason, home.linked) == ("furniture", "navigation", 4)
    assert (title.part, title.kind, title.level) == ("header", "heading", 1)
    assert (first.part, first.gap, second.gap) == ("body", 2, 1)
    assert [first.text[s.start : s.end] for s in first.strong] == ["Minister Roe:"]
    assert first.where == "div.text.long > p"


def test_declared_charset() -> None:
    page = html.read("<p>Заявление министерства</p>".encode("cp1251"), charset="windows-1251")
    assert page.lines[0].text == "Заявление министерства"


@pytest.mark.parametrize("payload", [b"", b" \n ", b"<html></html>", b"\xff\xfe", b"<!-- x"])
def test_nothing_to_show(payload: bytes) -> None:
    assert html.read(payload).lines == ()


def test_binary_does_not_raise() -> None:
    assert isinstance(html.read(bytes(range(256)) * 50), Page)


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MAX_BYTES", 10)
    with pytest.raises(TooLarge, match="limit is 10"):
        html.read(b"<p>" + b"a" * 10)


def test_feed_items_keep_every_word() -> None:
    turns = "".join(
        f"<p><strong>QUESTION:</strong> Why {n}?</p><p>MR ROE: So.</p>" for n in range(9)
    )
    page = html.read(f"<article><h1>Briefing</h1>\n<p>2:14 p.m.</p>{turns}</article>".encode())
    assert [line.part for line in page.lines] == ["header"] + ["body"] * 19


def test_selectors_and_the_fields_that_they_give() -> None:
    page = html.read(
        f"<h1>A</h1><p class=b>{SAID}</p><p class=d>6 March 2024</p><p>{SAID} {SAID}</p>".encode(),
        selectors=Selectors(body=".b", published=".d"),
    )
    assert [line.text for line in page.lines if line.part == "body"] == [SAID]
    assert ("selector", "6 March 2024") in [(f.method, f.value) for f in page.values("published")]


def test_selectors_that_find_nothing_leave_the_general_reader() -> None:
    page = html.read(f"<p>{SAID}".encode(), selectors=Selectors(body=".nothing"))
    assert [line.part for line in page.lines] == ["body"]
    assert [issue.stage for issue in page.issues] == ["html"]


def test_reading_is_deterministic() -> None:
    payload = f"<div class=share>x</div><h1>A</h1>{f'<p>{SAID}' * 4}<ul><li>a<li>b</ul>".encode()
    assert html.read(payload) == html.read(payload)
