"""What counts as politics in a statement: acts between the speaker's side and others, or of others;
not what a government does within itself.

Without a document's `country` nothing is left out. Knows no word.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.actors import Party
from onrecord.annotate.clauses import Clause, finite
from onrecord.annotate.reading import Reading, Sentence

MUTUAL = frozenset({"consult", "agree", "cooperate"})
FORCE = frozenset({"assault", "coerce", "mobilize", "retreat", "protest", "sanction"})
_UNKNOWN = ("person", "organisation", "office", "state-noun")
_US = ("us", "me")
WEAK = "w"  # of a cue: a word of daily use, an event only between two sides


def political(
    read: Reading,
    sentence: Sentence,
    kind: str,
    found: Clause,
    acting: tuple[Party, ...],
    hit: tuple[Party, ...],
) -> bool:
    """Is it an act of politics? In a statement: one that is finite, and with a party other than the
    speaker's side, or of several sides together."""
    some = [*acting, *hit]
    if not some:
        return False
    if read.document.country is None:
        return True
    if _weak(read, sentence, found):
        return False
    if not acting and found.cue.first == sentence.first:
        return False
    if found.cue.value == WEAK:
        both = kind in MUTUAL and bool(acting) and _together(read, sentence, kind, found, acting)
        return both or _between_two(read, acting, hit)
    if kind in ("consult", "support"):
        some += found.objects
    others = [p for p in some if foreign(read, p, kind)]
    if kind in FORCE:
        return bool(others) or _done_to(kind, found, acting, hit)
    if others and any(p.named for p in some):
        return True
    return kind in MUTUAL and bool(acting) and _together(read, sentence, kind, found, acting)


def _together(
    read: Reading, sentence: Sentence, kind: str, found: Clause, acting: Sequence[Party]
) -> bool:
    """Do several sides act, though only one may be named?"""
    coming = found.modality == "planned" and any(not p.own or p.kind not in _US for p in acting)
    within = any(p.own and p.kind == "state-noun" for p in found.objects)
    if within or (coming and any(p.kind == "people" for p in found.objects)):
        return False
    if kind == "consult" and found.cue.value == "r" and coming:
        return True
    joint = any(cue.list == "joint" for cue in sentence.cues)
    return joint or any(len(p.members) > 1 for p in acting)


def _done_to(kind: str, found: Clause, acting: Sequence[Party], hit: Sequence[Party]) -> bool:
    """Is somebody or something attacked by others than the speaker's side?"""
    by_others = bool(hit) and not any(p.own for p in acting)
    return kind == "assault" and found.cue.value == "v" and by_others and hit[0].named


def _between_two(read: Reading, acting: Sequence[Party], hit: Sequence[Party]) -> bool:
    """Does one side act on another, and are both known?"""
    if not any(p.named for p in acting) or not any(p.named or p.kind == "people" for p in hit):
        return False
    return any(foreign(read, p, "") for p in (*acting, *hit))


def foreign(read: Reading, party: Party, kind: str) -> bool:
    """Is a party one that acts in politics, other than the speaker's side? A person or a body that
    nobody knows is one only where people meet."""
    if party.own or not (party.named or party.kind in ("armed", "state-noun")):
        return False
    if party.kind in _UNKNOWN and kind == "consult":
        return any(m.iso != read.document.country for m in party.members)
    if party.kind in ("armed", "nation"):
        return any(m.iso is None or m.iso != read.document.country for m in party.members)
    home = f"place/{(read.document.country or '').lower()}-"
    return any(
        m.iso != read.document.country
        and (m.iso is not None or not (m.entity or home).startswith(home))
        for m in party.members
    )


def _weak(read: Reading, sentence: Sentence, found: Clause) -> bool:
    """Is a cue a duty, a supposition, an infinitive or a participle, which in a statement tells no
    event?"""
    cue, told = found.cue, found.told
    if read.marked(sentence, cue.first, "auxiliary") == "must":
        return True
    doubt = told.get("hypothetical", told.get("conditional", cue.first))
    if found.modality == "hypothetical" and doubt < cue.first:
        return True
    return not finite(read, sentence, found)
