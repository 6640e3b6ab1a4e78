"""How fast texts are aligned, and whether the time grows with their length or faster.

    python benchmarks/align.py                # from 5,000 to 50,000 words a side, vectors included
    python benchmarks/align.py A B            # two files of yours

Without files, sentences are put together from the words of the samples; a tenth of those of A is
missing in B, and B is said to be in another language, so that nothing is paired by its words alone.
One core: the vectors' arithmetic is held to one thread.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import argparse
import random
import re
import time
from pathlib import Path

import numpy as np

from onrecord.compare.alignment import align
from onrecord.compare.sides import Text, side
from onrecord.crawl.inputs import expand
from onrecord.meaning.encoder import encoder
from onrecord.pipeline import read
from onrecord.records import Reading

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SIZES = (5_000, 10_000, 20_000, 35_000, 50_000)
SENTENCE, DROPPED, SEED = 18, 0.1, 7


def made(words: int, vocabulary: list[str]) -> tuple[Text, Text]:
    """Two texts of so many words, of paragraphs of four sentences."""
    chance = random.Random(SEED)
    sentences = [
        " ".join(chance.choices(vocabulary, k=SENTENCE)).capitalize() + "."
        for _ in range(words // SENTENCE)
    ]
    kept = [each for each in sentences if chance.random() > DROPPED]
    return tuple(
        Text(text="\n\n".join(" ".join(s[n : n + 4]) for n in range(0, len(s), 4)), language=tag)
        for s, tag in ((sentences, "en"), (kept, "fr"))
    )  # type: ignore[return-value]


def vocabulary() -> list[str]:
    """The words of the English samples."""
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.en.html"))]
    bodies = [re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", text, flags=re.S) for text in texts]
    return sorted({word for body in bodies for word in re.findall(r"[a-z]{3,}", body)})


def timed(a: Text, b: Text) -> tuple[float, str]:
    """Seconds that an alignment takes, and what came out."""
    since = time.perf_counter()
    found = align(a, b, encoder())
    spent = time.perf_counter() - since
    left = sum(bead.kind == "omitted" for bead in found.beads)
    return spent, f"{len(found.a):6,} / {len(found.b):6,} sentences, {left:5,} only in A"


def main() -> None:
    """Prints the times, and how they grow."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", metavar="FILE")
    files = parser.parse_args().files
    encoder().encode(["ready"])
    if files:
        sides = [side(r) for r in read(expand(files)) if isinstance(r, Reading)]
        print("{:.2f} s  {}".format(*timed(sides[0], sides[1])))
        return
    words, known = [], vocabulary()
    spent = []
    for size in SIZES:
        took, what = timed(*made(size, known))
        print(f"{size:7,} words a side  {took:6.2f} s  {what}")
        words.append(size)
        spent.append(took)
    slope = np.polyfit(np.log(words), np.log(spent), 1)[0]
    print(f"time grows with length to the power of {slope:.2f} (1 is linear)")


if __name__ == "__main__":
    main()
