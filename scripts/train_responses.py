"""Trains the model of the layer `response`, and tells how good it is on unseen
conferences.

    python scripts/train_responses.py train.jsonl src/onrecord/annotate/responses.json

Each line of the data has `question`, `interview_answer`, `clarity_label`, `evasion_label` and `url`
(the conference). The model is a ridge classifier, rare classes made heavier, over the
features of `annotate/response_features.py`; the weights that matter least are left out. Needs
numpy; the model needs nothing.
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

from onrecord.annotate.response_features import Groups, features
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
WEIGHTS = {
    "=": 3.0,
    "a": 1.0,
    "s": 1.0,
    "l": 1.0,
    "c": 0.7,
    "e": 0.5,
    "k": 0.4,
}  # of each group of features
RIDGE = 14.0
CLASS_POWER = (0.6, 0.4)  # of clarity and evasion: how far rare classes are made heavier
KEPT = 10500
FOLDS = 5
SHARPNESS = [n / 4 for n in range(1, 25)]
LEAST = 4  # answers that a feature must be in
Table = np.ndarray[Any, np.dtype[np.float64]]


class Design:
    """Features as columns: words scaled by how rare they are, structure by how much it
    varies."""

    def __init__(self, found: list[Groups]) -> None:
        count = Counter((g, k) for one in found for g in one for k in one[g])
        self.columns = sorted(key for key, n in count.items() if n >= LEAST)
        self.at = {key: n for n, key in enumerate(self.columns)}
        raw = self.raw(found)
        structure = np.array([group == "=" for group, _ in self.columns])
        rare = np.array([math.log(len(found) / count[key]) for key in self.columns])
        self.mean = np.where(structure, raw.mean(0), 0.0)
        self.scale = np.where(structure, 1 / (raw.std(0) + 0.05), rare)
        for group, weight in WEIGHTS.items():
            own = np.array([g == group for g, _ in self.columns])
            size = (((raw - self.mean) * self.scale)[:, own] ** 2).sum(1).mean()
            self.scale[own] *= math.sqrt(weight / size)

    def raw(self, found: list[Groups]) -> Table:
        table = np.zeros((len(found), len(self.columns)))
        for row, one in enumerate(found):
            for group, named in one.items():
                for key, value in named.items():
                    column = self.at.get((group, key))
                    if column is not None:
                        table[row, column] = value
        return table

    def fit(
        self, found: list[Groups], labels: list[int], classes: int, power: float
    ) -> tuple[Table, Table]:
        """Weights of the raw features, and what every class begins with."""
        table = (self.raw(found) - self.mean) * self.scale
        counts = np.bincount(labels, minlength=classes)
        heavy = ((len(labels) / classes / counts) ** power)[labels]
        kernel = table @ table.T + 0.5
        target = 2 * np.eye(classes)[labels] - 1
        dual = np.linalg.solve(kernel + np.diag(RIDGE / heavy), target)
        weights = (table.T @ dual) * self.scale[:, None]
        return weights, 0.5 * dual.sum(0) - self.mean @ weights


def trained(found: list[Groups], clarity: list[int], evasion: list[int]) -> dict[str, Any]:
    """The model: classes, what each begins with, and the weights of each feature."""
    design = Design(found)
    parts = [
        design.fit(found, clarity, len(CLARITY), CLASS_POWER[0]),
        design.fit(found, evasion, len(EVASION), CLASS_POWER[1]),
    ]
    weights = np.concatenate([w for w, _ in parts], axis=1)
    spread = design.raw(found).std(0)
    kept = np.argsort(-np.abs(weights).max(1) * spread)[:KEPT]
    lost = np.setdiff1d(np.arange(len(weights)), kept)
    bias = np.concatenate([b for _, b in parts]) + design.raw(found).mean(0)[lost] @ weights[lost]
    groups: dict[str, dict[str, list[float]]] = {group: {} for group in WEIGHTS}
    for column in sorted(kept, key=lambda n: design.columns[n]):
        group, key = design.columns[column]
        groups[group][key] = [round(float(w), 3) for w in weights[column]]
    return {
        "classes": [*CLARITY, *EVASION],
        "bias": [round(float(b), 4) for b in bias],
        "weights": groups,
    }


def scores(model: dict[str, Any], found: Groups) -> Table:
    total = np.array(model["bias"])
    for group, named in found.items():
        weights = model["weights"][group]
        for key, value in named.items():
            if key in weights:
                total = total + value * np.array(weights[key])
    return total


def judged(model: dict[str, Any], found: Groups) -> tuple[str, str]:
    total = scores(model, found)
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
    """Prints the figures on conferences that the model has not seen; tells how far apart scores
    are, so that the shares made of them are as often right as they say."""
    urls = sorted({row["url"] for row in rows})
    random.Random(0).shuffle(urls)
    fold = {url: n % FOLDS for n, url in enumerate(urls)}
    gold_c, gold_e, got_c, got_e, seen = [], [], [], [], []
    for k in range(FOLDS):
        train = [n for n, row in enumerate(rows) if fold[row["url"]] != k]
        model = trained([found[n] for n in train], *labels([rows[n] for n in train]))
        for n, row in enumerate(rows):
            if fold[row["url"]] == k:
                seen.append(scores(model, found[n])[: len(CLARITY)])
                clarity, evasion = judged(model, found[n])
                got_c.append(clarity)
                got_e.append(evasion)
                gold_c.append(named(row["clarity_label"]))
                gold_e.append(named(row["evasion_label"]))
    print(f"clarity macro-F1 {macro_f1(gold_c, got_c):.3f}, evasion {macro_f1(gold_e, got_e):.3f}")
    for (gold, got), count in sorted(Counter(zip(gold_c, got_c, strict=True)).items()):
        print(f"  {gold:11} judged {got:11} {count}")
    at = [CLARITY.index(label) for label in gold_c]
    return min(SHARPNESS, key=lambda sharp: loss(np.array(seen) * sharp, at))


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
    found = [features(row["question"], row["interview_answer"], "en") for row in rows]
    sharpness = crossed(rows, found)
    model = trained(found, *labels(rows)) | {"sharpness": sharpness}
    Path(target).write_text(
        json.dumps(model, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
