"""A watch in the terminal."""

from __future__ import annotations

import io

from onrecord.cli import watch_view
from onrecord.pipeline.watched import Watched, WatchedSource
from onrecord.pipeline.watching import Progress
from onrecord.store.coverage import Day

DAYS = tuple(
    Day(source="xv_mfa_news", day=f"2026-03-0{n}", state=state)  # type: ignore[arg-type]
    for n, state in enumerate(
        ("statements", "partly", "none", "unreadable", "unfetched", "unwatched"), 1
    )
)


def test_days_are_signs_and_controls_are_taken_out() -> None:
    source = WatchedSource(
        source="xv_mfa_news",
        institution=None,
        country=None,
        series=None,
        state="failing",
        reason="gone\x1b[31m",
        read=None,
        week=None,
        pages={},
        total=DAYS[0],
        listings=(),
        troubles=(),
        days=DAYS,
    )
    found = Watched(
        first="2026-02-28",
        last="2026-03-06",
        running=False,
        begun=None,
        beat="2026-03-06T10:00:00Z",
        ended=None,
        waiting=3,
        requests={},
        sources=(source,),
    )
    out = io.StringIO()
    watch_view.table(found, ["xv_mfa_news"], out)
    told = out.getvalue()
    assert "#!.?x " in told
    assert "3 addresses are due" in " ".join(told.split())
    assert "\x1b[31m" not in told


def test_what_is_going_on() -> None:
    busy = Progress(requests=2, busy=("a", "b", "c", "d"))
    assert watch_view.described(busy).endswith("asking a, b, c and 1 more")
    assert watch_view.described(Progress(next_at=0.0)).endswith("next at 1970-01-01 00:00:00 UTC")


def test_a_line_is_kept_up_to_date() -> None:
    out = io.StringIO()
    with watch_view.live(out) as show:
        show(Progress(requests=7))
