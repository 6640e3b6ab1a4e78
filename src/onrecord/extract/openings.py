"""What the short lines around a title say: a stamp, a place, a department, a byline, the kind.

They are header, not statement, where they stand before its first sentence.
"""

from __future__ import annotations

from typing import Literal

from onrecord.extract import kind_words, persons, stamps
from onrecord.extract.page import Line
from onrecord.gazetteer.loader import find_place, find_state
from onrecord.languages.loader import Language

Class = Literal["stamp", "place", "remote", "body", "byline", "kind"]

_LONGEST = 110  # characters of such a line
_MOST_WORDS = 14
_KIND_WORDS = 4  # "Joint Press Release", not a title that names its kind
_PLACE_WORDS = 9
_VENUE = 6  # words of a room's or building's name
_PARTICLE = 3  # letters of a small word in it ("of", "des")
_ENDS = (":", "?", "!", ";", ",")
_REST = 22  # letters beside a date: "Published on", a weekday, "EDT"


def classify(line: Line, language: Language) -> Class | None:
    """What a short line says, or `None` if it is a sentence or anything else."""
    text = line.text.strip()
    if not text or len(text) > _LONGEST or text.endswith(_ENDS):
        return None
    if is_stamp(text, language):
        return "stamp"
    if len(text.split()) > _MOST_WORDS or is_sentence(text):
        return None
    cue = language.forms("titles", "place_cue").value(text)
    if cue == "remote":
        return "remote"
    if cue == "site" or is_place(text, language):
        return "place"
    if persons.byline(text, language):
        return "byline"
    if kind_words.is_name(text, language, _KIND_WORDS):
        return "kind"
    return "body" if is_body(text, language) else None


def is_sentence(text: str) -> bool:
    """Does it end as a sentence does?

    >>> is_sentence("We met today."), is_sentence("Washington, D.C."), is_sentence("我们见面了。")
    (True, False, True)
    """
    if text.endswith(("。", "！", "？")):
        return True
    last = text.rpartition(" ")[2]
    return text.endswith(".") and len(last.strip(".")) > 3 and "." not in last[:-1]


def is_stamp(text: str, language: Language) -> bool:
    """Is it a date or a clock time with little else?"""
    if stamps.clock_alone(text, language):
        return True
    dates = stamps.read(text, language)
    if not dates:
        return False
    covered = sum(date.end - date.start for date in dates)
    return sum(c.isalpha() for c in text) <= _REST + covered and len(text) - covered <= 2 * _REST


def is_bare_stamp(text: str, language: Language) -> bool:
    """Is it a stamp with a place at most: two words beside the date?"""
    rest = text
    for date in reversed(stamps.read(text, language)):
        rest = rest[: date.start] + rest[date.end :]
    words = [word for word in rest.split() if any(c.isalpha() for c in word)]
    return is_stamp(text, language) and len(words) <= 2


def is_place(text: str, language: Language) -> bool:
    """Is it the name of a place, in one or several parts, that the gazetteer knows?"""
    if len(text.split()) > _PLACE_WORDS or any(c.isdecimal() for c in text) or text.isupper():
        return False
    if text[0].islower():
        return False
    place = find_place(text, language.tag)
    if place is not None and place.kind != "state":
        return True
    return state_of(text) is not None and is_venue(text)


def state_of(text: str) -> str | None:
    """The state that the last part of a place line names: "Kapua Bay, Norland".

    >>> state_of("Little Harbour, France"), state_of("France")
    ('FR', None)
    """
    parts = text.split(", ")
    return find_state(parts[-1]) if len(parts) > 1 else None


def is_venue(text: str) -> bool:
    """Few capitalised words and nothing else: what stands under a place is a room or a building.

    >>> is_venue("Treaty Room"), is_venue("Good morning.")
    (True, False)
    """
    words = text.replace(",", " ").split()
    plain = all(word[0].isupper() or len(word) <= _PARTICLE for word in words)
    return 0 < len(words) <= _VENUE and plain and text[-1].isalpha() and text[0].isupper()


def is_body(text: str, language: Language) -> bool:
    """Does it name an institution: a word for one, the capitals of a name, and no word for a
    kind of statement, whose place an institution may be?"""
    if text[0].islower():
        return False
    if next(language.forms("titles", "body").find(text), None) is None:
        return False
    return kind_words.of_words(text, language, weak=False) is None
