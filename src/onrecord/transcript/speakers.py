"""Who a label stands for: the person of the header or of a longer label of the same text.

A surname, initials or an office alone are resolved only if exactly one person fits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.records import Participant
from onrecord.text import normalize
from onrecord.transcript import names
from onrecord.transcript.names import Named
from onrecord.transcript.words import Words


def resolve(
    labels: Sequence[str], participants: Sequence[Participant], words: Words
) -> dict[str, Named]:
    """Each person's label with the full name and the office, as far as the text tells."""
    taken = {label: names.split(label, words) for label in dict.fromkeys(labels)}
    known = _known(taken, participants)
    return {label: _resolved(label, named, known, participants) for label, named in taken.items()}


def as_labelled(
    participants: Sequence[Participant], labels: Sequence[str], words: Words
) -> tuple[Participant, ...]:
    """The participants with their names as the labels print them: a title may have them in another
    case, or with a word too many in front."""
    printed = [
        named.name for label in dict.fromkeys(labels) if (named := names.split(label, words))
    ]
    full = [name for name in printed if name and len(name.split()) > 1 and "." not in name]
    return tuple(_as_labelled(person, full) for person in participants)


def _as_labelled(person: Participant, printed: Sequence[str]) -> Participant:
    for name in printed:
        tail = " ".join(person.name.split()[-len(name.split()) :])
        if name != person.name and (tail == name or names.inflected(tail, name)):
            return msgspec.structs.replace(person, name=name)
    return person


def _known(taken: Mapping[str, Named], participants: Sequence[Participant]) -> tuple[str, ...]:
    """Full names: of the header first, then of labels, without those that another one contains."""
    printed = [named.name for named in taken.values() if named.name]
    keys = {normalize.bare(label) for label in taken}
    found = [p.name for p in participants]
    for name in printed:
        if not any(normalize.bare(name) == normalize.bare(other) for other in found):
            found.append(name)
    return tuple(name for name in found if name.split()) if keys else ()


def _resolved(
    label: str, named: Named, known: Sequence[str], participants: Sequence[Participant]
) -> Named:
    key = normalize.bare(label)
    inside = [p for p in participants if _ends(key, p.name)]
    if len(inside) == 1:
        return Named(name=inside[0].name, office=named.office or inside[0].role)
    if not named.name:
        return _by_office(label, named, participants)
    longer = [n for n in known if len(n) > len(named.name) and names.fits(named.name, n)]
    own = [p.name for p in participants if p.name in longer]
    if len(own or longer) == 1:
        return Named(name=(own or longer)[0], office=named.office)
    suffix = [n for n in known if len(n.split()) > 1 and _ends(key, n)]
    return Named(name=max(suffix, key=len), office=named.office) if suffix else named


def _by_office(label: str, named: Named, participants: Sequence[Participant]) -> Named:
    """An office alone: the one participant who holds it."""
    key = normalize.bare(label)
    holders = [p for p in participants if p.role and key in normalize.bare(p.role)]
    if len(holders) == 1:
        return Named(name=holders[0].name, office=named.office)
    return named


def _ends(label: str, name: str) -> bool:
    """Does the label's key end with the name's?"""
    key = normalize.bare(name)
    return bool(key) and (label == key or label.endswith(" " + key))
