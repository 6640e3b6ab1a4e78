"""The words of a language that mark speakers, asked with a fall-back on all languages: a page in
one language may carry labels in another."""

from __future__ import annotations

from functools import cache

from onrecord.languages.loader import Language, everything
from onrecord.languages.rules import Forms
from onrecord.languages.schema import Value

BARE = "bare"  # the value of a label that may stand without a colon: only in its own language
OUTLET = "outlet"  # the value of a questioner's label that names the outlet
_FILE = "speakers"


class Words:
    """The lists of `speakers.toml` of one language, then of all."""

    def __init__(self, language: Language) -> None:
        self._own = language
        self._known: dict[tuple[str, str], Value | None] = {}

    def _lists(self, name: str) -> tuple[Forms, Forms]:
        return self._own.forms(_FILE, name), everything().forms(_FILE, name)

    def value(self, name: str, text: str) -> Value | None:
        """The value of the whole text in a list, or `None`."""
        key = (name, text)
        if key not in self._known:
            own, rest = self._lists(name)
            found = own.value(text)
            if found is None:
                other = rest.value(text)
                found = None if other == BARE else other
            self._known[key] = found
        return self._known[key]

    def opening(self, name: str, text: str) -> int | None:
        """Where a form of the list that opens the text ends, or `None`."""
        for forms in self._lists(name):
            found = forms.opens(text)
            if found and (found[1] != BARE or forms is self._lists(name)[0]):
                return found[0]
        return None

    def places(self, name: str, text: str) -> tuple[tuple[int, int], ...]:
        """Where forms of the list stand in the text."""
        for forms in self._lists(name):
            found = tuple((start, end) for start, end, _ in forms.find(text))
            if found:
                return found
        return ()


@cache
def words(language: Language) -> Words:
    """The words of a language, made once."""
    return Words(language)
