"""`onrecord read`: statements to records, as JSON Lines or for the eye.

One input that fails is named on standard error and does not stop the rest; nothing is kept in
memory beyond the statement at hand.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

import msgspec

from onrecord.cli import output
from onrecord.cli.words import counted
from onrecord.crawl.inputs import expand
from onrecord.pipeline import Failure, Options, read
from onrecord.records import Reading

Result = Reading | Failure


class Printer(Protocol):
    """Prints one statement."""

    def __call__(self, reading: Reading, /) -> None: ...


def run(options: argparse.Namespace) -> int:
    """Reads the sources and prints what they say."""
    asked = pipeline_options(options)
    with _progress(options) as step:
        results = step(read(expand(options.inputs), asked))
        return report(results, _as_json(asked) if options.json else _as_view(asked))


def pipeline_options(options: argparse.Namespace) -> Options:
    """The options of the command line as those of the pipeline."""
    return Options(
        language=options.lang,
        url=options.url,
        media_type=options.media_type,
        furniture=getattr(options, "furniture", False),
        sources=not options.no_sources,
    )


def report(results: Iterable[Result], show: Printer) -> int:
    """Prints statements as they come and complains of what failed; gives the exit status. What was
    rightly passed over (a style sheet beside a page) is only counted."""
    done = failed = passed = 0
    for result in results:
        if isinstance(result, Reading):
            show(result)
            done += 1
        elif result.issue.severity == "info":
            passed += 1
        else:
            output.complain(result.uri, result.issue)
            failed += 1
    if passed or (failed and done + failed > 1):
        output.say(_summary(done, failed, passed))
    return 1 if failed else 0


def _summary(done: int, failed: int, passed: int) -> str:
    """
    >>> _summary(2, 1, 0), _summary(1, 0, 3)
    ('2 statements read, 1 input failed', '1 statement read, 3 files passed over')
    """
    parts = [f"{counted(done, 'statement')} read"]
    if failed:
        parts.append(f"{counted(failed, 'input')} failed")
    if passed:
        parts.append(f"{counted(passed, 'file')} passed over")
    return ", ".join(parts)


def contract(reading: Reading, furniture: bool = False) -> object:
    """The record as the contract has it; what was left out of the page only if asked for."""
    record = msgspec.structs.asdict(reading)
    if not furniture:
        del record["furniture"]
    return record


def _as_json(asked: Options) -> Printer:
    return lambda reading: output.write(contract(reading, asked.furniture))


def _as_view(asked: Options) -> Printer:
    from onrecord.cli import terminal, view

    out = terminal.console()
    return lambda reading: view.show(reading, out, asked.furniture)


class Step(Protocol):
    """Passes results on, and shows how many there were."""

    def __call__(self, results: Iterator[Result], /) -> Iterator[Result]: ...


def _progress(options: argparse.Namespace) -> AbstractContextManager[Step]:
    if not output.shows_progress(options.inputs):
        return nullcontext(lambda results: results)
    from onrecord.cli import progress

    return progress.bar()
