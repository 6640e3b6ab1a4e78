"""Nothing that is obeyed is left; everything that is shown is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.controls import safe


@given(st.text())
def test_what_is_shown_stays_and_what_is_obeyed_goes(text: str) -> None:
    made = safe(text)
    assert safe(made) == made
    assert "\x1b" not in made
    assert [sign for sign in made if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
