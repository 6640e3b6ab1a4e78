"""How a first sentence stands to its question, in meaning."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.annotate.response_meaning import beside, opening
from onrecord.errors import NoEncoder
from onrecord.meaning import encoder


def test_products_add_up_to_how_near_they_are() -> None:
    questions = ["Will the bridge be paid for?"] * 2
    rows = beside(questions, ["Ja, die Br\u00fccke wird bezahlt. Danke.", "It rained."], "de")
    assert rows is not None
    near, far = rows.sum(1)
    assert near > far


def test_one_answer_is_told_alike_alone_and_among_others() -> None:
    alone = beside(["Why?"], ["It rained."], "en")
    among = beside(["Who?", "Why?"], ["Nobody.", "It rained."], "en")
    assert alone is not None
    assert among is not None
    assert np.allclose(alone[0], among[1], atol=1e-5)


def test_nothing_is_told_where_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert beside(["?"], ["No."], "uk") is None

    def absent(_: object) -> None:
        raise NoEncoder("not there")

    monkeypatch.setattr(encoder, "encode", absent)
    assert beside(["?"], ["No."], "en") is None


def test_an_answer_without_words_has_no_opening() -> None:
    assert opening(" ") == ""
