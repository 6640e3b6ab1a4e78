"""Days as a drawing."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.store.coverage import Day
from onrecord.web.calendar import CELL, TOP, calendar


def test_weeks_are_columns_and_weekdays_rows() -> None:
    first = date(2026, 1, 5)  # a Monday
    days = [
        Day(source="a", day=(first + timedelta(days=n)).isoformat(), state="statements", seen=n)
        for n in range(70)
    ]
    drawn = calendar(days, days[0].day, days[-1].day)
    assert len({(cell.x, cell.y) for cell in drawn.cells}) == 70
    assert (drawn.cells[7].x, drawn.cells[7].y) == (CELL, TOP)
    assert (drawn.width, drawn.height) == (10 * CELL, TOP + 7 * CELL)
    assert [cell.shade for cell in drawn.cells[:13:3]] == [0, 2, 3, 3, 4]
    assert [name for _, name in drawn.months] == ["2026-01", "2026-02", "2026-03"]


def test_every_state_but_the_usual_has_a_sign() -> None:
    days = [
        Day(source="a", day=f"2026-01-0{n}", state=state)  # type: ignore[arg-type]
        for n, state in enumerate(("partly", "none", "unreadable", "unfetched"), 1)
    ]
    signs = [cell.sign for cell in calendar(days, "2026-01-01", "2026-01-04").cells]
    assert len({*signs, ""}) == 5
