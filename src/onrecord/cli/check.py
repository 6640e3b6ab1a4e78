"""`onrecord check`: why each date, turn and role of a statement is what it is."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from onrecord.cli import output
from onrecord.cli.read import pipeline_options, report
from onrecord.cli.reasons import Reasons, reasons
from onrecord.crawl.inputs import expand
from onrecord.pipeline import read


def run(options: argparse.Namespace) -> int:
    """Reads the sources and tells what each datum rests on."""
    show = output.write if options.json else _as_view()
    results = read(expand(options.inputs), pipeline_options(options))
    return report(results, lambda reading: show(reasons(reading)))


def _as_view() -> Callable[[Reasons], None]:
    from onrecord.cli import reasons_view, terminal

    out = terminal.console()
    return lambda found: reasons_view.show(found, out)
