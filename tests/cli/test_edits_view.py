"""Edits in the terminal: weight, time, words on both sides; no sign of a page acts there."""

from __future__ import annotations

from io import StringIO

from onrecord.cli import edits_view
from onrecord.cli.terminal import console
from onrecord.records import Span
from onrecord.store.edit_records import Change, Edit, Told


def edit(**fields: object) -> Edit:
    made: dict[str, object] = {
        "id": "0",
        "kind": "edited",
        "weight": "fact",
        "statement": "a/b",
        "title": "Talks",
        "statement_kind": "remarks",
        "language": "en",
        "source": None,
        "issuer": None,
        "country": None,
        "date": None,
        "address": "https://a.example",
        "before": "a/b@1",
        "after": "a/b@2",
        "last_seen": "2026-03-02T08:00:00Z",
        "last_capture": "urn:uuid:1",
        "seen": "2026-03-02T09:00:00Z",
        "capture": "urn:uuid:2",
    }
    return Edit(**(made | fields))  # type: ignore[arg-type]


def shown(*edits: Edit, total: int = 0) -> str:
    out = StringIO()
    edits_view.show(edits, total or len(edits), console(out))
    return out.getvalue()


CHANGE = Change(
    kind="changed",
    weight="fact",
    what="number",
    reason="number changed",
    a=Span(13, 15),
    b=Span(13, 15),
    quote_a="90",
    quote_b="60",
    around_a=Span(6, 20),
    around_b=Span(6, 20),
    text_a="within 90 days",
    text_b="within 60 days",
)


def test_an_edit_with_its_words() -> None:
    told = Told(weights={"fact": 7}, changes=(CHANGE,) * 6, more=1)
    text = shown(edit(told=told), total=3)
    assert "fact  edited  2026-03-02T08:00 to 2026-03-02T09:00 UTC" in text
    assert "-   within [90] days" in text
    assert "+   within [60] days" in text
    assert "and 2 more" in text
    assert "1 of 3" in text


def test_a_removed_page() -> None:
    text = shown(
        edit(kind="removed", after=None, reason="gone\x1b[31m", restored="2026-03-03T08:00:00Z")
    )
    assert "taken away" in text
    assert "there again 2026-03-03T08:00" in text
    assert "\x1b" not in text


def test_none() -> None:
    assert "No edit" in shown()
