"""Speed, start-up and memory of the reader, as ratios: absolute times tell of the machine.

    python benchmarks/read.py [--pages DIR] [--rounds 5]

- *speed*: the whole read (bytes to record, in this process, one thread) against trafilatura that
  extracts the same pages alone; both in turn, page by page; medians over the rounds.
- *start*: `onrecord --help` against `python -c pass`.
- *memory*: growth of the resident set over 1,000 files, after the first 100.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import trafilatura

from onrecord.crawl.inputs import Input, expand
from onrecord.pipeline import Options, read

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
WARM, FILES = 100, 1000


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=Path, default=SAMPLES, help="folder with HTML pages")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=int, default=200, help="at most so many pages")
    options = parser.parse_args()
    pages = sorted(options.pages.rglob("*.html"))[: options.limit]
    if not pages:
        parser.error(f"no .html in {options.pages}")
    ours, theirs = speed(pages, options.rounds)
    size = sum(page.stat().st_size for page in pages) / 1e6
    print(f"pages     {len(pages)} ({size:.1f} MB), medians of {options.rounds} rounds")
    print(f"speed     {theirs / ours:.2f} times trafilatura", end="")
    print(f"  (onrecord {len(pages) / ours:.0f} pages/s, trafilatura {len(pages) / theirs:.0f})")
    bare, full = start([sys.executable, "-c", "pass"]), start(help_command())
    print(
        f"start     {full * 1000:.0f} ms for onrecord --help, {full / bare:.1f} times bare python"
    )
    warm, end = memory(pages)
    print(f"memory    {end / warm:.3f} times after {FILES} files ({warm:.0f} to {end:.0f} MB)")
    return 0


def speed(pages: list[Path], rounds: int) -> tuple[float, float]:
    """Seconds for all pages, ours and trafilatura's: for each page the median of the rounds."""
    ours = theirs = 0.0
    for page in pages:
        payload = page.read_bytes()
        pairs = [
            (timed(partial(whole, page)), timed(partial(alone, payload))) for _ in range(rounds)
        ]
        ours += statistics.median(pair[0] for pair in pairs)
        theirs += statistics.median(pair[1] for pair in pairs)
    return ours, theirs


def timed(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def whole(page: Path) -> int:
    """Our work: from the file to the record."""
    return sum(1 for _ in read(expand([str(page)]), Options()))


def alone(payload: bytes) -> str | None:
    """Theirs: the main text of the page."""
    text: str | None = trafilatura.extract(payload)
    return text


def start(command: list[str]) -> float:
    """Median seconds of a process."""
    return statistics.median(
        timed(partial(subprocess.run, command, capture_output=True, check=True)) for _ in range(15)
    )


def help_command() -> list[str]:
    """The installed command, where it is; else the module."""
    script = Path(sys.executable).with_name("onrecord")
    return (
        [str(script), "--help"] if script.exists() else [sys.executable, "-m", "onrecord", "--help"]
    )


def memory(pages: Iterable[Path]) -> tuple[float, float]:
    """Resident megabytes after the first files and after all, in one run of the reader."""
    many = islice(cycle(map(str, pages)), FILES)
    warm = 0.0
    for n, _ in enumerate(read(_each(many), Options())):
        if n == WARM:
            warm = resident()
    return warm, resident()


def _each(paths: Iterable[str]) -> Iterator[Input]:
    for path in paths:
        yield from expand([path])


def resident() -> float:
    """Megabytes of this process in memory now."""
    with contextlib.suppress(FileNotFoundError):
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    warnings.warn("no /proc here: memory is not measured", stacklevel=2)
    return float("nan")


if __name__ == "__main__":
    sys.exit(main())
