"""A list is found by how its links stand, and by nothing else."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.sources.found_lists import find
from onrecord.sources.listed_pages import read
from tests.sources.made import SITE, listing

URL = f"{SITE}en/news/"
TITLES = (
    "The Minister received the Ambassador",
    "Joint statement on the pact",
    "Weekly briefing held",
)


def root(page: str) -> LexborNode:
    found = LexborHTMLParser(page).root
    assert found is not None
    return found


def items(template: str) -> str:
    return "".join(
        template.format(n=n, title=title, day=f"{n + 14}/03/2024") for n, title in enumerate(TITLES)
    )


TEMPLATES = {
    "articles": '<article class="card x{n}"><span class=d>{day}</span><h3>'
    '<a href="/en/news/2024/{n}">{title}</a></h3></article>',
    "rows": '<tr><td class="when">{day}</td><td><a href="/en/news/{n}.html">{title}</a></td></tr>',
    "links": '<a class="row" href="/en/news/{n}"><time datetime="2024-03-1{n}">{day}</time>'
    " {title}</a>",
    "plain": '<li><a href="/en/news/{n}">{title}</a> {day}</li>',
}
BESIDE = "<nav><ul>" + "".join(
    f"<li><a href=/p{n}>A page about something {n}</a>" for n in range(9)
)


@pytest.mark.parametrize("form", TEMPLATES)
def test_what_is_found_finds_the_items_again(form: str) -> None:
    inner = items(TEMPLATES[form])
    held = f"<table class=list>{inner}</table>" if form == "rows" else f"<div id=list>{inner}</div>"
    page = f"<body>{BESIDE}</ul></nav><main>{held}<a rel=next href=?p=2>2</a></main>"
    found = find(root(page), URL)
    assert found is not None
    assert found.items == 3
    assert found.match == "^https?://mfa\\.valdoria\\.example/en/news/"
    again = read(
        page.encode(),
        URL,
        None,
        listing(
            match=found.match,
            selectors={
                key: getattr(found.selectors, key) for key in found.selectors.__struct_fields__
            },
        ),
    )
    assert len(again.entries) == 3
    assert again.further == (f"{URL}?p=2",)
    if form != "plain":
        assert all(entry.date for entry in again.entries)


def test_the_order_of_figures_where_one_date_tells_it() -> None:
    found = find(root(f"<div id=list>{items(TEMPLATES['articles'])}</div>"), URL)
    assert found is not None
    assert found.selectors.date_order == "dmy"


@pytest.mark.parametrize(
    "page",
    ["", "<p>No links", f"{BESIDE}</ul></nav>", "<a href=/1>One link alone on the page</a>"],
)
def test_no_list(page: str) -> None:
    assert find(root(f"<body>{page}"), URL) is None
