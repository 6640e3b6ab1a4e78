"""Trains the model of the layer `response`, and tells how good it is on unseen
conferences.

    python scripts/train_responses.py train.jsonl src/onrecord/annotate/responses.json

Each line of the data has `question`, `interview_answer`, `clarity_label`, `evasion_label` and `url`
(the conference). The model is a ridge classifier, rare classes made heavier, over the
features of `annotate/response_features.py`, and of `response_meaning.py`; the weights that matter
least are left out. Needs numpy and the encoder.
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
from onrecord.annotate.response_meaning import beside
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
}
MEANT = (
    1.5  # of how the first sentence stands to the question in meaning  # of each group of features
)
RIDGE = 14.0
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

    def __init__(self, found: list[Groups], meant: Table) -> None:
        self.usual = meant.mean(0)
        size = ((meant - self.usual) ** 2).sum(1).mean()
        self.meant_scale = math.sqrt(MEANT / size)
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
        self, found: list[Groups], meant: Table, labels: list[int], classes: int, power: float
    ) -> tuple[Table, Table, Table]:
        """Weights of the raw features, what every class begins with, weights of the meaning."""
        words = (self.raw(found) - self.mean) * self.scale
        table = np.hstack([words, (meant - self.usual) * self.meant_scale])
        counts = np.bincount(labels, minlength=classes)
        heavy = ((len(labels) / classes / counts) ** power)[labels]
        kernel = table @ table.T + 0.5
        target = 2 * np.eye(classes)[labels] - 1
        dual = np.linalg.solve(kernel + np.diag(RIDGE / heavy), target)
        both = table.T @ dual
        weights = both[: len(self.scale)] * self.scale[:, None]
        bias = 0.5 * dual.sum(0) - self.mean @ weights
        return weights, bias, both[len(self.scale) :] * self.meant_scale


def trained(
    found: list[Groups], meant: Table, clarity: list[int], evasion: list[int]
) -> dict[str, Any]:
    """The model: classes, what each begins with, and the weights of each feature."""
    design = Design(found, meant)
    parts = [
        design.fit(found, meant, clarity, len(CLARITY), CLASS_POWER[0]),
        design.fit(found, meant, evasion, len(EVASION), CLASS_POWER[1]),
    ]
    weights = np.concatenate([w for w, _, _ in parts], axis=1)
    meaning = np.concatenate([m for _, _, m in parts], axis=1)
    spread = design.raw(found).std(0)
    kept = np.argsort(-np.abs(weights).max(1) * spread)[:KEPT]
    lost = np.setdiff1d(np.arange(len(weights)), kept)
    bias = (
        np.concatenate([b for _, b, _ in parts]) + design.raw(found).mean(0)[lost] @ weights[lost]
    )
    groups: dict[str, dict[str, list[float]]] = {group: {} for group in WEIGHTS}
    for column in sorted(kept, key=lambda n: design.columns[n]):
        group, key = design.columns[column]
        groups[group][key] = [round(float(w), 3) for w in weights[column]]
    return {
        "classes": [*CLARITY, *EVASION],
        "bias": [round(float(b), 4) for b in bias],
        "weights": groups,
        "meaning": {
            "usual": [round(float(u), 6) for u in design.usual],
            "weights": [[round(float(w), 2) for w in row] for row in meaning],
        },
    }


def scores(model: dict[str, Any], found: Groups, meant: Table) -> Table:
    meaning = model["meaning"]
    total: Table = np.array(model["bias"]) + (meant - meaning["usual"]) @ np.array(
        meaning["weights"]
    )
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


def crossed(rows: list[dict[str, str]], found: list[Groups], meant: Table) -> float:
    """Prints the figures on conferences that the model has not seen, the conferences drawn in
    several ways; tells how far apart scores are, so that the shares made of them are as often right
    as they say."""
    gold = [(named(row["clarity_label"]), named(row["evasion_label"])) for row in rows]
    each = []
    for draw in range(DRAWS):
        seen, got = unseen(rows, found, meant, draw)
        each.append([macro_f1([g[k] for g in gold], [g[k] for g in got]) for k in (0, 1)])
        print(f"draw {draw}: clarity macro-F1 {each[-1][0]:.3f}, evasion {each[-1][1]:.3f}")
        if draw == 0:
            first = np.array(seen)
            told(gold, got)
    print("mean: clarity {:.3f}, evasion {:.3f}".format(*np.mean(each, axis=0)))
    at = [CLARITY.index(label) for label, _ in gold]
    return min(SHARPNESS, key=lambda sharp: loss(first * sharp, at))


def unseen(
    rows: list[dict[str, str]], found: list[Groups], meant: Table, draw: int
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
        model = trained([found[n] for n in train], meant[train], *known)
        for n, row in enumerate(rows):
            if fold[row["url"]] == k:
                total[n] = scores(model, found[n], meant[n])
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
    found = [features(row["question"], row["interview_answer"], "en") for row in rows]
    answers = [row["interview_answer"] for row in rows]
    products = beside([row["question"] for row in rows], answers, "en")
    assert products is not None
    meant: Table = products.astype(np.float64)
    sharpness = crossed(rows, found, meant)
    model = trained(found, meant, *labels(rows)) | {"sharpness": sharpness}
    Path(target).write_text(
        json.dumps(model, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
