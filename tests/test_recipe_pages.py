"""Saved pages of ministries, read with the recipes that were written for them, as sources of ours:
lists, titles, dates and texts are what the recipes ask for.

What is expected is worked out beside us: the recipe's own paths, asked by another parser. Only
where the data of others is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from onrecord.crawl.inputs import expand
from onrecord.pipeline import Options, read
from onrecord.records import Reading, Source
from onrecord.sources import documents, listings, loader, recipes
from onrecord.sources.entries import Entry
from tests.support import shared_data

SHARED = shared_data()
pytestmark = pytest.mark.skipif(SHARED is None, reason="the data of others is not there")
FOLDER = (SHARED or Path()) / "data" / "corpora" / "diplomaticpulse-recipes"
PAGES = FOLDER / "diplomaticpulse" / "tests" / "fixtures"
BELARUS = "https://mfa.gov.by/en/press/statements"
CAMEROON = "https://www.spm.gov.cm/site/?q=en/documentation/speeches"
MALAYSIA = "https://www.kln.gov.my/web/guest/press-releases"
TIMOR = "http://timor-leste.gov.tl/?cat=27&lang=en"

# file: the recipe's address; entries, and how many have a date; further, of pages: published, said
LISTS = {
    "belarus.html": (BELARUS, 5, 0),
    "belarus1.html": (BELARUS, 5, 0),
    "cameron.html": (CAMEROON, 1, 0),
    "timor.html": (TIMOR, 1, 1),
    "press-release.html": (MALAYSIA, 293, 293),
}
STATEMENTS = {
    "b7b71aff55bfca76.html": (BELARUS, "2021-12-06", None),
    "bf7e69d3fec2c5f0.html": (BELARUS, "2021-12-06", None),
    "cf70e7349e4f19db.html": (BELARUS, None, "2020-05-15"),
    "dad9272a52869cef.html": (BELARUS, None, "2020-05-15"),
    "f179725988c80350.html": (BELARUS, None, None),
    "2021.html": (CAMEROON, "2020-11-25", None),
    "uae-500.html": (MALAYSIA, "2022-01-25", None),
}
# saved under the name of another
TWICE = {"dad9272a52869cef.html": "cf70e7349e4f19db.html"}


def recipe(url: str) -> dict[str, Any]:
    payload = (FOLDER / "ES/config/init_indices/urlconfig.json").read_bytes()
    return next(each for each in recipes.parse(payload) if each["url"] == url)


@pytest.fixture
def sources(tmp_path: Path) -> Iterator[dict[str, Source]]:
    """All recipes as sources of a user's own, by the address of the recipe."""
    found = {}
    payload = (FOLDER / "ES/config/init_indices/urlconfig.json").read_bytes()
    for each in recipes.imported(recipes.parse(payload)):
        assert each.id is not None
        assert each.text is not None
        place = tmp_path / loader.BESIDE / each.id
        place.mkdir(parents=True)
        (place / loader.FILE).write_text(each.text, "utf-8")
        found[each.recipe] = loader.parsed(each.id, each.text)
    with loader.beside(tmp_path):
        yield found


def asked(name: str, path: str) -> list[Any]:
    """What a path finds, by another parser and with another `has-class`."""
    tree = html.fromstring((PAGES / name).read_bytes().decode("utf-8", "replace"))
    plain = re.sub(
        r'has-class\("([^"]*)"\)',
        r"contains(concat(' ', normalize-space(@class), ' '), ' \1 ')",
        path,
    )
    found = etree.XPath(plain)(tree)
    return found if isinstance(found, list) else [found]


def words(given: Any) -> list[str]:
    text = given if isinstance(given, str) else " ".join(map(str, given.itertext()))
    return text.split()


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.replace("\u200b", "")).casefold()


def entries(source: Source, name: str) -> tuple[Entry, ...]:
    (listing,) = source.listings
    found = listings.entries((PAGES / name).read_bytes(), listing.url, None, listing, ("en",))
    assert found.unreadable is None
    return found.entries


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str, sources: dict[str, Source]) -> None:
    url, count, dated = LISTS[name]
    found = entries(sources[url], name)
    assert (len(found), sum(each.date is not None for each in found)) == (count, dated)
    assert all(each.title for each in found)
    items = asked(name, recipe(url)["global"])
    linked = [item for item in items if item.get("href") or item.xpath(".//@href")]
    assert len({(i.get("href") or i.xpath(".//@href")[0]) for i in linked}) == count


def page_of(name: str, url: str) -> Reading:
    address = f"{url.partition('?')[0]}/{name}"
    (found,) = read(expand([str(PAGES / name)]), Options(url=address))
    assert isinstance(found, Reading), found
    return found


@pytest.mark.parametrize("name", STATEMENTS)
def test_statements(name: str, sources: dict[str, Source]) -> None:
    url, published, said = STATEMENTS[name]
    found = page_of(name, url)
    assert found.source.source == sources[url].id
    assert (found.header.published, found.header.date) == (published, said)
    body = recipe(url).get("statement")
    shown = squeezed(found.text)
    for node in asked(name, body) if body else ():
        for paragraph in node.iter("p"):
            assert squeezed(" ".join(words(paragraph))) in shown


@pytest.mark.parametrize("name", [n for n, given in STATEMENTS.items() if given[0] == BELARUS])
def test_a_title_is_that_of_the_list(name: str, sources: dict[str, Source]) -> None:
    listed = {
        each.url.rpartition("/")[2]: each for each in entries(sources[BELARUS], "belarus.html")
    }
    title = page_of(name, BELARUS).header.title or ""
    name = TWICE.get(name, name)
    assert squeezed(listed[name].title or "") == squeezed(title)


def test_a_title_where_the_recipe_looks_for_it_on_the_page(sources: dict[str, Source]) -> None:
    (title,) = {" ".join(words(each)) for each in asked("uae-500.html", recipe(MALAYSIA)["title"])}
    found = page_of("uae-500.html", MALAYSIA).header
    assert found.title == title
    assert found.evidence["title"].method == "selector"


def test_a_statement_that_is_a_document(sources: dict[str, Source]) -> None:
    (entry,) = entries(sources[CAMEROON], "cameron.html")
    assert squeezed(entry.title or "") == squeezed(
        page_of("2021.html", CAMEROON).header.title or ""
    )
    payload = (PAGES / "2021.html").read_bytes()
    (document,) = documents.documents(payload, CAMEROON, None, sources[CAMEROON])
    assert document == asked("2021.html", recipe(CAMEROON)["link_follow"])[0]
    (listed,) = entries(sources[TIMOR], "timor.html")
    for address in (document, listed.url):
        (file,) = read(expand([str(PAGES / address.rpartition("/")[2])]), Options())
        assert isinstance(file, Reading)
        assert len(file.text) > 1000


def test_a_page_of_nobody(sources: dict[str, Source]) -> None:
    (found,) = read(expand([str(PAGES / "scrapy.html")]), Options(url="https://scrapy.example/"))
    assert isinstance(found, Reading)
    assert found.source.source is None


def test_no_page_is_left_out() -> None:
    there = {path.name for path in PAGES.glob("*.html")}
    assert there == {*LISTS, *STATEMENTS, "scrapy.html"}
    assert len(there) == 13
