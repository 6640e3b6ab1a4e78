"""A question lies nearer to its answer when what makes it a question is taken out."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.meaning.encoder import encode
from onrecord.meaning.questions import answered, questions

_ASKED = "Who built the harbour in Ostvik?"
_SAID = "The harbour of Ostvik was built by the Kestrian navy."
_OTHER = "Who built the railway, and when was it opened?"


def test_statements_come_nearer_than_questions() -> None:
    asked, said, other = encode([_ASKED, _SAID, _OTHER])
    moved = answered(asked, _ASKED, "use")
    assert np.linalg.norm(moved) == pytest.approx(1, abs=1e-5)
    assert moved @ said - moved @ other > asked @ said - asked @ other


def test_words_that_ask_nothing_stay_as_they_are() -> None:
    (row,) = encode(["harbour of Ostvik"])
    assert answered(row, "harbour of Ostvik", "use") is row


def test_the_questions_are_questions() -> None:
    known = questions()
    assert all(each.endswith(known.signs) for each in known.questions)
