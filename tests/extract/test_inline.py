from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.inline import joined
from onrecord.text import normalize

pieces = st.lists(
    st.tuples(
        st.text(alphabet="ab \n\t\xa0\u200b\xad\u2009.", max_size=6), st.booleans(), st.booleans()
    ),
    max_size=8,
)


@given(pieces)
def test_a_line_is_the_normal_form_of_its_pieces(given: list[tuple[str, bool, bool]]) -> None:
    text, strong, linked = joined(given)
    assert text == normalize.line("".join(piece for piece, _, _ in given))
    assert 0 <= linked <= len(text)
    assert all(a.end < b.start for a, b in pairwise(strong))
    for span in strong:
        run = text[span.start : span.end]
        assert run
        assert run == run.strip()


@given(pieces)
def test_bold_runs_hold_the_bold_characters(given: list[tuple[str, bool, bool]]) -> None:
    text, strong, _ = joined(given)
    bold = "".join(normalize.line(piece) for piece, is_bold, _ in given if is_bold)
    held = "".join(text[span.start : span.end] for span in strong)
    assert "".join(held.split()) == "".join(bold.split())


def test_no_markup_splits_a_word_or_a_number() -> None:
    assert (
        joined([("1", True, False), ("2", False, True), (".5 mil", False, False)])[0] == "12.5 mil"
    )


def test_bold_runs_with_only_white_space_between_are_one() -> None:
    text, strong, _ = joined(
        [("Vladimir", True, False), ("\n", False, False), ("Putin", True, False)]
    )
    assert [text[s.start : s.end] for s in strong] == ["Vladimir Putin"]


def test_words_between_part_bold_runs() -> None:
    text, strong, _ = joined([("A", True, False), (" b ", False, False), ("C", True, False)])
    assert [text[s.start : s.end] for s in strong] == ["A", "C"]


def test_characters_in_links_are_counted() -> None:
    assert joined([("See ", False, False), ("the text", False, True)])[2] == 8
