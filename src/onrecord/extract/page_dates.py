"""Dates that a reader of the page sees: which lines may hold the page's own date, what stands in
them, and which words say which date it is (published, updated, said)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from onrecord.extract import addresses, stamps
from onrecord.extract.page import Line, Page
from onrecord.extract.stamps import Stamp
from onrecord.languages.loader import Language, everything

Cue = Literal["published", "updated", "said"]
Zone = Literal["title", "head", "opening", "end", "rest"]
_CUES: tuple[tuple[Cue, str], ...] = (
    ("published", "published_cue"),
    ("updated", "updated_cue"),
    ("said", "said_cue"),
)
ABOVE, BELOW = 6, 10  # lines around the title that can be its date line
_PARTS = ("header", "body", "furniture")
_ALIKE = 0.35  # of the longer of a line and a title: below, the two are different
_OPENING = 3  # lines of the body that can be a dateline
_END = 6
_TOP = 8  # lines in which plain text has its title
_MOST = 200  # lines with a figure like a date that are read: a table has thousands
_LONG = 160  # a longer line is prose
_REACH = {"published": 30, "updated": 30, "said": 80}  # characters from a cue to its date
_LEAD = 60  # characters of a paragraph that can open with a date
_NUMERIC = re.compile(r"(?<!\d)(\d\d?)[/-](\d\d?)[/-](?:19|20)?\d\d(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]")


class Seen(NamedTuple):
    """A date in a line. `rest`: letters of the line beside the date, its cue and the weekday."""

    line: int
    stamp: Stamp
    zone: Zone
    cue: Cue | None
    rest: int


def title_line(page: Page) -> int | None:
    """The line that is the page's title: the one that shares most with the titles that its
    structured data gives, headings before others; without such, the highest heading, or what looks
    like a title in plain text."""
    titles = {f.value for f in page.values("title") if len(f.value) > 5}
    site = {f.value for f in page.values("site")}
    best: tuple[float, int] = (0.0, -1)
    for index, line in enumerate(page.lines):
        text = line.text
        if not 5 < len(text) < 400 or text in site or (line.part == "furniture" and not line.level):
            continue
        shared = max((_shared(text, title) for title in titles), default=0.0)
        if shared >= _ALIKE:
            shared += 0.0 if line.part == "furniture" else {0: 0.0, 1: 0.35}.get(line.level, 0.2)
            shared += 0.5 if line.part == "header" else 0.0
            best = max(best, (shared, -index))
    if best[0]:
        return -best[1]
    headings = [
        (_PARTS.index(line.part), line.level, n) for n, line in enumerate(page.lines) if line.level
    ]
    return min(headings)[2] if headings else _first_title(page.lines)


def _first_title(lines: Sequence[Line]) -> int | None:
    """In plain text a title is a line at the top that is no date, no sentence and no greeting."""
    for index, line in enumerate(lines[:_TOP]):
        text = line.text
        if 25 <= len(text) < 400 and text[-1] not in ".!?,;:":
            return index
    return None


def _shared(text: str, title: str) -> float:
    """How much of the longer of two both begin with, or, if one stands in the other, its share.

    >>> _shared("Talks in Bern", "Talks in Bern | Ministry")
    0.5416666666666666
    """
    if text in title or title in text:
        shared = min(len(text), len(title))
    elif text[:12] == title[:12]:
        shared = _prefix(text, title)
    else:
        return 0.0
    return shared / max(len(text), len(title))


def _prefix(a: str, b: str) -> int:
    same = (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y)
    return next(same, min(len(a), len(b)))


def seen(page: Page, words: Language, title: int | None, everywhere: bool) -> Iterator[Seen]:
    """The dates of promising lines, in order: around the title, at the opening and the end of the
    body, and, if `everywhere`, in all other short lines."""
    zones = _zones(page.lines, title)
    left = _MOST
    for index, line in enumerate(page.lines):
        zone = zones.get(index, "rest")
        if zone == "rest" and not everywhere:
            continue
        whole = zone == "title" or len(line.text) <= _LONG
        text = line.text if whole else line.text[:_LONG]
        if left == 0 or not stamps.may_hold(text):
            continue
        left -= zone == "rest"
        if whole:
            yield from _in_line(page.lines, index, zone, words)
        elif zone == "opening":
            yield from _dateline(text, index, words)
        elif everywhere:
            yield from _notice(text, index, zone, words)


def _zones(lines: Sequence[Line], title: int | None) -> dict[int, Zone]:
    body = [n for n, line in enumerate(lines) if line.part != "furniture"]
    at = title if title is not None else (body[0] if body else 0)
    opening = [n for n in body if n > at][:_OPENING]
    zones: dict[int, Zone] = dict.fromkeys(body[-_END:], "end")
    if body:
        zones |= dict.fromkeys(range(body[-1] + 1, min(body[-1] + 1 + _END, len(lines))), "end")
    zones |= dict.fromkeys(range(max(at - ABOVE, 0), min(at + BELOW, len(lines))), "head")
    for index in opening:
        if len(lines[index].text) > _LONG:
            zones[index] = "opening"
    if title is not None:
        zones[title] = "title"
    return zones


def _in_line(lines: Sequence[Line], index: int, zone: Zone, words: Language) -> Iterator[Seen]:
    text = lines[index].text
    found = stamps.read(text, words)
    if not found:
        return
    worded = any(map(_LETTERS.search, _around(text, found)))
    cues = _cues(text, words) if worded else []
    used = 0
    for stamp in found:
        cue = _nearest(text, stamp, cues, used)
        if cue is None and index and _is_first(text[used : stamp.start], words):
            cue = _label(lines[index - 1].text, words)
        used = stamp.end
        rest = _rest(text, stamp, cues, words) if worded else 0
        yield Seen(index, stamp, zone, cue, rest)


def _is_first(before: str, words: Language) -> bool:
    """Does nothing but a weekday stand before a date?"""
    name = before.strip(" ,.")
    if not _LETTERS.search(name):
        return True
    return words.forms("times", "weekday").value(name) is not None


def _around(text: str, found: Sequence[Stamp]) -> Iterator[str]:
    """What stands between the dates of a text."""
    start = 0
    for stamp in found:
        yield text[start : stamp.start]
        start = stamp.end
    yield text[start:]


def _dateline(text: str, index: int, words: Language) -> Iterator[Seen]:
    """The date with which a paragraph opens, after a place or alone."""
    for stamp in stamps.read(text, words)[:1]:
        rest = _rest(text[: stamp.end], stamp, [], words)
        if is_dateline(text, stamp) or (not rest and _AFTER.match(text, stamp.end)):
            yield Seen(index, stamp, "opening", None, rest)


def _notice(text: str, index: int, zone: Zone, words: Language) -> Iterator[Seen]:
    """The date of a paragraph that opens with the words for it: "This entry was posted on"."""
    found = stamps.read(text, words)
    if found:
        cue = _nearest(text, found[0], [c for c in _cues(text, words) if c[0] < 3], 0)
        if cue:
            yield Seen(index, found[0], zone, cue, 0)


def last_changes(text: str, words: Language) -> Iterator[tuple[int, int]]:
    """Where a short line says when something was last changed: the words for it, and the date.

    >>> from onrecord.languages.loader import language
    >>> text = "3 May 2024 | Updated: 9 June 2024, 18:35"
    >>> [text[start:end] for start, end in last_changes(text, language("en"))]
    ['Updated: 9 June 2024, 18:35']
    """
    if len(text) > _LONG or not stamps.may_hold(text):
        return
    cues, used = _cues(text, words), 0
    for stamp in stamps.read(text, words):
        before = [at for at, _, cue in cues if cue == "updated" and used <= at < stamp.start]
        if before and _nearest(text, stamp, cues, used) == "updated":
            yield before[0], stamp.end
        used = stamp.end


_BEFORE = re.compile(r"[\W_]*(?:[^\W\d_][^.!?;:\d]{0,50}?(?:[,/(|]|\s[-–—])\s*)?\W*")
_AFTER = re.compile(r"\s?[.:)]{0,2}\s?(?:[-–—―]+|/|\||$)|\s?[).:]{1,2}\s")


def is_dateline(text: str, stamp: Stamp) -> bool:
    """Does a text open as "City, date - "?

    >>> from onrecord.languages.loader import language
    >>> text = "Bern, 09.10.2019 - The council met."
    >>> is_dateline(text, stamps.read(text, language("en"))[0])
    True
    """
    head = text[: stamp.start]
    return (
        len(_LETTERS.findall(head)) >= 2
        and _BEFORE.fullmatch(head) is not None
        and _AFTER.match(text, stamp.end) is not None
    )


def _cues(text: str, words: Language) -> list[tuple[int, int, Cue]]:
    """The words that tell dates apart; of two at one place the longer."""
    found: list[tuple[int, int, Cue]] = []
    for name, key in _CUES:
        for source in (words, everything()):
            for start, end, _ in source.forms("times", key).find(text):
                found.append((start, end, name))
    found.sort(key=lambda cue: (cue[0] - cue[1], cue[0]))
    kept: list[tuple[int, int, Cue]] = []
    for cue in found:
        if all(cue[1] <= k[0] or k[1] <= cue[0] for k in kept):
            kept.append(cue)
    return sorted(kept)


def _label(text: str, words: Language) -> Cue | None:
    """What a line says that is nothing but a cue: "Published:"."""
    bare = text.strip(" :\t")
    if not bare or len(bare) > 40:
        return None
    for name, key in _CUES:
        for source in (words, everything()):
            if source.forms("times", key).value(bare) is not None:
                return name
    return None


def _nearest(
    text: str, stamp: Stamp, cues: Sequence[tuple[int, int, Cue]], used: int
) -> Cue | None:
    for _, end, name in reversed(cues):
        if used <= end <= stamp.start:
            return name if stamp.start - end <= _REACH[name] else None
    for start, _, name in cues:
        if stamp.end <= start <= stamp.end + 3:
            return name
    return None


def _rest(text: str, stamp: Stamp, cues: Sequence[tuple[int, int, Cue]], words: Language) -> int:
    letters = len(_LETTERS.findall(text[: stamp.start] + text[stamp.end :]))
    for start, end, _ in cues:
        if end <= stamp.start or start >= stamp.end:
            letters -= len(_LETTERS.findall(text[start:end]))
    for start, end, _ in words.forms("times", "weekday").find(text):
        letters -= len(_LETTERS.findall(text[start:end]))
    return max(letters, 0)


def is_title_date(text: str, stamp: Stamp, words: Language) -> bool:
    """Does a title say when? It does at its end after a comma or the like, weekdays aside, or at
    its beginning; a date inside is what the title is about."""
    head, tail = text[: stamp.start].rstrip(), text[stamp.end :].strip(" .)]")
    for start, end, _ in words.forms("times", "weekday").find(head):
        if end == len(head):
            head = head[:start].rstrip()
    if head:
        return not tail and not head[-1].isalnum()
    return not tail or tail[0] in ":-–—|"


def lead(page: Page, words: Language, title: int | None, published: str) -> Seen | None:
    """The date with which the first paragraph opens ("On 9 October, the ministers met"). Where it
    has no year, it is that of the publication, or the year before."""
    paragraphs = (n for n, x in enumerate(page.lines) if x.part == "body" and len(x.text) > _LONG)
    index = next((n for n in paragraphs if title is None or n > title), None)
    if index is None:
        return None
    text = page.lines[index].text[:_LEAD]
    for stamp in stamps.read(text, words)[:1]:
        return Seen(index, stamp, "opening", "said", 0) if _opens(text, stamp.start) else None
    found = stamps.day_of_year(text, words)
    if found is None or not _opens(text, found.start):
        return None
    day = found.value.removeprefix("DATE XXXX-")
    year = int(published[:4]) - (day > published[5:10])
    value = f"{year}-{day}"
    return Seen(index, Stamp(found.start, found.end, value, found.rule), "opening", "said", 0)


def _opens(text: str, start: int) -> bool:
    """Does a date stand at the beginning, at most after a preposition or a weekday?"""
    return len(text[:start].split()) <= 2 and not re.search(r"[.:;?!]", text[:start])


def order(page: Page, words: Language, url: str | None) -> str | None:
    """How the page writes 01/02/2019: `dmy` or `mdy`, as its other dates show, else as usual in its
    country and language."""
    shown = {_impossible(m) for line in page.lines for m in _NUMERIC.finditer(line.text[:_LONG])}
    shown.discard(None)
    if len(shown) == 1:
        return shown.pop()
    orders = words.info.date_order
    language = next((f.value for f in page.values("language")), page.language or "")
    region = addresses.country(url), language.replace("_", "-").rpartition("-")[2]
    for country in (*region, "*"):
        if country and country in orders:
            return orders[country]
    return None


def _impossible(found: re.Match[str]) -> str | None:
    first, second = int(found[1]), int(found[2])
    if first > 12 >= second:
        return "dmy"
    return "mdy" if second > 12 >= first else None
