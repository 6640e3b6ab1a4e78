"""Recipes become sources; what is not taken is said. With the recipes of DiplomaticPulse beside the
repository, all of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.sources import loader, recipes
from onrecord.sources.recipes import Imported
from tests.support import shared_data

GOOD: dict[str, Any] = {
    "name": "Belarus",
    "url": "https://mfa.valdoria.example/en/press/statements",
    "content_type": "static",
    "global": '//li[has-class("item")]',
    "link": "//a//@href",
    "title": "//a//text()",
    "posted_date": '//span[has-class("date")]//text()',
    "statement": '//div[has-class("text")]//p',
    "us_date_format": None,
    "link_follow": "",
    "tag": None,
}


def one(**fields: Any) -> Imported:
    (found,) = recipes.imported([GOOD | fields])
    return found


def made(found: Imported) -> Any:
    assert found.id is not None
    assert found.text is not None
    return loader.parsed(found.id, found.text)


def test_a_recipe_that_is_taken_whole() -> None:
    found = one()
    assert (found.id, found.lost, found.whole) == ("by_mfa_statements", (), True)
    source = made(found)
    assert (source.country, source.institution, source.languages) == ("BY", None, ("en",))
    assert source.hosts == ("mfa.valdoria.example",)
    (listing,) = source.listings
    assert listing.selectors.item == '//li[has-class("item")]'
    assert (listing.selectors.link, listing.selectors.title) == ("//a//@href", "//a//text()")
    assert source.selectors.published == listing.selectors.date
    assert source.selectors.title is None  # //a would find anything on a page
    assert source.selectors.body == '//div[has-class("text")]//p'


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"content_type": "javascript", "global": "li,item"}, 'item        = "li.item"'),
        ({"content_type": "javascript"}, "rendered    = true"),
        ({"content_type": "pdf"}, "match       = '(?i)\\.pdf"),
        ({"link_follow": "//a//@href"}, 'document    = "//a//@href"'),
        ({"us_date_format": "MMDDYYYY"}, 'date_order  = "mdy"'),
        ({"statement": "//div[@id='a']//text()"}, "body        = \"//div[@id='a']\""),
        ({"tag": "p,share#div,x"}, 'remove      = ["p.share", "div.x"]'),
        ({"tag": "em"}, """remove      = ['//div[has-class("text")]//p//em']"""),
        ({"title": '//h3[has-class("t")]//text()'}, 'title       = \'//h3[has-class("t")]'),
        ({"link": "html.a"}, 'link        = "a[href]"'),
    ],
)
def test_what_a_field_becomes(fields: dict[str, Any], said: str) -> None:
    found = one(**fields)
    assert found.lost == ()
    assert said in (found.text or "")
    made(found)


@pytest.mark.parametrize("none", [None, "", "nill", "nil", "null"])
def test_none_is_none(none: object) -> None:
    found = one(posted_date=none, statement=none, title=none, link=none)
    assert found.whole
    assert made(found).listings[0].selectors.date is None
    absent = {key: value for key, value in GOOD.items() if key != "posted_date"}
    (other,) = recipes.imported([absent])
    assert other.whole


def test_a_date_that_only_the_page_has() -> None:
    source = made(one(posted_date="/html/body/div[2]/p"))
    assert source.selectors.published == "/html/body/div[2]/p"
    assert source.listings[0].selectors.date is None


@pytest.mark.parametrize(
    ("fields", "lost"),
    [
        ({"cookies": "lang=en"}, "cookies: "),
        ({"ssl": "true"}, "ssl: "),
        ({"posted_date": "static"}, "posted_date: 'static' is neither"),
        ({"posted_date": "//p["}, "posted_date: XPath '//p['"),
        ({"us_date_format": "DM"}, "us_date_format: 'DM' is no order"),
        ({"content_type": "json"}, "content_type: 'json'"),
        ({"name": "Atlantis"}, "name: no country"),
        (
            {"bs_element": "html.a,html.h2,html.span", "link": "html.a", "title": "html.h1"},
            "bs_element: for title",
        ),
        ({"tag": "div", "statement": "nill"}, "tag: 'div' would be taken out"),
        ({"proxy": "x"}, "proxy: an unknown field"),
    ],
)
def test_losses_are_told(fields: dict[str, Any], lost: str) -> None:
    found = one(**fields)
    assert found.problem is None
    assert not found.whole
    assert any(line.startswith(lost) for line in found.lost)
    assert lost in (found.text or "")  # the file itself tells, too
    made(found)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [({"global": "nill"}, "global"), ({"global": "//p["}, "global"), ({"url": "x"}, "url")],
)
def test_no_source(fields: dict[str, Any], problem: str) -> None:
    found = one(**fields)
    assert (found.problem or "").startswith(problem)
    assert found.text is None


def test_ids_are_given_once() -> None:
    found = list(recipes.imported([GOOD, GOOD, GOOD]))
    assert [each.id for each in found] == [
        "by_mfa_statements",
        "by_mfa_statements2",
        "by_mfa_statements3",
    ]


def test_forms_of_a_file() -> None:
    bulk = "\n\n".join(
        json.dumps({"index": {"_id": str(n)}}) + "\n" + json.dumps(GOOD) for n in (1, 2)
    )
    assert recipes.parse(bulk.encode()) == [GOOD, GOOD]
    assert recipes.parse(json.dumps([GOOD]).encode("utf-8-sig")) == [GOOD]


@pytest.mark.parametrize("payload", [b"", b"{}", b"[1]", b"{", b"\xff\xfe", b"[" * 100_000])
def test_no_recipes(payload: bytes) -> None:
    with pytest.raises(InputError, match="recipes"):
        recipes.parse(payload)


def test_the_recipes_of_diplomatic_pulse() -> None:
    shared = shared_data()
    if shared is None:
        pytest.skip("the data of others is not there")
    folder = shared / "data" / "corpora" / "diplomaticpulse-recipes"
    payload = (folder / "ES/config/init_indices/urlconfig.json").read_bytes()
    found = list(recipes.imported(recipes.parse(payload)))
    counted = recipes.summary(found)
    assert (counted["recipes"], counted["valid"]) == (263, 263)
    assert counted["whole"] >= 254
    assert len({each.id for each in found}) == 263
    for each in found:
        source = made(each)
        assert source.country
        assert source.listings[0].selectors.item
        assert len(each.lost) == (each.text or "").count("# Not taken: ")
