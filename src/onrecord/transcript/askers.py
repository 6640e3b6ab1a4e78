"""Who asks: the outlet and the name that a label or the first words of a question give."""

from __future__ import annotations

import re

from onrecord.records import Record
from onrecord.transcript import shapes
from onrecord.transcript.words import OUTLET, Words

_END = re.compile(r"[.!?…。？！](?=\s|$|[^\x00-\x7f])")
_PIECES = re.compile(r"\s*[,，;:–—]\s+|\s+[-/]\s+")
_QUOTED = re.compile(r"[«\"“„「『《]([^«»\"“”„「」『』《》]{2,60})[»\"”“」』》]")
_CUT = re.compile(r"[,，]\s*|\s+(?=[^\W\d_]{1,14}\s)")
_REMARK = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]\s*")
_MOST_NAME, _MOST_OUTLET, _MOST_SENTENCES = 4, 6, 3
_LONGEST = 160  # characters of a sentence in which somebody gives his name


class Asker(Record, frozen=True, kw_only=True):
    """The person who asks and the outlet, each as printed or unknown."""

    name: str | None = None
    outlet: str | None = None


def of_label(label: str, opening_end: int, words: Words) -> Asker:
    """What a questioner's label tells behind the word for `question`."""
    outlet: str | None = None
    name: str | None = None
    if words.value("questioner", label) == OUTLET:
        outlet = _without_cue(label, words)
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
    return Asker(name=name, outlet=unquoted(outlet))


def _without_cue(label: str, words: Words) -> str:
    """A label that is an outlet and a word for its reporter, without that word."""
    places = words.places("outlet_cue", label)
    return label[: places[-1][0]] if places and places[-1][1] == len(label) else label


def unquoted(outlet: str | None) -> str | None:
    """An outlet without quotation marks, and without a word in small letters before them.

    >>> unquoted("газета «Северный телеграф»"), unquoted("AFQ"), unquoted("《港口时报》记者")
    ('Северный телеграф', 'AFQ', '港口时报')
    """
    quoted = _QUOTED.search(outlet or "")
    return quoted[1].strip() if quoted else outlet


def of_text(text: str, words: Words) -> Asker:
    """What the first words of a question tell: `Maria Lindqvist, Nordic Wire.`, `Jan from AFP.`"""
    remark = _REMARK.match(text)
    start = remark.end() if remark else 0
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


def of_call(text: str, words: Words) -> Asker:
    """Whom the speaker before calls on: `Let’s go to Tom Abara, Harbour Times.`"""
    last = text.rstrip(" .!?…。:")[-_LONGEST:]
    starts = [m.end() for m in _END.finditer(last)]
    sentence = last[starts[-1] :].strip() if starts else last
    for cut in _CUT.finditer(sentence):
        left, right = sentence[: cut.start()].split(), sentence[cut.end() :]
        name: list[str] = []
        while left and len(name) < _MOST_NAME and left[-1][:1].isupper():
            name.insert(0, left.pop())
        if not name:
            continue
        cue = words.opening("outlet_cue", right)
        if not cut[0].startswith((",", "，")) and not cue:
            continue
        told = _pair(" ".join(name), right[cue or 0 :].strip(), words)
        if told.outlet and len(told.name.split() if told.name else ()) > 1:
            return told
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
    outlet = len(pieces) == 1 and _is_outlet(text, words)
    return Asker(outlet=unquoted(text.strip()) if outlet else None)


def _pair(name: str, outlet: str, words: Words) -> Asker:
    """Both, if they look like it."""
    first, _, rest = outlet.partition(" ")
    if rest and first.islower() and words.value("name_particle", first) is not None:
        outlet = rest
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
        return Asker(name=name.strip(), outlet=unquoted(outlet.strip()))
    return Asker()


def _is_outlet(text: str, words: Words) -> bool:
    """Words of a name, one of them a word for what outlets are: `Radio Sarn`."""
    few = 1 < len(text.split()) <= _MOST_OUTLET and text[:1].isupper()
    return few and bool(words.places("outlet_word", text)) and _is_title(text, words)


def _is_title(text: str, words: Words) -> bool:
    """Words of an outlet's name: capitals but for small words between."""
    found = text.split()
    small = [t for t in found if not any(c.isupper() or c.isdigit() for c in t)]
    ok = all(words.value("name_particle", t.strip(".,")) is not None for t in small)
    return bool(found) and len(small) < len(found) and ok
