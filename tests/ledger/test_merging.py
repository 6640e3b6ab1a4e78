"""Which of several entries are one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.merging import Groups, merged


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_every_number_is_in_one_group(joined: list[tuple[int, int]]) -> None:
    groups = Groups(10)
    for a, b in joined:
        groups.join(a, b)
    assert sorted(n for group in groups.all() for n in group) == list(range(10))
    assert all(groups.root(a) == groups.root(b) for a, b in joined)


def test_without_a_bucket_in_common_nothing_is_compared() -> None:
    assert merged(["a", "b"], lambda each: [each], lambda a, b: True) == [["a"], ["b"]]
    assert merged(["a", "b"], lambda each: [], lambda a, b: True) == [["a"], ["b"]]
