"""How a watch does: how many pages a second it fetches, archives and reads on one core, how much
memory it takes over many addresses, a simulated month, and whether it stands being killed.

    python benchmarks/watch.py speed [PAGES]       # a local server, politeness off
    python benchmarks/watch.py memory [ADDRESSES]  # small pages
    python benchmarks/watch.py month [SEED]        # thirty days of the ministry, politeness on
    python benchmarks/watch.py kills [KILLS]       # the same, killed at random moments
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from onrecord.archive.folder import Folder
from onrecord.crawl.crew import Unhurried
from onrecord.crawl.fetcher import Fetcher
from onrecord.pipeline.watching import Progress, Settings, Watch
from onrecord.records import Listing, ListingSelectors, Source
from onrecord.store import database, issues
from tests import killed, site, watched
from tests.ministry import Clock, Ministry, Seams, thirty_days

_CORE = {0}
_SELECTORS = ListingSelectors(item="li.item", link="a", title="a", next="a.next")


def source(further: int) -> Source:
    """The site as a source."""
    url = f"http://{site.HOST}/news/"
    listing = Listing(kind="page", url=url, pages=further, selectors=_SELECTORS)
    return Source(
        id="xb_site_news",
        institution=None,
        country=None,
        languages=("en",),
        series="news",
        hosts=(site.HOST,),
        listings=(listing,),
    )


@contextmanager
def served(pages: int, small: bool, per_page: int) -> Iterator[int]:
    """The site in a process of its own, on another core where there is one; its port."""
    command = [sys.executable, "-m", "tests.site", str(pages), "--per-page", str(per_page)]
    process = subprocess.Popen(
        [*command, *(["--small"] if small else [])], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        port = int(process.stdout.readline())
        others = os.sched_getaffinity(0) - _CORE
        if others:
            os.sched_setaffinity(process.pid, others)
        yield port
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


class Told(NamedTuple):
    """Pages stored so far, and after how many seconds: by the clock, and of the processor."""

    pages: int
    clock: float
    processor: float


def fetched(root: Path, pages: int, small: bool, per_page: int) -> Iterator[Told]:
    """Watches the site once; tells how many pages were stored, and what it took."""
    with served(pages, small, per_page) as port:
        seams = Seams((site.HOST,), port)
        os.sched_setaffinity(0, _CORE)
        with Fetcher(resolve=seams.resolve, connect=seams.connect, retries=0) as fetcher:
            settings = Settings(once=True, polite=False, threads=4, at_once=32, follow=False)
            watch = Watch(
                Folder(root),
                [source(pages // per_page + 1)],
                fetcher.fetch,
                Unhurried(time.time),
                settings,
            )
            started = time.monotonic()
            for each in watch.run():
                if isinstance(each, Progress):
                    yield Told(each.new, time.monotonic() - started, time.process_time())


def speed(pages: int) -> int:
    """Pages a second, after the first hundred (the words of languages are read then)."""
    with tempfile.TemporaryDirectory() as folder:
        told = list(fetched(Path(folder) / "archive", pages, False, 100))
        db = database.readable(Folder(Path(folder) / "archive").records)
        stored = issues.totals(db)
        db.close()
    first = next(each for each in told if each.pages >= 100)
    last = told[-1]
    number = last.pages - first.pages
    size = len(site.page(1).encode())
    print(
        f"{stored['statements']} statements of {pages} pages ({size:,} bytes each): "
        f"{number / (last.clock - first.clock):.0f} pages a second by the clock, "
        f"{number / (last.processor - first.processor):.0f} a second of one core's time"
    )
    return 0 if stored["statements"] == pages else 1


def memory(addresses: int) -> int:
    """Memory after each twentieth of the addresses. What grows at first is the page cache of
    records.sqlite, which has a bound (`PRAGMA cache_size`, 64 MiB); so a line is fitted through the
    second half: it is flat if all addresses together would add less than 3 % by it."""
    with tempfile.TemporaryDirectory() as folder:
        marks: list[tuple[int, int]] = []
        for number, *_ in fetched(Path(folder) / "archive", addresses, True, 500):
            if number >= (len(marks) + 1) * addresses // 20:
                marks.append((number, _resident()))
                print(f"{number:,} pages: {marks[-1][1] / 1024:.1f} MB", flush=True)
    half = marks[len(marks) // 2 :]
    level, slope = _line(half)
    warm = next(number for number, kept in marks if kept >= 0.97 * level)
    print(
        f"from {half[0][0]:,} to {half[-1][0]:,} pages: {level / 1024:.1f} MB and "
        f"{slope * 1024:+.0f} bytes a page ({100 * slope * addresses / level:+.1f} % over all "
        f"{addresses:,}); warm after {warm:,} pages"
    )
    flat = slope * addresses < 0.03 * level
    return 0 if marks[-1][0] == addresses and flat and warm <= half[0][0] else 1


def _line(marks: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """The mean, and the slope by least squares, in kilobytes and kilobytes a page."""
    middle = sum(number for number, _ in marks) / len(marks)
    level = sum(kept for _, kept in marks) / len(marks)
    slope = sum((number - middle) * (kept - level) for number, kept in marks)
    return level, slope / sum((number - middle) ** 2 for number, _ in marks)


def _resident() -> int:
    """Kilobytes of memory that the process takes now."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    return 0


def month(seed: int) -> int:
    """What was seen in thirty days, against what was planned."""
    plan = thirty_days(seed=seed)
    clock = Clock()
    with tempfile.TemporaryDirectory() as root, Ministry(plan, clock) as ministry:
        folder = watched.archive(Path(root) / "archive")
        started = time.monotonic()
        seen = watched.watch(folder, ministry.seams, clock, watched.end(30), seed)
        seconds = time.monotonic() - started
        found = watched.outcome(plan, seen, watched.end(30))
        faults = [*watched.impolite(ministry.log, plan), *watched.wasted(ministry.log, plan)]
    told = {what: (c.planned, len(c.missing), len(c.invented)) for what, c in found.items()}
    print(f"seed {seed}: (planned, missing, invented) {told}")
    print(
        f"{len(ministry.log):,} requests in {seconds:.0f} s, "
        f"{sum(r.status == 304 for r in ministry.log):,} answered by 304; {len(faults)} faults"
    )
    print("\n".join(faults[:20]))
    wrong = any(compared.missing or compared.invented for compared in found.values())
    return 1 if wrong or faults else 0


def kills(number: int) -> int:
    """See `tests.killed`."""
    with tempfile.TemporaryDirectory() as root:
        outcome = killed.month(Path(root), number, random.Random(number))
    print(outcome.told())
    print("\n".join(outcome.faults[:20]))
    return 1 if outcome.faults else 0


def main() -> int:
    """One measurement; exit status 1 if it shows a fault."""
    what = sys.argv[1] if len(sys.argv) > 1 else "speed"
    usual = {"speed": 2_000, "memory": 50_000, "month": 7, "kills": 50}
    number = int(sys.argv[2]) if len(sys.argv) > 2 else usual[what]
    return {"speed": speed, "memory": memory, "month": month, "kills": kills}[what](number)


if __name__ == "__main__":
    sys.exit(main())
