"""Plain text: copied pages, wrapped transcripts, flattened ones. No word is lost."""

from __future__ import annotations

import re
import textwrap
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.page import Page
from onrecord.extract.plain import read

LONG = (
    "We spoke about the water treaty for more than an hour, and we agreed that experts from both "
    "sides will meet in the spring, so that the text can be signed before the summer is over."
)
COPIED = f"""4 May 202109:15

Foreign Minister Anna Bell’s answers to questions after talks with Jon Reed, Lormark, May 4, 2021

  • de-DE1 en-GB12 fr-FR1

Mr Reed,

Ladies and gentlemen,

{LONG}

Question: Will it be signed?

Anna Bell: {LONG}
{chr(10) * 12}
Showing 3 results.



Expert search
"""


def _parts(page: Page, part: str) -> list[str]:
    return [line.text for line in page.lines if line.part == part]


def test_a_page_copied_from_a_browser() -> None:
    page = read(COPIED)
    assert [text[:14] for text in _parts(page, "header")] == ["4 May 202109:1", "Foreign Minist"]
    assert _parts(page, "body")[:2] == ["Mr Reed,", "Ladies and gentlemen,"]
    assert _parts(page, "body")[-1].startswith("Anna Bell: We spoke")
    assert _parts(page, "furniture") == [
        "• de-DE1 en-GB12 fr-FR1",
        "Showing 3 results.",
        "Expert search",
    ]
    fields = page.values("alternate")
    assert [(f.extra, f.value, f.method, f.where) for f in fields] == [
        ("de-DE", "", "page", "line 5"),
        ("en-GB", "", "page", "line 5"),
        ("fr-FR", "", "page", "line 5"),
    ]


def test_the_title_is_a_heading() -> None:
    heading = next(line for line in read(COPIED).lines if line.kind == "heading")
    assert (heading.level, heading.part, heading.where) == (1, "header", "line 3")


@pytest.mark.parametrize(
    ("switch", "languages"),
    [
        ("EN | FR | RU", ["en", "fr", "ru"]),
        ("English  Русский  Deutsch", ["en", "ru", "de"]),
        ("English\nFrançais", ["en", "fr"]),
        ("In no way", []),
        ("US", []),
        ("Deutsch", []),
    ],
)
def test_language_switches(switch: str, languages: list[str]) -> None:
    page = read(f"{switch}\n\nThe talks\n\n{LONG}\n")
    assert [field.extra for field in page.values("alternate")] == languages
    assert bool(_parts(page, "furniture")) == bool(languages)


def test_wrapped_paragraphs_become_lines() -> None:
    body = "\n\n".join(textwrap.fill(LONG, 72, initial_indent=i) for i in ("", "Frage: ", "Bell: "))
    page = read(body)
    assert [line.text for line in page.lines] == [LONG, f"Frage: {LONG}", f"Bell: {LONG}"]
    assert [line.gap for line in page.lines] == [2, 2, 2]


def test_wrapped_turns_without_blank_lines_stay_apart() -> None:
    turns = [f"Frage: {LONG}", f"Bell: {LONG}", "Frage: Wann?", f"Bell: {LONG}"]
    page = read("\n".join(textwrap.fill(turn, 76) for turn in turns))
    assert [line.text for line in page.lines] == turns


def test_a_hyphen_is_kept_if_unsure_and_undone_if_the_word_is_known() -> None:
    text = (
        "The minister spoke for more than an hour about the treaty, and the mini-\n"
        "ster said that the river must be kept clean and that all of the anti-\n"
        "flood works will go on as they were planned before the last meeting of\n"
        "the commission, which was held in the town on the river last year."
    )
    (line,) = read(text).lines
    assert "the minister said" in line.text
    assert "anti-flood" in line.text


def test_short_lines_stay() -> None:
    address = "Ministry of Water\n1 River Street\nLM-1020 Lormark City\nLormark"
    page = read(f"{LONG}\n\n{address}\n\n{LONG}")
    assert [line.text for line in page.lines][1:5] == address.split("\n")
    assert [line.gap for line in page.lines] == [2, 2, 1, 1, 1, 2]


def test_flattened_transcripts_are_all_body() -> None:
    turns = [f"La señora BELL: {LONG}", "El señor PRESIDENTE: Gracias.", LONG] * 500
    page = read("\n\n".join(turns))
    assert [line.text for line in page.lines] == turns
    assert {line.part for line in page.lines} == {"body"}


def test_separators_are_set_apart() -> None:
    page = read(f"The talks\nMinistry of Water\n4 May 2021\n---\nBELL\n{LONG}\n---\nREED\nYes.")
    assert _parts(page, "header") == ["The talks", "Ministry of Water", "4 May 2021"]
    assert _parts(page, "furniture") == ["---", "---"]
    assert [line.gap for line in page.lines if line.text in ("BELL", "REED")] == [2, 2]


def test_marks_of_omission_and_unknown_speakers_stay() -> None:
    page = read(f"{LONG}\n\n<…>\n\n???\n\n{LONG}")
    assert _parts(page, "furniture") == []


def test_a_signature_after_some_blank_lines_stays() -> None:
    page = read(f"{LONG}\n\n\n{LONG}\n\n\n\nDone at Lormark City on 4 May 2021.\n")
    assert _parts(page, "furniture") == []


def test_other_line_ends() -> None:
    assert [line.text for line in read("One.\r\n\r\nTwo.\rThree.\u2028Four.").lines] == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
    ]


def test_nothing_gives_no_lines() -> None:
    assert read("\n \n\u200b").lines == ()


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


TEXTS = st.lists(
    st.sampled_from(
        ["", " ", "—", "---", "Q: Why?", "en-GB", "DE", "4 May 2021", "The talks", LONG]
    )
    | st.text(alphabet="abcДе.:, \t\u00a0", max_size=90),
    max_size=30,
).map("\n".join)


@given(TEXTS)
def test_no_word_is_lost_and_lines_keep_their_order(text: str) -> None:
    page = read(text)
    shown = " ".join(line.text for line in page.lines)
    assert _words(shown) == _words(text)
    assert all(line.reason for line in page.lines if line.part == "furniture")
    assert page == read(text)
