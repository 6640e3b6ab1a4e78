"""What a clause is made of where the order of the words tells it: where the clause of a cue begins
and ends, who is its subject, before the verb or right after it, who follows, and its helping words.

Knows no word: `languages/*/clauses.toml` has them. `bracketed` has the languages that fence clauses
off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Surroundings
from onrecord.annotate.joins import Join, joins, shared
from onrecord.annotate.modality import auxiliaries
from onrecord.annotate.party import Party
from onrecord.annotate.predicates import inflected, passive, stops
from onrecord.annotate.prepositions import addressed, located
from onrecord.annotate.reading import Reading, Sentence

_SUBJECTS = ("me", "us", "third", "joint")
_CASES = ("attribute", "oblique")  # endings of words that are no subject
_FAR = 25
_NEXT, _ASIDE = 2, 5
_BRIEF, _PREDICATE = 6, 16  # words before a cue that its clause may begin with
_CLOSE = 3  # words from a negation to its verb
_TAIL = 22
_APPOSED = 2  # words between a name and the pronoun of its relative clause
_CLITIC = 2  # letters of a word that may stand between a subject and its verb


class Ordered(Surroundings):
    """A cue in its sentence, and the clause around it, which begins at `first`; `join`: what joins
    its verb to one before, where endings tell it."""

    def __init__(
        self,
        read: Reading,
        sentence: Sentence,
        cue: Cue,
        parties: Sequence[Party],
        join: Join | None,
    ) -> None:
        super().__init__(read, sentence, cue, parties)
        self.join = join if read.inflects else None
        self.first, self.opener = self._begin()
        self.last = self._end()

    # ------------------------------------------------------------------ where it begins and ends
    def _begin(self) -> tuple[int, str | None]:
        """Where the clause begins, and the value of what opens it."""
        read, at = self.read, self.cue.first
        for n in range(at - 1, self.sentence.first - 1, -1):
            if stops(read, n):
                return n + 1, None
            value = self.marked(n, "subordinator")
            if value:
                return n + 1, value
            own = None
            if read.words[n] == "-" and n + 1 < at and self._set_apart(n):
                own = self._own_subject(n + 1)
            if own is None and self.marked(n, "saying"):
                own = self._said(n + 1)
            if own is None and read.words[n] == ",":
                own = self._after_opening(n + 1)
            joint = self.marked(n, "conjunction") and any(p.last <= n for p in self.parties)
            if own is None and joint:
                own = self._own_subject(n + 1)
            if own is not None:
                return own, None
        return self.sentence.first, None

    def _after_opening(self, n: int) -> int | None:
        """Where the main clause begins after a comma, if a subordinate one opens the sentence ("If
        they attack, we will"): with its subject right there."""
        first = self.sentence.first
        if not self.read.agrees or self.marked(first, "subordinator") is None:
            return None
        at = n
        while at < self.cue.first and self.marked(at, "determiner", "linker"):
            at += 1
        return n if any(p.first in (n, at) for p in self.parties) and at < self.cue.first else None

    def _set_apart(self, n: int) -> bool:
        """Does a dash stand between words, and not within one?"""
        read = self.read
        return read.stops[n - 1] < read.starts[n] < read.starts[n + 1] - 1

    def _own_subject(self, n: int) -> int | None:
        """Where a pronoun begins a new clause after a conjunction: right after it, or after a few
        words between commas ("and, of course, he ...")."""
        words, at = self.read.words, self.cue.first
        pronouns = {p.first for p in self.parties if p.kind in _SUBJECTS}
        if n in pronouns:
            return n
        if n < at and words[n] == ",":
            for k in range(n + 1, min(n + _ASIDE, at)):
                if words[k] == "," and k + 1 in pronouns:
                    return k + 1
        return None

    def _said(self, n: int) -> int | None:
        """Where what was said begins, if it does so without "that": with its subject right after
        the verb of saying, or with a pronoun a few words later ("said on Friday they would")."""
        subjects = {p.first: p.kind in _SUBJECTS for p in self.parties}
        for k in range(n, min(n + _CLOSE + 1, self.cue.first)):
            if k in subjects and (
                subjects[k] or all(self.marked(j, "determiner") for j in range(n, k))
            ):
                return k
        return None

    def _end(self) -> int:
        read, sentence, at = self.read, self.sentence, self.cue.last
        subjects = {p.first for p in self.parties if p.kind in _SUBJECTS}
        further = {join.at for join in joins(read, sentence).values() if join.at >= at}
        last = min(sentence.last, at + _FAR * 2)
        for n in range(at, last):
            if n in further or stops(read, n):
                return n
            if n + 1 == sentence.last and read.words[n] == ".":
                return n
            if n > at + _CLOSE and self.marked(n, "subordinator"):
                return n
            if read.words[n] == "," and n - at > _TAIL:
                return n
            if self.marked(n, "conjunction") and n + 1 in subjects:
                return n
        return last

    # ------------------------------------------------------------------ who
    def subject(self) -> Party | None:
        """Who does it, as far as it is told before the verb."""
        found = self._before()
        if self.join is not None:
            found = shared(self.read, self.sentence, self.cue, self.parties, self.join) or found
        return found

    def _before(self) -> Party | None:
        read, first, cue = self.read, self.first, self.cue
        inside = [p for p in self.parties if first <= p.first and p.last <= cue.first]
        free = [p for p in inside if not self._addressed(p)]
        if free:
            return self._of_free(free)
        by_phrase = read.inflects and self.marked(first - 2, "preposition")
        before = [p for p in self.parties if p.last < first]
        if self.opener == "who" and not by_phrase:
            return before[-1] if before and self._related(before[-1]) else None
        if inside and not (read.inflects and self._parted(inside[-1])):
            return inside[-1]
        if self.opener and read.drops and self._has_noun():
            return None
        since = self._since() if read.drops else self.sentence.first
        return next((p for p in before if since <= p.first and not self._addressed(p)), None)

    def _related(self, party: Party) -> bool:
        """Is a party what a relative clause is about: right before its pronoun?"""
        return not self.read.inflects or self.first - 1 - party.last <= _APPOSED

    def _of_free(self, free: Sequence[Party]) -> Party:
        """Of the parties before a verb that may be its subject, the one that is."""
        if len(free) == 1:
            return free[0]
        after = (self._beside(free) or self._fronted(free)) if self.read.inflects else None
        if after is not None:
            return after
        near = free[0].first - self.first < _CLOSE + 1
        return free[0] if near and not self._trails(free[-1]) else free[-1]

    def _addressed(self, party: Party) -> bool:
        return addressed(self.read, self.sentence, party)

    def _has_noun(self) -> bool:
        """Has a subordinate clause a subject that is no party ("that the programme will")?"""
        if self.opener == "who":
            return self.cue.first - self.first > 1
        return self.marked(self.first, "determiner") is not None

    def _since(self) -> int:
        """Where the part of a sentence begins in which a clause stands."""
        back = range(self.first - 2, self.sentence.first, -1)
        return next((n + 1 for n in back if stops(self.read, n)), self.sentence.first)

    def _trails(self, party: Party) -> bool:
        """Does a party between a comma and the verb right after it say what went before (", a human
        rights group protested")?"""
        if self.cue.first - party.last > 1 or not self.read.ends(self.cue.first, "past"):
            return False
        n = party.first - 1
        while n > self.sentence.first and self.marked(n, "determiner"):
            n -= 1
        return self.read.words[n] == ","

    def _beside(self, free: Sequence[Party]) -> Party | None:
        """The party that begins right after a conjunction and has only helping words between it and
        the verb ("... bombed the city and the president has met")."""
        read, party = self.read, free[-1]
        n = party.first - 1
        while n > self.sentence.first and (
            read.words[n] == "'" or self.marked(n, "determiner", "linker")
        ):
            n -= 1
        if self.marked(n, "conjunction") is None:
            return None
        between = range(party.last, self.cue.first)
        helped = all(
            self.marked(k, "auxiliary", "third") or len(read.words[k]) <= _CLITIC for k in between
        )
        return party if helped else None

    def _parted(self, party: Party) -> bool:
        """Does a comma stand between a party and the verb?"""
        return any(self.read.words[n] == "," for n in range(party.last, self.cue.first))

    def _fronted(self, free: Sequence[Party]) -> Party | None:
        """The party that begins right after the last comma before a verb, where that is no aside
        ("when we left in March, the regime struck")."""
        back = range(self.cue.first - 1, free[0].last - 1, -1)
        comma = next((n for n in back if self.read.words[n] == ","), 0)
        party = next((p for p in free if comma and p.first > comma), None)
        if party is None or not self._opened(free[0].first):
            return None
        between = range(comma + 1, party.first)
        return party if all(self.marked(n, "determiner", "linker") for n in between) else None

    def _opened(self, first: int) -> bool:
        """Does a word that opens a subordinate clause stand before a party?"""
        before = range(max(self.sentence.first, first - _CLOSE), first)
        return any(self.marked(n, "subordinator") for n in before)

    def sides(self, subject: Party | None) -> tuple[Party | None, tuple[Party, ...]]:
        """Who does it, which may be told only after the verb, and those that follow it."""
        objects = tuple(p for p in self.parties if self.cue.first < p.first < self.last)
        if objects and self._inverted(objects[0], subject):
            return objects[0], objects[1:]
        return subject, objects

    def _inverted(self, party: Party, subject: Party | None) -> bool:
        """Does the subject stand right after its verb, where the language allows that?"""
        read, cue = self.read, self.cue
        here = subject is not None and self.first <= subject.first
        apart = subject is not None and (
            (subject.kind == "place" and self._addressed(subject))
            or (read.inverts and located(read, self.sentence, subject))
        )
        if here and not apart:  # no mere place ("in Geneva met ...")
            return False
        between = range(cue.first + 1, party.first)
        return len(between) <= _NEXT and (
            any(self.marked(n, "nominative") is not None for n in (party.first, *between))
            or (
                read.inverts
                and party.first in (cue.first + 1, cue.last)
                and not any(read.ends(party.first, case) for case in _CASES)
            )
        )

    # ------------------------------------------------------------------ how
    def told(self) -> dict[str, int]:
        """The helping words before the cue and in it by value, and what its ending tells."""
        read, cue = self.read, self.cue
        first = max(self.sentence.first, self.first - 1)
        told = auxiliaries(read, self.sentence, first, cue.first)
        if self.join is not None:
            told = {} if self.join.helper is None else {"have": self.join.helper}
        told.update(auxiliaries(read, self.sentence, cue.first, cue.last))
        inflected(read, cue, told)
        if read.drops and self._far(told.get("negated", cue.first)):
            del told["negated"]  # a negation stands right before its verb
        return told

    def _far(self, negated: int) -> bool:
        """Does a negation stand apart from the verb, or behind a comma ("No, it is")?"""
        at = self.cue.first
        comma = any(self.read.words[n] == "," for n in range(negated, at))
        return at - negated > _CLOSE or comma

    def passive(self, told: Mapping[str, int]) -> bool:
        """Is it done to the subject?"""
        return passive(self.read, self.sentence, self.cue, told)

    def begin(self, subject: Party | None, told: Mapping[str, int]) -> int:
        """Where the words that tell it begin: at its subject, else at its first helping word or its
        cue."""
        first, cue, read = self.first, self.cue, self.read
        begin = cue.first
        if self.join is None and subject is not None and first <= subject.first < cue.first:
            begin = subject.first
        elif self.join is None:
            near = _PREDICATE if read.inflects and cue.value == "i" else _BRIEF
            begin = min([first if cue.first - first < near else cue.first, *told.values(), begin])
        return self._own_start(begin) if cue.value == "own" and read.drops else begin

    def _own_start(self, begin: int) -> int:
        """Where a clause begins whose verb says by itself that the speaker acts: after the last
        comma, unless a date stands before it."""
        commas = [n for n in range(begin, self.cue.first) if self.read.words[n] == ","]
        dated = bool(commas) and self.read.when(begin, commas[-1]) is not None
        return begin if not commas or dated else commas[-1] + 1
