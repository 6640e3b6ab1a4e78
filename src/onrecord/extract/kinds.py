"""What kind of statement a page holds: by the words of its title, then by a line or section that
names a kind, then by weak words of the title; and by the form of its text, once that is known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.extract.headlines import Headline
from onrecord.extract.kind_words import KINDS, of_words
from onrecord.extract.openings import Class
from onrecord.extract.page import Field, Found, Page
from onrecord.languages.loader import Language
from onrecord.records import Kind, Span, Turn

_NEAR = 3  # lines around the title in which one may name the kind
_LONGEST = 200  # characters of a heading in capitals that names the kind
_OPENING = 3  # lines in which listeners are addressed
_ADDRESS = 100  # characters of an address
_ADDRESSED = (",", "!", "，", "！")
_QUOTES = ("“", "«", "„", '"', "「")
_QUESTIONS = 3  # fewer questions do not make a conference: a speech may be interrupted
# Kinds of short notes on an event, whose page may hold the transcript of the event itself.
_NOTES: frozenset[Kind] = frozenset({"readout", "press-release", "other"})


def find(
    page: Page,
    language: Language,
    headline: Headline | None,
    classes: Callable[[int], Class | None],
    subtitle: int | None = None,
) -> Found | None:
    """The kind as the value of what says so; `None` if nothing does."""
    return (
        _titled(headline, language, weak=False)
        or _subtitled(page, language, subtitle)
        or _lined(page, language, headline, classes)
        or _sectioned(page, language)
        or _titled(headline, language, weak=True)
        or _channelled(page, language)
    )


def _titled(headline: Headline | None, language: Language, weak: bool) -> Found | None:
    named = of_words(headline.found.value, language, weak) if headline else None
    if headline is None or named is None:
        return None
    kind, match = named
    return headline.part(kind, f"title: {match.rule}", match.start, match.end)


def _subtitled(page: Page, language: Language, subtitle: int | None) -> Found | None:
    """The words of the line under the title that belongs to it."""
    if subtitle is None:
        return None
    one = page.lines[subtitle]
    named = of_words(one.text, language, weak=False)
    if named is None:
        return None
    span = Span(named[1].start, named[1].end)
    quote = one.text[span.start : span.end]
    method = f"subtitle: {named[1].rule}"
    return Found(value=named[0], method=method, line=subtitle, span=span, quote=quote)


def _lined(
    page: Page,
    language: Language,
    headline: Headline | None,
    classes: Callable[[int], Class | None],
) -> Found | None:
    """A line by the title that only names a kind ("Press release"), or a heading in capitals with
    a word for one ("TRANSCRIPT OF PRESS CONFERENCE, ...")."""
    title = headline.lines if headline else ()
    first = title[0] if title else 0
    for n in range(max(0, first - _NEAR), min(len(page.lines), first + _NEAR + 1)):
        one = page.lines[n]
        heading = one.text.isupper() and len(one.text) <= _LONGEST
        if n in title or one.part == "furniture" or not (heading or classes(n) == "kind"):
            continue
        named = of_words(one.text, language, weak=False)
        if named:
            span = Span(0, len(one.text))
            return Found(value=named[0], method="line", line=n, span=span, quote=one.text)
    return None


def _sectioned(page: Page, language: Language) -> Found | None:
    """The section or category of the page ("Speeches")."""
    return _by_fields((*page.values("kind"), *page.values("section")), language)


def _channelled(page: Page, language: Language) -> Found | None:
    """The title of the feed that the item came in ("Press Releases")."""
    return _by_fields([f for f in page.values("site") if f.method == "feed"], language)


def _by_fields(fields: Sequence[Field], language: Language) -> Found | None:
    for field in fields:
        kind = _named(field, language)
        if kind:
            return Found(value=kind, method=field.method, quote=field.value, where=field.where)
    return None


def _named(field: Field, language: Language) -> Kind | None:
    if field.value in KINDS:
        return KINDS[field.value]
    named = of_words(field.value, language, weak=False)
    return named[0] if named else None


def refine_kind(kind: Kind, turns: Sequence[Turn], text: str = "", named: bool = False) -> Kind:
    """The kind once the turns are known, by the form of the text (evidence: `form`).

    A note on an event whose page holds the event's transcript is what was held. Of a page whose
    words name no kind (`named`: do they?) or only make news, a text that opens with an address to
    listeners is a speech. Words that name a kind of speaking are never overruled.

    >>> refine_kind("readout", ())
    'readout'
    """
    if kind not in _NOTES:
        return kind
    labelled = [turn for turn in turns if turn.label is not None]
    questions = [turn for turn in labelled if turn.kind == "question"]
    if len(questions) >= _QUESTIONS:
        return _questioned(questions)
    spoken = sum(turn.span.end - turn.span.start for turn in labelled)
    length = sum(turn.span.end - turn.span.start for turn in turns)
    if labelled and spoken * 2 > length:
        return "remarks"
    silent = kind == "press-release" or (kind == "other" and not named)
    if labelled or not turns or not silent:
        return kind
    return _unlabelled(text[turns[0].span.start : turns[-1].span.end], kind)


def _questioned(questions: Sequence[Turn]) -> Kind:
    """One named person who asks everything is an interviewer; else the press asks."""
    names = {turn.speaker for turn in questions}
    return "interview" if len(names) == 1 and None not in names else "news-conference"


def _is_address(line: str) -> bool:
    quoted = line.startswith(_QUOTES)
    return len(line) <= _ADDRESS and line.endswith(_ADDRESSED) and not quoted


def _unlabelled(text: str, kind: Kind) -> Kind:
    """
    >>> _unlabelled("Mr President,\\nDear colleagues,\\n\\nWe meet in hard times.", "other")
    'speech'
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if any(map(_is_address, lines[:_OPENING])):
        return "speech"
    return kind
