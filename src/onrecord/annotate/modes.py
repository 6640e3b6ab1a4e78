"""How an event is done: its mode, by the vocabulary of PLOVER for each type.

A mode needs a word that says it (`languages/*/modes.toml`), in the clause of the event; where none
does, it is unknown.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.annotate.cues import Cue, cues
from onrecord.annotate.frames import Clause
from onrecord.annotate.reading import Reading
from onrecord.records import Span

FILE = "modes"
_ASKED = ("assist", "change", "yield", "meet")
MODES: dict[str, tuple[str, ...]] = {
    "consult": ("visit", "third-party", "multilateral", "phone"),
    "retreat": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "request": _ASKED,
    "reject": _ASKED,
    "accuse": ("disapprove", "investigate", "allege"),
    "threaten": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "protest": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "sanction": ("convict", "expel", "withdraw", "discontinue"),
    "mobilize": ("troops", "weapons", "police", "militia"),
    "coerce": (
        "seize",
        "restrict",
        "censor",
        "curfew",
        "martial-law",
        "arrest",
        "deport",
        "withhold",
        "misinformation",
        "cyber",
    ),
    "assault": (
        "abduct",
        "beat",
        "torture",
        "sexual",
        "targeted",
        "destroy",
        "primitive",
        "firearms",
        "explosives",
        "suicide-attack",
        "aerial",
        "drone",
        "heavy-weapons",
        "crowd-control",
        "unconventional",
    ),
}
_SAME = {"reject": "request"}  # types whose content has one vocabulary
_CONTENT = ("request", "reject", "threaten")  # the mode is what is asked, refused or threatened
_NAMES = ("organisation", "person", "agreement")
_LONGEST_NAME = 8
_GENERAL = "demo"  # where a word tells a more exact mode, that one holds


class Mode(NamedTuple):
    """A mode and the words that say it."""

    mode: str
    span: Span


def mode(read: Reading, kind: str, found: Clause) -> Mode | None:
    """The mode of an event of a type, by the word of the clause that is nearest to its cue."""
    name = _SAME.get(kind, kind)
    if kind not in MODES:
        return None
    first, last = min(found.first, found.cue.first), max(found.last, found.cue.last)
    known = cues(read.document.language, FILE, name)
    told = [cue for cue in known.find(read.words, first, last) if not _in_name(read, cue)]
    if kind in _CONTENT:
        told = [cue for cue in told if cue.last > found.cue.first]
    if not told:
        return None
    exact = [cue for cue in told if cue.value != _GENERAL]
    best = min(exact or told, key=lambda cue: _distance(cue, found.cue))
    return Mode(best.value, read.span(best.first, best.last))


def _in_name(read: Reading, cue: Cue) -> bool:
    """Does a word stand in the name of a body ("Committee for the Prevention of Torture")?"""
    return any(
        mention["words"][1] >= cue.last
        for n in range(max(0, cue.first - _LONGEST_NAME), cue.first + 1)
        for mention in read.entities.get(n, ())
        if mention["kind"] in _NAMES
    )


def _distance(a: Cue, b: Cue) -> int:
    """Words between two cues; none where they overlap."""
    return max(a.first - b.last, b.first - a.last, 0)
