"""Who acts and whom it hits, of the parties of a clause that tells an event.

Knows no word: a cue's value says where its subject does not act (`fault`, `h`).
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.clauses import Clause, agent, placed
from onrecord.annotate.cues import Cue
from onrecord.annotate.party import Party
from onrecord.annotate.politics import FORCE
from onrecord.annotate.reading import Reading, Sentence
from onrecord.annotate.sides import speaker

Parties = tuple[Party, ...]
_BEFORE = 3  # words before a party that may say that it acts
FAULT = "fault"  # of a cue: its subject is accused by who speaks
HOST = "h"  # of a cue: its subject receives who acts


def roles(
    read: Reading, sentence: Sentence, found: Clause, parties: Sequence[Party]
) -> tuple[Parties, Parties]:
    """Who acts, and on whom."""
    cue = found.cue
    acting, hit = _by_place(read, sentence, found, parties)
    if cue.value == HOST and hit and "be" not in found.told:
        return hit, acting
    if cue.value == FAULT:
        return _blaming(read, found), acting
    return acting, hit


def _by_place(
    read: Reading, sentence: Sentence, found: Clause, parties: Sequence[Party]
) -> tuple[Parties, Parties]:
    kind = found.cue.list
    acting = (found.subject,) if found.subject else ()
    others = [p for p in found.objects if p is not found.subject]
    others = _but(acting, others) if read.inflects or read.inverts else others
    hit = [p for p in others if not placed(read, sentence, p)]
    if not hit and (kind in FORCE or read.document.country is None):
        hit = others if kind in FORCE else [p for p in others if p.kind != "place"]
    if found.passive:
        by = agent(read, sentence, found, parties)
        named = tuple(p for p in others if p.named and p.kind != "place")[:1]
        return ((by,) if by else ()), acting or (named if kind == "consult" else ())
    hit = [p for p in hit if p.kind != "third"] or hit
    known = [p for p in hit[:2] if p.named]
    return acting, tuple((known or hit)[:1])


def _but(acting: Sequence[Party], others: list[Party]) -> list[Party]:
    """Parties without those that are who acts, where there are others."""
    own = {m.key() for p in acting for m in p.members}
    kept = [p for p in others if not own.issuperset(m.key() for m in p.members)]
    return kept if any(p.named for p in kept) else others


def doers(
    read: Reading, sentence: Sentence, cue: Cue, left: list[Party], right: list[Party]
) -> tuple[list[Party], list[Party]]:
    """Who does and who suffers what a noun names: those before it do, without another act between
    ("we condemn the attack"); so do those whose adjective it has, and those with a word for by whom
    ("Russian attacks", "attacks by")."""
    acts = [c.last for c in read.acts("events", sentence) if c.last <= cue.first]
    doing = [p for p in left if not any(p.last < n for n in acts)]
    for party in right:
        near = range(max(cue.first, party.first - _BEFORE), party.first)
        marks = [read.marked(sentence, n, "agent") is not None for n in near]
        adjective = party.last == party.first + 1 and read.marked(sentence, party.first - 1, "deed")
        if any(marks) or (adjective is not None and adjective):
            doing.append(party)
    return doing, [p for p in right if p not in doing]


def _blaming(read: Reading, found: Clause) -> Parties:
    """Who says that somebody is at fault."""
    if found.reporter is not None:
        return (found.reporter,)
    own = speaker(read)
    return (Party(found.first, found.first, "us", own, True),) if own else ()
