from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract import header
from onrecord.extract.assemble import assemble, evidence
from onrecord.extract.page import Draft, Field, Line, Page
from onrecord.languages.loader import language

COPIED = (
    "9 March 202010:54",
    "Foreign Minister Ada Vale’s remarks and answers to media questions at a joint news conference "
    "following talks with Minister of Foreign Affairs of Kazakhstan Ben Orr, Nur-Sultan, March 9, "
    "2020",
    "Mr Orr,",
    "We have spoken of harbours, and of the ships that will come to them in the years ahead.",
)


def copied() -> Page:
    parts = ("header", "header", "body", "body")
    lines = [Line(text=text, part=part) for text, part in zip(COPIED, parts, strict=True)]  # type: ignore[arg-type]
    lines[1] = Line(text=COPIED[1], part="header", kind="heading", level=1)
    return Page(lines=tuple(lines))


def test_a_page_copied_from_a_browser() -> None:
    read = header.read(copied(), language("en")).header
    assert read.title == COPIED[1]
    assert (read.published, read.date, read.kind) == (
        "2020-03-09T10:54",
        "2020-03-09",
        "news-conference",
    )
    assert read.place is not None
    assert (read.place.name, read.place.country) == ("Nur-Sultan", "KZ")
    assert read.issuer is None
    assert [(p.name, p.role, p.country) for p in read.participants] == [
        ("Ada Vale", "Foreign Minister", None),
        ("Ben Orr", "Minister of Foreign Affairs of Kazakhstan", "KZ"),
    ]


def test_all_evidence_stands_where_it_says() -> None:
    draft = header.read(copied(), language("en"))
    text = assemble(draft.lines)
    for name, found in draft.found.items():
        shown = evidence(found, text)
        assert shown.span is not None, name
        assert text.text[shown.span.start : shown.span.end] == shown.quote


def feed_item() -> Page:
    lines = (
        Line(text="Secretary Ada Vale at a School", kind="heading", level=1, part="header"),
        Line(text="Ada Vale, Secretary of State"),
        Line(text="Paris, France"),
        Line(text="Blue Room"),
        Line(text="2:10 p.m."),
        Line(text="SECRETARY VALE: Good afternoon. It is good to be here."),
        Line(text="Paris, France"),
    )
    fields = (
        Field(name="title", method="feed", value="Secretary Ada Vale at a School"),
        Field(name="author", method="feed", value="Ada Vale, Secretary of State"),
        Field(name="published", method="feed", value="Mon, 03 May 2021 16:10:00 +0000"),
    )
    return Page(lines=lines, fields=fields, url="https://www.ports.gov/x")


def test_the_short_lines_before_the_first_sentence_are_header() -> None:
    draft = header.read(feed_item(), language("en"))
    assert [line.part for line in draft.lines] == ["header"] * 5 + ["body"] * 2
    read = draft.header
    assert read.issuer is not None
    assert (read.issuer.name, read.issuer.country) == ("Ada Vale, Secretary of State", "US")
    assert read.place is not None
    assert read.place.name == "Paris, France"
    assert [p.role for p in read.participants] == ["Secretary of State"]


def messages(draft: Draft) -> list[tuple[str | None, str]]:
    return [(issue.subject, issue.severity) for issue in draft.issues if issue.stage == "header"]


def test_what_a_reader_would_miss_is_an_issue() -> None:
    page = Page(lines=(Line(text="The minister has opened a harbour."),))
    draft = header.read(page, language("en"))
    assert draft.header.title is None
    assert draft.header.kind == "other"
    assert messages(draft) == [("title", "warning"), ("published", "warning")]


def test_an_unknown_kind_is_only_noted() -> None:
    page = Page(lines=(Line(text="Harbours", kind="heading", level=1), Line(text="3 May 2021")))
    assert ("kind", "info") in messages(header.read(page, language("en")))


def test_a_page_without_lines() -> None:
    assert header.read(Page(lines=()), language(None)).header.title is None


@pytest.mark.parametrize("tag", ["en", "ru", "zh", "und"])
@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.text(max_size=60), max_size=6))
def test_any_lines_are_read_and_none_is_lost(tag: str, texts: list[str]) -> None:
    page = Page(lines=tuple(Line(text=text) for text in texts))
    draft = header.read(page, language(tag))
    assert [line.text for line in draft.lines] == texts
    assert draft == header.read(page, language(tag))
    for found in draft.found.values():
        if found.line is not None and found.span is not None:
            assert 0 <= found.span.start < found.span.end <= len(texts[found.line])
