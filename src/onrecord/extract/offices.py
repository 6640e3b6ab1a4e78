"""Offices in a line of text: where one begins and ends, what it is of, and the name beside it.

Knows no word of any language: the classes of words (office, what may stand before one, what joins
it to its body, the words of bodies, the words that no name holds) come from
`languages/*/names.toml`, states from the gazetteer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.extract.classed_words import ClassedWords
from onrecord.extract.words import Word, is_initials
from onrecord.languages.schema import Value
from onrecord.records import Span

_FILE = "names"
_MOST_NAME = 6  # words of a name, particles included
_MOST_OFFICE = 16  # words of an office with its body


class Office(NamedTuple):
    """An office with its body ("Minister of Foreign Affairs of Kazakhstan") and the name after it.

    `first`, `last`: its words, as half-open indices; `former`: is it said to be over?
    """

    start: int
    end: int
    first: int
    last: int
    name: Span | None
    former: bool


class Reader(ClassedWords):
    """Reads the offices of one line, and the names beside them."""

    def offices(self) -> Iterator[Office]:
        """The offices in order. Two that one person holds ("Prime Minister and Minister of
        Defence N. N.") are one."""
        held: Office | None = None
        for first, last in self.heads:
            if held and first < held.last:
                continue
            office = self._office(first, last)
            if held and held.name is None and self._joined(held, office):
                office = office._replace(first=held.first, start=held.start)
            elif held:
                yield held
            held = office
        if held:
            yield held

    def _joined(self, a: Office, b: Office) -> bool:
        """Does nothing but connectors stand between two offices, in one phrase?"""
        between = self.words[a.last : b.first + 1]
        return all(word.open for word in between) and all(
            self.value("connector", word) is not None for word in between[:-1]
        )

    def _office(self, head: int, end: int) -> Office:
        first, former = self._leftwards(head)
        last = self._body(end)
        name = self._name(last, _MOST_NAME)
        initials = self._initials(last, name) if name else None
        if name and initials:  # "of the Ministry of Norland A.B. Orlov"
            last, name = initials, (initials, name[1])
        span = Span(self.words[name[0]].start, self.words[name[1] - 1].end) if name else None
        return Office(
            self.words[first].start,
            self.words[last - 1].end,
            first,
            last,
            self._without_honorific(span, name),
            former,
        )

    # ------------------------------------------------------------------ before the office

    def _leftwards(self, head: int) -> tuple[int, bool]:
        """Where the office begins with the words before its noun ("Deputy Foreign")."""
        former = False
        n = head
        while n > 0 and self.words[n].open and not self.words[n - 1].owner:
            word = self.words[n - 1]
            value = self.value("premodifier", word)
            if value == "former":
                former = True
            elif not self._before(word, value):
                break
            n -= 1
        return n, former

    def _before(self, word: Word, value: Value | None) -> bool:
        if self.is_place(word):
            return True
        if self.value("name_stop", word) is not None or is_initials(word.text):
            return False
        if value == "capital":
            return word.capital
        return value is True

    # ------------------------------------------------------------------ after the office

    def _body(self, n: int) -> int:
        """Where the office ends with what it is of. A word of a body, or a state, takes all
        capitalised words before it with it: they are the body's name."""
        start = end = n
        while n < min(len(self.words), start + _MOST_OFFICE):
            if not self._goes_on(n):
                listed = self._listed(n) if start < end == n else None
                if listed is None:
                    break
                n = end = listed
                continue
            word = self.words[n]
            value = self.value("connector", word)
            if value == "and" and not (start < end == n and self._body_follows(n + 1)):
                break
            if value is not None and self._opens_body(n):
                n = end = self._object(n)
            elif self._is_first_name(n, start):
                break
            elif self.in_body(word) or (n == start and self._is_city(n)):
                n += 1
                end = n
            elif word.capital and self.value("name_stop", word) is None:
                n += 1
            else:
                break
        return end

    def _goes_on(self, n: int) -> bool:
        word = self.words[n]
        owned = n > 0 and self.words[n - 1].owner and self.value("field", word) is True
        return (word.open or owned) and not self.is_head(n)

    def _is_first_name(self, n: int, start: int) -> bool:
        """A word for a state that follows a plain name of a body ("of Sberbank German Gref"), with
        one more name after it, is none."""
        word, before = self.words[n], self.words[n - 1]
        if n <= start or not self.is_place(word) or not before.capital or self.in_body(before):
            return False
        rest = self.words[n + 1 : n + 3]
        alone = len(rest) > 0 and rest[0].open and rest[0].capital and not self.in_body(rest[0])
        return alone and not (len(rest) > 1 and rest[1].open and rest[1].capital)

    def _is_city(self, n: int) -> bool:
        """A city right after the office, with a name of two words after it."""
        rest = self.words[n + 1 : n + 3]
        if len(rest) < 2 or not all(w.open and w.capital for w in rest):
            return False
        return any(found[0] == self.words[n].start for found in self.cities)

    def _body_follows(self, n: int) -> bool:
        while n < len(self.words) and self._goes_on(n):
            if self.in_body(self.words[n]):
                return True
            if self.value("connector", self.words[n]) is None:
                return False
            n += 1
        return False

    def _listed(self, n: int) -> int | None:
        """Where a list goes on after a comma ("of Foreign Affairs, Trade and Culture, N. N."): a
        run of nothing but words of bodies."""
        first = n
        if self._gap(n) != ", " or self.is_head(n):
            return None
        while n < len(self.words) and (n == first or self.words[n].open):
            known = self.in_body(self.words[n]) or self.value("connector", self.words[n])
            if self.is_head(n) or not known:
                return None
            n += 1
        return n if n < len(self.words) and self.value("field", self.words[first]) else None

    def _opens_body(self, n: int) -> bool:
        """Is the connector at n followed by a word that it can bind? A particle inside a name
        ("von der Leyen") binds nothing: a name has begun before it."""
        after = self._object(n)
        bound = self.words[after - 1]
        begun = n > 0 and self.words[n - 1].capital and not self.in_body(self.words[n - 1])
        begun = begun and not self.is_head(n - 1)
        return not begun and after > n + 1 and (bound.capital or self.in_body(bound))

    def _object(self, n: int) -> int:
        """The end of connectors and the word that they bind."""
        while n < len(self.words) and self.value("connector", self.words[n]) is not None:
            n += 1
            if n < len(self.words) and not self._goes_on(n):
                return n
        return min(n + 1, len(self.words))

    def _name(self, n: int, most: int) -> tuple[int, int] | None:
        """The words of a name that begins at word n, as a half-open range."""
        first = n
        while n < min(len(self.words), first + most) and self.words[n].open:
            if not self.in_name(n) or "(" in self._gap(n):
                break
            n += 1
            if self.words[n - 1].owner:
                break
        while n > first and not self.words[n - 1].capital:
            n -= 1
        return (first, n) if n > first and self.is_name(first, n) else None

    def _initials(self, body: int, name: tuple[int, int]) -> int | None:
        """Where names are inflected, initials stand before or after a surname, not within a name:
        what stands between the office and initials is the body's name, unknown as it may be.

        A single initial may be a foreigner's second name, unless the office has a body and lacks
        a state's name for it.
        """
        if not self._language.forms(_FILE, "case_ending"):
            return None
        first, last = name
        at = next((n for n in range(first, last) if is_initials(self.words[n].text)), first)
        if not first < at < last - 1 and not (first < at and "." in self.words[at].text[:-1]):
            return None
        several = sum(self.words[n].text.count(".") for n in range(at, last)) > 1
        unnamed = not self.is_head(body - 1) and not self.is_place(self.words[body - 1])
        return at if several or unnamed else None

    def _without_honorific(self, span: Span | None, name: tuple[int, int] | None) -> Span | None:
        if span is None or name is None:
            return None
        first, last = name
        while first < last - 1 and self.is_honorific(self.words[first]):
            first += 1
        return Span(self.words[first].start, span.end)

    # ------------------------------------------------------------------ across a comma

    def name_before(self, office: Office) -> Span | None:
        """ "Ned Price, Department Spokesperson": the run of names before the comma."""
        last = office.first
        if last == 0 or self._gap(last) != ", ":
            return None
        first = last - 1
        while first > 0 and self.words[first].open and self.in_name(first - 1):
            first -= 1
        while first < last and (not self.in_name(first) or self.is_particle(self.words[first])):
            first += 1
        return self._run(first, last)

    def name_after(self, office: Office) -> Span | None:
        """ "presidente de México, Andrés Manuel López": the run of names after the comma."""
        n = office.last
        if n >= len(self.words) or self._gap(n) != ", ":
            return None
        last = n
        while last < len(self.words) and (last == n or self.words[last].open):
            if not self.in_name(last) or (last > n and "(" in self._gap(last)):
                break
            last += 1
        return self._run(n, last)

    def _gap(self, n: int) -> str:
        return self.text[self.words[n - 1].end : self.words[n].start]

    def _run(self, first: int, last: int) -> Span | None:
        """Across a comma a name has two words: a single one may be a place."""
        while first < last - 1 and self.is_honorific(self.words[first]):
            first += 1
        single = last - first == 1 and is_initials(self.words[first].text)
        if not (single or 2 <= last - first <= _MOST_NAME) or not self.is_name(first, last):
            return None
        return Span(self.words[first].start, self.words[last - 1].end)

    # ------------------------------------------------------------------ whose office

    def country(self, office: Office) -> str | None:
        """The state whose office it is: named before the noun or bound by an "of", not one that
        the office is for."""
        found = set()
        for start, _, iso in self.states:
            if not office.start <= start < office.end:
                continue
            n = next(i for i, w in enumerate(self.words) if w.end > start)
            if not self._is_for(n, office.first):
                found.add(iso)
        return found.pop() if len(found) == 1 else None

    def _is_for(self, n: int, first: int) -> bool:
        while n > first:
            value = self.value("connector", self.words[n - 1])
            if value in ("for", "of"):
                return value == "for"
            if value is None and not self.in_body(self.words[n - 1]):
                return False
            n -= 1
        return False
