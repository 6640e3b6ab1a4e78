from __future__ import annotations

from onrecord.extract import issuers, openings
from onrecord.extract.page import Field, Found, Line, Page
from onrecord.languages.loader import language
from onrecord.records import Source, Span

SOURCE = Source(
    id="nl_ports",
    institution="Ministry of Ports of Norland",
    country="NO",
    languages=("en",),
    series="news",
    hosts=("ports.example",),
)
TITLE = Line(text="Visit to Port Ansel", kind="heading", level=1, part="header")


def find(
    lines: list[Line], *fields: Field, tag: str = "en", source: Source | None = None
) -> Found | None:
    words = language(tag)
    title = (lines.index(TITLE),)
    page = Page(lines=tuple(lines), fields=fields)
    return issuers.find(page, words, title, lambda n: openings.classify(lines[n], words), source)


def value(found: Found | None) -> str | None:
    return found.value if found else None


def test_a_feeds_creator_is_taken_as_printed() -> None:
    field = Field(name="author", method="feed", value="Ada Vale, Secretary of State")
    assert value(find([TITLE], field)) == "Ada Vale, Secretary of State"


def test_the_department_above_the_title() -> None:
    lines = [Line(text="Département fédéral des ports", part="furniture"), TITLE]
    found = find(lines, tag="fr")
    assert found is not None
    assert (found.value, found.line, found.span) == (lines[0].text, 0, Span(0, 29))


def test_a_link_above_the_title_is_a_path() -> None:
    lines = [Line(text="Department of Ports", linked=19), TITLE]
    assert find(lines) is None


def test_the_office_below_the_title() -> None:
    lines = [TITLE, Line(text="4 May 2021"), Line(text="Office of the Harbourmaster")]
    assert value(find(lines)) == "Office of the Harbourmaster"


def test_an_author_is_the_issuer_only_as_an_institution() -> None:
    office = Field(name="author", method="meta", value="Presidency of Norland")
    person = Field(name="author", method="meta", value="webmaster")
    assert value(find([TITLE], office)) == "Presidency of Norland"
    assert find([TITLE], person) is None


def test_a_sites_address_is_no_name() -> None:
    assert find([TITLE], Field(name="site", method="open-graph", value="ports.example")) is None


def test_the_end_of_the_pages_title() -> None:
    field = Field(name="title", method="html", value="Visit to Port Ansel - Ministry of Ports")
    assert value(find([TITLE], field)) == "Ministry of Ports"


def test_the_source_comes_last() -> None:
    found = find([TITLE], source=SOURCE)
    assert found is not None
    assert (found.value, found.method) == (SOURCE.institution, "source")


def test_the_country_in_the_name_goes_first() -> None:
    name = Found(value="President of France", method="line", line=0, span=Span(0, 19))
    found = issuers.country(name, SOURCE, "https://example.de/")
    assert found is not None
    assert (found.value, found.span) == ("FR", Span(13, 19))
    from_source = issuers.country(None, SOURCE, "https://example.de/")
    assert from_source is not None
    assert from_source.value == "NO"


def test_domains() -> None:
    assert value(issuers.by_domain("https://www.gov.uk/a")) == "GB"
    assert value(issuers.by_domain("https://ministry.gov.tv/a")) == "TV"
    assert issuers.by_domain("https://anybody.tv/a") is None
    assert issuers.by_domain("https://example.org/a") is None
    assert issuers.by_domain(None) is None


def test_the_institution_in_a_channels_title() -> None:
    site = Field(name="site", method="feed", value="Ministry of Ports of Norland: news")
    assert value(find([TITLE], site)) == "Ministry of Ports of Norland"


def test_the_institution_before_the_portals_name() -> None:
    title = "Visit to Port Ansel | Ministry of Ports | Government | gov.example"
    found = find([TITLE], Field(name="title", method="html", value=title))
    assert value(found) == "Ministry of Ports"


def test_the_institution_after_the_word_author() -> None:
    lines = [TITLE, Line(text="We met."), Line(text="Author"), Line(text="Ministry of Ports")]
    found = find(lines)
    assert found is not None
    assert (found.value, found.method) == ("Ministry of Ports", "author line")


def test_the_head_and_the_foot_of_a_page() -> None:
    menu = [Line(text=word, part="furniture") for word in ("Home", "News", "Search", "Map")]
    head = Line(text="Министерство портов Нордии", part="furniture")
    found = find([head, *menu, TITLE], tag="ru")
    assert found is not None
    assert (found.value, found.method) == (head.text, "page head")
    foot = Line(text="© 2021 Ministry of Ports of Norland. All rights reserved", part="furniture")
    found = find([*menu, TITLE, Line(text="We met."), foot])
    assert found is not None
    assert (found.value, found.method) == ("Ministry of Ports of Norland", "page foot")
    assert found.span is not None
    assert foot.text[found.span.start : found.span.end] == found.value


def test_what_a_menu_says_is_no_institution() -> None:
    menu = [
        Line(text="Contact the press office", part="furniture"),
        Line(text="About the Ministry", part="furniture"),
        Line(text="Ministry of Ports", part="furniture", linked=17),
        Line(text="Government", part="furniture"),
    ]
    filler = [Line(text=word, part="furniture") for word in ("Home", "News", "Search")]
    assert find([*menu, *filler, TITLE]) is None
