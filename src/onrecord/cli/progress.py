"""How far a long run is: a count on standard error, where a terminal shows it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from onrecord.cli.words import counted
from onrecord.pipeline import Failure

T = TypeVar("T")


@contextmanager
def bar(file: TextIO | None = None) -> Iterator[Callable[[Iterator[T]], Iterator[T]]]:
    """Counts what passes, and shows the count while it does."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=file or sys.stderr), transient=True) as progress:
        task = progress.add_task("starting")

        def step(results: Iterator[T]) -> Iterator[T]:
            done = failed = 0
            for result in results:
                if not isinstance(result, Failure):
                    done += 1
                elif result.issue.severity != "info":
                    failed += 1
                text = counted(done, "statement") + (f", {failed:,} failed" if failed else "")
                progress.update(task, description=text)
                yield result

        yield step
