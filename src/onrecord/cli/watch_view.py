"""A watch in the terminal: a line while it runs, and a table of the sources."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TextIO

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn
from rich.table import Table
from rich.text import Text

from onrecord.cli.output import safe
from onrecord.pipeline.watched import Watched, WatchedSource
from onrecord.pipeline.watching import Progress
from onrecord.store.coverage import Day

# A day in one sign, the same without colour: what it was, and how many statements were seen.
SIGNS = {
    "statements": "#",
    "partly": "!",
    "none": ".",
    "unreadable": "?",
    "unfetched": "x",
    "unwatched": " ",
}
_STYLES = {"well": "green", "doubtful": "yellow", "failing": "bold red", "new": "dim"}
LEGEND = (
    "# statements   ! some failed   . no statement   ? listing unreadable   x not fetched"
    "   (blank) nobody watched"
)


@contextmanager
def live(file: TextIO | None = None) -> Iterator[Callable[[Progress], None]]:
    """A line that says how far the watch is."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=Console(file=file or sys.stderr), transient=True) as bar:
        task = bar.add_task("asking")
        yield lambda progress: bar.update(task, description=safe(described(progress)))


def described(progress: Progress) -> str:
    """
    >>> described(Progress(requests=1200, new=3, unchanged=40))
    '1,200 requests: 3 new, 40 unchanged; nothing is due'
    """
    words = ("new", "changed", "removed", "restored", "unchanged", "failed")
    parts = [f"{n:,} {word}" for word in words if (n := getattr(progress, word))]
    if progress.busy:
        now = f"asking {', '.join(progress.busy[:3])}"
        now += f" and {len(progress.busy) - 3} more" if len(progress.busy) > 3 else ""
    elif progress.next_at is None:
        now = "nothing is due"
    else:
        at = datetime.fromtimestamp(progress.next_at, UTC)
        now = f"next at {at:%Y-%m-%d %H:%M:%S} UTC"
    return f"{progress.requests:,} requests: {', '.join(parts) or 'nothing new'}; {now}"


def table(found: Watched, names: Sequence[str], file: TextIO | None = None) -> None:
    """How each source is, with its days."""
    console = Console(file=file or sys.stdout)
    state = "is running" if found.running else "is not running"
    console.print(Text(f"The watch {state}; {found.waiting:,} addresses are due. {_when(found)}"))
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("source", "state", f"{found.first} to {found.last}", "seen", "read", "failed"):
        drawn.add_column(name, justify="right" if name in ("seen", "read", "failed") else "left")
    drawn.add_column("reason", overflow="fold")
    for source in found.sources:
        if source.source in names:
            drawn.add_row(*_row(source, found))
    console.print(drawn)
    console.print(Text(LEGEND, style="dim"))


def _when(found: Watched) -> str:
    return f"Last sign of life {found.beat}." if found.beat else ""


def _row(source: WatchedSource, found: Watched) -> tuple[Text, ...]:
    total = source.total
    days = "".join(sign(day) for day in source.days)
    width = (datetime.fromisoformat(found.last) - datetime.fromisoformat(found.first)).days + 1
    return (
        Text(safe(source.source)),
        Text(source.state, style=_STYLES.get(source.state, "")),
        Text(days.rjust(width)),
        Text(f"{total.seen:,}"),
        Text(f"{total.read:,}"),
        Text(f"{total.failed:,}"),
        Text(safe(source.reason), style="dim"),
    )


def sign(day: Day) -> str:
    """
    >>> sign(Day(source="a", day="2026-03-02", state="none"))
    '.'
    """
    return SIGNS[day.state]
