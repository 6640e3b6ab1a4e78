"""How near is near: which share of the right paragraphs alerts by meaning tell, and how many of
others.

    python benchmarks/near.py FILE... [--encoder use] [--questions 300]

Files are of questions about paragraphs, in the form of SQuAD. Each question is asked of all
paragraphs of its file. Those of other articles say what is usual, as an archive does, and are what
should not be told; its own paragraph should. Tells for some limits, in standard deviations above
the mean, the share told of the right ones (recall) and of 1,000 others.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from onrecord.meaning.encoder import USUAL, encoder
from onrecord.records import Span
from onrecord.search.arriving import DEVIATIONS, Arrivals
from onrecord.search.records import IndexedTurn
from onrecord.search.schema import place

LIMITS = (3.0, 3.5, 4.0, DEVIATIONS, 5.0, 6.0)


class Asked(NamedTuple):
    """A question, the number of its paragraph, and of its article."""

    text: str
    paragraph: int
    article: int


class Scores(NamedTuple):
    """Of one file: scores of right and of other paragraphs, in deviations; what is usual."""

    right: list[float]
    others: list[float]
    mean: float
    deviation: float


def read(path: Path, most: int) -> tuple[list[tuple[int, str]], list[Asked]]:
    """The paragraphs, each with the number of its article, and the questions."""
    paragraphs: list[tuple[int, str]] = []
    questions: list[Asked] = []
    for article, each in enumerate(json.loads(path.read_text("utf-8"))["data"]):
        for paragraph in each["paragraphs"]:
            for asked in paragraph["qas"]:
                questions.append(Asked(asked["question"], len(paragraphs), article))
            paragraphs.append((article, paragraph["context"]))
    return paragraphs, questions[:: max(1, len(questions) // most)][:most]


def _turn(number: int, text: str) -> IndexedTurn:
    span = Span(0, len(text))
    version = f"p{number}@1"
    return IndexedTurn(
        statement=f"p{number}", version=version, turn=version, n=0, span=span, text=text
    )


def measured(path: Path, name: str, most: int) -> Scores:
    """The scores of one file."""
    paragraphs, questions = read(path, most)
    turns = [_turn(number, text) for number, (_, text) in enumerate(paragraphs)]
    arrived = Arrivals(turns, name)
    vectors = encoder(name).ask([asked.text for asked in questions])
    right: list[float] = []
    others: list[float] = []
    means: list[float] = []
    deviations: list[float] = []
    for asked, vector in zip(questions, vectors, strict=True):
        near = arrived.near(vector)
        scores = np.array([near[place(turn.version, 0)].score for turn in turns])
        rest = scores[[article != asked.article for article, _ in paragraphs]]
        means.append(float(rest.mean()))
        deviations.append(float(rest.std()))
        right.append((scores[asked.paragraph] - means[-1]) / deviations[-1])
        others += ((rest - means[-1]) / deviations[-1]).tolist()
    return Scores(right, others, float(np.mean(means)), float(np.mean(deviations)))


def told(name: str, found: Scores) -> str:
    """The figures of a file in words."""
    right, others = np.array(found.right), np.array(found.others)
    lines = [
        f"{name}: {len(right):,} questions, {len(others):,} other pairs; "
        f"usual {found.mean:.3f} +- {found.deviation:.3f}"
    ]
    lines += [
        f"  {limit:.1f} deviations: recall {np.mean(right >= limit):.3f}, "
        f"{1000 * np.mean(others >= limit):.2f} of 1,000 others"
        for limit in LIMITS
    ]
    return "\n".join(lines)


def main(given: Sequence[str] | None = None) -> int:
    """Tells the figures; exit status 1 if more than one of 1,000 others is told at the limit."""
    grammar = argparse.ArgumentParser(description=__doc__)
    grammar.add_argument("files", nargs="+", type=Path)
    grammar.add_argument("--encoder", default=USUAL)
    grammar.add_argument("--questions", type=int, default=300)
    options = grammar.parse_args(given)
    worst = 0.0
    for path in options.files:
        found = measured(path, options.encoder, options.questions)
        print(told(path.stem, found), flush=True)
        worst = max(worst, float(np.mean(np.array(found.others) >= DEVIATIONS)))
    return 1 if worst > 0.001 else 0


if __name__ == "__main__":
    sys.exit(main())
