"""Folding: what two spellings share, and that offsets point into the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gazetteer.fold import fold, key, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Élysée", "elysee"),
        ("Nur\u2010Sultan", "NUR SULTAN"),
        ("Côte d\u2019Ivoire", "Cote d'Ivoire"),
        ("Огарёво", "огарево"),
        ("Łódź", "Lodz"),
        ("San\u00a0José", "San  Jose"),
        ("Ö\u0308sterreich".replace("Ö\u0308", "O\u0308"), "Österreich"),
        ("ＫＹＩＶ", "Kyiv"),
        ("İstanbul", "istanbul"),
    ],
)
def test_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Китай", "Китаи"), ("Guinea, Bissau", "Guinea-Bissau"), ("Ïle", "Ale")]
)
def test_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_full_stop_joins_only_after_an_abbreviation() -> None:
    joints = [token.joint for token in tokens("St. Petersburg. Moscow")]
    assert joints == [None, " ", None]


@given(st.text())
def test_tokens_point_into_the_text(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert fold(text[token.start : token.end]) == token.form
        end = token.end
