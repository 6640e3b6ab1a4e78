"""What a clause is to those who read events, promises and stances: a cue with who acts, on whom,
and who is said to have said it; and how much of it says what is done. Knows no word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.annotate.cues import Cue
from onrecord.annotate.party import Party
from onrecord.annotate.reading import Reading, Sentence
from onrecord.records import Span


class Clause(NamedTuple):
    """A cue with its surroundings. `told`: the auxiliary words before it, by value; `model`: the
    model that says who its subject is, where the rules find nobody."""

    cue: Cue
    first: int
    last: int
    subject: Party | None
    objects: tuple[Party, ...]
    passive: bool
    told: dict[str, int]
    modality: str
    reporter: Party | None
    model: str = ""


def rule(read: Reading, cue: Cue, model: str = "") -> str:
    """What told an act: the list and the words of its cue, and the model that told who acts."""
    told = f"{cue.list}: {' '.join(read.words[cue.first : cue.last])}"
    return f"{told} (who: {model})" if model else told


class Surroundings:
    """A cue in its sentence, with the parties of that: what a clause is made of."""

    def __init__(
        self, read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]
    ) -> None:
        self.read, self.sentence, self.cue, self.parties = read, sentence, cue, parties

    def marked(self, n: int, *lists: str) -> str | None:
        """The value of a word that stands in one of some lists of `clauses`."""
        return self.read.marked(self.sentence, n, *lists)


def own_side(reading: Reading, party: Party) -> bool:
    """Is a party the side for which a document speaks?"""
    country = reading.document.country
    return party.own or (country is not None and any(m.iso == country for m in party.members))


def span_of(reading: Reading, first: int, last: int) -> Span:
    """The words of a clause, without marks at its ends."""
    while last - first > 1 and not reading.words[last - 1][0].isalnum():
        last -= 1
    while last - first > 1 and not reading.words[first][0].isalnum():
        first += 1
    return reading.span(first, last)


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
