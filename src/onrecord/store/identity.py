"""Is this a statement that we have, a new text of one, or another one? Pure functions over facts.

A statement is what was published, not an address: an address may come to carry another statement,
and one statement may stand at several. docs/explanation/identity.md says on what the limits rest.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from onrecord.records import Reading, Record
from onrecord.store import sketch
from onrecord.text.normalize import bare

Outcome = Literal["same", "version", "other"]

ANEW = 30  # days between publications after which an address carries something new: a series
NEAR = 2  # days that two sources (time zones, a late posting) may differ for one event
EDITED = 0.3  # share of the shorter text that an edit keeps: a retold paragraph keeps less
REWRITTEN = 0.8  # the same where the day of publication has moved
REPRINTED = 0.85  # shared words of one statement at two addresses, with title and day the same
NEAR_DUPLICATE = 0.5  # shared words of what is linked, and not taken for one
FEW = 40  # words: what is shorter may be a form that is published again and again
SAME_WORDS = "same words elsewhere"  # marks and capitals may be others
SAME_TEXT = "same text elsewhere"


class Facts(Record, frozen=True, kw_only=True):
    """What tells a text from others. `shingles` and their `sketch` only where texts are compared
    in full."""

    language: str | None
    title: str
    published: str | None
    date: str | None
    text_digest: str
    words_digest: str
    count: int
    shingles: frozenset[int] = frozenset()
    sketch: tuple[int, ...] = ()


class Verdict(Record, frozen=True, kw_only=True):
    """What a text is to a statement, by which rule, and how alike they are."""

    outcome: Outcome
    method: str
    score: float | None = None


def facts(reading: Reading) -> Facts:
    """The facts of a reading. Words are those of the turns: a header may be set in another way."""
    header = reading.header
    said = spoken(reading)
    shingles = sketch.shingles(said)
    return Facts(
        language=reading.language,
        title=bare(header.title or ""),
        published=header.published,
        date=header.date,
        text_digest=reading.text_digest,
        words_digest=sketch.digest(said),
        count=len(said),
        shingles=shingles,
        sketch=sketch.sketch(shingles),
    )


def spoken(reading: Reading) -> list[str]:
    """The words of all turns; of the text where there are none."""
    parts = [reading.text[turn.span.start : turn.span.end] for turn in reading.turns]
    return sketch.words("\n".join(parts) if parts else reading.text)


def at_one_address(new: Facts, old: Facts) -> Verdict:
    """What a text is to a statement that stood at the same address."""
    if new.text_digest == old.text_digest and not _apart(new, old, ANEW):
        return Verdict(outcome="same", method="same text at the same address", score=1.0)
    if not _one_language(new, old):
        return Verdict(outcome="other", method="another language at the same address")
    kept = sketch.contained(new.shingles, old.shingles)
    if _apart(new, old, ANEW):
        return Verdict(outcome="other", method="published anew at the same address", score=kept)
    limit = REWRITTEN if _apart(new, old, NEAR) else EDITED
    if kept >= limit:
        return Verdict(outcome="version", method="changed text at the same address", score=kept)
    if _one_publication(new, old):
        method = "rewritten at the same address, same title and time of publication"
        return Verdict(outcome="version", method=method, score=kept)
    return Verdict(outcome="other", method="another text at the same address", score=kept)


def elsewhere(new: Facts, old: Facts) -> Verdict:
    """What a text is to a statement that stands elsewhere, but shares many of its words."""
    if not _one_language(new, old):
        return Verdict(outcome="other", method="another language")
    titled = new.title == old.title and bool(new.title)
    clash = _apart(new, old, NEAR)
    if new.words_digest == old.words_digest and not clash and (titled or new.count >= FEW):
        return Verdict(outcome="same", method=SAME_WORDS, score=1.0)
    score = sketch.shared(new.shingles, old.shingles)
    if titled and not clash and _dated(new, old) and score >= REPRINTED:
        method = "same title and day, nearly the same words, elsewhere"
        return Verdict(outcome="version", method=method, score=score)
    return Verdict(outcome="other", method="nearly the same words", score=score)


def _one_language(new: Facts, old: Facts) -> bool:
    return None in (new.language, old.language) or new.language == old.language


def _one_publication(new: Facts, old: Facts) -> bool:
    """Printed with the same title and the same time to the minute: the place was held for it."""
    minute = new.published is not None and len(new.published) > len("2021-06-17")
    return minute and new.published == old.published and new.title == old.title != ""


def _dated(new: Facts, old: Facts) -> bool:
    """Do both say a day, of publication or of the event, that can be compared?"""
    return bool((new.published and old.published) or (new.date and old.date))


def _apart(new: Facts, old: Facts, days: int) -> bool:
    """Do the days of publication (or else of the event) differ by more than so many?"""
    if new.published and old.published:
        return _days(new.published, old.published) > days
    if new.date and old.date:
        return _days(new.date, old.date) > days
    return False


def _days(a: str, b: str) -> int:
    """Days between two dates as precise as the less precise; 0 if either cannot be read.

    >>> _days("2021-06-17T10:00", "2021-06-20"), _days("2021", "2021-06-20"), _days("2020", "2021")
    (3, 0, 366)
    """
    length = min(len(a), len(b), 10)
    try:
        first, second = (date.fromisoformat((d[:length] + "-01-01")[:10]) for d in (a, b))
    except ValueError:
        return 0
    return abs((first - second).days)
