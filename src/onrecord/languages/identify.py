"""Which language a text is written in: by its script, then by its frequent words (data), and only
where these leave it open by a model. A declared language is believed unless the text contradicts.

It gives the language alone (`en`, `zh`), never a region: a region in a declaration says where the
page's template comes from, not how its text is written.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from onrecord.errors import DataError
from onrecord.records import Record, Span

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 2_000  # characters that are looked at
ENOUGH_WORDS = 12  # a text with fewer words says too little to contradict a declaration

_ENOUGH_MODEL = 60  # characters below which the model is not asked
_CLEAR_SHARE = 0.14  # of all words are frequent words of the language: in running text .25 to .5
_FEWEST, _DENSE = 6, "\u2e80"  # words that tell; from here on, a character is nearly a word
_PLENTY, _PLAIN = 40, 3  # words, one in three of which is a frequent one
_GLANCE, _SHARE = 240, 8  # characters looked at first; one word in eight is a frequent one
_CLEAR_MARGIN = 1.25  # as many as of the second language
_SHORT = 40  # a text with fewer words needs a margin of
_SHORT_MARGIN = 1.6
_SURE = 0.8  # probability from which the model may contradict a declaration
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?$")
# Declared codes that are another name of the same language (IANA registry, macrolanguages).
_SAME = {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "ms": "id", "bs": "hr", "cmn": "zh"}
_NEAR = ({"hr", "sr", "sl"}, {"ru", "be", "uk"}, {"nb", "da"}, {"cs", "sk"}, {"es", "gl", "pt"})


class Identified(Record, frozen=True, kw_only=True):
    """`method`: `declared`, `script`, `words`, `model`; `none` if nothing can be said."""

    language: str | None
    method: str
    confidence: float = 0.0


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A script: its ranges of code points, and the language that it decides."""

    ranges: tuple[tuple[int, int], ...]
    language: str | None = None


class Frequent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a language is known by."""

    name: str
    script: str
    letters: str
    words: str
    example: str


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    script: dict[str, Script]
    language: dict[str, Frequent]


@cache
def data() -> _Data:
    """The data file, read once."""
    file = files("onrecord") / "languages" / "frequent.toml"
    try:
        return msgspec.convert(tomllib.loads(file.read_text("utf-8")), _Data)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{file}: {error}") from error


def identify(text: str, declared: str | None = None) -> Identified:
    """The language of a text.

    >>> identify("The work of the ministers is to go on, and we are sure that it will.").language
    'en'
    >>> identify("Yes.", "de-CH"), identify("Yes.").language
    (Identified(language='de', method='declared', confidence=0.5), None)
    """
    sample = text[:SAMPLE]
    claimed = primary(declared)
    if claimed is not None and _is_plainly(sample, claimed):
        return Identified(language=claimed, method="declared", confidence=1.0)
    script, share = main_script(sample)
    if script is None:
        return _believed(claimed)
    alone = data().script[script].language
    if alone is not None and claimed != alone:
        return Identified(language=alone, method="script", confidence=share)
    if alone is not None:
        return Identified(language=alone, method="declared", confidence=share)
    return _by_words(sample, claimed, script)


def primary(tag: str | None) -> str | None:
    """The language of a tag, by its current code.

    >>> primary("en_GB"), primary("iw"), primary("x-default"), primary(" ")
    ('en', 'he', None, None)
    """
    found = _TAG.match((tag or "").strip())
    if found is None:
        return None
    code = found[1].lower()
    return None if code in ("und", "mul", "zxx") else _SAME.get(code, code)


def alike(language: str | None, other: str | None) -> bool:
    """Are two languages one, or so near that a text of one is easily taken for the other?

    >>> alike("no", "nb"), alike("hr", "sr"), alike("uk", "ru-RU"), alike("en", "fr")
    (True, True, True, False)
    """
    one, two = primary(language), primary(other)
    return one == two or any({one, two} <= group for group in _NEAR)


def main_script(text: str) -> tuple[str | None, float]:
    """The script of most letters, and its share. Han beside Kana is Japanese.

    >>> main_script("Да, yes, конечно")[0], main_script("12:30")
    ('Cyrl', (None, 0.0))
    """
    counts = scripts(text)
    total = sum(counts.values())
    if not total:
        return None, 0.0
    if counts["Kana"] * 10 > counts["Hani"] + counts["Kana"] and counts["Hani"]:
        counts["Kana"] += counts.pop("Hani")
    # A word of Chinese carries what five Latin letters do; names in Latin letters outnumber it.
    for dense in ("Hani", "Kana", "Hang"):
        counts[dense] *= 3
    best, count = counts.most_common(1)[0]
    return best, count / sum(counts.values())


def scripts(text: str) -> Counter[str]:
    """How many letters of each script."""
    counts: Counter[str] = Counter()
    for char, number in Counter(text).items():
        name = _script(char)
        if name is not None:
            counts[name] += number
    return counts


@cache
def _script(char: str) -> str | None:
    """Of a character; remembered, for a text has few different ones."""
    code = ord(char)
    for name, script in data().script.items():
        if any(first <= code <= last for first, last in script.ranges):
            return name
    return None


def shares(text: str, script: str | None = None) -> Counter[str]:
    """By language (of a script), the number of words of the text that are frequent in it.

    >>> shares("der Mann und the dog", "Latn")["de"]
    2
    """
    known, table = data().language, _table()
    counts: Counter[str] = Counter()
    for word, number in Counter(_WORD.findall(text.lower())).items():
        for language in table.get(word, ()):
            if script is None or known[language].script == script:
                counts[language] += number
    return counts


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for tag, language in data().language.items():
        for word in dict.fromkeys(language.words.split()):
            table[word] = (*table.get(word, ()), tag)
    return table


@cache
def endonyms() -> Mapping[str, str]:
    """Languages by the names that they have in themselves, in small letters.

    >>> endonyms()["deutsch"]
    'de'
    """
    return {language.name.lower(): tag for tag, language in data().language.items()}


def frequent(word: str) -> bool:
    """Is a word one of the most frequent ones of any language?

    >>> frequent("und"), frequent("Vertrag")
    (True, False)
    """
    return word.lower() in _table()


def foreign(text: str, language: str) -> int:
    """How many letters of the text the language is not written with."""
    known = data().language.get(language)
    if known is None:
        return 0
    plain = "" if known.script == "Latn" else known.letters
    allowed = set(known.letters) | set(plain) | set("abcdefghijklmnopqrstuvwxyz")
    letters = Counter(text.lower()).items()
    return sum(number for c, number in letters if c.isalpha() and c not in allowed)


def _by_words(sample: str, claimed: str | None, script: str) -> Identified:
    total = len(_WORD.findall(sample))
    counts = shares(sample, script)
    ranked = counts.most_common(2)
    if total < ENOUGH_WORDS or not ranked:
        if claimed is not None and _fits(claimed, script):
            return _believed(claimed)
        return _by_model(sample, None, script)
    best, count = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    own = counts[claimed] if claimed else 0
    if claimed and own / total >= _CLEAR_SHARE and own * _CLEAR_MARGIN >= count:
        return Identified(language=claimed, method="declared", confidence=own / (own + second or 1))
    margin = _CLEAR_MARGIN if total >= _SHORT or claimed else _SHORT_MARGIN
    clear = count / total >= _CLEAR_SHARE and count >= second * margin
    if clear and foreign(sample, best) * 50 <= len(sample):
        return Identified(language=best, method="words", confidence=count / (count + second))
    return _by_model(sample, claimed, script)


def _fits(language: str, script: str) -> bool:
    """May this language be written in this script? Yes, if it is not known."""
    known = data().language.get(language)
    return known is None or known.script == script or script == "Latn"


def _believed(claimed: str | None) -> Identified:
    if claimed is None:
        return Identified(language=None, method="none")
    return Identified(language=claimed, method="declared", confidence=0.5)


def _by_model(sample: str, claimed: str | None, script: str) -> Identified:
    letters = sum(map(len, _WORD.findall(sample)))
    if letters < _ENOUGH_MODEL:
        return _believed(claimed)
    found, probability = _model().classify(sample)
    language = _SAME.get(found, found)
    near = any({language, claimed} <= group for group in _NEAR)
    unsure = claimed is not None and _fits(claimed, script) and (probability < _SURE or near)
    if language == claimed or unsure:
        return Identified(language=claimed, method="declared", confidence=max(probability, 0.5))
    if probability < 0.5:
        return _believed(None)
    return Identified(language=language, method="model", confidence=float(probability))


@cache
def _model() -> LanguageIdentifier:
    """The model takes half a second to load: only where script and words leave it open."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify_blocks(
    text: str, spans: Iterable[Span], language: str | None
) -> Iterator[tuple[Span, str | None]]:
    """The blocks whose language is clearly another than that of the whole: (span, language). Only
    those in another script, or with many words of another language, are looked at closely."""
    own = _own_words(language)
    for span in spans:
        block = text[span.start : min(span.end, span.start + _GLANCE)]
        glance = set(block.lower().split())
        if own and _SHARE * len(own & glance) >= len(glance):
            continue
        if len(glance) < _FEWEST and max(block, default="") < _DENSE:
            continue  # too few words to tell, in a script that needs some
        other = _other(text[span.start : min(span.end, span.start + SAMPLE)], language)
        if other is not None:
            yield span, other


def _is_plainly(sample: str, language: str) -> bool:
    """A text of some length with many of the language's frequent words, and more than any other
    that shares them would need."""
    own = _own_words(language)
    words = sample[: 4 * _GLANCE].lower().split()
    return len(words) >= _PLENTY and _PLAIN * sum(word in own for word in words) >= len(words)


@cache
def _own_words(language: str | None) -> frozenset[str]:
    """The frequent words of a language."""
    found = data().language.get(language or "")
    return frozenset(found.words.split()) if found else frozenset()


def _other(block: str, language: str | None) -> str | None:
    """
    >>> _other("Мы договорились, что работа не остановится и что это важно для всех нас.", "en")
    'ru'
    >>> _other("Yes.", "ru"), _other("We agreed on this, and that is what we are here for.", "en")
    (None, None)
    """
    words = _WORD.findall(block)
    script, _ = main_script(block)
    known = data().language
    if script is None or (len(words) < 6 and script not in ("Hani", "Kana")):
        return None
    alone = data().script[script].language
    if alone is not None:
        return alone if alone != language else None
    same_script = language in known and known[language].script == script
    counts = shares(block, script)
    own = counts[language] if language is not None else 0
    ranked = counts.most_common(1)
    if not ranked or ranked[0][0] == language:
        return None
    best, count = ranked[0]
    needed = 2 * own + ENOUGH_WORDS // 4 if same_script else own + 2
    return best if count >= needed and count / len(words) >= _CLEAR_SHARE else None
