"""`onrecord watch`: watches sources, and tells what it sees; or how the sources are."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import FrameType

from onrecord.archive.folder import Folder, chosen
from onrecord.cli import output
from onrecord.cli.words import counted
from onrecord.errors import DataError
from onrecord.pipeline.watched import Watched, watched
from onrecord.pipeline.watching import Progress, Settings, Watch
from onrecord.pipeline.watching_pages import Seen
from onrecord.records import Source
from onrecord.sources.loader import sources
from onrecord.sources.schema import seconds

_ENDS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_NO_LISTING = "no source has a listing to ask: see `onrecord sources new`"


def run(options: argparse.Namespace) -> int:
    """Watches, or tells what was seen."""
    folder = chosen(options.archive)
    if options.status:
        return _status(options, folder)
    known = _sources(options.source)
    settings = Settings(
        once=options.once, until=_until(options.span), threads=max(1, options.parallel)
    )
    from onrecord.crawl.crew import Unhurried
    from onrecord.crawl.fetcher import Fetcher
    from onrecord.crawl.rendering import Renderer

    with (
        Fetcher(allow=options.allow or (), contact=options.contact, retries=0) as fetcher,
        Renderer(fetcher) as renderer,
    ):
        watch = Watch(
            folder,
            known,
            fetcher.fetch,
            Unhurried(time.time),
            settings,
            output.say,
            render=renderer.render,
        )
        with _ended_by_signals(watch.stop), _shown(options, len(known)) as show:
            last = _told(watch.run(), options.json, show)
    _sum_up(last)
    return 0


def _told(
    seen: Iterator[Seen | Progress], as_json: bool, show: Callable[[Progress], None]
) -> Progress:
    last = Progress()
    for each in seen:
        if isinstance(each, Progress):
            last = each
            show(each)
        elif as_json:
            output.write(each)
        else:
            output.say(line(each))
    return last


def line(seen: Seen) -> str:
    """What was seen, in a line."""
    what = seen.url
    if seen.statement:
        what = f"{seen.statement}@{seen.version} {seen.url}"
    return f"{seen.what}: {what}" + (f": {seen.reason}" if seen.reason else "")


def _sum_up(last: Progress) -> None:
    parts = [
        f"{number:,} {word}"
        for word in ("new", "changed", "removed", "restored", "unchanged", "failed")
        if (number := getattr(last, word))
    ]
    said = ", ".join(parts) or "nothing new"
    output.say(f"{said} ({counted(last.requests, 'request')})")


def _sources(wanted: Sequence[str] | None) -> tuple[Source, ...]:
    known = {source.id: source for source in sources()}
    for name in wanted or ():
        if name not in known:
            raise DataError(f"there is no source {name}: `onrecord sources list` tells all")
        if not known[name].listings:
            raise DataError(f"{name} has no [[listing]] to ask: add one to its source.toml")
    found = [source for source in known.values() if source.listings]
    chosen_ones = tuple(s for s in found if not wanted or s.id in wanted)
    if not chosen_ones:
        raise DataError(_NO_LISTING)
    return chosen_ones


def _until(span: str | None) -> float | None:
    if span is None:
        return None
    try:
        return time.time() + (seconds(span) or 0.0)
    except ValueError as error:
        raise DataError(f"--for: {error}") from error


@contextmanager
def _ended_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """The first signal ends the watch cleanly; the second at once."""
    before = {number: signal.getsignal(number) for number in _ENDS}

    def handler(number: int, frame: FrameType | None) -> None:
        output.say("ending: what is under way is finished first")
        for each in _ENDS:
            signal.signal(each, signal.SIG_DFL if each != signal.SIGINT else _interrupt)
        stop()

    for number in _ENDS:
        signal.signal(number, handler)
    try:
        yield
    finally:
        for number, known in before.items():
            signal.signal(number, known)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _shown(options: argparse.Namespace, number: int) -> Iterator[Callable[[Progress], None]]:
    """A line that is kept up to date, where a terminal shows it."""
    output.say(f"watching {counted(number, 'source')}")
    if not sys.stderr.isatty() or (options.json and sys.stdout.isatty()):
        yield lambda progress: None
        return
    from onrecord.cli import watch_view

    with watch_view.live() as show:
        yield show


def _status(options: argparse.Namespace, folder: Folder) -> int:
    """Exit status 1 if a source is failing."""
    found = watched(folder, sources(), datetime.now(UTC), days=max(1, options.days))
    if found is None:
        output.say(f"{folder.root}: nobody has watched yet: `onrecord watch`")
        return 0
    chosen_ones = [s for s in found.sources if not options.source or s.source in options.source]
    if options.json:
        for source in chosen_ones:
            output.write(source)
    else:
        _drawn(found, [s.source for s in chosen_ones])
    return 1 if any(source.state == "failing" for source in chosen_ones) else 0


def _drawn(found: Watched, names: Sequence[str]) -> None:
    from onrecord.cli import watch_view

    watch_view.table(found, names)
