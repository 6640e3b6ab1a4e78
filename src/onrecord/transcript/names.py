"""Names in labels: which part of `President of Russia Vladimir Putin`, `MR PRICE` or
`Laura Velázquez, directora general` is the person, and which the office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.gazetteer.loader import states_in
from onrecord.records import Record
from onrecord.text import normalize
from onrecord.transcript import shapes
from onrecord.transcript.words import Words

_SEPARATOR = re.compile(r"\s*[,，;]\s+|\s+[–—-]\s+")
_MOST_NAME = 4  # words of a name; more of them belong to a body
_ENDING = 4  # letters of a case ending, with what changes before it
_WORD = re.compile(r"[^\W\d_]+")


class Named(Record, frozen=True, kw_only=True):
    """A label taken apart. `name` in the usual capitals, `office` as printed."""

    name: str | None = None
    office: str | None = None


def split(label: str, words: Words) -> Named:
    """The name and the office in a label."""
    plain = shapes.without_brackets(label)
    inside = bracketed(label, words)
    if inside and words.places("office", plain):
        return Named(name=inside, office=plain)
    parts = [part for part in _SEPARATOR.split(plain) if part]
    if len(parts) > 1:
        return _of_parts(parts, words)
    start = words.opening("honorific", plain) or 0
    named, office = _after_office(plain[start:].strip(" ."), words)
    if named and all(words.value("name_particle", w) is not None for w in named.split()):
        named = None
    if named and office and words.value("no_label", named) is not None:
        named = None  # the third of several who are not named
    return Named(name=cased(named), office=office)


def bracketed(label: str, words: Words) -> str | None:
    """A name in brackets behind an office: `El señor MINISTRO (Ríos Soto)`."""
    for remark in shapes.bracketed(label):
        told = words.value("relayed", remark) is None and words.value("stage_note", remark) is None
        few = len(remark.split()) <= _MOST_NAME and not remark.isupper()
        if told and few and shapes.is_name(remark, words):
            return remark
    return None


def _of_parts(parts: Sequence[str], words: Words) -> Named:
    offices = [bool(words.places("office", part)) for part in parts]
    if not offices[0]:
        start = words.opening("honorific", parts[0]) or 0
        rest = ", ".join(parts[1:])
        return Named(
            name=cased(parts[0][start:].strip(" .")), office=rest if any(offices) else None
        )
    if not offices[-1] and shapes.is_name(parts[-1], words):
        return Named(name=cased(parts[-1]), office=", ".join(parts[:-1]))
    inner = split(parts[0], words)
    rest = ", ".join(filter(None, (inner.office, *parts[1:])))
    return Named(name=inner.name, office=rest)


def _after_office(text: str, words: Words) -> tuple[str | None, str | None]:
    """(name, office) of a text without a comma, the office in front."""
    places = words.places("office", text)
    if not places:
        return text, None
    end = max(e for _, e in places)
    ends = [e for s, e, _ in states_in(text) if s >= places[0][0]]
    end = max([end, *ends])
    rest = text[end:].strip()
    rest = rest[words.opening("honorific", rest) or 0 :].strip(" .")
    tokens = rest.split()
    if not tokens:
        before = text[: places[0][0]].strip()
        return (before or None, text[places[0][0] :]) if not ends else (None, text)
    uncased = not shapes.has_case(rest) and len(tokens) > 2
    run = [] if uncased else _first_run(tokens, words)
    run = [] if len(run) > _MOST_NAME else run
    if run and not (len(run) < len(tokens) and tokens[0][0].islower()):
        return " ".join(run), text[:end].strip()
    last = tokens[-2:] if len(tokens) > 2 else tokens[-1:]
    if all(words.value("name_particle", token) is None for token in last) and len(tokens) > 2:
        cut = text.rfind(last[0])
        return " ".join(last), text[:cut].strip()
    return None, text


def _first_run(tokens: Sequence[str], words: Words) -> list[str]:
    """The capitalised words right after the office, up to an article or the like."""
    run: list[str] = []
    for token in tokens:
        if token[0].islower() and words.value("name_particle", token) is None:
            break
        if words.value("name_particle", token) is not None and not (
            token.isupper() or (run and len(run) < len(tokens) - 1 and _joins(token))
        ):
            break
        run.append(token)
    return run


def _joins(token: str) -> bool:
    """A particle inside a name is short."""
    return len(token) <= 3


def cased(name: str | None) -> str | None:
    """A name in capitals as it is usually written.

    >>> cased("ANDRÉS MANUEL LÓPEZ OBRADOR"), cased("AL-SABAH"), cased("Ned Price"), cased("")
    ('Andrés Manuel López Obrador', 'Al-Sabah', 'Ned Price', None)
    """
    if not name:
        return None
    letters = [c for c in name if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters) and "." not in name:
        return _WORD.sub(lambda m: m[0][0] + m[0][1:].lower(), name)
    return name


def surname(name: str) -> str:
    """The key of the last word of a name.

    >>> surname("Sergey Lavrov"), surname("С.В. Лавров")
    ('lavrov', 'лавров')
    """
    return (normalize.bare(name).split() or [""])[-1]


def fits(short: str, full: str) -> bool:
    """Can the short name stand for the full one: each of its words in it, initials for words?

    >>> fits("S. Lavrov", "Sergey Lavrov"), fits("Price", "Ned Price"), fits("Lavrov", "Lavrova")
    (True, True, False)
    """
    mine, theirs = normalize.bare(short).split(), normalize.bare(full).split()
    if not mine or not theirs or mine[-1] not in theirs:
        return False
    rest = theirs[: theirs.index(mine[-1])]
    return all(any(t == m or (len(m) == 1 and t[0] == m) for t in rest) for m in mine[:-1])


def inflected(a: str, b: str) -> bool:
    """Can the two be one name in two cases: the same number of words, each alike but for its end?

    >>> inflected("Анны Керн", "Анна Керн"), inflected("Ann Lee", "Bob Lee")
    (True, False)
    >>> inflected("Оксани Терлецької", "Оксана Терлецька")
    True
    """
    mine, theirs = normalize.bare(a).split(), normalize.bare(b).split()
    return len(mine) == len(theirs) > 1 and all(map(_same_stem, mine, theirs))


def _same_stem(a: str, b: str) -> bool:
    shared = next(
        (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return a == b or (shared >= 3 and max(len(a), len(b)) - shared <= _ENDING)
