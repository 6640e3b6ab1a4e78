"""Tests of extract.jsonld: what a page says of itself."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import jsonld

TYPES = ("NewsArticle", "Article", "WebPage", "VideoObject")


def read(*scripts: object, about: tuple[str, ...] = ()) -> dict[str, str]:
    texts = [s if isinstance(s, str) else json.dumps(s) for s in scripts]
    found: dict[str, str] = {}
    for field in jsonld.fields(texts, TYPES, about):
        found.setdefault(field.name, field.value)
    return found


def test_fields_of_an_article() -> None:
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Talks in Bern",
        "datePublished": "2019-10-09T10:54:00+02:00",
        "dateModified": "2019-10-10",
        "inLanguage": {"@type": "Language", "name": "en"},
        "author": [{"@type": "Person", "name": "A. Writer"}],
        "publisher": {"@type": "Organization", "name": "Ministry"},
        "contentLocation": {"@type": "Place", "name": "Bern"},
    }
    assert read(article) == {
        "title": "Talks in Bern",
        "published": "2019-10-09T10:54:00+02:00",
        "updated": "2019-10-10",
        "language": "en",
        "author": "A. Writer",
        "issuer": "Ministry",
        "place": "Bern",
        "kind": "NewsArticle",
    }


def test_an_article_of_a_graph_goes_before_the_page() -> None:
    page = {"@type": "WebPage", "datePublished": "2018-01-01"}
    article = {"@type": ["Article"], "datePublished": "2019-10-09"}
    assert read({"@graph": [page, article]})["published"] == "2019-10-09"


def test_of_several_articles_the_one_that_the_page_is_about() -> None:
    first = {"@type": "Article", "datePublished": "2018-01-01", "headline": "Other"}
    second = {"@type": "Article", "datePublished": "2019-10-09", "headline": "Talks"}
    assert read([first, second], about=("Talks",))["published"] == "2019-10-09"


def test_nodes_inside_are_not_the_page() -> None:
    comment = {"@type": "Article", "datePublished": "2020-01-01"}
    page = {"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2019-10-09"}}
    assert read({**page, "comment": comment})["published"] == "2019-10-09"


def test_upload_is_weaker_than_publication() -> None:
    assert read({"@type": "VideoObject", "uploadDate": "2019-10-09"}) == {
        "created": "2019-10-09",
        "kind": "VideoObject",
    }


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "Article", "datePublished": "2019-10-09",}',
        '<!-- {"@type": "Article", "datePublished": "2019-10-09"} -->',
        '//<![CDATA[\n{"@type": "Article", "datePublished": "2019-10-09"}\n//]]>',
        '{"@type": "Article", "text": "a\nb", "datePublished": "2019-10-09"}',
        '{"@type": "Article", "text": "a "quoted" word", "datePublished": "2019-10-09"}',
    ],
)
def test_broken_scripts(script: str) -> None:
    assert read(script)["published"] == "2019-10-09"


@pytest.mark.parametrize("script", ["", "null", "[1, 2]", "{" * 100_000, "[" * 100_000, "nonsense"])
def test_hostile_scripts(script: str) -> None:
    assert read(script) == {}


@given(st.text(max_size=200))
def test_any_text_is_a_script(text: str) -> None:
    jsonld.fields([text], TYPES, [])
