"""What a clause is made of where commas fence clauses off, the verb stands second or last, and
articles tell who acts: where the clause of a cue begins and ends, who is its subject, who else is
in it, and its helping words.

Knows no word: `languages/*/clauses.toml` has them. `ordered` has the languages where the order of
the words tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.annotate.asides import genitive, helps, infinitive, opens, parts, relative
from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Surroundings
from onrecord.annotate.modality import auxiliaries
from onrecord.annotate.party import Party
from onrecord.annotate.prepositions import addressed
from onrecord.annotate.reading import Reading, Sentence

_SELF = ("me", "us")
_CASES = 4  # words from an article to its noun
_NEAR = 3  # words from an antecedent to its relative clause
_WHOLE = 60  # words of a clause in which helping words are sought
_PERSONAL = "self"  # of a nominative: a pronoun
_OBLIQUE = "oblique"  # of an article: never that of a subject
_WHO, _THAT = "who", "that"
_HELPING = ("will", "aim", "modal", "m")  # values of cues that help another verb
_NO_VERB = ("n", "i")  # values of cues that are no verbs


class Fence(NamedTuple):
    """Where a clause begins, and how: the value of what opens it, and whether it shares a subject
    or a helping verb with what stands before a conjunction."""

    first: int
    opener: str | None = None
    shared: bool = False


class Bracketed(Surroundings):
    """A cue in its sentence, and the clause around it, which begins at `first`."""

    def __init__(
        self, read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]
    ) -> None:
        super().__init__(read, sentence, cue, parties)
        self.verbs = read.verbs(sentence)
        self.held = {n for p in parties for n in range(p.first, p.last)}
        self.aside: set[int] = set()  # words of clauses set into the one of the cue
        self.fence = self._begin()
        self.first = self.fence.first
        self.last = self._end()
        self.final = self._is_final(cue.last)
        self.called: Party | None = None  # who is only spoken to

    def _begin(self) -> Fence:
        read, n = self.read, self.cue.first - 1
        while n >= self.sentence.first:
            if parts(self.read, n):
                return Fence(n + 1)
            if read.words[n] == "," and n not in self.held:
                opener = self._opener(n + 1)
                if opener is not None:
                    return Fence(n + 2, opener)
                inserted = self._inserted(n)
                if inserted is not None:
                    n = inserted
                    continue
                waiting = self._waiting(n)
                if waiting is not None:
                    n = waiting
                    continue
                if self._verbal(self._before(n), n):
                    return Fence(n + 1)
            elif n not in self.held and self._joins(n):
                return Fence(n + 1, None, True)
            n -= 1
        first = self.sentence.first
        opener = self._opener(first) if first < self.cue.first else None
        return Fence(first + (opener is not None), opener)

    def _before(self, n: int) -> int:
        """Where the words between marks begin that end before a word."""
        for k in range(n - 1, self.sentence.first - 1, -1):
            if parts(self.read, k) or (self.read.words[k] == "," and k not in self.held):
                return k + 1
        return self.sentence.first

    def _verbal(self, first: int, last: int) -> bool:
        return any(n in self.verbs for n in range(first, last))

    def _opener(self, n: int) -> str | None:
        """The value of a word that opens a clause with its verb at the end."""
        if n >= self.cue.first:
            return None
        value = self.marked(n, "subordinator")
        first = n + 1
        if value is None and relative(self.read, self.sentence, n):
            n += self.marked(n, "preposition") is not None
            value = _WHO
        if value is None or n >= self.cue.first:
            return None
        if self.cue.value in _NO_VERB and value != _WHO:
            return value
        second = self._verbal(first, self.cue.first)
        return value if not second and self._is_final(self.cue.last) else None

    def _inserted(self, n: int) -> int | None:
        """The word before what a comma closes, where the verb of the clause follows it ("The
        council, which met in May, will")."""
        if n + 1 not in self.verbs:
            return None
        first = self._before(n)
        opening = first - 1
        if opening <= self.sentence.first or self.read.words[opening] != ",":
            return None
        start = self._before(opening)
        opened = self.marked(start, "subordinator")
        if opened or self._verbal(start, opening):
            return None
        self.aside.update(range(first, n))
        return opening - 1

    def _waiting(self, n: int) -> int | None:
        """The word from which a clause goes on backwards over a comma: its helping verb stands
        before and waits for the cue ("has received the minister, Ana Orva, in Ruvia")."""
        if not self._is_final(self.cue.last) or self._verbal(n + 1, self.cue.first):
            return None
        first = self._before(n)
        if first > self.sentence.first and (
            self._verbal(first, n) and opens(self.read, self.sentence, first)
        ):
            self.aside.update(range(first, n))
            return first - 2
        verbs = [k for k in range(first, n) if k in self.verbs]
        return n - 1 if helps(self.read, self.sentence, verbs) else None

    def _joins(self, n: int) -> bool:
        """Does a conjunction join two clauses or their verbs, and not two names?"""
        if self.marked(n, "conjunction") is None:
            return False
        start = self._before(n)
        if not self._verbal(start, n):
            return False
        after = n + 1
        if after in self.verbs or self._nominative_pronoun(after):
            return True
        return n - 1 in self.verbs and self._is_final(self.cue.last)

    def _nominative_pronoun(self, n: int) -> bool:
        return self.marked(n, "nominative") == _PERSONAL

    def _is_final(self, n: int) -> bool:
        """Do only verbs stand from a word to the end of the clause?"""
        read = self.read
        while n < self.sentence.last and n in self.verbs:
            n += 1
        return (
            n >= self.sentence.last
            or not read.words[n][0].isalnum()
            or self.marked(n, "conjunction") is not None
        )

    def _end(self) -> int:
        read, n = self.read, self.cue.last
        while n < self.sentence.last and not parts(self.read, n):
            if read.words[n] == "," and n not in self.held:
                after = self._after(n + 1)
                if not self._goes_on(n + 1, after):
                    return n
            elif n not in self.held and self._parts(n):
                return n
            n += 1
        return n

    def _after(self, n: int) -> int:
        """The end of the words between marks that begin at a word."""
        for k in range(n, self.sentence.last):
            if parts(self.read, k) or (self.read.words[k] == "," and k not in self.held):
                return k
        return self.sentence.last

    def _goes_on(self, first: int, last: int) -> bool:
        """Do words after a comma belong to the clause: one more of a row, what is said or asked
        ("that ..."), or an infinitive with its particle?"""
        value = self.marked(first, "subordinator")
        if value == _THAT:
            return True
        if infinitive(self.read, self.sentence, first, last) or (
            value is None and self._waits(first)
        ):
            return True
        if value is not None or self.marked(first, "relative"):
            return False
        return not self._verbal(first, last)

    def _waits(self, n: int) -> bool:
        """Does a helping verb still wait for its own, as in a row of adjectives?"""
        opens = self.marked(n, "relative", "nominative") is not None
        helping = self.cue.value in _HELPING and not self._is_final(self.cue.last)
        return helping and not opens and not self._verbal(self.cue.last, n)

    def _parts(self, n: int) -> bool:
        """Does a conjunction after the cue begin another clause?"""
        if self.marked(n, "conjunction") is None:
            return False
        ends = all(k in self.verbs for k in range(self.cue.last, n))
        return n + 1 in self.verbs or self._nominative_pronoun(n + 1) or ends

    # ------------------------------------------------------------------ who
    def inside(self) -> Iterator[Party]:
        """The parties of the clause, on both sides of the cue."""
        here = (p for p in self.parties if self.first <= p.first and p.last <= self.last)
        yield from (p for p in here if p.first not in self.aside)

    def subject(self) -> Party | None:
        """Who does it: a pronoun or a name that may stand in the nominative, else the one whom a
        relative pronoun stands for, or whose clause this one goes on."""
        some = list(self.inside())
        spoken = next((p for p in some if self._nominative_pronoun(p.first)), None)
        if spoken is not None:
            return spoken
        free = [p for p in some if not self.oblique(p)]
        first = self.first
        if free and not self.fence.shared:
            if len(free) > 1 and self._addressed(*free[:2]):
                self.called = free.pop(0)
            return None if self._other_subject(free[0]) else free[0]
        if self.fence.opener == _WHO:
            before = [p for p in self.parties if p.last < first <= p.last + _NEAR]
            return before[-1] if before else None
        if self.fence.shared or self._aims():
            before = [p for p in self.parties if p.last < first and not self.oblique(p)]
            own = next((p for p in before if p.kind in _SELF), None)
            return own or next(iter(before or free), None)
        return None

    def sides(self, subject: Party | None) -> tuple[Party | None, tuple[Party, ...]]:
        """Who does it, and who else is in the clause: those after a preposition last."""
        others = [p for p in self.inside() if p is not subject and p is not self.called]
        by_case = sorted(others, key=lambda p: addressed(self.read, self.sentence, p))
        return subject, tuple(by_case)

    def _addressed(self, party: Party, after: Party) -> bool:
        """Is a party only spoken to, before a comma and the one who does it ("Mr Ober, the
        police has")?"""
        verb = next((n for n in range(self.first, self.cue.last) if n in self.verbs), 0)
        joined = self.marked(party.last + 1, "conjunction") is not None
        return self.read.words[party.last] == "," and after.first < verb and not joined

    def _aims(self) -> bool:
        """Is it an infinitive with its particle, whose subject is that of the clause before?"""
        n = self.cue.first - 1
        to = n >= self.sentence.first and self.marked(n, "auxiliary") == "to"
        return to or self.read.holds(self.cue.first, "infix")

    def _other_subject(self, party: Party) -> bool:
        """Does something else that is no party stand before the verb, as its subject?"""
        first = self.first
        verb = next((n for n in range(first, self.cue.last) if n in self.verbs), party.first)
        if party.first < verb or verb <= first or self.fence.opener is not None:
            return False
        if self.marked(first, "preposition") is not None:
            return False
        article = self.marked(first, "nominative", "determiner")
        named = any(p.first < verb for p in self.inside())
        return article is not None and article not in (_PERSONAL, _OBLIQUE) and not named

    def oblique(self, party: Party) -> bool:
        """Does a party stand in another case than that of a subject, by what is before it?"""
        read, n = self.read, party.first
        if self.marked(n, "me", "us", "third") is not None:
            return self.marked(n, "nominative") is None
        if _genitive_name(self.read, party):
            return True
        for k in range(n - 1, max(self.first, n - _CASES, self.sentence.first) - 1, -1):
            if self.marked(k, "preposition") is not None:
                return True
            value = self.marked(k, "determiner", "nominative")
            if value is not None:
                led = k > self.sentence.first and self.marked(k - 1, "preposition") is not None
                return led or value == _OBLIQUE or genitive(self.read, self.sentence, k)
            plain = read.words[k][0].isalpha() and read.text[read.starts[k]].islower()
            plain = plain or (party.kind == "place" and k not in self.held)
            if not plain or k in self.verbs or self.marked(k, "conjunction"):
                return False
        return False

    # ------------------------------------------------------------------ how
    def told(self) -> dict[str, int]:
        """The helping words of the clause by value: those before the cue, and those right after it;
        shared ones too."""
        read, sentence, first = self.read, self.sentence, self.first
        found = auxiliaries(read, sentence, first, self.cue.first, _WHOLE)
        found = {value: n for value, n in found.items() if n not in self.aside}
        if self.fence.shared and self.final and not found.keys() & {"have", "be", "future"}:
            start = self._before(first - 1)
            found = {**auxiliaries(read, sentence, start, first, _WHOLE), **found}
        n = self.cue.last
        while self.cue.value in _NO_VERB and n < self.last and read.words[n] != ",":
            n += 1
        while n < self.last and n in self.verbs:
            n += 1
        found.update(auxiliaries(read, sentence, self.cue.first, n))
        if self.cue.value in _NO_VERB and self.cue.first - found.get("negated", n) > _CASES:
            del found["negated"]  # of a noun: it stands before another word
        if self._aims() and first >= 2:
            ruling = auxiliaries(read, sentence, self._before(first - 1), first - 1, _WHOLE)
            found.update({v: k for v, k in ruling.items() if v == "intended"})
        if "future" in found and self.passive(found):
            found["be"] = found.pop("future")
        return found

    def passive(self, told: Mapping[str, int]) -> bool:
        """Is it done to the subject: a participle with a word for that?"""
        either = self.read.ends(self.cue.last - 1, "either")  # an infinitive or a participle
        if not (either or self.read.ends(self.cue.last - 1, "perfect")) or not self.final:
            return False
        if either and "future" in told:
            return any(self.marked(n, "agent") for n in range(self.first, self.cue.first))
        becomes = told.get("future")
        intended = "intended" in told or "must" in told or "hypothetical" in told
        moved = self.read.ends(self.cue.last - 1, "moved") or self.cue.value == "moved"
        happens = "is" in told and not moved  # "is gone" is no passive
        return "be" in told or (becomes is not None and not intended and not moved) or happens

    def begin(self, subject: Party | None, _told: Mapping[str, int]) -> int:
        """Where the words that tell it begin: at its subject or its first verb."""
        first = self.first
        while first < self.cue.first and not self.read.words[first][0].isalnum():
            first += 1
        if subject is None or (self.final and subject.first < first):
            return first
        verb = next((n for n in range(first, self.cue.last) if n in self.verbs), self.cue.first)
        inside = subject is not None and first <= subject.first < self.last
        start = _phrase(self, subject) if inside and subject is not None else verb
        return max(first, min(verb, start, self.cue.first))


def _phrase(found: Bracketed, party: Party) -> int:
    """Where the noun phrase of a party begins, with its article."""
    n = party.first
    for k in range(n - 1, max(found.first, n - _CASES) - 1, -1):
        if found.marked(k, "nominative", "determiner") is not None:
            return k
        if not found.read.words[k][0].isalpha() or k in found.verbs:
            break
    return n


def _genitive_name(read: Reading, party: Party) -> bool:
    """Does a name bear the ending of a genitive?"""
    name = party.members[0].name if party.kind == "state" else None
    word, ends = read.words[party.last - 1], read.ends(party.last - 1, "genitive")
    return bool(name and ends and not name.lower().endswith(word))
