"""`onrecord add`: keeps statements, and tells what became of each input."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext

from onrecord.archive.folder import Folder, chosen
from onrecord.cli import output
from onrecord.cli.words import counted
from onrecord.errors import ArchiveError
from onrecord.pipeline.adding import add
from onrecord.pipeline.indexing import indexed
from onrecord.pipeline.offering import Offer, offers
from onrecord.pipeline.opening import writing
from onrecord.pipeline.taking import Result
from onrecord.records import Asked

_WORDS = {
    "added": "added",
    "version": "new versions",
    "unchanged": "unchanged",
    "passed": "passed over",
    "failed": "failed",
}
Step = Callable[[Iterator[Result]], Iterator[Result]]


def run(options: argparse.Namespace) -> int:
    """Adds the sources to the archive."""
    asked = Asked(
        language=options.lang,
        url=options.url,
        media_type=options.media_type,
        sources=not options.no_sources,
        form="jsonl" if options.format == "jsonl" else None,
    )
    started = time.monotonic()
    done: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    offered, total = _listed(offers(options.inputs, asked), options)
    try:
        with (
            writing(chosen(options.archive), options.wait, output.say) as session,
            indexed(session) as follow,
            _progress(options, total) as step,
        ):
            for result in step(add(session, offered, follow)):
                _tell(result, options.json, done, reasons)
    except ArchiveError as error:
        _sum_up(done, reasons, time.monotonic() - started)
        output.say(str(error))
        return 1
    _sum_up(done, reasons, time.monotonic() - started)
    _alert(chosen(options.archive))
    return 1 if done["failed"] else 0


def _alert(folder: Folder) -> None:
    """Matches what was added against the saved searches, if there are any."""
    if not folder.alerts.is_file():
        return
    from onrecord.cli.alerts import tell_matched
    from onrecord.pipeline import alerting

    try:
        tell_matched(alerting.match(folder))
    except ArchiveError as error:
        output.say(f"not matched against the saved searches yet: {error}")


def _listed(
    offered: Iterator[Offer], options: argparse.Namespace
) -> tuple[Iterable[Offer], int | None]:
    """The inputs, and how many there are where that is to be shown: it takes no reading."""
    if options.format == "jsonl" or not sys.stderr.isatty():
        return offered, None
    every = list(offered)
    return every, len(every)


def _tell(result: Result, as_json: bool, done: Counter[str], reasons: Counter[str]) -> None:
    done[result.outcome] += 1
    if result.outcome == "failed" and result.issue:
        output.complain(result.uri, result.issue)
        reasons[_reason(result)] += 1
    if as_json:
        output.write(result)


def _reason(result: Result) -> str:
    """The reason without what is particular to one input."""
    assert result.issue is not None
    message = result.issue.message.removeprefix(f"{result.uri}: ")
    return f"{result.issue.stage}: {message.split(':')[0][:60]}"


def _sum_up(done: Counter[str], reasons: Counter[str], seconds: float) -> None:
    """How many of each, with the rate; and why what failed did."""
    parts = [f"{done[outcome]:,} {words}" for outcome, words in _WORDS.items() if done[outcome]]
    rate = done.total() / seconds if seconds > 0 else 0.0
    output.say(f"{', '.join(parts) or 'nothing to add'} ({rate:,.0f}/s)")
    for reason, number in reasons.most_common(10) if done["failed"] > 1 else ():
        output.say(f"  {counted(number, 'input')} failed: {reason}")


def _progress(options: argparse.Namespace, total: int | None) -> AbstractContextManager[Step]:
    if not sys.stderr.isatty() or (options.json and sys.stdout.isatty()):
        return nullcontext(lambda results: results)
    from onrecord.cli import pace

    return pace.bar(total)
