"""Lines to one text, its blocks and offsets."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.assemble import assemble, digest, evidence
from onrecord.extract.page import Found, Line
from onrecord.records import Span

LINES = st.lists(
    st.builds(
        Line,
        text=st.text("ab ", min_size=0, max_size=6).map(str.strip),
        gap=st.sampled_from([0, 1, 2]),
        part=st.sampled_from(["header", "body", "furniture"]),
    ),
    max_size=8,
)


@given(LINES)
def test_every_line_is_a_block_or_furniture(lines: list[Line]) -> None:
    made = assemble(lines)
    shown = [made.text[b.span.start : b.span.end] for b in made.blocks]
    assert shown == [line.text for line in lines if line.part != "furniture" and line.text]
    left = [piece.text for piece in made.furniture]
    assert left == [line.text for line in lines if line.part == "furniture" and line.text]
    for line, offset in zip(lines, made.offsets, strict=True):
        if offset is not None:
            assert made.text[offset : offset + len(line.text)] == line.text


def test_gaps_and_bold_runs() -> None:
    bold = Line(text="Q: Why?", strong=(Span(0, 2),))
    made = assemble([Line(text="Title", part="header"), bold, Line(text="So.", gap=1)])
    assert made.text == "Title\n\nQ: Why?\nSo."
    assert [made.text[s.start : s.end] for b in made.body for s in b.strong] == ["Q:"]
    assert len(made.body) == 2


def test_evidence_points_into_the_text_or_quotes_the_capture() -> None:
    lines = [Line(text="9 May 2024", part="header"), Line(text="Home", part="furniture")]
    made = assemble(lines)
    here = evidence(Found(value="2024-05-09", method="date line", line=0, span=Span(2, 10)), made)
    assert (here.span, here.quote) == (Span(2, 10), "May 2024")
    gone = Found(value="x", method="line", line=1, span=Span(0, 4), quote="Home", where="nav")
    away = evidence(gone, made)
    assert (away.span, away.quote, away.where) == (None, "Home", "nav")


def test_the_digest_is_that_of_the_bytes() -> None:
    assert digest("ab") == digest(b"ab")
    assert digest("ab") != digest("ba")
