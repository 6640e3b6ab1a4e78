"""How far a long run is, how fast it goes and how long it will take: on standard error, where a
terminal shows it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from onrecord.pipeline.taking import Result


class _Rate(ProgressColumn):
    """Inputs a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f}/s", style="dim")


@contextmanager
def bar(
    total: int | None, file: TextIO | None = None
) -> Iterator[Callable[[Iterator[Result]], Iterator[Result]]]:
    """Counts the inputs whose results pass. `total`: how many there will be, if known."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    console = Console(file=file or sys.stderr)
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("adding", total=total)

        def step(results: Iterator[Result]) -> Iterator[Result]:
            last = None
            for result in results:
                key = (result.uri, result.capture)  # a feed gives many results
                progress.advance(task, key != last)
                last = key
                yield result

        yield step
