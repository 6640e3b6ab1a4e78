"""Matches statements that come against saved searches: how the time follows their number, and
whether the size of the archive matters.

    python benchmarks/alerts.py [--statements 10000] [--searches 100]

Statements are made by shuffling the words of the bundled samples, two turns each. They are added in
lots of several sizes, each of which is then matched; a line is fitted through the times (of the
processor: others may use the machine). What is
read and found is checked against search: every saved search has as many alerts as search finds.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from onrecord.alerts import database as book
from onrecord.alerts import outbox
from onrecord.archive.folder import Folder
from onrecord.pipeline import annotated
from onrecord.pipeline.adding import add
from onrecord.pipeline.alerting import match
from onrecord.pipeline.indexing import refresh
from onrecord.pipeline.offering import offers
from onrecord.pipeline.opening import writing
from onrecord.pipeline.saving import Wanted, save
from onrecord.records import Asked
from onrecord.search.engine import Index
from onrecord.search.records import Filters, Request

SAMPLES = Path(__file__).parents[1] / "samples"
LOTS = (0.02, 0.04, 0.08, 0.16, 0.3, 0.2, 0.1, 0.06, 0.04)  # of all statements
SPEAKERS = ("Ann Lee", "Bo Lind", "Carla Toth", "Dmitri Ilin", "Emil Sarvane")
Kind = Callable[[random.Random, Sequence[str]], str]


class Lot(NamedTuple):
    """Statements that came together: how many, and the seconds of the processor that
    matching took."""

    number: int
    seconds: float
    alerts: int


def _two(chance: random.Random, words: Sequence[str]) -> str:
    return " ".join(chance.sample(words, 2))


KINDS: tuple[Kind, ...] = (
    lambda chance, words: chance.choice(words),
    _two,
    lambda chance, words: f'"{_two(chance, words)}"',
    lambda chance, words: f"{chance.choice(words)} OR {chance.choice(words)}",
    lambda chance, words: f"{chance.choice(words)} -{chance.choice(words)}",
    lambda chance, words: f"speaker:{chance.choice(SPEAKERS).split()[1]} {chance.choice(words)}",
    lambda chance, words: f"{chance.choice(words)[:5]}*",
    lambda chance, words: f"{chance.choice(words)} date:2020..2022",
    lambda chance, words: f'"{_two(chance, words)}"~4',
    lambda chance, words: f"{chance.choice(words)}~1",
)


def vocabulary() -> list[str]:
    """The words of the samples, as often as they stand there."""
    text = " ".join(
        re.sub(r"<[^>]+>", " ", path.read_text("utf-8", "replace"))
        for path in sorted(SAMPLES.glob("*.en.html"))
    )
    return re.findall(r"[a-z]{3,}", text.lower())


def documents(path: Path, start: int, number: int, chance: random.Random, words: list[str]) -> None:
    """Statements as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(start, start + number):
            said = [" ".join(chance.choices(words, k=60)).capitalize() for _ in range(2)]
            one = {
                "id": f"s{n}",
                "text": f"{said[0]}.\n\n{said[1]}.",
                "language": "en",
                "speaker": chance.choice(SPEAKERS),
                "date": f"20{chance.randint(15, 24)}-0{chance.randint(1, 9)}-11",
            }
            file.write(json.dumps(one) + "\n")


def put(folder: Folder, path: Path) -> None:
    """Adds and indexes; annotations are not what is measured."""
    with writing(folder) as session:
        for _ in add(session, offers([str(path)], Asked(form="jsonl"))):
            pass
    refresh(folder, print)


def fitted(lots: Sequence[Lot]) -> tuple[float, float, float]:
    """Seconds in all and for a statement, by least squares, and how much of the variance that
    explains (R squared)."""
    n = len(lots)
    xs, ys = [lot.number for lot in lots], [lot.seconds for lot in lots]
    mx, my = sum(xs) / n, sum(ys) / n
    slope = sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True))
    slope /= sum((x - mx) ** 2 for x in xs)
    base = my - slope * mx
    left = sum((y - base - slope * x) ** 2 for x, y in zip(xs, ys, strict=True))
    return base, slope, 1 - left / sum((y - my) ** 2 for y in ys)


def run(root: Path, statements: int, searches: int) -> tuple[list[Lot], list[str]]:
    """The lots, and where alerts and search disagree."""
    chance, words = random.Random(1), vocabulary()
    rare = sorted({word for word, many in groupby(sorted(words)) if 1 < len(list(many)) < 12})
    folder, lots, done = Folder(root / "archive"), [], 0
    documents(root / "first.jsonl", 10**9, 5, chance, words)
    put(folder, root / "first.jsonl")
    names = [
        save(folder, Wanted(name=f"s{n}", query=KINDS[n % len(KINDS)](chance, rare)))[0]
        for n in range(searches)
    ]
    for share in LOTS:
        number = round(statements * share)
        documents(root / "lot.jsonl", done, number, chance, words)
        put(folder, root / "lot.jsonl")
        started = time.process_time()
        found = match(folder)
        lots.append(Lot(number, time.process_time() - started, len(found.alerts)))
        done += number
        print(f"{number:6,} statements in {lots[-1].seconds:7.2f} s, {lots[-1].alerts:,} alerts, "
              f"behind {done - number:,} others", flush=True)  # fmt: skip
    return lots, _disagreeing(folder, {search.id: search.query for search in names})


def _disagreeing(folder: Folder, queries: dict[str, str]) -> list[str]:
    with book.opened(folder.alerts) as db:
        counts = outbox.counts(db)
    index, wrong = Index(folder.search), []
    for name, query in queries.items():
        found = index.search(Request(query=query, filters=Filters(), limit=100_000))
        new = sum(not hit.statement.startswith("s100000000") for hit in found.hits)
        if counts[name] != (0 if found.notices else new):
            wrong.append(f"{query}: {counts[name]} alerts, search finds {new} {found.notices}")
    return wrong


def main() -> int:
    """Tells the figures; exit status 1 if alerts and search disagree."""
    grammar = argparse.ArgumentParser(description=__doc__)
    grammar.add_argument("--statements", type=int, default=10_000)
    grammar.add_argument("--searches", type=int, default=100)
    options = grammar.parse_args()
    annotated.annotate = lambda reading: iter(())
    with tempfile.TemporaryDirectory() as folder:
        lots, wrong = run(Path(folder), options.statements, options.searches)
    base, slope, squared = fitted(lots)
    number = sum(lot.number for lot in lots)
    print(f"{number:,} statements x {options.searches} searches: {base * 1e3:.0f} ms and "
          f"{slope * 1e3:.3f} ms a statement; R squared {squared:.4f}; alerts and search disagree "
          f"on {len(wrong)} searches")  # fmt: skip
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
