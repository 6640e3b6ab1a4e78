"""The layer `response`: does an answer answer its question, and if not, how does it evade?

A linear model over features that can be read (`response_features`): its weights are in
`responses.json`, made by `scripts/train_responses.py`. Words count for the language that it was
trained on only; for others with lists of cues, cues, length and what is taken up of the question.
How the first sentence stands to the question in meaning counts in all that the encoder knows.
A document without a question, or in a language without cues, gets nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from onrecord.annotate.document import Document
from onrecord.annotate.response_features import Groups, features, nearest, sentences_of
from onrecord.annotate.response_meaning import beside
from onrecord.languages.loader import language
from onrecord.records import Annotation, Record, Span

ANNOTATOR = "responses"
CLARITY_OF = {
    "explicit": "reply",
    "implicit": "ambivalent",
    "dodging": "ambivalent",
    "general": "ambivalent",
    "deflection": "ambivalent",
    "partial": "ambivalent",
    "declining": "non-reply",
    "ignorance": "non-reply",
    "clarification": "non-reply",
}
_CUE_OF = {"declining": "declines", "ignorance": "unknown", "clarification": "returns"}
_TRAINED_ON = "en"
_MEANT = "= first sentence to the question, in meaning"
_QUESTION = re.compile(r"[^?]*\?")
_MOST = 8  # questions of a turn that are judged
_SHOWN = 5  # features that are told as the reason


class Meaning(Record, frozen=True):
    """What is usual in each direction of `response_meaning`, and its weight for each class."""

    usual: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]


class Model(Record, frozen=True):
    """Weights of each feature for each class, by group. `sharpness`: how far apart scores are."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, dict[str, tuple[float, ...]]]
    sharpness: float
    meaning: Meaning


class Judgement(Record, frozen=True):
    """What an answer is to a question. `why`: the features that weighed most, and how much."""

    clarity: str
    evasion: str
    scores: dict[str, float]
    why: tuple[tuple[str, float], ...]


def annotate(document: Document) -> Iterator[Annotation]:
    """What a document is, as an answer to its question; where there are several questions, each is
    judged too."""
    question, tag = document.question, document.language
    if (
        not question
        or not document.text.strip()
        or not language(tag).listed("responses", "declines")
    ):
        return
    single = [m[0].strip() for m in _QUESTION.finditer(question)]
    asked = [question, *(single[:_MOST] if len(single) > 1 else ())]
    told = meant(asked, document.text, tag)
    for n, (one, meaning) in enumerate(zip(asked, told, strict=True)):
        judgement = _judged(one, document.text, tag, meaning, document.explain)
        yield _annotation(document, one, judgement, one if n else None)


def judge(question: str, answer: str, tag: str | None) -> Judgement:
    """What an answer is to one question."""
    return _judged(question, answer, tag, meant([question], answer, tag)[0], True)


def meant(questions: Sequence[str], answer: str, tag: str | None) -> list[tuple[float, ...]]:
    """What the meaning of an answer's first sentence adds to each class, for each question."""
    rows = beside(questions, [answer] * len(questions), tag)
    if rows is None:
        return [(0.0,) * len(_model().classes)] * len(questions)
    weights, usual = _matrix()
    return [tuple(map(float, row)) for row in (rows - usual) @ weights]


def _judged(
    question: str, answer: str, tag: str | None, meaning: Sequence[float], explain: bool
) -> Judgement:
    model = _model()
    found = features(question, answer, tag)
    if language(tag).tag != _TRAINED_ON:
        found = {"=": found["="]}
    total = [a + b for a, b in zip(model.bias, meaning, strict=True)]
    for group, named in found.items():
        weights = model.weights.get(group, {})
        for key, value in named.items():
            for n, weight in enumerate(weights.get(key, ())):
                total[n] += value * weight
    named_scores = dict(zip(model.classes, total, strict=True))
    evasion = max(CLARITY_OF, key=lambda name: named_scores[name] + named_scores[CLARITY_OF[name]])
    clarity = CLARITY_OF[evasion]
    scores = _shares(
        {name: named_scores[name] for name in sorted(set(CLARITY_OF.values()))}, model.sharpness
    )
    why = _why(model, found, clarity, meaning) if explain else ()
    return Judgement(clarity=clarity, evasion=evasion, scores=scores, why=why)


def _shares(scores: dict[str, float], sharpness: float) -> dict[str, float]:
    top = max(scores.values())
    parts = {name: math.exp(sharpness * (score - top)) for name, score in scores.items()}
    whole = sum(parts.values())
    return {name: round(part / whole, 3) for name, part in parts.items()}


def _why(
    model: Model, found: Groups, clarity: str, meaning: Sequence[float]
) -> tuple[tuple[str, float], ...]:
    at = model.classes.index(clarity)
    weighed = [(_MEANT, round(meaning[at], 3))] + [
        (f"{group} {key}", round(value * model.weights[group][key][at], 3))
        for group, named in found.items()
        for key, value in named.items()
        if key in model.weights.get(group, {})
    ]
    return tuple(sorted(weighed, key=lambda one: (-one[1], one[0]))[:_SHOWN])


def _annotation(
    document: Document, question: str, judgement: Judgement, one: str | None
) -> Annotation:
    span = _shown(question, document.text, judgement.evasion, document.language)
    value: dict[str, object] = {
        "clarity": judgement.clarity,
        "evasion": judgement.evasion,
        "scores": judgement.scores,
    }
    confidence = judgement.scores[judgement.clarity]
    if one is not None:
        value["question"] = one
        confidence *= 0.5  # which part of an answer is meant for which question is not known
    return Annotation(
        layer="response",
        span=span,
        quote=document.text[span.start : span.end],
        value=value,
        annotator=ANNOTATOR,
        rule="weighed",
        confidence=round(confidence, 3),
        why=tuple(f"{name}: {weight:+}" for name, weight in judgement.why),
    )


def _shown(question: str, answer: str, evasion: str, tag: str | None) -> Span:
    """The sentence that shows it: that of the cue, else that which is nearest to the question."""
    spans = sentences_of(answer)
    cue = _CUE_OF.get(evasion)
    if cue:
        forms = language(tag).forms("responses", cue)
        for start, end in spans:
            if next(iter(forms.find(answer[start:end])), None):
                return Span(start, end)
    best, _ = nearest(question, [answer[a:b] for a, b in spans], tag)
    return Span(*spans[best])


@cache
def _matrix() -> tuple[Any, Any]:
    import numpy as np  # noqa: PLC0415 - heavy, and only where there is an encoder

    told = _model().meaning
    return np.array(told.weights, dtype=np.float32), np.array(told.usual, dtype=np.float32)


@cache
def _model() -> Model:
    data = (files("onrecord.annotate") / "responses.json").read_bytes()
    return msgspec.json.decode(data, type=Model)
