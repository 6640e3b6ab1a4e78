"""Participants once the turns are known: an official whom a label names in full takes part, and the
office in a label is in the nominative, while a title may have it in another case."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from onrecord.extract import persons
from onrecord.extract.offices import Reader
from onrecord.languages.loader import Language
from onrecord.records import Evidence, Participant, Record, Turn
from onrecord.text.normalize import bare, fold

_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]")
_EDGE = " ,;:.–—-"
_STEM = 3  # letters that two cases of a word share


class Officials(Record, frozen=True, kw_only=True):
    """The participants, and for those that labels add the evidence by field."""

    people: tuple[Participant, ...]
    evidence: dict[str, Evidence]


def with_speakers(
    people: Sequence[Participant], turns: Sequence[Turn], text: str, language: Language
) -> Officials:
    """The participants of the header, then the officials whom labels name in full, in the order in
    which they speak. `text`: of the statement, for the evidence."""
    known = list(people)
    evidence: dict[str, Evidence] = {}
    for turn in turns:
        if turn.role != "official" or turn.speaker is None or turn.label is None:
            continue
        office = _office(turn.label, turn.speaker, language)
        n = next((n for n, p in enumerate(known) if persons.is_same(turn.speaker, p.name)), None)
        if n is not None:
            known[n] = _with_office(known[n], office)
        elif _is_full(turn.speaker) and fold(turn.speaker) in fold(turn.label):
            evidence[f"participants.{len(known)}"] = _evidence(turn, text)
            known.append(_participant(turn.speaker, office, turn.entity, language))
    return Officials(people=tuple(known), evidence=evidence)


def _participant(
    name: str, office: str | None, entity: str | None, language: Language
) -> Participant:
    country = _country(office, language)
    return Participant(name=name, role=office, country=country, entity=entity)


def _evidence(turn: Turn, text: str) -> Evidence:
    span = turn.label_span
    quote = text[span.start : span.end] if span else turn.label
    return Evidence(method="label", span=span, quote=quote)


def _is_full(name: str) -> bool:
    """
    >>> _is_full("Ada Vale"), _is_full("А.Б.Орлов"), _is_full("Vale")
    (True, True, False)
    """
    return len(bare(name).split()) > 1


def _office(label: str, speaker: str, language: Language) -> str | None:
    """What a label prints beside the name, if that is an office."""
    plain = _BRACKETS.sub("", label)
    at = fold(plain).find(fold(speaker))
    if at < 0:
        return None
    beside = (plain[:at].strip(_EDGE), plain[at + len(speaker) :].strip(_EDGE))
    for rest in beside:
        for file in ("names", "speakers"):
            if rest and next(language.forms(file, "office").find(rest), None):
                return rest
    return None


def _country(office: str | None, language: Language) -> str | None:
    """The state whose office it is."""
    reader = Reader(office or "", language)
    found = {reader.country(one) for one in reader.offices()} - {None}
    return found.pop() if len(found) == 1 else None


def _with_office(person: Participant, office: str | None) -> Participant:
    """The participant with the office of his label, where he has none or the same in another
    case."""
    if office is None or office == person.role:
        return person
    if person.role is None or (not office.isupper() and _is_same(person.role, office)):
        return msgspec.structs.replace(person, role=office)
    return person


def _is_same(role: str, office: str) -> bool:
    """Are all words of the first in the second, in order, with other endings?

    >>> _is_same("Министра иностранных дел", "Министр иностранных дел Нордии")
    True
    >>> _is_same("Minister of Ports", "Minister"), _is_same("Minister", "Minister of Ports")
    (False, False)
    """
    mine, theirs = bare(role).split(), bare(office).split()
    rest = iter(theirs)
    same = all(any(_is_form(word, other) for other in rest) for word in mine)
    return same and not set(mine) <= set(theirs)


def _is_form(a: str, b: str) -> bool:
    stem = max(_STEM, min(len(a), len(b)) - 2)
    return a == b or (len(a) > _STEM and a[:stem] == b[:stem])
