"""Who held an office on a day: only what is certain."""

from __future__ import annotations

import pytest

from onrecord.gazetteer import tenure
from onrecord.gazetteer.profile import Held, profile


def _held(since: str | None, until: str | None = None, seen: str | None = None) -> Held:
    return Held(
        office="o", of="TR", person="person/p", name="N", since=since, until=until, seen=seen,
        source="s",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("held", "day", "holds"),
    [
        (_held("2014-08-29", "2015-08-28"), "2015-01-01", True),
        (_held("2014-08-29", "2015-08-28"), "2014-08-29T10:00", True),
        (_held("2014-08-29", "2015-08-28"), "2015-08-29", False),
        (_held("2014-08", "2015"), "2014-08-30", False),
        (_held("2014-08", "2015"), "2014-09-01", True),
        (_held("2014-08", "2015"), "2015-03", False),
        (_held("2014", None, "2020-05-01"), "2020-04-30", True),
        (_held("2014", None, "2020-05-01"), "2020-05-02", False),
        (_held("2014"), "2015-01-01", False),
        (_held(None, "2015"), "2014-01-01", False),
    ],
)
def test_what_is_open_is_not_claimed(held: Held, day: str, holds: bool) -> None:
    assert bool(tenure.on([held], day)) is holds


def test_of_the_tables() -> None:
    known = profile("person/sergey-lavrov")
    assert known is not None
    assert [each.office for each in tenure.on(known.offices, "2019-10-09")] == ["foreign_minister"]
    assert tenure.on(known.offices, None) == ()
