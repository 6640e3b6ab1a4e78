from __future__ import annotations

from onrecord.extract import headlines
from onrecord.extract.headlines import Headline
from onrecord.extract.page import Field, Line, Page
from onrecord.records import Span


def heading(text: str, level: int = 1, **fields: object) -> Line:
    return Line(text=text, kind="heading", level=level, **fields)  # type: ignore[arg-type]


def given(value: str, method: str = "html", name: str = "title") -> Field:
    return Field(name=name, method=method, value=value)


def find(lines: list[Line], *fields: Field, aside: tuple[int, ...] = ()) -> Headline | None:
    page = Page(lines=tuple(lines), fields=fields)
    return headlines.find(page, lambda n: n in aside, lambda text: text.startswith("Speech of"))


def title(found: Headline | None) -> str | None:
    return found.found.value if found else None


def test_the_heading_that_the_page_title_repeats_is_the_title() -> None:
    lines = [heading("Ministry of Ports"), heading("Visit to Port Ansel", 2)]
    found = find(lines, given("Visit to Port Ansel • Ministry of Ports"))
    assert found is not None
    assert found.found.value == "Visit to Port Ansel"
    assert found.lines == (1,)
    assert found.found.span == Span(0, 19)


def test_a_heading_in_two_lines_is_one() -> None:
    lines = [heading("Statement"), heading("by Minister Vale", gap=1), Line(text="We met.")]
    found = find(lines, given("Statement by Minister Vale - Ministry"))
    assert found is not None
    assert (found.found.value, found.lines) == ("Statement by Minister Vale", (0, 1))


def test_a_cut_title_of_the_head_finds_its_heading() -> None:
    lines = [heading("Visit to Port Ansel by the Minister of Ports")]
    assert title(find(lines, given("Visit to Port Ansel by…", "open-graph"))) == lines[0].text


def test_a_line_may_be_the_title_without_being_a_heading() -> None:
    lines = [Line(text="Visit to Port Ansel"), Line(text="The minister came.")]
    found = find(lines, given("Visit to Port Ansel | Ministry"))
    assert found is not None
    assert found.lines == (0,)


def test_the_feed_decides() -> None:
    lines = [heading("Something else"), Line(text="Text")]
    assert title(find(lines, given(" Visit  to Ansel", "feed"))) == "Visit to Ansel"


def test_the_site_is_taken_off_only_if_the_page_names_it() -> None:
    site = given("Ministry", "open-graph", "site")
    whole = given("Ports - and ships | Ministry", "open-graph")
    assert title(find([Line(text="x")], whole, site)) == "Ports - and ships"
    assert title(find([Line(text="x")], whole)) == "Ports - and ships | Ministry"


def test_in_plain_text_stamps_are_passed_over() -> None:
    lines = [
        Line(text="9 March 2020", part="header"),
        heading("Visit to Port Ansel", part="header"),
        Line(text="The minister came."),
    ]
    assert title(find(lines, aside=(0,))) == "Visit to Port Ansel"


def test_no_title() -> None:
    assert find([Line(text="The minister came.")]) is None


def test_evidence_for_a_part_of_the_title() -> None:
    found = find([heading("Visit to Port Ansel")])
    assert found is not None
    part = found.part("Port Ansel", "title", 9, 19)
    assert (part.line, part.span, part.quote) == (0, Span(9, 19), "Port Ansel")


def test_a_heading_that_tells_the_kind_goes_before_a_letterhead() -> None:
    lines = [heading("PRIME MINISTER"), heading("Speech of the Prime Minister", 2)]
    assert title(find(lines)) == "Speech of the Prime Minister"


def test_a_lower_heading_of_the_header_may_be_the_title() -> None:
    lines = [heading("Magazine", part="furniture"), heading("Visit to Ansel", 3, part="header")]
    assert title(find(lines, given("Visit to Ansel ‹ Ministry"))) == "Visit to Ansel"


def subtitle(lines: list[Line]) -> int | None:
    found = find(lines, given("Visit to Port Ansel"))
    opens = lambda text: text.startswith("Interview")  # noqa: E731
    return headlines.subtitle(Page(lines=tuple(lines)), found, opens)


def test_the_line_under_the_title_belongs_to_it() -> None:
    first = heading("Visit to Port Ansel")
    assert subtitle([first, heading("Led by Minister Ada Vale", 2)]) == 1
    assert subtitle([first, Line(text="Interview of the Minister with a newspaper")]) == 1
    assert subtitle([first, Line(text="The Minister came to the port today.")]) is None
    assert subtitle([first, heading("Introduction", 2)]) is None


def test_what_is_furniture_is_a_subtitle_only_beside_the_title() -> None:
    first = heading("Visit to Port Ansel", where="div.a > h1")
    text = "Led by Minister Ada Vale"
    assert subtitle([first, heading(text, 2, where="div.a > h2", part="furniture")]) == 1
    assert subtitle([first, heading(text, 2, where="div.b > h2", part="furniture")]) is None
