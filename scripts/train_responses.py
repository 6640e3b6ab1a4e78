"""Trains the model of the layer `response`, and tells how good it is on unseen
conferences.

    python scripts/train_responses.py train.jsonl src/onrecord/annotate/responses.json

Each line of the data has `question`, `interview_answer`, `clarity_label`, `evasion_label` and `url`
(the conference). The model is a ridge classifier, rare classes made heavier, over the
features of `annotate/response_features.py`; the weights that matter least are left out. Needs
numpy.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.annotate.response_features import STRUCTURE, Groups, features
from onrecord.annotate.response_reading import read
from onrecord.annotate.responses import CLARITY_OF

CLARITY = ("reply", "ambivalent", "non-reply")
EVASION = tuple(CLARITY_OF)
NAMES = {
    "clear reply": "reply",
    "clear non-reply": "non-reply",
    "partial/half-answer": "partial",
    "declining to answer": "declining",
    "claims ignorance": "ignorance",
}
WEIGHTS = {  # of each group of features, for clarity and for evasion
    "=": (3.0, 3.0),
    "t": (0.5, 0.15),
    "m": (0.0, 2.0),
    "q": (0.0, 0.6),
    "p": (0.0, 0.8),
    "a": (1.0, 1.0),
    "s": (1.0, 0.0),
    "l": (1.0, 0.0),
    "e": (0.5, 0.5),
    "c": (0.35, 0.7),
}
RIDGE = (14.0, 19.6)
CLASS_POWER = (0.6, 0.6)  # of clarity and evasion: how far rare classes are made heavier
KEPT = 10500
FOLDS = 5
DRAWS = 5
SHARPNESS = [n / 4 for n in range(1, 25)]
LEAST = 4  # answers that a feature must be in
Table = np.ndarray[Any, np.dtype[np.float64]]


class Design:
    """Features as columns: words scaled by how rare they are, structure by how much it
    varies."""

    def __init__(self, found: list[Groups], aim: int) -> None:
        count = Counter((g, k) for one in found for g in one for k in one[g] if WEIGHTS[g][aim] > 0)
        self.columns = sorted(key for key, n in count.items() if n >= LEAST)
        raw = self.raw(found)
        structure = np.array([group in STRUCTURE for group, _ in self.columns])
        rare = np.array([math.log(len(found) / count[key]) for key in self.columns])
        self.mean = np.where(structure, raw.mean(0), 0.0)
        self.scale = np.where(structure, 1 / (raw.std(0) + 0.05), rare)
        for group, weights in WEIGHTS.items():
            own = np.array([g == group for g, _ in self.columns])
            if own.any():
                size = (((raw - self.mean) * self.scale)[:, own] ** 2).sum(1).mean()
                self.scale[own] *= math.sqrt(weights[aim] / size)

    def raw(self, found: list[Groups]) -> Table:
        return table_of(found, self.columns)

    def fit(
        self, found: list[Groups], labels: list[int], classes: int, aim: int
    ) -> tuple[Table, Table]:
        """Weights of the raw features, and what every class begins with."""
        table = (self.raw(found) - self.mean) * self.scale
        counts = np.bincount(labels, minlength=classes)
        heavy = ((len(labels) / classes / counts) ** CLASS_POWER[aim])[labels]
        kernel = table @ table.T + 0.5
        target = 2 * np.eye(classes)[labels] - 1
        dual = np.linalg.solve(kernel + np.diag(RIDGE[aim] / heavy), target)
        weights = table.T @ dual * self.scale[:, None]
        return weights, 0.5 * dual.sum(0) - self.mean @ weights


def trained(found: list[Groups], clarity: list[int], evasion: list[int]) -> dict[str, Any]:
    """The model: classes, what each begins with, and the weights of each feature."""
    parts = [
        fitted(found, labels, names, aim)
        for aim, (labels, names) in enumerate(((clarity, CLARITY), (evasion, EVASION)))
    ]
    columns = sorted(set(parts[0][0]) | set(parts[1][0]))
    nothing = [np.zeros(len(CLARITY)), np.zeros(len(EVASION))]
    weights = np.array(
        [
            np.concatenate([parts[aim][0].get(key, nothing[aim]) for aim in (0, 1)])
            for key in columns
        ]
    )
    raw = table_of(found, columns)
    kept = np.argsort(-np.abs(weights).max(1) * raw.std(0))[:KEPT]
    lost = np.setdiff1d(np.arange(len(weights)), kept)
    bias = np.concatenate([bias for _, bias in parts]) + raw.mean(0)[lost] @ weights[lost]
    groups: dict[str, dict[str, list[float]]] = {group: {} for group in WEIGHTS}
    for n in sorted(kept):
        group, key = columns[n]
        groups[group][key] = [round(float(w), 3) for w in weights[n]]
    return {
        "classes": [*CLARITY, *EVASION],
        "bias": [round(float(b), 4) for b in bias],
        "weights": groups,
    }


def fitted(
    found: list[Groups], labels: list[int], names: tuple[str, ...], aim: int
) -> tuple[dict[tuple[str, str], Table], Table]:
    """For clarity (0) or evasion (1): the weights of each feature, and what every class begins
    with."""
    design = Design(found, aim)
    weights, bias = design.fit(found, labels, len(names), aim)
    return dict(zip(design.columns, weights, strict=True)), bias


def table_of(found: list[Groups], columns: list[tuple[str, str]]) -> Table:
    """Features as columns."""
    at = {key: n for n, key in enumerate(columns)}
    table = np.zeros((len(found), len(columns)))
    for row, one in enumerate(found):
        for group, named in one.items():
            for key, value in named.items():
                column = at.get((group, key))
                if column is not None:
                    table[row, column] = value
    return table


def scores(model: dict[str, Any], found: Groups) -> Table:
    """The score of each class."""
    total: Table = np.array(model["bias"])
    for group, named in found.items():
        weights = model["weights"][group]
        for key, value in named.items():
            if key in weights:
                total = total + value * np.array(weights[key])
    return total


def judged(model: dict[str, Any], total: Table) -> tuple[str, str]:
    clear = dict(zip(CLARITY, total[: len(CLARITY)], strict=True))
    evasion = max(
        EVASION, key=lambda name: total[model["classes"].index(name)] + clear[CLARITY_OF[name]]
    )
    return CLARITY_OF[evasion], evasion


def macro_f1(gold: list[str], got: list[str]) -> float:
    pairs = list(zip(gold, got, strict=True))
    each = []
    for label in sorted(set(gold)):
        right = sum(a == b == label for a, b in pairs)
        each.append(2 * right / max(sum(a == label for a in gold) + got.count(label), 1))
    return sum(each) / len(each)


def crossed(rows: list[dict[str, str]], found: list[Groups]) -> float:
    """Prints the figures on conferences that the model has not seen, the conferences drawn in
    several ways; tells how far apart scores are, so that the shares made of them are as often right
    as they say."""
    gold = [(named(row["clarity_label"]), named(row["evasion_label"])) for row in rows]
    each = []
    for draw in range(DRAWS):
        seen, got = unseen(rows, found, draw)
        each.append([macro_f1([g[k] for g in gold], [g[k] for g in got]) for k in (0, 1)])
        print(f"draw {draw}: clarity macro-F1 {each[-1][0]:.3f}, evasion {each[-1][1]:.3f}")
        if draw == 0:
            first = np.array(seen)
            told(gold, got)
    print("mean: clarity {:.3f}, evasion {:.3f}".format(*np.mean(each, axis=0)))
    at = [CLARITY.index(label) for label, _ in gold]
    return min(SHARPNESS, key=lambda sharp: loss(first * sharp, at))


def unseen(
    rows: list[dict[str, str]], found: list[Groups], draw: int
) -> tuple[list[Table], list[tuple[str, str]]]:
    """The scores of each clarity and the judgements, by models that did not see the conference."""
    urls = sorted({row["url"] for row in rows})
    random.Random(draw).shuffle(urls)
    fold = {url: n % FOLDS for n, url in enumerate(urls)}
    total: list[Table] = [np.zeros(0)] * len(rows)
    got = [("", "")] * len(rows)
    for k in range(FOLDS):
        train = [n for n, row in enumerate(rows) if fold[row["url"]] != k]
        known = labels([rows[n] for n in train])
        model = trained([found[n] for n in train], *known)
        for n, row in enumerate(rows):
            if fold[row["url"]] == k:
                total[n] = scores(model, found[n])
                got[n] = judged(model, total[n])
    return [one[: len(CLARITY)] for one in total], got


def told(gold: list[tuple[str, str]], got: list[tuple[str, str]]) -> None:
    """Prints who was taken for what: rows as the readers have it, columns as judged."""
    for at, names in enumerate((CLARITY, EVASION)):
        count = Counter((a[at], b[at]) for a, b in zip(gold, got, strict=True))
        print("| | " + " | ".join(names) + " |")
        for one in names:
            print(f"| {one} | " + " | ".join(str(count[one, other]) for other in names) + " |")


def loss(table: Table, gold: list[int]) -> float:
    """The mean logarithmic loss of shares made of scores."""
    whole = np.log(np.exp(table).sum(1))
    return float((whole - table[np.arange(len(gold)), gold]).mean())


def named(label: str) -> str:
    label = label.strip().lower()
    return NAMES.get(label, label)


def labels(rows: list[dict[str, str]]) -> tuple[list[int], list[int]]:
    return (
        [CLARITY.index(named(row["clarity_label"])) for row in rows],
        [EVASION.index(named(row["evasion_label"])) for row in rows],
    )


def main(source: str, target: str) -> None:
    lines = Path(source).read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if (row["interview_answer"] or "").strip()]
    found = [features(row["question"], read(row["interview_answer"], "en")) for row in rows]
    sharpness = crossed(rows, found)
    model = trained(found, *labels(rows)) | {"sharpness": sharpness}
    Path(target).write_text(
        json.dumps(model, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
