"""How much of a clause says what is done. Knows no word."""

from __future__ import annotations

from onrecord.annotate.clauses import Clause
from onrecord.annotate.reading import Reading


def room(reading: Reading, found: Clause) -> int:
    """How many words say what is done: those after a cue, or all but its subject where the verb may
    stand last."""
    if not reading.fences:
        return found.last - found.cue.last
    who = found.subject
    inside = who is not None and found.first <= who.first < found.last
    before = inside and who is not None and who.first < found.cue.first
    subject = who.last - found.first if before and who is not None else 0
    around = found.last - found.first - (found.cue.last - found.cue.first) - subject
    return max(around, found.last - found.cue.last)


def closing(read: Reading, about: Clause) -> int:
    """The last word of a clause, where some languages have the verb."""
    last = about.last - 1
    while last > about.cue.last and not read.words[last][0].isalnum():
        last -= 1
    return last


def content(read: Reading, about: Clause) -> bool:
    """Is what is decided said after a comma ("has decided, to send")?"""
    if read.fences and "negated" in about.told:
        return False
    return any(read.words[n] == "," for n in range(about.cue.last, about.last))
