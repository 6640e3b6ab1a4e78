"""What two accounts of one thing both say, and what one alone says: their sentences, paired by
meaning in whatever order they stand.

Two accounts are no translation of each other, so nothing is aligned in order, and a sentence that
has no partner is only one that has none here. Vectors come from an encoder that is handed in;
where it does not know a language, names and figures must do.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from onrecord.compare.keys import keys
from onrecord.compare.path import Floats
from onrecord.compare.sides import Sentence, Text, cut, texts
from onrecord.meaning.encoder import Encoder
from onrecord.records import Record, Span

_ALIKE = 0.34  # likeness from which two sentences that are each other's best speak of one thing,
_JOINS = 0.58  # and from which another one speaks of it too
_SHARED = 0.04  # what a name or figure that both have adds to it,
_MOST = 3  # up to so many
_NAMES = 0.3  # the same where names and figures are all there is
_SHORT = 4  # words: a greeting, a label
_LONG = 400  # sentences of a side that are looked at
_DIGITS = 3


class Passage(Record, frozen=True, kw_only=True):
    """A sentence of one account."""

    span: Span
    quote: str
    turn: int | None


class Topic(Record, frozen=True, kw_only=True):
    """What both accounts speak of, or one alone: then the other side is empty. `score`: how alike
    the two sentences are that are most alike."""

    a: tuple[Passage, ...]
    b: tuple[Passage, ...]
    score: float | None


class Side:
    """A side: what it says, sentence by sentence, without its head, notes and greetings."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.sentences = tuple(_told(text))[:_LONG]
        self.said = texts(text, self.sentences)

    def passage(self, n: int) -> Passage:
        """A sentence as it is shown."""
        one = self.sentences[n]
        turn = self.text.turns[one.turn].n if 0 <= one.turn < len(self.text.turns) else None
        return Passage(span=one.said, quote=self.said[n], turn=turn)


def _told(text: Text) -> Iterator[Sentence]:
    headings = [block.span for block in text.blocks if block.kind == "heading"]
    for one in cut(text):
        said = text.text[one.said.start : one.said.end]
        titled = any(h.start <= one.said.start < h.end for h in headings)
        outside = bool(text.turns) and one.turn < 0
        if not (one.note or titled or outside or len(said.split()) < _SHORT):
            yield one


def topics(a: Text, b: Text, encoder: Encoder | None) -> tuple[Topic, ...]:
    """What both say, as A has it in order; then what is only in A, and what is only in B."""
    one, two = Side(a), Side(b)
    found = list(_paired(one, two, encoder))
    both = [
        Topic(
            a=tuple(map(one.passage, sorted(in_a))),
            b=tuple(map(two.passage, sorted(in_b))),
            score=round(score, _DIGITS),
        )
        for in_a, in_b, score in found
    ]
    left_a = set(range(len(one.sentences))).difference(*(in_a for in_a, _, _ in found))
    left_b = set(range(len(two.sentences))).difference(*(in_b for _, in_b, _ in found))
    only_a = [Topic(a=(one.passage(n),), b=(), score=None) for n in sorted(left_a)]
    only_b = [Topic(a=(), b=(two.passage(n),), score=None) for n in sorted(left_b)]
    return (*both, *only_a, *only_b)


def _paired(
    a: Side, b: Side, encoder: Encoder | None
) -> Iterator[tuple[set[int], set[int], float]]:
    """Sentences that are each other's best, and alike enough; with others that say the same."""
    if not a.said or not b.said:
        return
    alike, enough, joins = _likeness(a, b, encoder)
    best_b, best_a = alike.argmax(1), alike.argmax(0)
    pairs = [(i, int(j)) for i, j in enumerate(best_b) if best_a[j] == i and alike[i, j] >= enough]
    firsts, seconds = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, j in pairs:
        more_a = {
            n for n, best in enumerate(best_b) if best == j and n not in firsts
            and alike[n, j] >= joins
        }  # fmt: skip
        more_b = {
            n for n, best in enumerate(best_a) if best == i and n not in seconds
            and alike[i, n] >= joins
        }  # fmt: skip
        yield {i, *more_a}, {j, *more_b}, float(alike[i, j])


def _likeness(a: Side, b: Side, encoder: Encoder | None) -> tuple[Floats, float, float]:
    """How alike each two sentences are, how much is enough, and enough to join others."""
    first, second = [keys(text) for text in a.said], [keys(text) for text in b.said]
    shared = np.array([[len(x & y) for y in second] for x in first], np.float32)
    if encoder is not None and _known(encoder, a.text.language, b.text.language):
        vectors: Floats = encoder.encode(a.said) @ encoder.encode(b.said).T
        named: Floats = np.float32(_SHARED) * np.minimum(shared, _MOST)
        return vectors + named, _ALIKE, _JOINS
    sizes = np.array([[max(1, min(len(x), len(y))) for y in second] for x in first], np.float32)
    return shared / sizes, _NAMES, 1.0


def known(encoder: Encoder | None, *languages: str | None) -> bool:
    """Does the encoder tell something of these languages?"""
    return encoder is not None and _known(encoder, *languages)


def _known(encoder: Encoder, *languages: str | None) -> bool:
    bases = {(language or "").partition("-")[0].lower() for language in languages}
    return encoder.languages is None or bases <= encoder.languages
