"""Every mistake in a source's file is told with the key that it stands in."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from onrecord.sources.checks import problems
from onrecord.sources.schema import SourceFile

PAGE = {"kind": "page", "url": "https://a.example/", "selectors": {"item": "li"}}


def told(**fields: Any) -> str:
    good: dict[str, Any] = {"languages": ["en"], "series": "s", "hosts": ["a.example"]}
    return "; ".join(problems(msgspec.convert(good | fields, SourceFile)))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, ""),
        ({"listing": [PAGE]}, ""),
        ({"hosts": []}, "at least one host"),
        ({"hosts": ["https://a.example"]}, "no host"),
        ({"timezone": "Mars/Olympus"}, "no time zone"),
        ({"cadence": "often"}, "cadence: 'often' is no span of time"),
        ({"cadence": 10}, "once a minute"),
        ({"delay": -1}, "delay"),
        ({"selectors": {"body": "p["}}, "selectors.body: selector 'p['"),
        ({"selectors": {"remove": ["p", "//p["]}}, "selectors.remove: XPath '//p['"),
        ({"selectors": {"title": " "}}, "selectors.title: empty"),
        ({"listing": [PAGE, PAGE | {"url": "a.example"}]}, "listing 2: 'a.example' is no http"),
        ({"listing": [PAGE | {"url": "file:///etc/passwd"}]}, "no http or https address"),
        ({"listing": [PAGE | {"url": "https://a.example/{week}"}]}, "{week}: write"),
        ({"listing": [PAGE | {"url": "https://a.example/{year}"}]}, "one of kind archive"),
        ({"listing": [PAGE | {"kind": "archive"}]}, "an archive's url has {year}"),
        ({"listing": [PAGE | {"selectors": {}}]}, "say what is a statement"),
        ({"listing": [PAGE | {"match": "("}]}, "match: no regular expression"),
        ({"listing": [PAGE | {"pages": -1}]}, "no negative numbers"),
        ({"listing": [PAGE | {"selectors": {"item": "li["}}]}, "listing 1: selectors.item"),
        ({"expect": {"week": [40, 3]}}, "expect.week"),
        ({"expect": {"dated": 90}}, "expect.dated: a share"),
        ({"expect": {"dialogue": {"briefing": 2}}}, "expect.dialogue.briefing"),
        ({"expect": {"kinds": {"briefing": [0.5, 0.1]}}}, "expect.kinds.briefing"),
    ],
)
def test_problems(fields: dict[str, Any], problem: str) -> None:
    assert (problem in told(**fields)) if problem else told(**fields) == ""


def test_all_mistakes_at_once() -> None:
    assert told(hosts=[], cadence="x", selectors={"body": "p["}).count(";") >= 2
