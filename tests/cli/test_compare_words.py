from __future__ import annotations

import re
from pathlib import Path

import onrecord.compare
from onrecord.cli.compare_words import EDITED, REASONS, edited, summary
from onrecord.pipeline.comparing import Summary

KINDS = dict.fromkeys(("same", "changed", "omitted", "added", "moved"), 0)


def told(**changed: object) -> Summary:
    given = {
        "share": 0.97,
        "score": 0.7,
        "related": True,
        "method": "meaning",
        "kinds": KINDS,
        "weights": {},
        "what": {},
    }
    return Summary(**{**given, **changed})  # type: ignore[arg-type]


def test_each_reason_that_is_given_has_words() -> None:
    room = Path(str(onrecord.compare.__path__[0]))
    code = "\n".join(path.read_text("utf-8") for path in room.glob("*.py"))
    given = set(re.findall(r'"(\w[\w ]+ (?:changed|words|in [AB]|capitals))"', code))
    assert given
    assert given <= set(REASONS)


def test_a_summary_counts_what_differs() -> None:
    kinds = {**KINDS, "omitted": 1, "added": 3}
    text = summary(told(kinds=kinds, what={"number": 2, "passage": 4}))
    assert text == "97% aligned; 1 sentence only in A, 3 only in B; 2 number differences"


def test_unrelated_texts_are_said_to_be_so_with_the_score() -> None:
    assert "score 0.02" in summary(told(related=False, score=0.02))


def test_of_edits_it_is_told_what_was_before() -> None:
    assert set(EDITED) <= set(REASONS)
    assert edited("omitted passage") == "taken out"
    assert edited("number changed") == REASONS["number changed"]
