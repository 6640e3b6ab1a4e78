"""Plots: every number is drawn once, to one scale, and nothing leaves the frame."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.company import Companion, Tie
from onrecord.web import plots

MONTHS = st.builds("{:04}-{:02}".format, st.integers(1990, 2026), st.integers(1, 12))
WHEN = st.dictionaries(
    st.sampled_from(["", "TR", "RU", "US"]),
    st.dictionaries(MONTHS, st.integers(1, 500), min_size=1, max_size=8),
    min_size=1,
)


@given(WHEN)
def test_rows_hold_all_numbers_to_one_scale(when: dict[str, dict[str, int]]) -> None:
    drawn = plots.multiples(when)
    assert drawn is not None
    assert {row.key: row.number for row in drawn.rows} == {
        key: sum(months.values()) for key, months in when.items()
    }
    bars = [bar for row in drawn.rows for bar in row.bars]
    assert sum(bar.number for bar in bars) == sum(row.number for row in drawn.rows)
    assert max(bar.height for bar in bars) == plots.ROW
    for bar in bars:
        assert 0 <= bar.x < drawn.width
        assert 0 <= bar.y <= plots.ROW - bar.height + 0.11


def test_nothing_is_drawn_of_nothing() -> None:
    assert plots.multiples({}) is None
    assert plots.multiples({"TR": {"": 3}}) is None
    assert plots.network([Companion("state/tr", "Turkey", 2)], []) is None


def test_those_that_meet_stand_together_and_arcs_end_at_their_dots() -> None:
    some = [Companion(f"state/{n}", f"State {n}", 10 - n) for n in range(6)]
    ties = [Tie("state/0", "state/5", 9), Tie("state/1", "state/2", 3), Tie("a", "state/1", 2)]
    drawn = plots.network(some, ties)
    assert drawn is not None
    assert [node.id for node in drawn.nodes][:2] == ["state/0", "state/5"]
    rows = {node.id: node.y for node in drawn.nodes}
    assert len(set(rows.values())) == 6
    assert max(rows.values()) < drawn.height
    assert [(arc.a.id, arc.b.id) for arc in drawn.arcs] == [
        ("state/0", "state/5"),
        ("state/1", "state/2"),
    ]
    first = drawn.arcs[0]
    assert first.path.startswith(f"M{drawn.ends} {rows['state/0']}A")
    assert first.path.endswith(f"{drawn.ends} {rows['state/5']}")
    assert first.width > drawn.arcs[1].width
