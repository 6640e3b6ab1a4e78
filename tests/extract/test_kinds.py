from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.extract import kinds
from onrecord.extract.headlines import Headline
from onrecord.extract.kind_words import of_words
from onrecord.extract.openings import Class
from onrecord.extract.page import Field, Found, Line, Page
from onrecord.languages.loader import language
from onrecord.records import Kind, Span, Turn

GOLD = Path(__file__).parents[1] / "gold" / "kinds.toml"


def headline(title: str) -> Headline:
    return Headline(Found(value=title, method="heading", line=0, span=Span(0, len(title))), (0,))


def find(title: str, *rest: Line, said: Class | None = None, **section: str) -> Found | None:
    fields = tuple(Field(name="section", method="meta", value=v) for v in section.values())
    page = Page(lines=(Line(text=title, kind="heading", level=1), *rest), fields=fields)
    return kinds.find(page, language("en"), headline(title), lambda n: said if n == 1 else None)


def test_the_title_goes_before_the_section() -> None:
    found = find("Interview with Radio Norland", section="Speeches")
    assert found is not None
    assert (found.value, found.line, found.span) == ("interview", 0, Span(0, 9))


def test_a_line_that_names_the_kind() -> None:
    found = find("New harbour", Line(text="Press release"), said="kind")
    assert found is not None
    assert (found.value, found.method, found.line) == ("press-release", "line", 1)


def test_a_heading_in_capitals_names_the_kind() -> None:
    found = find("Harbours", Line(text="TRANSCRIPT OF PRESS CONFERENCE, PORT ANSEL"))
    assert found is not None
    assert found.value == "news-conference"


def test_the_section_goes_before_weak_words() -> None:
    found = find("Appointment of an envoy", section="Speeches")
    assert found is not None
    assert (found.value, found.method) == ("speech", "meta")


def test_nothing_says_what_it_is() -> None:
    assert find("Harbours") is None


def turn(n: int, kind: str, length: int = 10, **fields: str) -> Turn:
    return Turn(n=n, span=Span(n * 100, n * 100 + length), kind=kind, **fields)  # type: ignore[arg-type]


def test_questions_make_a_conference_or_an_interview() -> None:
    asked = [turn(n, "question", label="Question") for n in range(3)]
    assert kinds.refine_kind("readout", asked) == "news-conference"
    named = [turn(n, "question", label="Orr", speaker="Ben Orr") for n in range(3)]
    assert kinds.refine_kind("other", named) == "interview"
    assert kinds.refine_kind("readout", asked[:2]) == "remarks"


def test_words_of_speaking_are_not_overruled() -> None:
    asked = [turn(n, "question", label="Question") for n in range(9)]
    assert kinds.refine_kind("speech", asked) == "speech"


def test_a_note_with_one_labelled_line_stays_a_note() -> None:
    turns = [turn(0, "remarks", 90), turn(1, "remarks", 10, label="Orr")]
    assert kinds.refine_kind("press-release", turns) == "press-release"


def test_without_words_the_form_tells() -> None:
    written = "The ministry has opened a harbour. " * 4
    spoken = "Ladies and gentlemen,\n\n" + written
    whole = Turn(n=0, span=Span(0, len(spoken)))
    assert kinds.refine_kind("other", [whole], spoken) == "speech"
    whole = Turn(n=0, span=Span(0, len(written)))
    assert kinds.refine_kind("other", [whole], written) == "other"
    assert kinds.refine_kind("other", [whole], written, named=True) == "other"


# ------------------------------------------------- a hand-checked list, where its texts are


def _titles(data: Path) -> Iterator[tuple[str, str, str, str]]:
    """Corpus, name, language, title of the listed documents."""
    corpora, gold = data / "corpora", tomllib.loads(GOLD.read_text("utf-8"))
    for path in sorted((corpora / "kremlin-en-html").rglob("*.html")):
        found = re.search(r"entry-title[^>]*>(.*?)</h1>", path.read_text("utf-8"), re.DOTALL)
        if path.stem in gold["kremlin"] and found:
            yield "kremlin", path.stem, "en", html.unescape(" ".join(found[1].split()))
    for path in sorted((corpora / "us-state-dept-rss").rglob("*.rss")):
        for item in re.findall(r"<item>(.*?)</item>", path.read_text("utf-8"), re.DOTALL):
            title, link = (
                re.search(rf"<{t}>(.*?)</{t}>", item, re.DOTALL) for t in ("title", "link")
            )
            name = link[1].strip().rstrip("/").rpartition("/")[2] if link else ""
            if name in gold["state"] and title:
                yield "state", name, "en", html.unescape(title[1])
    for path in sorted((corpora / "mexico-presidency-txt").rglob("*.txt")):
        if path.stem in gold["mexico"]:
            yield "mexico", path.stem, "es", path.read_text("utf-8").partition("\n")[0]


def test_the_hand_checked_kinds(shared: Path) -> None:
    """By the words of titles alone; turns and forms of text make it better."""
    gold = tomllib.loads(GOLD.read_text("utf-8"))
    found: dict[tuple[str, str], Kind | None] = {}
    for corpus, name, tag, title in _titles(shared / "data"):
        named = of_words(title, language(tag))
        found[corpus, name] = named[0] if named else None
    known = [(gold[corpus][name], kind) for (corpus, name), kind in found.items()]
    if not known:
        pytest.skip("the corpora are not there")
    assert sum(a == b for a, b in known) / len(known) >= 0.88


def test_the_line_under_the_title_names_the_kind() -> None:
    line = Line(text="Interview of the Minister with a newspaper")
    page = Page(lines=(Line(text="Ada Vale: wait", kind="heading", level=1), line))
    found = kinds.find(page, language("en"), headline("Ada Vale: wait"), lambda _: None, 1)
    assert found is not None
    assert (found.value, found.line, found.span) == ("interview", 1, Span(0, 9))


def test_news_that_opens_with_an_address_is_a_speech() -> None:
    spoken = "Dear friends!\n\nWe shall not give up."
    whole = Turn(n=0, span=Span(0, len(spoken)))
    assert kinds.refine_kind("press-release", [whole], spoken, named=True) == "speech"
    quoted = "“We applaud them all,”\n\nthe Minister said."
    whole = Turn(n=0, span=Span(0, len(quoted)))
    assert kinds.refine_kind("press-release", [whole], quoted, named=True) == "press-release"
