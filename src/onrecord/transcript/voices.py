"""Who is who to the eye: initials and a colour for every person of a statement.

A person has the same colour in every statement, unless two of one statement would share it. Colour
never stands alone: the initials say the same. Colours are numbers here; who draws knows which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

from onrecord.records import Reading

COLOURS = 7
_NOT_IN_NAME = re.compile(r"\(.*?\)|[^\w\s'-]|\d")


class Voice(NamedTuple):
    """How a person is shown. `colour`: from 0 to `COLOURS` - 1."""

    initials: str
    colour: int


def voices(reading: Reading) -> dict[str, Voice]:
    """The voice of everybody whom the statement names: participants first, then who speaks."""
    named = [person.name for person in reading.header.participants]
    spoken = [t.speaker or t.label for t in reading.turns if t.role != "questioner"]
    return assigned([*named, *filter(None, spoken)])


def assigned(names: Iterable[str]) -> dict[str, Voice]:
    """
    >>> found = assigned(["Ann Lee", "Al Lim", "Ann Lee"])
    >>> [voice.initials for voice in found.values()]
    ['AL', 'AL2']
    """
    found: dict[str, Voice] = {}
    for name in names:
        if name not in found:
            found[name] = Voice(_initials(name, found.values()), _colour(name, found.values()))
    return found


def initials(name: str) -> str:
    """First letters of the first and the last word; for one word its first two.

    >>> initials("Recep Tayyip Erdogan"), initials("Rodriguez"), initials("The (inaudible)")
    ('RE', 'RO', 'TH')
    """
    words = _NOT_IN_NAME.sub(" ", name).split()
    if not words:
        return "··"
    if len(words) == 1:
        return words[0][:2].upper()
    return (words[0][0] + words[-1][0]).upper()


def _initials(name: str, taken: Iterable[Voice]) -> str:
    short = initials(name)
    same = sum(re.sub(r"\d", "", voice.initials) == short for voice in taken)
    return f"{short}{same + 1}" if same else short


def _colour(name: str, taken: Iterable[Voice]) -> int:
    first = crc32(name.casefold().encode("utf-8", "replace")) % COLOURS
    used = {voice.colour for voice in taken}
    ordered = (*range(first, COLOURS), *range(first))
    return next((colour for colour in ordered if colour not in used), first)
