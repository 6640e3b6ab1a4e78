"""A month of a ministry in simulated time: every statement, edit and removal is seen, none is
invented, every host is treated as it wants; and being killed changes nothing of that."""

from __future__ import annotations

import os
import random
from pathlib import Path

from tests import killed, watched
from tests.ministry import Clock, Ministry, thirty_days

KILLS = int(os.environ.get("ONRECORD_KILLS", "3"))


def test_a_month(tmp_path: Path) -> None:
    plan = thirty_days(seed=7)
    clock = Clock()
    folder = watched.archive(tmp_path / "archive", "4h")
    with Ministry(plan, clock) as ministry:
        seen = watched.watch(folder, ministry.seams, clock, watched.end(30), follow=False)
        log = ministry.log
    for what, found in watched.outcome(plan, seen, watched.end(30)).items():
        assert found.planned > 10, what
        assert (found.missing, found.invented) == ([], []), what
    assert watched.impolite(log, plan) == []
    assert watched.wasted(log, plan) == []
    assert {request.agent.partition("/")[0] for request in log} == {"onrecord"}


def test_a_watch_that_is_killed(tmp_path: Path) -> None:
    found = killed.month(tmp_path, KILLS, random.Random(5), days=10, cadence="4h")
    assert found.faults == []
    assert found.within > 0
    assert found.alerts >= found.compared["statements"].planned
