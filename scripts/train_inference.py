"""Trains the classifier of compare/inference.py, and tells how good it is on sentences that it has
not seen.

    python scripts/train_inference.py src/onrecord/compare/inference.json [pairs.tsv ...]

It learns from the invented sentences of scripts/inference/pairs.tsv. Every fifth of them is held
out. Further files are only measured on: lines of premise, hypothesis and label.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.compare.inference import LABELS, features
from onrecord.meaning.encoder import encode

DATA = Path(__file__).parent / "inference" / "pairs.tsv"
FILLED = (
    {"S": "Norland", "R": "Borvinia", "T": "fisheries"},
    {"S": "Kestria", "R": "Ostmark", "T": "the dam"},
    {"S": "Valoria", "R": "Lormark", "T": "disarmament"},
)
HELD = 5
RIDGE = 100.0
STEPS, RATE = 600, 0.05
Table = np.ndarray[Any, np.dtype[np.float64]]
Example = tuple[str, str, int]


def examples() -> tuple[list[Example], list[Example]]:
    """What is learnt from, and what is held out: pairs, and the place of their label."""
    sets: tuple[list[Example], list[Example]] = ([], [])
    lines = [x for x in DATA.read_text("utf-8").splitlines() if x and not x.startswith("#")]
    for n, line in enumerate(lines):
        _, *texts = line.split("\t")
        for fill in FILLED if "{" in line else FILLED[:1]:
            said, follows, against, neither = (text.format(**fill) for text in texts)
            made: list[Example] = [(said, follows, 0), (said, against, 2), (said, neither, 1)]
            made += [(follows, against, 2), (against, neither, 1), (follows, said, 0)]
            sets[n % HELD == HELD - 1].extend(made)
    return sets


def table(found: Sequence[Example]) -> tuple[Table, np.ndarray[Any, np.dtype[np.int64]]]:
    first, second = encode([a for a, _, _ in found]), encode([b for _, b, _ in found])
    rows = [features(a, b) for a, b in zip(first, second, strict=True)]
    return np.array(rows, np.float64), np.array([each[2] for each in found])


def trained(rows: Table, labels: np.ndarray[Any, np.dtype[np.int64]]) -> tuple[Table, Table]:
    """Weights and biases of a softmax, by gradient descent from zero: always the same."""
    weights, bias = np.zeros((rows.shape[1], len(LABELS))), np.zeros(len(LABELS))
    gold = np.eye(len(LABELS))[labels]
    scale = 1 / (rows.std(0) + 1e-3)
    scaled = rows * scale
    for _ in range(STEPS):
        wrong = shares(scaled @ weights + bias) - gold
        weights -= RATE * (scaled.T @ wrong / len(rows) + RIDGE / len(rows) * weights)
        bias -= RATE * wrong.mean(0)
    return weights * scale[:, None], bias


def shares(scores: Table) -> Table:
    raised: Table = np.exp(scores - scores.max(1, keepdims=True))
    found: Table = raised / raised.sum(1, keepdims=True)
    return found


def told(name: str, rows: Table, labels: Any, weights: Table, bias: Table) -> None:
    got = (rows @ weights + bias).argmax(1)
    against = LABELS.index("contradiction")
    right = ((got == against) & (labels == against)).sum()
    precision, recall = right / max(1, (got == against).sum()), right / (labels == against).sum()
    print(
        f"{name}: {len(labels)} pairs, accuracy {(got == labels).mean():.3f}, "
        f"contradiction P {precision:.3f} R {recall:.3f}"
    )


def others(paths: Sequence[str]) -> Iterator[tuple[str, list[Example]]]:
    for path in paths:
        lines = [x.split("\t") for x in Path(path).read_text("utf-8").splitlines()]
        yield Path(path).name, [(a, b, LABELS.index(c)) for a, b, c in lines if c in LABELS]


def main() -> None:
    learnt, held = examples()
    rows, labels = table(learnt)
    weights, bias = trained(rows, labels)
    told("learnt from", rows, labels, weights, bias)
    told("held out", *table(held), weights, bias)
    for name, found in others(sys.argv[2:]):
        told(name, *table(found), weights, bias)
    model = {
        "labels": list(LABELS),
        "bias": [round(float(b), 4) for b in bias],
        "weights": [[round(float(w), 3) for w in row] for row in weights],
    }
    Path(sys.argv[1]).write_text(json.dumps(model, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
