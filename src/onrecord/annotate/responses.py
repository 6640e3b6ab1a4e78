"""The layer `response`: does an answer answer its question, and if not, how does it evade?

A linear model over features that can be read (`response_features`): its weights are in
`responses.json`, made by `scripts/train_responses.py`. Words count for the language that it was
trained on only; for others with lists of cues, cues, moves, length and what is taken up of the
question.
A document without a question, or in a language without cues, gets nothing.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from onrecord.annotate.document import Document
from onrecord.annotate.response_features import (
    STRUCTURE,
    Groups,
    features,
    nearest,
    of_answer,
    topic,
)
from onrecord.annotate.response_reading import Reading, read
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
_QUESTION = re.compile(r"[^?]*\?")
_MOST = 8  # questions of a turn that are judged
_SHOWN = 5  # features that are told as the reason


class Model(Record, frozen=True):
    """Weights of each feature for each class, by group. `sharpness`: how far apart scores are."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, dict[str, tuple[float, ...]]]
    sharpness: float


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
    answer = read(document.text, tag)
    for n, one in enumerate([question, *(single[:_MOST] if len(single) > 1 else ())]):
        judgement = _judged(one, answer, document.explain)
        yield _annotation(document, answer, one, judgement, one if n else None)


def judge(question: str, answer: str, tag: str | None) -> Judgement:
    """What an answer is to one question."""
    return _judged(question, read(answer, tag), True)


def _judged(question: str, answer: Reading, explain: bool) -> Judgement:
    model = _model()
    words = language(answer.tag).tag == _TRAINED_ON
    found = features(question, answer)
    if not words:
        found = {group: found[group] for group in STRUCTURE}
    total = list(model.bias)
    own = _of_answer(answer) if words else {}
    for group, named in found.items():
        for n, weight in enumerate(own.get(group) or _weighed(group, named)):
            total[n] += weight
    named_scores = dict(zip(model.classes, total, strict=True))
    evasion = max(CLARITY_OF, key=lambda name: named_scores[name] + named_scores[CLARITY_OF[name]])
    clarity = CLARITY_OF[evasion]
    scores = _shares(
        {name: named_scores[name] for name in sorted(set(CLARITY_OF.values()))}, model.sharpness
    )
    why = _why(model, found, clarity) if explain else ()
    return Judgement(clarity=clarity, evasion=evasion, scores=scores, why=why)


def _weighed(group: str, named: Mapping[str, float]) -> tuple[float, ...]:
    """What the features of a group weigh for each class; for the first classes only, where the
    group says nothing of the others."""
    weights = _model().weights.get(group, {})
    known = [key for key in named if key in weights]
    values = [named[key] for key in known]
    columns = zip(*[weights[key] for key in known], strict=True)
    return tuple(sum(map(operator.mul, values, column)) for column in columns)


@lru_cache(2)
def _of_answer(answer: Reading) -> Mapping[str, tuple[float, ...]]:
    """What an answer weighs whatever was asked."""
    return {group: _weighed(group, named) for group, named in of_answer(answer).items()}


def _shares(scores: dict[str, float], sharpness: float) -> dict[str, float]:
    top = max(scores.values())
    parts = {name: math.exp(sharpness * (score - top)) for name, score in scores.items()}
    whole = sum(parts.values())
    return {name: round(part / whole, 3) for name, part in parts.items()}


def _why(model: Model, found: Groups, clarity: str) -> tuple[tuple[str, float], ...]:
    at = model.classes.index(clarity)
    weighed = [
        (f"{group} {key}", round(value * model.weights[group][key][at], 3))
        for group, named in found.items()
        for key, value in named.items()
        if key in model.weights.get(group, {})
    ]
    return tuple(sorted(weighed, key=lambda one: (-one[1], one[0]))[:_SHOWN])


def _annotation(
    document: Document, answer: Reading, question: str, judgement: Judgement, one: str | None
) -> Annotation:
    span = _shown(question, answer, judgement.evasion)
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


def _shown(question: str, answer: Reading, evasion: str) -> Span:
    """The sentence that shows it: that of the cue, else that which is nearest to the question."""
    cue = _CUE_OF.get(evasion)
    at = next((hit.at for hit in answer.cues if cue and hit.label.startswith(cue)), None)
    if at is None:
        at, _ = nearest(topic(question, answer.tag), answer)
    return Span(*answer.spans[at])


@cache
def _model() -> Model:
    data = (files("onrecord.annotate") / "responses.json").read_bytes()
    model = msgspec.json.decode(data, type=Model)
    groups = {group: _short(named) for group, named in model.weights.items()}
    return msgspec.structs.replace(model, weights=groups)


def _short(named: Mapping[str, tuple[float, ...]]) -> dict[str, tuple[float, ...]]:
    """The weights of a group without the classes at the end of which it says nothing, each number
    kept once: there are few, and they are asked for all over."""
    size = max((n + 1 for row in named.values() for n, w in enumerate(row) if w), default=0)
    kept: dict[float, float] = {}
    return {key: tuple([kept.setdefault(w, w) for w in row[:size]]) for key, row in named.items()}
