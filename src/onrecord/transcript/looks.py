"""What a label tells by itself, wherever it stands: looked at once for each label of a text."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.records import Record
from onrecord.text import normalize
from onrecord.transcript import shapes
from onrecord.transcript.words import Words

ROLE_LISTS = ("questioner", "answerer", "moderator", "interpreter", "audience")
_SENTENCE, _LONG = 30, 110  # characters from which a label may be a sentence, and is too long
_NUMBER = re.compile(r"\s+(?:n[o°º]?\.?\s*)?\d{1,3}$", re.IGNORECASE)


class Look(Record, frozen=True, kw_only=True):
    """`key`: the label for comparison; `last`: its last word, a surname mostly; `role`: the role
    list that it belongs to; `told`: a name with words that tell who it is; `address`: how one is
    spoken to; `words`: its words that are no particles."""

    key: str
    last: str
    caps: bool
    name: bool
    told: bool
    role: str | None
    office: bool
    honorific: bool
    address: bool
    words: int


class Looks:
    """The looks of the labels of one text."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._known: dict[str, Look | None] = {}

    def at(self, label: str) -> Look | None:
        """The look of a label, or `None` for what cannot be one."""
        if label not in self._known:
            self._known[label] = look(label, self.words)
        return self._known[label]


@lru_cache(maxsize=2048)  # those who speak on one page speak on the next
def look(label: str, words: Words) -> Look | None:
    """What a label tells; `None` for a sentence, a word that is none, a quotation cut in two."""
    if len(label) > _SENTENCE and shapes.is_sentence(label):
        return None
    plain = shapes.without_brackets(label)
    if not plain or not any(c.isalpha() for c in plain) or label.count('"') == 1:
        return None
    if words.value("no_label", plain) is not None:
        return None
    caps = shapes.is_caps(label, words)
    if len(label) > _LONG and not caps:
        return None
    role = role_of(label, words)
    key = normalize.bare(plain) or plain
    return Look(
        key=key,
        last=_last(plain, key),
        caps=caps,
        name=shapes.is_name(label, words),
        told=shapes.is_apposition(label, words) or shapes.is_description(label),
        role=role,
        office=role is None and bool(words.places("office", plain)),
        honorific=role is None and words.opening("honorific", plain) is not None,
        address=role is None and shapes.is_address(label, words),
        words=sum(words.value("name_particle", token) is None for token in key.split()),
    )


def role_of(label: str, words: Words) -> str | None:
    """The role list of a label: the label itself, or its first word before a name or an outlet."""
    plain = _NUMBER.sub("", shapes.without_brackets(label)).rstrip(" .")
    for name in ROLE_LISTS:
        if words.value(name, plain) is not None or words.value(name, label) is not None:
            return name
    for name in ROLE_LISTS:
        end = words.opening(name, plain)
        if end is None or not 0 < len(plain) - end <= 60 or end < 3:
            continue
        rest = plain[end:].strip(" ,-–—/")
        cue = words.opening("outlet_cue", rest)
        if shapes.is_name(rest[cue:].strip() if cue else rest, words) and plain[end] in " ,-–—/":
            return name
    return None


def _last(plain: str, key: str) -> str:
    """The last word of the name, or of what stands before a comma."""
    words = normalize.bare(plain.partition(",")[0]).split() or key.split()
    return words[-1] if words else key
