"""Words of a text and the terms that they are found by: the same for documents, queries and marks.

Two forms of each word are indexed. *Exact*: small letters without accents, for phrases, prefixes
and fuzzy words. *Terms*: the stem, tagged with the language (`en:sanction`), for plain words. All
languages share one field, so that the lengths that ranking weighs are those of the whole archive;
a field for each language would measure a rare language by the mean of the others.

Text without spaces between words (Chinese, Japanese, Thai, ...) gives every character as an exact
word and every pair of neighbours as a term.
"""

from __future__ import annotations

import re
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import tantivy

from onrecord.text.normalize import fold

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u312f"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_DROPPED_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
_LONGEST = 64
WESTERN, CYRILLIC = "cp1252", "cp1251"
_CACHED = 200_000
GRAM = "="
PLAIN = ""


class Token(NamedTuple):
    """A word of a text: where it stands, and its small letters. `gram`: part of unspaced text."""

    start: int
    end: int
    word: str
    gram: bool = False


class _Settings(NamedTuple):
    stemmers: dict[str, str]
    letters: dict[int, str]
    length: int
    least: int
    vowels: str


@cache
def _settings() -> _Settings:
    data = tomllib.loads((files("onrecord") / "search" / "analysis.toml").read_text("utf-8"))
    letters = {ord(key): value for key, value in data["letters"].items()}
    cut = data["cut"]
    return _Settings(data["stemmers"], letters, cut["length"], cut["least"], cut["vowels"])


@cache
def _marks() -> str:
    """Characters that stand within a word and are no letters, as ranges: accents, vowel signs."""
    found = [c for c in range(0x300, 0x3000) if unicodedata.category(chr(c)) in ("Mn", "Mc")]
    ends = [c for c in found if c + 1 not in set(found)]
    starts = [c for c in found if c - 1 not in set(found)]
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(starts, ends, strict=True))


def _rest() -> str:
    """What may follow the first letters of a word."""
    return rf"(?:[{_marks()}]+[^\W_]*)*(?:'s(?![^\W_]))?"


class _Patterns(NamedTuple):
    spaced: re.Pattern[str]
    unspaced: re.Pattern[str]
    mark: re.Pattern[str]
    lone: re.Pattern[str]
    both: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Words of spaced text, unspaced characters, and both. An `s` after an apostrophe belongs to
    the word before it, and is nothing of its own."""
    after = _rest()
    letter = rf"[^\W_{UNSPACED}]+"
    return _Patterns(
        re.compile(rf"[^\W_]+{after}"),
        re.compile(f"[{UNSPACED}]"),
        re.compile(f"[{_marks()}]"),
        re.compile(rf"s(?<=[^\W_{UNSPACED}]'s)(?![^\W_])"),
        re.compile(rf"([{UNSPACED}])[{_marks()}]*|{letter}{after}"),
    )


def folded(text: str) -> str:
    """The text as it is matched, of the same length.

    >>> folded("ABÉ’")
    "abé'"
    """
    if text.isascii():
        return text.lower()
    return refolded(text, WESTERN) or refolded(text, CYRILLIC) or fold(text)


def refolded(text: str, code: str) -> str | None:
    """The same for text of one alphabet, by table: at a fifth of the cost; else `None`.

    >>> refolded("Мэр", CYRILLIC), refolded("Мэр", WESTERN)
    ('мэр', None)
    """
    try:
        return text.encode(code).translate(_folds(code)).decode(code)
    except UnicodeEncodeError:
        return None


@cache
def _folds(code: str) -> bytes:
    signs = bytes(range(0x100)).decode(code, "replace")
    return "".join("?" if sign == "\ufffd" else fold(sign) for sign in signs).encode(code)


def tokens(text: str) -> list[Token]:
    """The words of a text with their places.

    >>> [text[0:3] for text in tokens("Iran's  2 ПОЛЁТЫ")]
    [(0, 6, "iran's"), (8, 9, '2'), (10, 16, 'полеты')]
    >>> [token.word for token in tokens("对话A")]
    ['对', '话', 'a']
    """
    pattern = _patterns().both
    return [
        Token(m.start(), m.end(), m[0], m[1] is not None) for m in pattern.finditer(folded(text))
    ]


def words(text: str) -> list[re.Match[str]]:
    """The words of a text as they were matched: for many texts.

    >>> [(m.start(), m[0]) for m in words("A b 对话")]
    [(0, 'a'), (2, 'b'), (4, '对'), (5, '话')]
    """
    plain, found = folded(text), _patterns()
    pattern = found.both if found.unspaced.search(plain) else found.spaced
    return list(pattern.finditer(plain))


def matches(plain: str, start: int) -> Iterator[re.Match[str]]:
    """The words of a folded text from a place on, one by one.

    >>> next(matches("a port", 2))[0]
    'port'
    """
    found = _patterns()
    return (found.spaced if plain.isascii() else found.both).finditer(plain, start)


def word_at(plain: str, start: int) -> re.Match[str] | None:
    """The word of a folded text that begins at a letter; `None` if that is within a word: after a
    vowel sign, or an `s` after an apostrophe.

    >>> word_at("iran's", 5), word_at("iran's", 0)[0]
    (None, "iran's")
    """
    found = _patterns()
    if start and (found.mark.match(plain, start - 1) or found.lone.match(plain, start)):
        return None
    return found.both.match(plain, start)


def bare(word: str) -> str:
    """A folded word without accents of Latin and Greek letters and without marks.

    >>> bare("sécurité"), bare("straße"), bare("йод")
    ('securite', 'strasse', 'йод')
    """
    word = word.removesuffix("'s")
    if word.isascii():
        return word[:_LONGEST]
    kept = _DROPPED_MARKS.sub("", unicodedata.normalize("NFC", word))
    return "".join(map(_base, kept.translate(_settings().letters)))[:_LONGEST]


def _base(letter: str) -> str:
    code = ord(letter)
    if 0xC0 <= code < 0x250 or 0x370 <= code < 0x400 or 0x1E00 <= code < 0x2000:
        apart = unicodedata.normalize("NFKD", letter)
        return "".join(c for c in apart if not unicodedata.combining(c))
    return letter


@lru_cache(maxsize=1_000)
def tag(language: str | None) -> str:
    """The tag of a language's terms: its own if there is a stemmer, else the common one.

    >>> tag("pt-BR"), tag("uk"), tag(None)
    ('pt', '', '')
    """
    base = (language or "").split("-")[0].lower()
    return base if base in _settings().stemmers else PLAIN


def tags() -> tuple[str, ...]:
    """All tags of terms."""
    return (*_settings().stemmers, PLAIN)


@cache
def _stemmer(tag: str) -> Callable[[str], str]:
    raw = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw())
    analyzer = raw.filter(tantivy.Filter.stemmer(_settings().stemmers[tag])).build()
    return lambda word: next(iter(analyzer.analyze(word)), word)


def cut(word: str) -> str:
    """The form of a bare word in a language without a stemmer: its first letters, without the
    vowels that end them. Cutting at five to six letters finds about as much as stemming does in
    languages with many endings; numbers stay whole.

    >>> cut("війна"), cut("війною"), cut("sankcjami"), cut("sankcje"), cut("2019")
    ('війн', 'війн', 'sankcj', 'sankcj', '2019')
    """
    if word.isdigit():
        return word
    known = _settings()
    short = word[: known.length]
    while len(short) > known.least and short[-1] in known.vowels:
        short = short[:-1]
    return short


class Terms(dict[str, tuple[str, ...]]):
    """The terms of folded words in one language, remembered."""

    def __init__(self, tag: str) -> None:
        self._tag = tag

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _CACHED:
            self.clear()
        found = self[sys.intern(word)] = tuple(dict.fromkeys(self._made(word)))
        return found

    def _made(self, word: str) -> Iterator[str]:
        plain = bare(word)
        if self._tag == PLAIN:
            yield f":{cut(plain)}"
            return
        stem = _stemmer(self._tag)
        marked = _DROPPED_MARKS.sub("", unicodedata.normalize("NFC", word))
        marked = marked.removesuffix("'s")[:_LONGEST]
        yield f"{self._tag}:{stem(marked)}"
        if plain != marked:  # for who types without accents
            yield f"{self._tag}:{stem(plain)}"


@cache
def known_terms(tag: str) -> Terms:
    """The terms of all words of a language, made when they are asked for."""
    return Terms(tag)


def terms(word: str, tag: str) -> tuple[str, ...]:
    """The terms by which a document with this folded word is found.

    >>> terms("sanctions", "en"), terms("санкций", "ru"), terms("länder", "de")
    (('en:sanction',), ('ru:санкц',), ('de:land',))
    """
    return known_terms(tag)[word]


def grams(characters: Iterable[str]) -> list[str]:
    """The terms of a run of unspaced text.

    >>> grams("发言人"), grams("发")
    (['=发言', '=言人'], ['=发'])
    """
    run = list(characters)
    if len(run) == 1:
        return [GRAM + run[0]]
    return [f"{GRAM}{a}{b}" for a, b in pairwise(run)]


class Analysed(NamedTuple):
    """The terms and the exact words of a text, each parted by blanks as the engine reads them."""

    terms: str
    exact: str


def analyse(text: str, language: str | None) -> Analysed:
    """The forms of a text that are indexed.

    >>> analyse("Die Länder 发言人", "de")
    Analysed(terms='de:die de:land =发言 =言人', exact='die lander 发 言 人')
    """
    known = known_terms(tag(language))
    plain, pattern = folded(text), _patterns()
    if pattern.unspaced.search(plain) is None:
        found = pattern.spaced.findall(plain)
        made = [" ".join(known[word]) for word in found]
        return Analysed(" ".join(made), " ".join(map(bare_of, found)))
    parts = tokens(text)
    return Analysed(" ".join(_mixed(parts, known)), " ".join(bare_of(part.word) for part in parts))


class _Bare(dict[str, str]):
    def __missing__(self, word: str) -> str:
        if len(self) >= _CACHED:
            self.clear()
        found = self[sys.intern(word)] = bare(word)
        return found


bare_of = _Bare().__getitem__  # the same as `bare`, remembered


def _mixed(parts: list[Token], known: Terms) -> Iterator[str]:
    for run in runs(parts):
        if run[0].gram:
            yield from grams(token.word for token in run)
        else:
            yield from known[run[0].word]


@lru_cache(maxsize=1_000)
def asked(text: str) -> tuple[tuple[Token, ...], ...]:
    """The words of a piece of a query, as `runs`: who plans it asks, and who marks it.

    >>> [[token.word for token in run] for run in asked("Gas-发言")]
    [['gas'], ['发', '言']]
    """
    return tuple(map(tuple, runs(tokens(text))))


def runs(parts: Iterable[Token]) -> Iterator[list[Token]]:
    """Neighbouring characters of unspaced text together, each other word alone.

    >>> [len(run) for run in runs(tokens("发言人 a b"))]
    [3, 1, 1]
    """
    run: list[Token] = []
    for token in parts:
        if run and not (token.gram and run[-1].gram and run[-1].end == token.start):
            yield run
            run = []
        run.append(token)
    if run:
        yield run
