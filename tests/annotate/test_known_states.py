from __future__ import annotations

import pytest

from onrecord.annotate.hits import hits
from onrecord.annotate.known_names import STATE
from onrecord.annotate.known_states import manner_of, state_named
from onrecord.annotate.lexis import lexis
from onrecord.annotate.words import Words


@pytest.mark.parametrize(
    ("text", "word", "said", "counts"),
    [
        ("In Kazakhstan", 1, "name", True),
        ("The Turkish side", 1, "adjective", True),
        ("A Turkish carpet", 1, "adjective", False),
        ("for Russian and foreign guests", 1, "adjective", False),
        ("roast Turkey", 1, "name", False),
        ("Most Russians", 1, "people", False),
    ],
)
def test_how_a_form_names_a_state(text: str, word: int, said: str, counts: bool) -> None:
    words = Words(text, lexis("en"))
    hit = next(h for h in hits(words, word, 1) if h.table.kind == STATE)
    assert manner_of(words, hit) == said
    assert (state_named(words, hit) is not None) is counts
