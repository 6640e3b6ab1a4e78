"""Rows over several texts: no sentence is lost or doubled; what stands alone has its own row; what
differs is marked once."""

from __future__ import annotations

import pytest

from onrecord.compare.difference import Difference, Weight, What
from onrecord.pipeline.comparing import Comparison, compare
from onrecord.records import Span
from onrecord.web import beside
from tests.compare.support import read_file, reading
from tests.support import SAMPLES

TAGS = ("en", "de", "es", "fr", "ru")


@pytest.fixture(scope="module")
def found() -> list[Comparison]:
    files = [read_file(SAMPLES / f"geneva-news-conference.{tag}.html") for tag in TAGS]
    return [compare(files[0], other) for other in files[1:]]


def test_no_sentence_is_lost_or_doubled(found: list[Comparison]) -> None:
    rows = beside.rows(found)
    first = [span for row in rows for span in row.cells[0].spans]
    assert first == sorted(set(first))
    assert set(first) == {span for bead in found[0].beads for span in bead.a}
    for k, each in enumerate(found, 1):
        shown = [span for row in rows for span in row.cells[k].spans]
        assert sorted(shown) == sorted(span for bead in each.beads for span in bead.b)
        listed = [place for row in rows for place in row.differences[k - 1]]
        assert sorted(listed) == list(range(len(each.differences)))


def test_what_stands_alone_is_seen_and_has_its_place(found: list[Comparison]) -> None:
    rows = beside.rows(found)
    kinds = [row.cells[1].kind for row in rows]
    assert kinds.count("omitted") == sum(bead.kind == "omitted" for bead in found[0].beads)
    (added,) = [row for row in rows if row.cells[4].kind == "added"]
    assert added.cells[0].kind == "absent"
    assert added.differs


def test_runs_that_are_the_same_are_folded() -> None:
    lines = [f"Sentence number {n} speaks of rivers." for n in range(1, 20)]
    a, b = "\n".join(lines), "\n".join(lines).replace("number 10 speaks", "number 10 wrote")
    rows = beside.rows([compare(reading(a, "en"), reading(b, "en"))])
    blocks = beside.blocks(rows, fold=True)
    assert [block.folded for block in blocks] == [True, False, True]
    assert [row for block in blocks for row in block.rows] == list(rows)
    assert [block.first for block in blocks] == [0, 8, 11]
    assert beside.blocks(rows, fold=False) == (beside.Block(0, rows, False),)
    assert beside.blocks((), fold=True) == ()


def test_two_empty_texts_have_no_rows() -> None:
    assert beside.rows([compare(reading("", "en"), reading("", "fr"))]) == ()


def test_pieces_are_cut_at_what_differs() -> None:
    text = reading("We must act. They left. We said so.", "en")
    spans = [Span(0, 12), Span(24, 35)]
    pieces = list(beside.pieces(text, spans, [(Span(3, 7), "substance"), (Span(0, 12), "fact")]))
    assert [tuple(piece) for piece in pieces] == [
        ("We must act.", "fact"),
        (" … ", None),
        ("We said so.", None),
    ]
    inner = list(beside.pieces(text, spans[:1], [(Span(3, 7), "substance")]))
    assert [tuple(p) for p in inner] == [("We ", None), ("must", "substance"), (" act.", None)]


def test_the_heaviest_mark_is_first_and_passages_need_no_name() -> None:
    def difference(weight: Weight, what: What) -> Difference:
        return Difference(
            kind="changed", weight=weight, what=what, a=Span(0, 1), b=None, quote_a="x",
            quote_b=None, reason="other words", bead=0,
        )  # fmt: skip

    many = [difference("wording", "wording"), difference("substance", "passage")]
    assert [weight for _, weight in beside.marks(many, "a")] == ["substance", "wording"]
    assert beside.marks(many, "b") == []
    assert not any(map(beside.heavy, many))
    assert beside.heavy(difference("fact", "number"))
