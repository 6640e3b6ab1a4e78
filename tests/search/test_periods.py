from __future__ import annotations

import pytest

from onrecord.search.periods import month, period, year


@pytest.mark.parametrize(
    "wrong", [None, "", "0000", "2019-00", "2019-02-30", "19", "2019-1", "2019-10-9x"]
)
def test_what_is_no_date_has_no_days(wrong: str | None) -> None:
    assert period(wrong) is None
    assert month(wrong) is None
    assert year(wrong) is None


def test_precision_is_the_length() -> None:
    assert period("2019") == (20190101, 20191231)
    assert period("2019-02") == (20190201, 20190228)
    assert period("2019-02-03T10:00") == (20190203, 20190203)
