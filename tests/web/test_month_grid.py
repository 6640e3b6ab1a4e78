"""A month as weeks."""

from __future__ import annotations

from onrecord.ledger.agenda import agenda
from onrecord.web.month_grid import month_grid
from tests.ledger.support import FI, event


def test_each_entry_stands_on_its_day() -> None:
    acts = [
        event("We will visit Lund", place="Lund", modality="planned", date_of="2024-06-09"),
        event(
            "A summit is to be in Turku",
            place="Turku",
            recipients=[FI],
            modality="planned",
            date_of="2024-06",
            start=500,
        ),
    ]
    grid = month_grid("2024-06", agenda(acts))
    days = [day for week in grid.weeks for day in week if day.entries]
    assert [day.date for day in days] == ["2024-06-09"]
    assert len(grid.undated) == 1
    assert all(len(week) == 7 for week in grid.weeks)
