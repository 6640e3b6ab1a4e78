from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.errors import DataError
from onrecord.extract import selected
from onrecord.extract.queries import Finder
from onrecord.records import Issue, Selectors


def asked(page: str) -> Finder:
    root = LexborHTMLParser(page).root
    assert root is not None
    return Finder(root)


def test_fields() -> None:
    page = asked(
        "<h1>Visit</h1><time datetime=2024-03-06T10:00>today</time><p class=p>Port Ansel</p>"
        "<ul><li><a href=/ru hreflang=ru>Русский</a><li><a href=/de>de</a></ul>"
    )
    selectors = Selectors(title="h1", published="time", place=".p", issuer=".i", languages="ul a")
    found = selected.fields(page, selectors, "https://mfa.example/en/1")
    assert [(f.name, f.value, f.extra) for f in found] == [
        ("title", "Visit", None),
        ("published", "2024-03-06T10:00", None),
        ("place", "Port Ansel", None),
        ("alternate", "https://mfa.example/ru", "ru"),
        ("alternate", "https://mfa.example/de", "de"),
    ]
    assert {f.method for f in found} == {"selector"}


def test_the_first_element_with_a_value() -> None:
    page = asked("<b> </b><b>6 March</b>")
    assert selected.fields(page, Selectors(date="b"), None)[0].value == "6 March"


def test_a_body_that_is_not_found_is_an_issue() -> None:
    issues: list[Issue] = []
    assert selected.marks(asked("<p>a"), Selectors(body=".x"), issues) == {}
    assert ".x" in issues[0].message


def test_a_selector_that_is_none() -> None:
    with pytest.raises(DataError, match="p\\["):
        selected.marks(asked("<p>a"), Selectors(remove=("p[",)), [])


def test_fields_by_xpath() -> None:
    page = asked("<p class=d>Posted on 03/06/2024<h2 id=t>Visit</h2><time datetime=2024-03-06>x")
    selectors = Selectors(
        title="//h2[@id='t']//text()",
        published="substring-after(//p, 'Posted on')",
        date="//time",
        date_order="mdy",
    )
    found = [(f.name, f.value, f.where) for f in selected.fields(page, selectors, None)]
    assert found == [
        ("title", "Visit", "//h2[@id='t']//text()"),
        ("published", "03/06/2024", "substring-after(//p, 'Posted on')"),
        ("date", "2024-03-06", "//time"),
        ("date_order", "mdy", None),
    ]


def test_a_body_by_xpath() -> None:
    issues: list[Issue] = []
    page = asked("<div class='a text'><p>one<p>two</div><p>three")
    found = selected.marks(page, Selectors(body='//div[has-class("text")]//p'), issues)
    assert (len(found), issues) == (2, [])
