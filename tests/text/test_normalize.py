"""Normal forms: what is stored, and the shadow that is matched."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import normalize

ANY = st.text(max_size=80)


@given(ANY)
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(normalize.fold(text)) == len(text)


@given(ANY)
def test_a_normal_line_stays_as_it_is(text: str) -> None:
    once = normalize.line(text)
    assert normalize.line(once) == once
    assert "  " not in once
    assert "\n" not in once
    assert once == once.strip()


def test_what_cannot_be_seen_goes() -> None:
    assert normalize.line("min\u00adister\u200b \ud800and\x00 I") == "minister and I"


def test_digits_of_other_scripts_and_dashes_are_folded() -> None:
    assert normalize.fold("١٨–٢٠٢٤ „Ёж“") == '18-2024 "еж"'


def test_bare_keys() -> None:
    assert normalize.bare("Çavuşoğlu, M.") == normalize.bare("CAVUSOGLU M")
    assert normalize.bare("Сёмин") == normalize.bare("семин")
