"""What is measured of an answer to a question: features with names that can be read.

Structure (`=`): length, cues by list and place, how much of the question's words the sentences take
up. Words (`a`: anywhere, `s`: at the start, `l`: in the sentence nearest to the question, `e`: at
the end, `c`: beside words of the question, `k`: the first ones, by what the question asks for).
Cues are lists of `languages/*/responses.toml`; no word stands here.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from onrecord.languages.loader import language
from onrecord.languages.rules import Forms
from onrecord.languages.schema import FILES
from onrecord.text.normalize import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|\?")
_SENTENCE = re.compile(r"(?<=[.?!])\s*(?=[^\W\d_a-z\u0430-\u044f]|\[|\")")
_FILE = "responses"
_CUES = ("declines", "unknown", "returns", "hedge", "reply", "counter", "negation", "person")
_LENGTHS = (8, 15, 30, 60, 120, 250, 500, 1000)
_STEM = 6  # letters by which words of question and answer are compared
_AROUND = 3  # words beside a word of the question
_MOST = 200  # sentences that are looked at
_LONGEST = 40_000  # characters
Groups = dict[str, dict[str, float]]


@cache
def _forms(tag: str | None) -> dict[str, Forms]:
    words = language(tag)
    return {name: words.forms(_FILE, name) for name in sorted(FILES[_FILE])}


def sentences_of(answer: str) -> list[tuple[int, int]]:
    """Where the sentences of an answer stand, without the white space around them."""
    found: list[tuple[int, int]] = []
    start = 0
    text = answer[:_LONGEST]
    for end in [*(m.start() for m in _SENTENCE.finditer(text)), len(text)]:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        if piece.strip() and len(found) < _MOST:
            found.append((left, left + len(piece.strip())))
        start = end
    return found


def tokens(text: str) -> list[str]:
    """
    >>> tokens("Don’t you?")
    ["don't", 'you', '?']
    """
    return _WORD.findall(fold(text))


def topic(question: str, tag: str | None) -> set[str]:
    """The stems of the words that tell what a question is about."""
    common = _forms(tag)["common"]
    return {
        word[:_STEM]
        for word in set(tokens(question))
        if len(word) > 2 and common.value(word) is None
    }


def nearest(question: str, parts: list[str], tag: str | None) -> tuple[int, list[float]]:
    """Which sentence of an answer takes up most of a question, and how much each does."""
    wanted = topic(question, tag)
    shares = [
        len(wanted & {word[:_STEM] for word in tokens(part)}) / max(len(wanted), 1)
        for part in parts
    ]
    best = max(range(len(parts)), key=lambda n: (shares[n], -n), default=0)
    return best, shares


def features(question: str, answer: str, tag: str | None) -> Groups:
    """The features of a question and its answer, in groups."""
    text = answer[:_LONGEST]
    parts = [text[a:b] for a, b in sentences_of(text)] or [text]
    best, shares = nearest(question, parts, tag)
    near = " ".join(parts[best : best + 2])
    words = tokens(text)
    kind = question_kind(question, tag)
    found = {f"kind {kind}": 1.0, "several questions": float(question.count("?") > 1)}
    found |= _shape(words, parts, kind) | _taken_up(best, shares, words, topic(question, tag))
    for place, part in (
        ("first", " ".join(parts[:2])),
        ("near", near),
        ("last", parts[-1]),
        ("all", text),
    ):
        found |= _cues(place, part, tag, kind)
    start = words[:30]
    opening = (*_grams(words[:6]), *(f"{gram} |" for gram in _grams(words[:2])))
    return {
        "c": _normed(_beside(words, topic(question, tag))),
        "e": _normed(_grams(tokens(parts[-1])[-40:])),
        "k": _normed(Counter(f"{kind} {gram}" for gram in opening)),
        "=": found,
        "a": _normed(Counter(words)),
        "s": _normed(_grams([f"^{w}" for w in words[:2]] + start)),
        "l": _normed(_grams([*tokens(parts[0])[:40], "/", *tokens(near)[:60]])),
    }


def question_kind(question: str, tag: str | None) -> str:
    """What a question asks for, by its first words: one that is no sentence is a topic."""
    forms = _forms(tag)["question"]
    for word in tokens(question)[:1]:
        value = forms.value(word)
        if value is not None:
            return str(value)
    return "other" if "?" in question else "topic"


def _shape(words: list[str], parts: list[str], kind: str) -> dict[str, float]:
    size = len(words)
    found = {
        "words": math.log1p(size),
        "sentences": math.log1p(len(parts)),
        "words a sentence": min(60.0, size / len(parts)),
        "asks": min(5, words.count("?")) / 5,
        "first asks": float(parts[0].endswith("?")),
        "last asks": float(parts[-1].endswith("?")),
        "short and asks": float(size < 25 and "?" in words),
    }
    for most in _LENGTHS:
        if size < most:
            found[f"under {most}"] = found[f"under {most}, {kind}"] = 1.0
    return found


def _taken_up(
    best: int, shares: list[float], words: list[str], wanted: set[str]
) -> dict[str, float]:
    inside = {word[:_STEM] for word in words}
    return {
        "nearest": shares[best],
        "nearest at": best / len(shares),
        "nearest is first": float(best == 0),
        "first takes up": max(shares[:2]),
        "three take up": max(shares[:3]),
        "mean takes up": sum(shares) / len(shares),
        "last takes up": max(shares[-2:]),
        "all takes up": len(wanted & inside) / max(len(wanted), 1),
        "dense": min(1.0, 10 * sum(w[:_STEM] in wanted for w in words) / max(len(words), 1)),
    }


def _cues(place: str, text: str, tag: str | None, kind: str) -> dict[str, float]:
    found: dict[str, float] = {}
    size = len(tokens(text)) + 1
    for name in _CUES:
        hits = Counter(_label(name, value) for _, _, value in _forms(tag)[name].find(text))
        for label, count in hits.items():
            found[f"{place} {label}"] = 1.0
            found[f"{place} {label}, share"] = min(1.0, 10 * count / size)
            found[f"{place} {label}, {kind}"] = 1.0
    if re.search(r"\d", text):
        found[f"{place} figures"] = 1.0
    return found


def _label(name: str, value: object) -> str:
    return name if value is True else f"{name} {value}"


def _beside(words: list[str], wanted: set[str]) -> Counter[str]:
    """The words within three of a word that the question is about."""
    near: Counter[str] = Counter()
    for n, word in enumerate(words):
        if len(word) > 2 and word[:_STEM] in wanted:
            around = (*words[max(0, n - _AROUND) : n], *words[n + 1 : n + 1 + _AROUND])
            near.update(other for other in around if other[:_STEM] not in wanted)
    return near


def _grams(words: list[str]) -> Counter[str]:
    return Counter([*words, *(f"{a} {b}" for a, b in pairwise(words))])


def _normed(counts: Mapping[str, int]) -> dict[str, float]:
    weights = {word: 1 + math.log(count) for word, count in counts.items()}
    norm = math.sqrt(_squares(weights.values())) or 1.0
    return {word: weight / norm for word, weight in weights.items()}


def _squares(numbers: Iterable[float]) -> float:
    return sum(number * number for number in numbers)
