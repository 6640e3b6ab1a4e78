"""Search by meaning: how fast turns get their vectors, how fast a question is answered among very
many, and how often the approximate index finds what an exact comparison finds.

    python benchmarks/meaning.py turns [TURNS]                      # made from the bundled samples
    python benchmarks/meaning.py index [VECTORS] [--texts DIR] [--encode N]

*turns*: an archive is made, then `onrecord meaning` encodes it in one process, start included.
*index*: so many vectors, of which N are of real sentences (of the files in DIR, or of the samples)
and the others stand between two of these, on the sphere; questions are real sentences that are not
in the index, each with a word left out. The time is that of a whole question: encoded, its nearest
turns found, and each measured by all its vectors. The peer is the exact product with all vectors.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from onrecord.crawl.inputs import expand
from onrecord.meaning.encoder import LONGEST, Matrix, encode, encoder
from onrecord.pipeline.reading import Options, read
from onrecord.records import Reading
from onrecord.search import semantic
from onrecord.search.embeddings import Vectors
from onrecord.search.nearness import STORED, Nearness
from onrecord.search.windows import SENTENCE
from onrecord.store import vectors
from onrecord.store.vectors import Stretch
from onrecord.text.sentences import sentences

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
PER_TURN, PER_STATEMENT, QUESTIONS, LEAST = 5, 20, 200, 40
TOGETHER = 2_000


def texts(folder: Path) -> list[tuple[str, str]]:
    """The turns of all that can be read in a folder, each with its language."""
    found: list[tuple[str, str]] = []
    for each in read(expand([str(folder)]), Options()):
        if isinstance(each, Reading) and each.language:
            found += [(each.text[slice(*t.span)], each.language) for t in each.turns]
    return found


def said(folder: Path, most: int) -> list[str]:
    """Distinct sentences, in an order by chance that is always the same."""
    cut = {
        text[slice(*span)][:LONGEST]
        for text, language in texts(folder)
        for span in sentences(text, language)
    }
    found = sorted(one for one in cut if len(one) >= LEAST)
    random.Random(1).shuffle(found)
    return found[:most]


def made(chance: random.Random, number: int) -> list[dict[str, str]]:
    """Statements of shuffled sentences of the samples: so many turns in all."""
    known = texts(SAMPLES)
    documents: list[dict[str, str]] = []
    for n in range(number):
        text, language = chance.choice(known)
        pieces = [text[slice(*span)] for span in sentences(text, language)]
        chance.shuffle(pieces)
        told = f"Number {n}. {' '.join(pieces)}"
        documents.append({"id": f"made/{n}", "text": told, "language": language})
    return documents


def turns(number: int) -> int:
    """Turns a second."""
    documents = made(random.Random(1), number)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "made.jsonl"
        source.write_text("".join(json.dumps(each) + "\n" for each in documents), "utf-8")
        command = [sys.executable, "-m", "onrecord"]
        archive = ["--archive", str(Path(folder) / "archive")]
        subprocess.run(
            [*command, "add", "--format", "jsonl", str(source), *archive],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        started = time.perf_counter()
        subprocess.run([*command, "meaning", *archive], check=True, stdout=subprocess.DEVNULL)
        clock = time.perf_counter() - started
        spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    words = sum(len(each["text"].split()) for each in documents)
    print(
        f"{number:,} turns of {words / number:.0f} words: {number / clock:.0f} a second by the "
        f"clock, {number / spent:.0f} a second of one core's time"
    )
    return 0 if number / spent >= 120 else 1


def between(real: Matrix, number: int) -> Matrix:
    """Rows between two real ones, by chance nearer to the first."""
    dice = np.random.default_rng(1)
    found = np.empty((number, real.shape[1]), dtype=np.float32)
    for start in range(0, number, 50_000):
        count = min(50_000, number - start)
        share = dice.uniform(0.2, 0.5, (count, 1)).astype(np.float32)
        a, b = (real[dice.integers(len(real), size=count)] for _ in range(2))
        rows = (1 - share) * a + share * b
        found[start : start + count] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return found


def stored(folder: Path, rows: Matrix) -> Vectors:
    """Rows as the sentences of made turns."""
    db = vectors.opened(folder / "vectors.sqlite")
    db.execute("BEGIN")
    for n, row in enumerate(rows.astype(STORED)):
        vectors.keep(db, n.to_bytes(16, "big"), row.tobytes())
    by_statement = PER_TURN * PER_STATEMENT
    for start in range(0, len(rows), by_statement):
        vectors.put(
            db,
            f"made/{start}",
            (
                Stretch(n // PER_TURN, SENTENCE, n % PER_TURN, n % PER_TURN + 1, n + 1)
                for n in range(start, min(len(rows), start + by_statement))
            ),
        )
    db.execute("COMMIT")
    identity = encoder().identity
    nearness = Nearness(folder / "nearest.usearch", db, identity.dimensions)
    nearness.follow()
    return Vectors(db, identity, nearness)


def recall(found: Vectors, rows: Matrix, asked: Matrix) -> float:
    """Of the ten that are nearest by exact comparison, the share that the index gives too."""
    kept = rows.astype(STORED).astype(np.float32)
    shares = []
    for row in asked:
        exact = set((np.argpartition(-(kept @ row), 10)[:10] + 1).tolist())
        shares.append(len(exact & set(found.nearness.nearest(row, 10))) / 10)
    return statistics.fmean(shares)


def index(number: int, folder: Path, most: int) -> int:
    """The 95th percentile of a question's time, and the recall."""
    known = said(folder, min(most, number) + QUESTIONS)
    questions = [" ".join(one.split()[1:]) for one in known[:QUESTIONS]]
    known = known[QUESTIONS:]
    started = time.process_time()
    pieces = [encode(known[n : n + TOGETHER]) for n in range(0, len(known), TOGETHER)]
    real = np.concatenate(pieces)
    rate = len(known) / (time.process_time() - started)
    rows = np.concatenate([real, between(real, number - len(real))])
    with tempfile.TemporaryDirectory() as place:
        started = time.process_time()
        found = stored(Path(place), rows)
        making = time.process_time() - started
        times, exact = [], []
        asked = []
        for text in questions:
            began = time.perf_counter()
            vector = semantic.question(found, text)
            semantic.nearest(found, vector, 10)
            times.append(time.perf_counter() - began)
            began = time.perf_counter()
            np.argpartition(-(rows @ vector), 10)[:10]
            exact.append(time.perf_counter() - began)
            asked.append(vector)
        share = recall(found, rows, np.array(asked))
        found.db.close()
    late = statistics.quantiles(times, n=20)[-1] * 1000
    print(
        f"{number:,} vectors, {len(real):,} of real sentences ({rate:.0f} encoded a second), the "
        f"others between two of these; put in at {number / making:,.0f} a second\n"
        f"{len(questions)} questions: median {statistics.median(times) * 1000:.1f} ms, 95th "
        f"percentile {late:.1f} ms; the exact product alone {statistics.median(exact) * 1000:.1f} "
        f"ms ({statistics.median(exact) / statistics.median(times):.1f} times); "
        f"recall@10 {share:.4f}"
    )
    return 0 if late <= 15 and share >= 0.99 else 1


def main() -> int:
    """Runs what is asked for."""
    grammar = argparse.ArgumentParser(prog="python benchmarks/meaning.py")
    grammar.add_argument("what", choices=("turns", "index"))
    grammar.add_argument("number", type=int, nargs="?")
    grammar.add_argument("--texts", type=Path, default=SAMPLES)
    grammar.add_argument("--encode", type=int, default=20_000)
    given = grammar.parse_args()
    if given.what == "turns":
        return turns(given.number or 3_000)
    return index(given.number or 300_000, given.texts, given.encode)


if __name__ == "__main__":
    sys.exit(main())
