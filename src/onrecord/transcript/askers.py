"""Who asks: the outlet and the name that a label or the first words of a question give."""

from __future__ import annotations

import re

from onrecord.records import Record
from onrecord.transcript import shapes
from onrecord.transcript.words import Words

_END = re.compile(r"[.!?…。？！](?=\s|$|[^\x00-\x7f])")
_PIECES = re.compile(r"\s*[,，;:–—]\s+|\s+[-/]\s+")
_MOST_NAME, _MOST_OUTLET, _MOST_SENTENCES = 4, 6, 3
_LONGEST = 160  # characters of a sentence in which somebody gives his name


class Asker(Record, frozen=True, kw_only=True):
    """The person who asks and the outlet, each as printed or unknown."""

    name: str | None = None
    outlet: str | None = None


def of_label(label: str, opening_end: int, words: Words) -> Asker:
    """What a questioner's label tells behind the word for `question`."""
    outlet = name = None
    for remark in shapes.bracketed(label):
        if words.value("relayed", remark) is None and words.value("stage_note", remark) is None:
            told = _told(remark, words)
            outlet, name = told.outlet or (None if told.name else remark), told.name
    rest = shapes.without_brackets(label)[opening_end:].strip(" ,-–—/")
    if rest and not rest.isdigit():
        told = _told(rest, words)
        if told.outlet or told.name:
            name, outlet = told.name or name, told.outlet or outlet
        elif shapes.is_name(rest, words):
            name = rest
    return Asker(name=name, outlet=outlet)


def of_text(text: str, words: Words) -> Asker:
    """What the first words of a question tell: `Maria Lindqvist, Nordic Wire.`, `Jan from AFP.`"""
    start = 0
    for _ in range(_MOST_SENTENCES):
        end = _sentence_end(text, start)
        sentence, greeted = _without_greeting(text[start:end].strip(), words)
        told = _told(sentence, words)
        if told.outlet:
            return told
        if not greeted or len(sentence.split()) > _MOST_NAME or end >= len(text):
            return Asker()
        start = end + 1
    return Asker()


def _sentence_end(text: str, start: int) -> int:
    found = _END.search(text, start, start + _LONGEST)
    return found.start() if found else min(len(text), start + _LONGEST)


def _without_greeting(sentence: str, words: Words) -> tuple[str, bool]:
    """What is left of a sentence after `Hello`, `thank you`, `my name is`."""
    greeted = False
    for _ in range(_MOST_SENTENCES):
        end = words.opening("asker", sentence)
        if not end:
            break
        sentence, greeted = sentence[end:].strip(" ,;:–—-"), True
    return sentence, greeted


def _told(text: str, words: Words) -> Asker:
    """A name and an outlet: `NAME, OUTLET`, `NAME from OUTLET`, `NAME (OUTLET)`."""
    inner = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", text)
    if inner:
        return _pair(inner[1], inner[2], words)
    pieces = [piece for piece in _PIECES.split(text) if piece]
    if len(pieces) == 2:
        end = words.opening("outlet_cue", pieces[1])
        return _pair(pieces[0], pieces[1][end:].strip() if end else pieces[1], words)
    if len(pieces) == 1:
        tokens = text.split()
        for at in range(1, min(len(tokens) - 1, _MOST_NAME + 1)):
            if words.value("outlet_cue", tokens[at]) is not None and tokens[at].islower():
                return _pair(" ".join(tokens[:at]), " ".join(tokens[at + 1 :]), words)
    return Asker()


def _pair(name: str, outlet: str, words: Words) -> Asker:
    """Both, if they look like it."""
    outlet = (
        re.sub(r"^(?:[^\W\d_]{1,3}\s+)?(?=[^\W\d_])", "", outlet) if outlet.islower() else outlet
    )
    if (
        len(name.split()) <= _MOST_NAME
        and len(outlet.split()) <= _MOST_OUTLET
        and name[:1].isupper()
        and shapes.is_name(name, words)
        and _is_title(outlet, words)
        and not words.places("office", outlet)
        and words.value("no_label", name) is None
        and words.opening("asker", name) is None
    ):
        return Asker(name=name.strip(), outlet=outlet.strip())
    return Asker()


def _is_title(text: str, words: Words) -> bool:
    """Words of an outlet's name: capitals but for small words between."""
    found = text.split()
    small = [t for t in found if not any(c.isupper() or c.isdigit() for c in t)]
    ok = all(words.value("name_particle", t.strip(".,")) is not None for t in small)
    return bool(found) and len(small) < len(found) and ok
