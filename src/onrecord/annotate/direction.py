"""Which way a clause looks: back or ahead, by the words nearest to a place in it.

The words are lists of the language: `past_cue`, `future_cue`; right before the place `since_cue`
and `until_cue`; `perfect` for what was over by then; `clause_cue`, which begins a clause; `owned`,
right after the place ("Friday's vote" was).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from onrecord.annotate.timex import Direction
from onrecord.languages.lexicon import expanded
from onrecord.languages.loader import Language, language
from onrecord.text.normalize import fold

_REACH = 160  # characters of a sentence that are looked at, before and after
_MARKS = frozenset(",;:()")
_LED = 7  # words between what tells the future and the verb that it leads
_OVER = 3  # words between "had" and what was ahead then: "had been due to expire"
_NEAR = 3  # words between what tells the future and "Friday's vote"
_END = re.compile(r"[.!?;]\s|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+|[,;:()]")


class Cues:
    """Words that tell a direction: alone, in pairs, or by their endings."""

    def __init__(
        self,
        past: Iterable[str],
        future: Iterable[str],
        since: Iterable[str] = (),
        until: Iterable[str] = (),
        *,
        perfect: Iterable[str] = (),
        clauses: Iterable[str] = (),
        owned: Iterable[str] = (),
    ) -> None:
        self._perfect = _plain(perfect)
        self._marks = _MARKS | _plain(clauses)
        self._owned = tuple(_plain(owned))
        self._beside: dict[str, Direction] = {}
        beside: tuple[tuple[Iterable[str], Direction], ...] = ((since, -1), (until, 1))
        for forms, way in beside:
            for form in forms:
                for phrase in expanded(form) or ():
                    self._beside[" ".join(_WORD.findall(fold(phrase)))] = way
        self._words: dict[str, Direction] = {}
        self._pairs: dict[tuple[str, str], Direction] = {}
        endings: list[tuple[str, Direction]] = []
        ways: tuple[tuple[Iterable[str], Direction], ...] = ((past, -1), (future, 1))
        for forms, way in ways:
            for form in forms:
                for piece in (form,) if "(" in form else form.split("|"):
                    words = expanded(piece)
                    if words is None:
                        endings.append((fold(piece), way))
                    else:
                        self._add(words, way)
        self._endings = tuple((re.compile(form), way) for form, way in endings)

    def _add(self, phrases: Iterable[str], way: Direction) -> None:
        for phrase in phrases:
            words = _WORD.findall(fold(phrase))
            if len(words) == 1:
                self._words.setdefault(words[0], way)
            elif len(words) == 2:
                self._pairs[words[0], words[1]] = way

    def way(self, word: str, after: str) -> Direction:
        """The direction of a word, or of a pair that begins with it."""
        known = self._pairs.get((word, after)) or self._words.get(word)
        if known:
            return known
        return next((way for form, way in self._endings if form.fullmatch(word)), 0)

    def direction(self, text: str, start: int, end: int) -> Direction:
        """The direction of the clause around a place: the nearest word before, else after."""
        before = _words(_tail(text[max(start - _REACH, 0) : start]))
        after = _words(_head(text[end : end + _REACH]))
        inside = _words(text[start : min(end, start + _REACH)])[:-1]
        for length in (3, 2, 1):
            own = self._beside.get(" ".join(inside[:length]), 0)
            if way := own or self._beside.get(" ".join(before[-length:]), 0):
                head = before if own else before[:-length]
                return -1 if self._was_over(head, after) else way
        if self._owned and text.startswith(self._owned, end):
            return 1 if self._before(before[-_NEAR:]) > 0 else -1
        clause = before[self._last_mark(before) :], after[: self._first_mark(after)]
        return next(
            (
                way
                for head, tail in (clause, (before, after))
                if (way := self._before(head) or self._after(tail))
            ),
            0,
        )

    def _was_over(self, before: list[str], after: list[str]) -> bool:
        """ "They had filed by Friday", "until Friday, they had not": both look back."""
        head = before[_last(before, _MARKS) :]
        tail = after[1:] if after[:1] == [","] else after
        tail = tail[: _first(tail, _MARKS)]
        return not self._perfect.isdisjoint(head + tail)

    def _before(self, words: list[str]) -> Direction:
        for at in range(len(words) - 1, -1, -1):
            way = self.way(words[at], words[at + 1] if at + 1 < len(words) else "")
            if way < 0:  # "will be paid", "to be completed": what is ahead stands before
                led = words[max(at - _LED, 0) : at + 1]
                led = led[self._last_mark(led) :]
                if any(self.way(a, b) > 0 for a, b in pairwise(led)):
                    return 1
            if way > 0 and not self._perfect.isdisjoint(words[max(at - _OVER, 0) : at]):
                return -1
            if way:
                return way
        return 0

    def _after(self, words: list[str]) -> Direction:
        for n, word in enumerate(words):
            if way := self.way(word, words[n + 1] if n + 1 < len(words) else ""):
                return way
        return 0

    def _first_mark(self, words: list[str]) -> int:
        return _first(words, self._marks)

    def _last_mark(self, words: list[str]) -> int:
        return _last(words, self._marks)


def _plain(forms: Iterable[str]) -> frozenset[str]:
    """The words of a list that has no patterns."""
    return frozenset(fold(word) for form in forms for word in expanded(form) or ())


def _first(words: list[str], marks: frozenset[str]) -> int:
    return next((n for n, word in enumerate(words) if word in marks), len(words))


def _last(words: list[str], marks: frozenset[str]) -> int:
    return len(words) - _first(words[::-1], marks)


def _words(text: str) -> list[str]:
    """Words, folded; names are no cues."""
    found = _WORD.findall(text)
    return [w if w in _MARKS else _cue(w, n == 0) for n, w in enumerate(found)]


def _cue(word: str, opens: bool) -> str:
    return fold(word) if opens or word[0].islower() or word.isupper() else ""


def _tail(text: str) -> str:
    """The sentence up to a place."""
    gaps = list(_END.finditer(text))
    return text[gaps[-1].end() :] if gaps else text


def _head(text: str) -> str:
    """The sentence from a place on."""
    gap = _END.search(text)
    return text[: gap.start()] if gap else text


@cache
def cues(tag: str) -> Cues:
    """The words of a language."""
    words: Language = language(tag)
    told = {
        key: words.forms("times", name).forms
        for key, name in (
            ("past", "past_cue"),
            ("future", "future_cue"),
            ("since", "since_cue"),
            ("until", "until_cue"),
            ("perfect", "perfect"),
            ("clauses", "clause_cue"),
            ("owned", "owned"),
        )
    }
    return Cues(**told)
