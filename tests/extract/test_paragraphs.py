"""Printed lines with a place on a page become paragraphs."""

from __future__ import annotations

from collections import Counter

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.page import Line
from onrecord.extract.paragraphs import Printed, paragraphs
from onrecord.extract.runs import Run

WIDTH = 5.0  # of a letter


def _at(text: str, top: float, *, page: int = 0, left: float = 70.0, size: float = 11.0) -> Printed:
    return Printed(
        runs=(Run(text, False),),
        page=page,
        left=left,
        right=left + len(text) * WIDTH,
        bottom=top - size,
        top=top,
        size=size,
        height=800.0,
    )


FULL = "The two ministers spoke about the treaty for more than one hour"
BODY = [_at(f"{FULL}{n}", 700 - 14 * n) for n in range(6)]


def _texts(lines: list[Line], part: str = "body") -> list[str]:
    return [line.text for line in lines if line.part == part]


def test_full_lines_go_on_and_a_gap_ends_a_paragraph() -> None:
    lines = list(paragraphs([*BODY, _at("and left.", 616), _at("They met again.", 580)]))
    assert len(lines) == 2
    assert lines[0].text.endswith(f"{FULL}5 and left.")
    assert (lines[1].text, lines[1].gap, lines[1].where) == ("They met again.", 2, "page 1")


def test_a_label_opens_a_paragraph_without_a_gap() -> None:
    lines = list(paragraphs([*BODY, _at("and left.", 616), _at("Bell: Yes.", 602)]))
    assert lines[-1].text == "Bell: Yes."


def test_a_paragraph_goes_on_over_a_page_and_its_number() -> None:
    first = [*BODY, _at("1", 30, left=300)]
    second = [_at("and left the town.", 700, page=1), _at("2", 30, page=1, left=300)]
    lines = list(paragraphs([*first, *second]))
    assert _texts(lines)[0].endswith("5 and left the town.")
    assert _texts(lines, "furniture") == ["1", "2"]
    assert {line.reason for line in lines if line.part == "furniture"} == {"page number"}


def test_what_comes_again_on_pages_is_furniture() -> None:
    pages = [
        line
        for n in range(3)
        for line in (
            _at(f"Ministry of Water, page {n + 1}", 780, page=n),
            *(msgspec.structs.replace(line, page=n) for line in BODY),
            _at("www.water.example", 40, page=n),
        )
    ]
    lines = list(paragraphs(pages))
    assert len(_texts(lines, "furniture")) == 6
    assert "Ministry" not in " ".join(_texts(lines))


def test_pieces_of_one_line_are_one_line() -> None:
    pieces = [_at("Anna", 700), _at("Bell", 700, left=96), _at("spoke.", 700, left=122)]
    assert _texts(list(paragraphs(pieces))) == ["Anna Bell spoke."]


def test_columns_far_apart_are_not_joined() -> None:
    lines = list(paragraphs([_at("Lormark", 700), _at("Borvinia", 700, left=400)]))
    assert [line.text for line in lines] == ["Lormark", "Borvinia"]


def test_lines_that_the_file_has_out_of_order_are_sorted() -> None:
    lines = list(paragraphs([_at("Second.", 600), _at("First.", 700), _at("Third.", 500)]))
    assert [line.text for line in lines] == ["First.", "Second.", "Third."]


def test_large_letters_are_a_heading_and_the_first_is_the_title() -> None:
    title = _at("Talks in Lormark City", 760, size=20)
    later = _at("Questions", 550, size=14)
    lines = list(paragraphs([_at("4 May 2021", 785), title, *BODY, later, _at("Why?", 520)]))
    assert _texts(lines, "header") == ["4 May 2021", "Talks in Lormark City"]
    headings = [(line.text, line.level) for line in lines if line.kind == "heading"]
    assert headings == [("Talks in Lormark City", 1), ("Questions", 2)]


PRINTED = st.builds(
    lambda text, top, left, page: _at(text, top, left=left, page=page),
    st.text(alphabet="ab.:Q 1-", min_size=1, max_size=40).filter(str.strip),
    st.floats(20, 790),
    st.floats(0, 500),
    st.integers(0, 3),
)


@given(st.lists(PRINTED, max_size=20).map(lambda found: sorted(found, key=lambda p: p.page)))
def test_no_letter_is_lost(printed: list[Printed]) -> None:
    lines = list(paragraphs(printed))
    letters = Counter("".join(p.text for p in printed).replace(" ", ""))
    assert Counter("".join(line.text for line in lines).replace(" ", "")) >= letters - Counter("-")
    assert all(line.reason for line in lines if line.part == "furniture")


def test_a_title_in_two_lines_of_large_letters_is_one() -> None:
    title = [_at(f"{FULL} and", 760, size=18.0), _at("a title goes on", 737, size=18.0)]
    lines = list(paragraphs([*title, *BODY]))
    assert _texts(lines, "header") == [f"{FULL} and a title goes on"]
