"""What is measured of an answer to a question: features with names that can be read.

Structure (`=`): length, cues by list and place, how much of the question's words the sentences take
up. How far they have been taken up, sentence by sentence (`t`). How the question is put (`p`).
Words (`a`: anywhere, `s`: at the start, `l`: in the sentence nearest to the question, `e`: at the
end, `c`: beside words of the question). Moves and what is asked for (`m`, `q`) are in
`response_moves`. No word stands here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from onrecord.annotate.response_moves import asked, length_of, moves
from onrecord.annotate.response_reading import STEM, Reading, lists, tokens

_LENGTHS = (8, 15, 30, 60, 120, 250, 500, 1000)
_ASKED = (4, 7, 10, 15, 25)  # words of a question
_AROUND = 3  # words beside a word of the question
_AFTER = (1, 2, 3, 6)  # sentences after which it is told how much was taken up
STRUCTURE = ("=", "t", "p", "m", "q")  # the groups that do not hang on the words of one language
Groups = dict[str, dict[str, float]]


def features(question: str, answer: Reading) -> Groups:
    """The features of a question and its answer, in groups."""
    wanted = topic(question, answer.tag)
    best, shares = nearest(wanted, answer)
    kind = question_kind(question, answer.tag)
    found = {f"kind {kind}": 1.0, "several questions": float(question.count("?") > 1)}
    found |= _shape(answer.said, answer.parts, kind) | _taken_up(best, shares, answer, wanted)
    end = len(answer.parts)
    for place, (start, stop) in {
        "first": (0, 2),
        "near": (best, best + 2),
        "last": (end - 1, end),
        "all": (0, end),
    }.items():
        found |= _cues(place, start, stop, answer, kind)
    near = [word for part in answer.words[best : best + 2] for word in part]
    return {
        "=": found,
        "t": _run(question, answer, wanted, shares),
        "p": _form(question, answer, wanted),
        "m": moves(answer, shares, best, kind),
        "q": asked(question, answer),
        **of_answer(answer),
        "l": _normed(_grams([*answer.words[0][:40], "/", *near[:60]])),
        "c": _normed(_beside(answer, wanted)),
    }


@lru_cache(2)
def of_answer(answer: Reading) -> Groups:
    """The features of an answer that hang on no question, made once for all its questions."""
    words = answer.said
    return {
        "a": _normed(Counter(words)),
        "s": _normed(_grams([f"^{w}" for w in words[:2]] + words[:30])),
        "e": _normed(_grams(answer.words[-1][-40:])),
    }


def topic(question: str, tag: str | None) -> set[str]:
    """The stems of the words that tell what a question is about."""
    common = lists(tag)["common"]
    return {
        word[:STEM]
        for word in set(tokens(question))
        if len(word) > 2 and common.value(word) is None
    }


def nearest(wanted: set[str], answer: Reading) -> tuple[int, list[float]]:
    """Which sentence of an answer takes up most of what is wanted, and how much each does."""
    shares = [len(wanted & stems) / max(len(wanted), 1) for stems in answer.stems]
    return max(range(len(shares)), key=lambda n: (shares[n], -n), default=0), shares


def question_kind(question: str, tag: str | None) -> str:
    """What a question asks for, by its first words: one that is no sentence is a topic."""
    forms = lists(tag)["question"]
    for word in tokens(question)[:1]:
        value = forms.value(word)
        if value is not None:
            return str(value)
    return "other" if "?" in question else "topic"


def _shape(words: Sequence[str], parts: Sequence[str], kind: str) -> dict[str, float]:
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
    best: int, shares: list[float], answer: Reading, wanted: set[str]
) -> dict[str, float]:
    about = sum([begun in wanted for begun in answer.begun])
    return {
        "nearest": shares[best],
        "nearest at": best / len(shares),
        "nearest is first": float(best == 0),
        "first takes up": max(shares[:2]),
        "three take up": max(shares[:3]),
        "mean takes up": sum(shares) / len(shares),
        "last takes up": max(shares[-2:]),
        "all takes up": len(wanted & answer.known) / max(len(wanted), 1),
        "dense": min(1.0, 10 * about / max(len(answer.begun), 1)),
    }


def _run(question: str, answer: Reading, wanted: set[str], shares: list[float]) -> dict[str, float]:
    """How much is taken up after so many sentences, and in each quarter of the answer."""
    so_far = answer.so_far
    size = max(len(wanted), 1)
    found = {f"after {n}": len(wanted & so_far[min(n, len(so_far)) - 1]) / size for n in _AFTER}
    count = len(shares)
    for n in range(4):
        start = n * count // 4
        found[f"quarter {n + 1}"] = max(shares[start : max((n + 1) * count // 4, start + 1)])
    pairs = set(pairwise(tokens(question)))
    for place, said in zip(("first", "all"), answer.pairs, strict=True):
        found[f"pairs {place}"] = len(pairs & said) / max(len(pairs), 1)
    found["longer"] = math.log1p(sum(map(len, answer.words))) - math.log1p(len(pairs))
    return found


def _form(question: str, answer: Reading, wanted: set[str]) -> dict[str, float]:
    """How a question is put, alone and with the length of the answer."""
    words = tokens(question)
    person = lists(answer.tag)["person"]
    found = {
        "words": math.log1p(len(words)),
        "is asked": float("?" in words),
        "commas": float(min(3, question.count(","))),
        "topics": float(min(20, len(wanted))),
        "who is asked": float("you" in {person.value(word) for word in words}),
    }
    found |= {f"under {most}": 1.0 for most in _ASKED if len(words) < most}
    length = length_of(answer)
    return found | {f"{name}, {length}": value for name, value in found.items()}


def _cues(place: str, start: int, stop: int, answer: Reading, kind: str) -> dict[str, float]:
    found: dict[str, float] = {}
    size = sum(map(len, answer.words[start:stop])) + 1
    for label, count in answer.counted(start, stop).items():
        found[f"{place} {label}"] = 1.0
        found[f"{place} {label}, share"] = min(1.0, 10 * count / size)
        found[f"{place} {label}, {kind}"] = 1.0
    if any(answer.figures[start:stop]):
        found[f"{place} figures"] = 1.0
    return found


def _beside(answer: Reading, wanted: set[str]) -> Counter[str]:
    """The words within three of a word that the question is about."""
    near: Counter[str] = Counter()
    words, begun = answer.said, answer.begun
    for n, start in enumerate(begun):
        if start in wanted and len(words[n]) > 2:
            around = (*range(max(0, n - _AROUND), n), *range(n + 1, n + 1 + _AROUND))
            near.update(words[k] for k in around if k < len(words) and begun[k] not in wanted)
    return near


def _grams(words: Sequence[str]) -> Counter[str]:
    return Counter([*words, *(f"{a} {b}" for a, b in pairwise(words))])


def _normed(counts: Mapping[str, int]) -> dict[str, float]:
    weights = {word: 1 + math.log(count) for word, count in counts.items()}
    norm = math.sqrt(_squares(weights.values())) or 1.0
    return {word: weight / norm for word, weight in weights.items()}


def _squares(numbers: Iterable[float]) -> float:
    return sum(number * number for number in numbers)
