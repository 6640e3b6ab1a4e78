"""An edit, another statement, a reprint: told by text, title, language and day of publication."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.records import Reading
from onrecord.store.identity import at_one_address, elsewhere, facts
from tests.archives import PROSE, statement

TEXT = " ".join(PROSE)
EDITED = TEXT.replace("an hour", "two hours")
OTHER = (
    "Asked about the harvest, the treasurer said that prices had fallen for a third month. He "
    "would not say whether the levy on grain would be raised again, and called the question early."
)


def _at_one(new: Reading, old: Reading) -> str:
    return at_one_address(facts(new), facts(old)).outcome


def _elsewhere(new: Reading, old: Reading) -> str:
    return elsewhere(facts(new), facts(old)).outcome


@pytest.mark.parametrize(
    ("said", "header", "outcome"),
    [
        (TEXT, {}, "same"),
        (EDITED, {}, "version"),
        (EDITED, {"title": "Talks on the northern strait"}, "version"),
        (EDITED, {"published": "2024-05-10T08:00"}, "version"),
        (EDITED, {"published": "2025-05-02T10:00"}, "other"),  # the same greetings a year later
        (TEXT, {"published": "2025-05-02T10:00"}, "other"),
        (EDITED, {"published": None}, "version"),
        (TEXT + OTHER * 20, {}, "version"),  # it grows
        (PROSE[0], {}, "version"),  # it is cut
        (OTHER, {}, "version"),  # a place that was held for it: same title, same minute
        (OTHER, {"published": "2024-05-04T10:00"}, "other"),  # an address that is used again
        (OTHER, {"published": None}, "other"),
        (OTHER, {"title": "On the harvest"}, "other"),
        (EDITED, {"language": "de"}, "other"),
    ],
)
def test_at_one_address(said: str, header: dict[str, Any], outcome: str) -> None:
    assert _at_one(statement(said, **header), statement(TEXT)) == outcome


@pytest.mark.parametrize(
    ("said", "header", "outcome"),
    [
        (TEXT, {}, "same"),
        (TEXT, {"title": "Print: Talks"}, "same"),
        (TEXT.replace("; ", ", ").upper(), {}, "same"),
        (TEXT, {"published": None}, "same"),
        (TEXT, {"published": "2024-05-03T09:00"}, "same"),
        (TEXT, {"published": "2024-06-03T09:00"}, "other"),
        (EDITED, {}, "version"),
        (EDITED, {"title": "Another title"}, "other"),
        (EDITED, {"published": None}, "other"),  # nothing says that the day is the same
        (EDITED, {"published": "2024-06-03T09:00"}, "other"),
        (TEXT, {"language": "de"}, "other"),
        (OTHER, {}, "other"),
    ],
)
def test_elsewhere(said: str, header: dict[str, Any], outcome: str) -> None:
    assert _elsewhere(statement(said, **header), statement(TEXT)) == outcome


def test_a_short_form_is_no_identity() -> None:
    short = "There are no public events today."
    old, new = (
        statement(short, title="Schedule, Monday"),
        statement(short, title="Schedule, Tuesday"),
    )
    assert _elsewhere(new, old) == "other"
    assert _elsewhere(statement(short, title="Schedule, Monday"), old) == "same"


def test_the_day_of_the_event_counts_where_publication_is_unknown() -> None:
    old = statement(TEXT, published=None, date="2024-05-02")
    assert _elsewhere(statement(TEXT, published=None, date="2024-05-02"), old) == "same"
    assert _elsewhere(statement(TEXT, published=None, date="2024-09-02"), old) == "other"
    assert _elsewhere(statement(TEXT, published=None, date="2024"), old) == "same"


def test_a_verdict_says_why() -> None:
    verdict = at_one_address(facts(statement(EDITED)), facts(statement(TEXT)))
    assert verdict.method == "changed text at the same address"
    assert verdict.score is not None
    assert 0.9 < verdict.score < 1
