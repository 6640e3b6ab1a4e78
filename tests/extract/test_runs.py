"""Runs become lines; the bold ones are marked by spans of the line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.runs import Run, joined
from onrecord.text import normalize


def test_bold_runs_with_spaces_between_are_one() -> None:
    runs = [Run("  Anna", True), Run("\xa0", False), Run("Bell:", True), Run(" Yes.", False)]
    (line,) = joined(runs)
    assert line[0] == "Anna Bell: Yes."
    assert [line[0][a:b] for a, b in line[1]] == ["Anna Bell:"]


def test_a_word_in_two_weights_is_not_split() -> None:
    assert joined([Run("W", True), Run("e agree", False)]) == [("We agree", ((0, 1),))]


RUNS = st.lists(
    st.builds(Run, st.text(alphabet="ab \n\t\xa0\u200b:", max_size=8), st.booleans()), max_size=8
)


@given(RUNS)
def test_text_is_in_stored_form_and_spans_are_within(runs: list[Run]) -> None:
    lines = joined(runs)
    whole = "".join(run.text for run in runs)
    assert [text for text, _ in lines] == [normalize.line(part) for part in whole.split("\n")]
    for text, spans in lines:
        ends = [edge for span in spans for edge in span]
        assert ends == sorted(ends)
        assert all(0 <= a < b <= len(text) and text[a:b].strip() for a, b in spans)
