"""A comparison in words: numbers are those of the summary, and everything that can be said has
words."""

from __future__ import annotations

from typing import get_args

from onrecord.cli.compare_words import REASONS
from onrecord.compare.difference import WEIGHTS, What
from onrecord.pipeline.comparing import Summary, compare
from onrecord.web import beside, compared
from onrecord.web.words import words
from tests.compare.support import reading

SAY = words("en")


def told(**changed: object) -> Summary:
    made: dict[str, object] = {
        "share": 0.97, "score": 0.7, "related": True, "method": "meaning", "weights": {},
        "kinds": {"same": 9, "changed": 0, "omitted": 0, "added": 0, "moved": 0}, "what": {},
    }  # fmt: skip
    return Summary(**(made | changed))  # type: ignore[arg-type]


def test_a_summary_in_numbers() -> None:
    kinds = {"omitted": 1, "added": 3, "moved": 2}
    text = compared.summary(told(kinds=kinds, what={"number": 2, "passage": 4}), ("en", "ru"), SAY)
    assert text == (
        "97 % aligned; 1 sentence only in en, 3 only in ru; 2 sentences moved; 2 figures differ"
    )
    assert "no sentence on one side alone" in compared.summary(told(), ("en", "ru"), SAY)
    unrelated = compared.summary(told(related=False, share=0.04, score=0.02), ("A", "B"), SAY)
    assert "no versions of one text" in unrelated
    assert "score 0.02" in unrelated


def test_everything_that_can_be_said_has_words() -> None:
    assert set(REASONS) == set(SAY.some("compare.reason"))
    assert set(SAY.some("edits.reason")) <= set(REASONS)
    for what in get_args(What):
        assert SAY(f"compare.what.{what}")
    for what in set(get_args(What)) - {"typography", "wording", "passage", "note", "order"}:
        assert SAY.counted(2, f"differing.{what}")
    for weight in WEIGHTS:
        assert SAY(f"compare.weight.{weight}")


def test_differences_lead_to_their_rows() -> None:
    a = "We met on Monday at noon.\nWe must act now on the river.\nNobody else came to the talks."
    found = compare(reading(a, "en"), reading(a.replace("must", "should"), "en"))
    rows = beside.rows([found])
    (one,) = compared.listed(found, rows, 0, "fact", SAY)
    assert (one.a, one.b, one.row) == ("must", "should", 1)
    sides = [
        compared.side(mark, None, each, mark, SAY)
        for mark, each in zip("AB", (found.a, found.b), strict=True)
    ]
    (part,) = compared.parts(sides, [found], beside.blocks(rows, fold=False), SAY)
    line = part.lines[1]
    assert line.differs
    assert [(p.text, p.weight) for p in line.columns[0].pieces if p.weight] == [
        ("must", "substance")
    ]
    assert [note[:2] for note in line.columns[1].notes] == [("substance", "Obligation")]
