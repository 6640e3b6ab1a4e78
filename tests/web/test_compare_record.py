from __future__ import annotations

import msgspec

from onrecord.pipeline.comparing import compare
from onrecord.web.compare_record import record
from tests.compare.support import reading


def test_spans_are_those_of_the_texts_and_digests_name_them() -> None:
    a, b = reading("We met. We must act.", "en"), reading("We met. We should act.", "en")
    made = msgspec.json.decode(msgspec.json.encode(record(compare(a, b), ("one", "two"))))
    assert made["a"]["name"] == "one"
    assert made["b"]["text_digest"] == b.text_digest
    assert [(bead["a"], bead["kind"]) for bead in made["beads"]] == [
        ([[0, 7]], "same"),
        ([[8, 20]], "changed"),
    ]
    (difference,) = made["differences"]
    start, end = difference["b"]
    assert b.text[start:end] == difference["quote_b"] == "should"
