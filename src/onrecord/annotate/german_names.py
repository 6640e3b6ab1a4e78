"""People in German by the letters of their names (`letters`) and by the words around them: German
writes all nouns with a capital, so that a capital alone says nothing.

It needs no package but this one. Knows no word: the lists are those of the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate import lexis
from onrecord.annotate.letters import is_word, likeness
from onrecord.annotate.models import Seen
from onrecord.annotate.words import Words

_TAG = "de"
_NONE = (
    lexis.COMMON
    | lexis.CALENDAR
    | lexis.NATIONAL
    | lexis.TITLE
    | lexis.OFFICE
    | lexis.ARTICLE
    | lexis.DETERMINER
    | lexis.ORG_HEAD
    | lexis.ORG_TAIL
    | lexis.PLACE_TAIL
)  # what no word of a person's name is
_UNLIKE = lexis.DETERMINER | lexis.ARTICLE | lexis.PLACE_BEFORE | lexis.INSIDE | lexis.PLACE_OF
_PART = 0.4  # least share of a word of a name, ...
_FIRST = 0.6  # ... of the first of three or more, and after a hyphen
_ONE, _ALL = 0.75, 0.6  # of the likeliest word of several, and of them in the mean
_ALONE, _ACTING = 0.9, 0.6  # of a word that stands alone, and of one that says or does something
_CUT = 3  # letters of an abbreviation
_KNOWN = 0.1  # what a name of the tables gains
_MOST = 4  # words of a name
_QUOTES = frozenset('\u201e\u201c"\u201a\u2018\u00bb\u00ab')


class GermanNames:
    """The model with what it knows of contexts."""

    name = "letters of German names"

    def find(self, pieces: Sequence[str]) -> Iterator[tuple[Seen, ...]]:
        """The people in each piece."""
        known = lexis.lexis(_TAG)
        for piece in pieces:
            words = Words(piece, known)
            yield tuple(
                Seen(words.starts[first], words.ends[last - 1], "person")
                for first, last in _runs(words)
                if _person(words, first, last)
            )


def load(_: str) -> GermanNames:
    """The model; its weights are in this package."""
    likeness("")
    return GermanNames()


def _share(words: Words, n: int) -> float:
    """How likely the letters of a word are a name's; a name of the tables a little more."""
    form = words.forms[n]
    found = likeness(form.key)
    known = _KNOWN * bool(form.classes & (lexis.GIVEN | lexis.FAMILY))
    return min(1.0, found.name * (1 - found.foreign) + known)


def _runs(words: Words) -> Iterator[tuple[int, int]]:
    """The stretches of words that may be a person's name."""
    n, size = 0, len(words)
    while n < size:
        if not _part(words, n):
            n += 1
            continue
        last = n + 1
        while last < size and words.open(last) and _joined(words, last):
            last += 1
        while last - n > 2 and words.open(n + 1) and _share(words, n) < _FIRST:
            n += 1  # a noun that only says what the person is
        yield n, last + _family(words, n, last)
        n = last


def _family(words: Words, first: int, last: int) -> bool:
    """Does a word that looks like one of the language follow a given name as a family name: not
    after a genitive, nor as a word for a body?"""
    if last - first > 1 or _shape(words, last) != lexis.CAPITAL or words.gap(last) != " ":
        return False
    given = words.forms[first].classes & lexis.GIVEN and not words.forms[first].key.endswith("s")
    return bool(given) and not words.forms[last].classes & _NONE


def _part(words: Words, n: int) -> bool:
    form = words.forms[n]
    if form.shape != lexis.CAPITAL or form.classes & _NONE:
        return False
    return len(form.key) > 1 and _share(words, n) >= _PART


def _joined(words: Words, n: int) -> bool:
    """Does a name go on with a word: another part of one, an initial, or a particle?"""
    if _part(words, n):
        return words.gap(n) == " " or _share(words, n) >= _FIRST
    form = words.forms[n]
    particle = form.shape == lexis.SMALL and form.classes & lexis.PARTICLE
    initial = len(words.printed[n]) == 1 and words.capital(n)
    after = n + 1 < len(words) and words.open(n + 1) and _part(words, n + 1)
    return bool((particle or initial) and after)


def _person(words: Words, first: int, last: int) -> bool:
    """Is a stretch a person, by its letters and by what stands around it?"""
    if last - first > _MOST or _hyphened(words, first, last) or _quoted(words, first, last):
        return False
    if _before(words, first) & _UNLIKE or _shape(words, last) == lexis.FIGURES:
        return False
    shares = [_share(words, n) for n in range(first, last) if words.capital(n)]
    if len(shares) > 1:
        given = words.forms[first].classes & lexis.GIVEN and shares[1] < _PART
        if given:
            return shares[0] >= _ALONE and not words.forms[last - 1].classes & lexis.NOUN
        nouns = _noun(words, first, lexis.GIVEN) or _noun(words, last - 1, lexis.FAMILY)
        return not nouns and max(shares) >= _ONE and sum(shares) / len(shares) >= _ALL
    if (first and words.open(first) and words.capital(first - 1)) or _noun(words, first, 0):
        return False
    if _shape(words, last) == lexis.CAPITAL and not words.forms[first].key.endswith("s"):
        return False  # two nouns side by side, and none is of the other
    if _acts(words, first):
        return shares[0] >= _ACTING
    known = words.forms[first].classes & (lexis.GIVEN | lexis.FAMILY)
    return bool(known) and shares[0] >= _ALONE


def _noun(words: Words, n: int, but: int) -> bool:
    """Is a word one of German, or an abbreviation, and in none of some classes?"""
    form = words.forms[n]
    if form.classes & but:
        return False
    end = words.ends[n]
    cut = len(form.key) <= _CUT and words.text[end : end + 1] == "."
    return cut or is_word(form.key)


def _before(words: Words, n: int) -> int:
    return words.forms[n - 1].classes if n and words.open(n) else 0


def _shape(words: Words, n: int) -> int | None:
    return words.forms[n].shape if n < len(words) and words.open(n) else None


def _acts(words: Words, n: int) -> bool:
    """Does a word say something, or stand as the subject that opens a clause, or as the last of two
    words that tell whose words went before (", so Orvald.")?"""
    after = words.forms[n + 1].classes if _shape(words, n + 1) is not None else 0
    opens = not n or not words.open(n)
    if _before(words, n) & lexis.SAY or (opens and after & lexis.SAY):
        return True
    if words.first(n):
        apart = after & (lexis.PLACE_BEFORE | lexis.PARTICLE | lexis.JOINT)
        return _shape(words, n + 1) == lexis.SMALL and not apart
    told = n > 1 and words.open(n) and not words.open(n - 1)
    return told and words.forms[n - 1].shape == lexis.SMALL and _shape(words, n + 1) is None


def _hyphened(words: Words, first: int, last: int) -> bool:
    """Is a stretch a part of a compound?"""
    text = words.text
    return text[words.ends[last - 1] : words.ends[last - 1] + 1] == "-" or (
        words.starts[first] > 0 and text[words.starts[first] - 1] == "-"
    )


def _quoted(words: Words, first: int, last: int) -> bool:
    """Does a stretch stand alone in quotation marks, as titles do?"""
    before = words.text[words.starts[first] - 1 : words.starts[first]]
    after = words.text[words.ends[last - 1] : words.ends[last - 1] + 1]
    return before in _QUOTES and after in _QUOTES and bool(before and after)
