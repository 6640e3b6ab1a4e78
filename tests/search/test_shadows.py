from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.search import analysis
from onrecord.search.shadows import shadow

LETTERS = bytes(range(0x20, 0x100))
TABLED = LETTERS.decode("cp1252", "ignore") + LETTERS.decode("cp1251", "ignore")


@given(st.text(alphabet=TABLED))
def test_a_shadow_has_the_words_of_the_text_in_their_places(text: str) -> None:
    shade = shadow(text)
    if shade is not None:
        assert len(shade) == len(text)
        places = [(token.start, token.end) for token in analysis.tokens(text)]
        assert [match.span() for match in analysis.matches(shade, 0)] == places


@given(st.text(alphabet=[c for c in TABLED if c.isalpha()], min_size=1))
def test_a_shadow_is_the_bare_word(word: str) -> None:
    shade = shadow(word)
    if shade is not None and len(word) <= 64:
        assert analysis.bare(shade) == analysis.bare(analysis.folded(word))


def test_there_is_none_of_other_letters() -> None:
    assert shadow("Łódź") is None
    assert shadow("Straße") is None
    assert shadow("发言人") is None
    assert shadow("Владимир é") is None
