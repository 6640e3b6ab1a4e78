"""Edits for a page and a feed: both wordings, cut where they are long, and addresses of both."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from msgspec.structs import replace

from onrecord.records import Span
from onrecord.store.edit_records import Change, Edit, Told
from onrecord.web.answers import Asked
from onrecord.web.edits_shown import entry, reason, shown
from onrecord.web.words import words
from tests.cli.test_edits_view import CHANGE, edit

SAY = words("en")
ASKED = cast(Asked, SimpleNamespace(words=SAY, base="https://x.example"))


def heavy(**fields: object) -> Edit:
    passage = Change(
        kind="omitted", weight="substance", what="passage", reason="omitted passage",
        a=Span(100, 2_000), quote_a="They will pay. " * 120,
    )  # fmt: skip
    told = Told(weights={"substance": 1, "fact": 1}, changes=(CHANGE, passage))
    return replace(edit(told=told), **fields)


def test_both_wordings_with_their_places() -> None:
    one = shown(heavy(), SAY)
    first, second = one.lines
    assert first.was == ("within ", "90", " days")
    assert first.now == ("within ", "60", " days")
    assert first.a == "/statements/a/b@1?at=13-15#at"
    assert second.reason == "taken out"
    assert second.now is None
    assert second.was is not None
    assert second.was.words.endswith(" …")
    assert one.compare == "/compare?a=a%2Fb%401&b=a%2Fb%402"
    assert one.hidden == 0


def test_the_heaviest_are_shown_first_in_their_order() -> None:
    one = shown(heavy(), SAY, most=1)
    assert [line.weight for line in one.lines] == ["substance"]
    assert one.hidden == 1


def test_a_removed_page_has_nothing_to_compare() -> None:
    gone = heavy(kind="removed", after=None, told=Told(), reason="the server answers 410")
    one = shown(gone, SAY)
    assert (one.compare, one.new, one.lines) == (None, None, ())
    told = entry(ASKED, gone)
    assert told.link == "https://x.example/statements/a/b@1"
    assert "the server answers 410" in told.notes


def test_an_entry_says_what_was_and_what_is() -> None:
    told = entry(ASKED, heavy())
    assert told.title == "Edited (Fact): Talks"
    assert "Before: within 90 days" in told.notes
    assert "Now: within 60 days" in told.notes
    assert told.moment == "2026-03-02T09:00:00Z"
    assert told.external == "https://a.example"


def test_reasons_of_edits_speak_of_before() -> None:
    assert reason("weaker in B", SAY) == "weaker than before"
    assert reason("number changed", SAY) == "another figure"
