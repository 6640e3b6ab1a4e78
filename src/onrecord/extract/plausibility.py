"""How plausible it is that bytes were read in the right encoding: a number, 1 for text as people
write it. It looks at the characters outside ASCII and their neighbours, and at frequent words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from onrecord.languages.identify import data, scripts, shares

_FREQUENT = 0.08  # of the words are frequent ones, if the language is what it seems
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\x00-\x7f]+")
_TYPOGRAPHIC = frozenset(
    "\u00a0\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2026\u2022\u00ab\u00bb\u2039\u203a"
    "\u20ac\u00a9\u00ae\u2122\u00b0\u00a7\u2116\u00b7\u3000\u3001\u3002\uff0c\uff1a\uff1b\uff1f"
    "\uff01\uff08\uff09\u300a\u300b\u060c\u061f\u061b\u00bf\u00a1\u00ba\u00aa\u00bd\u00ad\u200b"
)
_LATIN_RUN = re.compile(r"[\u00c0-\u024f]{3,}")
_CASE_BREAK = re.compile(
    r"[a-z\u00df-\u00f6\u00f8-\u00ff\u0430-\u045f][A-Z\u00c0-\u00d6\u0410-\u042f]"
)
_MIXED = re.compile(
    r"[A-Za-z][\u0370-\u1fff]|[\u0370-\u058f][A-Za-z]"
    r"|[a-z][\u3040-\u9fff\uac00-\ud7a3]|[\u3040-\u9fff\uac00-\ud7a3][a-z]"
)
_SYMBOL_IN_WORD = re.compile(
    r"(?<=[a-z])[\u00a1-\u00bf\u00d7\u00f7\u2020-\u2030\u02c6-\u02dd\u0192](?=[a-z])"
)
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")  # Korean, read wrongly
_CHINESE = ("gb18030", "big5")
_WESTERN = frozenset("\u00e0\u00e1\u00e2\u00e4\u00e7\u00e8\u00e9\u00ea\u00eb\u00ed\u00ee\u00ef"
                     "\u00f1\u00f3\u00f4\u00f6\u00fa\u00fb\u00fc\u00df\u00e5\u00f8\u00e6\u00e3"
                     "\u00f5\u00ec\u00f2\u00f9\u0153")  # fmt: skip
_COMMON_IDEOGRAPHS = {"gb18030": "gb2312", "big5": "big5", "shift_jis": "shift_jis"}


def plausibility(text: str, label: str = "") -> float:
    """Of a reading. `label`: the encoding it was read in.

    >>> right, wrong = "Он был у нас и не ушёл", "Îí áûë ó íàñ è íå óø¸ë"
    >>> plausibility(right) > plausibility(wrong) + 0.5
    True
    """
    runs = _RUN.findall(text)
    outside = sum(map(len, runs))
    if not outside:
        return 1.0
    letters = _letters(text)
    good = sum(_worth(c, letters, label) for run in runs for c in run)
    bad = sum(len(run) - 1 for run in _LATIN_RUN.findall(text) if not _alphabetic(run, letters))
    bad += 2 * len(_CASE_BREAK.findall(text)) + len(_MIXED.findall(text))
    bad += 2 * len(_SYMBOL_IN_WORD.findall(text)) + len(_SPACED.findall(text))
    return (good - bad) / outside


def _letters(text: str) -> frozenset[str] | None:
    """The letters of the language that the text's frequent words point to."""
    counts = scripts(text)
    if not counts:
        return None
    script = counts.most_common(1)[0][0]
    ranked = shares(text, script).most_common(1)
    needed = max(2.0, len(_WORD.findall(text)) * _FREQUENT)
    return _alphabet(ranked[0][0]) if ranked and ranked[0][1] >= needed else None


@cache
def _alphabet(language: str) -> frozenset[str]:
    return frozenset(data().language[language].letters)


def _alphabetic(run: str, letters: frozenset[str] | None) -> bool:
    return letters is not None and len(letters) > 40 and all(c in letters for c in run.lower())


def _worth(c: str, letters: frozenset[str] | None, label: str) -> float:
    """1 for a character that such a text is written with, less for one that is possible."""
    if c in _TYPOGRAPHIC:
        return 0.9
    if letters is not None and c.lower() in letters:
        return 1.0
    if "\u3040" <= c <= "\u30ff":
        return 0.0 if label in _CHINESE else 1.0
    if "\u4e00" <= c <= "\u9fff":
        return 1.0 if _common_ideograph(c, label) else -0.3
    if "\uac00" <= c <= "\ud7a3":
        return 1.0 if _common_syllable(c) else -0.3
    if not c.isalpha():
        return _CATEGORY_WORTH.get(unicodedata.category(c), -0.5)
    return min(_letter(c), 0.4) if letters else _letter(c)


_CATEGORY_WORTH = {"Cc": -4.0, "Cn": -4.0, "Co": -4.0, "So": -0.5, "Mn": 0.3, "Pd": 0.8, "Ps": 0.5}


def _letter(c: str) -> float:
    if c.lower() in _WESTERN:
        return 0.7
    if "\uff61" <= c <= "\uff9f":
        return -0.7
    return 0.4 if unicodedata.category(c) in ("Ll", "Lo") else 0.25


def _common_syllable(c: str) -> bool:
    """Among the 2,350 of KS X 1001."""
    try:
        return len(c.encode("euc_kr")) == 2  # others are spelt out in 8 bytes
    except UnicodeEncodeError:
        return False


def _common_ideograph(c: str, label: str) -> bool:
    """Among the 3,755 of GB 2312's first level, or the 5,401 of Big5's or 2,965 of JIS's."""
    codec = _COMMON_IDEOGRAPHS.get(label, "gb2312" if label != "euc-jp" else "shift_jis")
    try:
        raw = c.encode(codec)
    except UnicodeEncodeError:
        return False
    limits = {"gb2312": (0xB0, 0xD7), "big5": (0xA4, 0xC6), "shift_jis": (0x88, 0x98)}
    low, high = limits[codec]
    return low <= raw[0] <= high
