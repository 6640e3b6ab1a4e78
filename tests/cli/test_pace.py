"""Progress counts inputs, not statements."""

from __future__ import annotations

import io

from onrecord.cli import pace
from onrecord.pipeline.taking import Result


def test_results_pass_unchanged() -> None:
    results = [
        Result(uri=uri, outcome="added", capture=uri, statement=str(n))
        for n, uri in enumerate("aaabb")
    ]
    out = io.StringIO()
    with pace.bar(2, out) as step:
        assert list(step(iter(results))) == results


def test_the_rate_is_shown_when_there_is_one() -> None:
    class Task:
        finished_speed = None
        speed: float | None = None

    task = Task()
    rate = pace._Rate()
    assert rate.render(task).plain == ""  # type: ignore[arg-type]
    task.speed = 1234.5
    assert rate.render(task).plain == "1,234/s"  # type: ignore[arg-type]
