"""What a label looks like, whatever its language: capitals, a name, an office with a name.

Nothing here decides that something is a label; `systems` does, from all candidates of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.transcript.words import Words

_BRACKETED = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]")
_TOKEN = re.compile(r"[^\s,，/«»\"“”„&-]+(?:-[^\s,，/«»\"“”„&-]+)*")
_SENTENCE = re.compile(r"[!?;…。！？]|[^\W\d_]{4,}\.\s")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]*")
_ROMAN = re.compile(r"[IVX]+|\d{1,4}")
_JOINTS = re.compile(r"['’.-]")
_MOST_WORDS = 16


def without_brackets(label: str) -> str:
    """
    >>> without_brackets("QUESTION (via interpreter)")
    'QUESTION'
    """
    return _BRACKETED.sub("", label).strip()


def bracketed(label: str) -> tuple[str, ...]:
    """
    >>> bracketed("Question (RIA Novosti)")
    ('RIA Novosti',)
    """
    return tuple(m[0].strip()[1:-1].strip() for m in _BRACKETED.finditer(label))


def is_caps(label: str, words: Words) -> bool:
    """Is it in capitals, but for an honorific in front of it and remarks in brackets?"""
    plain = without_brackets(label)
    end = words.opening("honorific", plain)
    rest = plain[end:] if end else plain
    letters = [c for c in rest if c.isalpha()]
    if not letters:
        letters = [c for c in plain if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return upper >= 2 and upper >= 0.85 * len(letters)


def has_case(text: str) -> bool:
    """Is the text in a script that has capitals?"""
    return any(c.isupper() or c.islower() for c in text)


def tokens(label: str) -> Iterator[str]:
    """The words of a label, without what stands in brackets."""
    return (m[0] for m in _TOKEN.finditer(without_brackets(label)))


def is_name(label: str, words: Words) -> bool:
    """Could it be a person, with or without an office: capitalised words, initials, particles?"""
    plain = without_brackets(label)
    if _SENTENCE.search(plain) or not plain or len(plain) > 140:
        return False
    found = list(tokens(plain))
    if not 0 < len(found) <= _MOST_WORDS:
        return False
    capitals = sum(t[0].isupper() for t in found)
    rest = [t for t in found if not _capital(t) and words.value("name_particle", t) is None]
    if rest:
        covered = words.places("office", plain)
        rest = [t for t in rest if not any(s <= plain.find(t) < e for s, e in covered)]
    return capitals > 0 and not rest


def is_sentence(label: str) -> bool:
    """Mostly words in small letters: too many for the particles between names and offices.

    >>> is_sentence("They told us that it was a matter of principle")
    True
    >>> is_sentence("Minister of the Interior and of Local Government Ann Lee")
    False
    """
    found = label.split()
    small = sum(token[0].islower() and len(token) > 2 for token in found)
    return small > 3 and 2 * small >= len(found)


def is_apposition(label: str, words: Words) -> bool:
    """A name, a comma, and a few words that tell who it is: `Jan Berg, reporter at Channel Two`."""
    name, comma, rest = without_brackets(label).partition(",")
    full = bool(comma) and len(name.split()) > 1 and is_name(name, words)
    return full and len(rest.split()) <= _MOST_WORDS and not _SENTENCE.search(rest)


def is_description(label: str) -> bool:
    """Ends in two capitalised words behind words in small letters: `Programme host Jan Berg`."""
    plain = without_brackets(label)
    found = list(tokens(plain))
    if not 2 < len(found) <= _MOST_WORDS or _SENTENCE.search(plain) or not _capital(found[0]):
        return False
    return all(_capital(token) and not token.isdigit() for token in found[-2:])


def is_heading(label: str, rest: str) -> bool:
    """Does a label of some words in capitals go on in capitals?"""
    letters = [c for c in rest[:60] if c.isalpha()]
    return len(label.split()) > 1 and len(letters) > 11 and all(c.isupper() for c in letters)


def is_address(label: str, words: Words) -> bool:
    """An honorific with an office and no name: how one is spoken to, `Mr President`."""
    plain = without_brackets(label)
    end = words.opening("honorific", plain)
    rest = plain[end:].strip() if end else ""
    return bool(rest) and (0, len(rest)) in words.places("office", rest)


def _capital(token: str) -> bool:
    """
    >>> [_capital(t) for t in ("Putin", "d'Estaing", "al-Sabah", "В.В.", "XVI", "of")]
    [True, True, True, True, True, False]
    """
    if _INITIALS.fullmatch(token) or _ROMAN.fullmatch(token):
        return True
    return any(part[:1].isupper() for part in _JOINTS.split(token))


def is_short(label: str) -> bool:
    """Short enough for a label in a script without capitals."""
    plain = without_brackets(label)
    spaced = " " in plain
    return 0 < len(plain) <= (40 if spaced else 16) and len(plain.split()) <= 6
