"""What is named together, in the same turn."""

from __future__ import annotations

from pathlib import Path

from onrecord.store.company import company, named
from onrecord.store.mentions import turned
from tests.store.spoken import spoken


def test_only_what_stands_in_the_same_turn(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        turns = turned(db, "organisation/nato")
        found = company(db, "organisation/nato")
        together = named(db, [(turn.version, turn.turn) for turn in turns])
        for each in found.companions:
            both = [t for t in together.values() if {each.id, "organisation/nato"} <= t]
            assert each.turns == len(both) > 0
        assert "state/tr" in {each.id for each in found.companions}
        assert "organisation/nato" not in {each.id for each in found.companions}
        assert found.turns == len(turns)


def test_no_more_than_is_wanted(tmp_path: Path) -> None:
    with spoken(tmp_path) as db:
        found = company(db, "state/tr", most=1)
        assert len(found.companions) == 1
        assert found.ties == ()
