"""The words of a line with the classes that offices and names are made of: office, what joins it to
its body, words of bodies, states and places, words that no name holds. The classes come from
`languages/*/names.toml` and the gazetteer; what stands together is known to `offices`.
"""

from __future__ import annotations

from functools import cached_property

from onrecord.extract.words import Word, words
from onrecord.gazetteer.loader import places_in, states_in
from onrecord.languages.loader import Language
from onrecord.languages.schema import Value

_FILE = "names"


class ClassedWords:
    """Reads one line. All look-ups are done once a line."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.words = words(text)
        self._language = language
        self._values: dict[tuple[str, str], Value | None] = {}

    def value(self, name: str, word: Word) -> Value | None:
        """The value of a word in a list of `names.toml`; `None` if it is not in it."""
        key = (name, word.text)
        if key not in self._values:
            self._values[key] = self._language.forms(_FILE, name).value(word.text)
        return self._values[key]

    @cached_property
    def states(self) -> tuple[tuple[int, int, str], ...]:
        """Where states are named, and which."""
        return tuple((start, end, iso) for start, end, iso in states_in(self.text))

    @cached_property
    def cities(self) -> tuple[tuple[int, int], ...]:
        """Where places are named."""
        return tuple((found[0], found[1]) for found in places_in(self.text))

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        """States, and places of several words: one word may be a name ("Victoria")."""
        several = ((start, end) for start, end in self.cities if " " in self.text[start:end])
        return (*((start, end) for start, end, _ in self.states), *several)

    def is_place(self, word: Word) -> bool:
        """Is the word part of a state's name, or of a place's of several words?"""
        return any(start <= word.start < end for start, end in self.places)

    @cached_property
    def heads(self) -> tuple[tuple[int, int], ...]:
        """Office nouns as ranges of words."""
        found = []
        for start, end, _ in self._language.forms(_FILE, "office").find(self.text):
            inside = [n for n, w in enumerate(self.words) if start <= w.start < end]
            if inside:
                found.append((inside[0], inside[-1] + 1))
        return tuple(found)

    def is_head(self, n: int) -> bool:
        """Is the word an office noun, or part of one?"""
        return any(first <= n < last for first, last in self.heads)

    def in_body(self, word: Word) -> bool:
        """Is it a word of which the names of bodies are made?"""
        value = self.value("field", word)
        return value is True or (value == "small" and not word.capital) or self.is_place(word)

    def in_name(self, n: int) -> bool:
        """May the word stand inside a name?"""
        word = self.words[n]
        if self.is_particle(word):
            rest = self.words[n + 1 : n + 4]
            return next((w.capital for w in rest if not self.is_particle(w)), False)
        if self.is_head(n) or self.value("name_stop", word) is not None:
            return False
        return word.capital

    def is_particle(self, word: Word) -> bool:
        """Is it a small word inside names ("von")?"""
        return not word.capital and self.value("particle", word) is not None

    def is_name(self, first: int, last: int) -> bool:
        """No place, no body, no word of figures; and something other than initials."""
        inside = self.words[first:last]
        plain = [w for w in inside if not self.is_particle(w)]
        return any(len(w.text.rstrip(".")) > 1 for w in plain) and not any(
            self.in_body(w) or any(c.isdecimal() for c in w.text) for w in plain
        )

    def is_honorific(self, word: Word) -> bool:
        """Is it a form of address ("Mr")?"""
        return self._language.forms("speakers", "honorific").value(word.text) is not None
