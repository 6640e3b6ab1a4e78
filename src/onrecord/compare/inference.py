"""Do two sentences say different things? A small classifier over their vectors, trained on invented
sentences (scripts/train_inference.py); its weights are in `inference.json`.

It knows no words: what it says is one sign among others, and never a reason by itself.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import numpy as np

from onrecord.compare.path import Floats
from onrecord.records import Record

LABELS = ("entailment", "neutral", "contradiction")


class Model(Record, frozen=True):
    """Weights of each feature for each label."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]


class Judgement(Record, frozen=True):
    """How much speaks for each label, from 0 to 1, together 1."""

    entailment: float
    neutral: float
    contradiction: float


@cache
def _model() -> tuple[Floats, Floats]:
    text = (files("onrecord.compare") / "inference.json").read_bytes()
    model = msgspec.json.decode(text, type=Model)
    return np.array(model.weights, np.float32), np.array(model.bias, np.float32)


def features(a: Floats, b: Floats) -> Floats:
    """The features of two unit vectors: in what they agree and differ, whichever is first."""
    row: Floats = np.concatenate([np.abs(a - b), a * b, [float(a @ b)]]).astype(np.float32)
    return row


def judged(a: Floats, b: Floats) -> Judgement:
    """What the classifier makes of two sentences, by their vectors."""
    weights, bias = _model()
    scores = features(a, b) @ weights + bias
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    return Judgement(*(round(float(share), 4) for share in shares))
