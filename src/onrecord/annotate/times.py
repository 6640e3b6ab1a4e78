"""The layer `time`: expressions of time, and what they stand for (TIMEX3).

The phrases are data (`languages/*/times.toml`); this module tells from where each is reckoned, and
how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.annotate import calendar
from onrecord.annotate.anchoring import resolved
from onrecord.annotate.direction import cues
from onrecord.annotate.document import Document
from onrecord.annotate.timex import Context, Direction, Timex
from onrecord.languages.loader import Language, language
from onrecord.languages.phrases import Found, shown
from onrecord.records import Annotation, Span

ANNOTATOR = "times"
_FILE = "times"
_ALWAYS = frozenset({"mod", "anchor", "start", "end"})  # fields that stand there even if unknown
_OPEN = frozenset({"month", "day", "weekday", "daytime", "quarter", "half", "season", "holiday"})
_BESIDE = 80  # characters from a day to the clock that belongs to it
_BETWEEN = 8  # characters between the first and the last of two days
_OLD, _YEARS = 3, 8  # a story tells of years so long past, and names so many


def annotate(document: Document) -> Iterator[Annotation]:
    """The expressions of time of a document, in order."""
    for found, timex in read(document):
        fields = msgspec.structs.asdict(timex)
        yield Annotation(
            layer="time",
            span=Span(found.start, found.end),
            quote=document.text[found.start : found.end],
            value={name: v for name, v in fields.items() if v or name in _ALWAYS},
            annotator=ANNOTATOR,
            rule=found.rule,
            confidence=_confidence(timex),
            why=tuple(_explained(found, document.text)) if document.explain else (),
        )


def read(document: Document) -> Iterator[tuple[Found, Timex]]:
    """Phrases and their values."""
    words = language(document.language)
    found = list(words.phrases(_FILE).find(document.text))
    mentions = _Mentions(document, words, _is_story(found, document.date))
    for phrase in found:
        timex = resolved(phrase.features, phrase.kind, mentions.context(phrase))
        if timex is not None:
            mentions.add(phrase, timex)
            yield phrase, timex


class _Mentions:
    """What was mentioned up to a place in a document: that from which the next is reckoned."""

    def __init__(self, document: Document, words: Language, narrative: bool) -> None:
        orders = words.info.date_order
        self._document = document
        self._cues = cues(words.tag)
        self._narrative = narrative
        self._order = orders.get(document.country or "*") or orders.get("*")
        self._last: str | None = None
        self._recent: dict[str, str] = {}
        self._day: str | None = None
        self._reach = 0
        self._before: Found | None = None
        self._direction: Direction = 0

    def context(self, phrase: Found) -> Context:
        """From where to reckon a phrase."""
        if self._before is None or not _goes_on(self._before, phrase):
            self._direction = self._way(phrase)
        self._before = phrase
        return Context(
            said=self._document.date,
            last=self._last,
            direction=self._direction,
            order=self._order,
            narrative=self._narrative,
            recent=self._recent,
            beside=self._day if phrase.start <= self._reach else None,
        )

    def _way(self, phrase: Found) -> Direction:
        told = phrase.features
        either = told.get("hence") == "0" or (told.get("unit") == "WE" and "seq" in told)
        if (_OPEN.isdisjoint(told) and not either) or "year" in told or "rel" in told:
            return 0
        return self._cues.direction(self._document.text, phrase.start, phrase.end)

    def add(self, phrase: Found, timex: Timex) -> None:
        """A date was mentioned. One of comparison ("a year earlier") is aside: the text goes on
        from before."""
        aside = phrase.features.get("later") == "-1" or "ago" in phrase.features
        aside = aside or ("lies" in phrase.features and "Q" in self._recent)  # as it names it
        if aside or timex.start is None or timex.type not in {"DATE", "TIME"}:
            return
        self._last = timex.start[:10] if timex.type == "TIME" else timex.value
        unit = calendar.unit(self._last)
        ahead = timex.end is not None and timex.end[:10] > (self._document.date or timex.end)
        if unit and not (unit == "Q" and ahead and unit in self._recent):  # not the one reported
            self._recent[unit] = self._last
        if unit == "D":
            self._day, self._reach = self._last, phrase.end + _BESIDE


def _goes_on(before: Found, phrase: Found) -> bool:
    """Is a day or month the second of two: 1 to 5 March, May to July? Both look the same way."""
    both = "month" in before.features and "month" in phrase.features
    return both and phrase.start - before.end <= _BETWEEN


def _is_story(found: Sequence[Found], said: str | None) -> bool:
    """Are the dates of a text mostly long past when it was said?"""
    if not said:
        return False
    years = [int(f.features["year"]) for f in found if f.features.get("year", "").isdecimal()]
    old = sum(year <= int(said[:4]) - _OLD for year in years)
    now = sum("shift" in f.features or "rel" in f.features for f in found)
    return len(years) >= _YEARS and old >= 0.8 * len(years) and now * 10 <= len(found)


def _confidence(timex: Timex) -> float:
    """Three rough levels: an explicit value, one reckoned from the anchor, one that stays open: to
    order annotations by; not calibrated."""
    if "X" in timex.value or timex.value.endswith("_REF"):
        return 0.7
    return 0.85 if timex.anchor else 0.95


def _explained(found: Found, text: str, depth: int = 0) -> Iterator[str]:
    """A phrase and the phrases in it, a line each: rule, words, what they say."""
    words = " ".join(text[found.start : found.end].split())
    yield f"{'  ' * depth}{found.rule}: {words!r} says {shown(found.features)}"
    for part in found.inside:
        yield from _explained(part, text, depth + 1)
