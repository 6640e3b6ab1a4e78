"""By when something is to be done: the date that the words tie to the doing.

A date counts only with a word that ties it ("by", "until", "in") or as an adverb ("tomorrow", "this
year"), in the clause or at the head of it, and only where it is not over when the document is made.
A date after "of" dates something else ("the results of 2017"). The words are in
`languages/*/dues.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.annotate.calendar import day, moved
from onrecord.annotate.cues import Cue, cues
from onrecord.annotate.frames import Clause
from onrecord.annotate.reading import STRONG, Reading, Sentence
from onrecord.records import Annotation, Span

FILE = "dues"
_TIE, _BARE, _WITHIN, _RANGE = "tie", "bare", "within", "range"
_DAY_ONLY = "day"  # of a tie: only before a day, or where a range begins
_COMING = "by"  # of a tie: the word itself says that it is to come
_SKIPPED = 3  # words from a tie to its date
_HEAD = 3  # words between a date that leads a clause and its subject
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LENGTH = re.compile(r"P(\d+)([YMWD])")
_SMALLER = {"Y": (12, "M"), "W": (7, "D")}  # a year from a day ends in a month
_DAY, _MONTH, _YEAR = len("2019-10-09"), len("2019-10"), len("2019")


class Due(NamedTuple):
    """A date as an ISO 8601 prefix, and the words that give it with what ties them."""

    date: str
    span: Span


class Words(NamedTuple):
    """The words of a time, and what of it is a date."""

    first: int
    last: int
    time: Annotation


def due(read: Reading, sentence: Sentence, about: Clause) -> Due | None:
    """By when the clause is to be done; `sentence` begins where its clause may begin."""
    times = _times(read, sentence.first, max(about.last, about.cue.last))
    if not times:
        return None
    ties = _ties(read, sentence, max(about.last, about.cue.last))
    after = [t for t in times if t.first >= about.cue.first]
    before = [t for t in times if t.first < about.cue.first and _leads(read, sentence, t, about)]
    for words in (*after, *before):
        first = _tied(read, sentence, words, ties, about)
        if first is None or (read.document.date is None and not _to_come(first, ties)):
            continue
        within = any(t.list == _WITHIN and t.first == first for t in ties)
        found = _date(read, _end_of_range(read, words, times, ties), within)
        if found is not None:
            return Due(found, read.span(min(first, words.first), words.last))
    return None


def _times(read: Reading, first: int, last: int) -> list[Words]:
    """The times among words, in order."""
    start, end = read.starts[first], read.stops[last - 1]
    return [
        Words(
            bisect_right(read.starts, time.span.start) - 1,
            bisect_left(read.starts, time.span.end),
            time,
        )
        for time in read.times
        if start <= time.span.start < end
    ]


def _ties(read: Reading, sentence: Sentence, last: int) -> list[Cue]:
    return list(cues(read.document.language, FILE).find(read.words, sentence.first, last))


def _to_come(first: int, ties: Sequence[Cue]) -> bool:
    """Does a tie say itself that what it dates is to come, whenever that was said?"""
    return any(tie.first == first and tie.value == _COMING for tie in ties)


def _leads(read: Reading, sentence: Sentence, words: Words, about: Clause) -> bool:
    """Does a date lead the clause ("By 2030, we will")?"""
    between = range(words.last, max(about.first, words.last))
    if str(words.time.value["value"])[:_DAY] == (read.document.date or "")[:_DAY]:
        return False  # "today we decided to"
    if len(between) > _HEAD or any(read.words[n] in STRONG for n in between):
        return False
    return not any(read.marked(sentence, n, "subordinator") for n in between)


def _tied(
    read: Reading, sentence: Sentence, words: Words, ties: Sequence[Cue], about: Clause
) -> int | None:
    """The first word of what ties a date to the doing, or None."""
    tying = [tie for tie in ties if tie.list in (_TIE, _WITHIN)]
    over = [tie for tie in tying if tie.first < words.first < tie.last]
    if over:
        return over[0].first  # "before the end of" with "the end of 2024"
    by_last = {tie.last: tie for tie in tying}
    for n in range(words.first, max(sentence.first, words.first - _SKIPPED) - 1, -1):
        tie = by_last.get(n)
        if tie is not None:
            ranges = any(t.list == _RANGE and t.first == words.last for t in ties)
            whole = len(str(words.time.value["value"])) >= _DAY
            plain = tie.value != _DAY_ONLY or whole or ranges
            return tie.first if plain and tie.first >= sentence.first else None
        if n == sentence.first or not read.marked(sentence, n - 1, "determiner", "linker"):
            break
    before = max(words.first - 1, sentence.first)
    dating = read.marked(sentence, before, "preposition") is not None  # "of this year"
    for tie in ties:
        inside = words.first <= tie.first <= words.first + 1 < words.last + 1
        if inside and (tie.list in (_TIE, _WITHIN) or (tie.list == _BARE and not dating)):
            return tie.first
    alone = words.first == sentence.first or words.first == about.cue.last
    return words.first if alone and words.time.value["type"] == "DATE" else None


def _end_of_range(
    read: Reading, words: Words, times: Sequence[Words], ties: Sequence[Cue]
) -> Annotation:
    """The time that ends a range which words begin ("from 2022 to 2025")."""
    to = {tie.first: tie.last for tie in ties if tie.list == _RANGE}
    last = to.get(words.last)
    later = [t for t in times if last is not None and last <= t.first <= last + 1]
    return later[0].time if later else words.time


def _date(read: Reading, time: Annotation, within: bool) -> str | None:
    """The date of a time, if it is not over when the document is made."""
    value, made = str(time.value["value"]), read.document.date
    if time.value["type"] == "DURATION" and not time.value.get("end"):
        return _after(value, made) if within else None
    end = str(time.value.get("end") or "")[:_DAY]
    if not end or (made is not None and end < made[:_DAY]):
        return None
    if _DATE.fullmatch(value[:_DAY]):
        return value[:_DAY]
    if time.value["type"] == "DURATION":
        return end[: _YEAR if value.endswith("Y") else _MONTH if value.endswith("M") else _DAY]
    if len(value) < _YEAR or not value[:_YEAR].isdecimal():
        return None
    return end[: _DAY if "W" in value[_YEAR:_MONTH] and "-WI" not in value else _MONTH]


def _after(value: str, made: str | None) -> str | None:
    """The period in which a length of time from the day of the document ends.

    >>> _after("P2Y", "2020-01-10"), _after("P2W", "2020-01-10"), _after("P2Y", "2020")
    ('2022-01', '2020-01-24', None)
    """
    length, at = _LENGTH.fullmatch(value), day(made)
    if length is None or at is None:
        return None
    number, unit = int(length[1]), length[2]
    if unit in _SMALLER:
        times, smaller = _SMALLER[unit]
        return moved(at, number * times, smaller)
    return moved(at, number, unit)
