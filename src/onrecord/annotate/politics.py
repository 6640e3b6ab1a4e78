"""What counts as politics in a statement: acts between the speaker's side and others, or of others;
not what a government does within itself.

News are not sifted. Knows no word.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.antecedents import counterpart
from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Clause
from onrecord.annotate.heads import heads, owner
from onrecord.annotate.party import Party
from onrecord.annotate.predicates import NOUN, finite
from onrecord.annotate.prepositions import addressed
from onrecord.annotate.reading import Reading, Sentence
from onrecord.annotate.sides import adjective_of

MUTUAL = frozenset({"consult", "agree", "cooperate"})
FORCE = frozenset({"assault", "coerce", "mobilize", "retreat", "protest", "sanction"})
_ABOUT = ("accuse", "request")
_TOLD = frozenset({"support", "reject", "agree", "concede", "threaten"})
_FORCEFUL = frozenset({"assault", "coerce", "retreat", "concede"})
_SAID = frozenset({"accuse", "aid", "reject", "request", "threaten"})
_AROUND = 60  # words before a sentence in which another state may have been named
_PEOPLE = ("people", "state-noun", "person")
_CITIZENS = ("people", "person")  # who may be at home and be asked for something
_OBJECTS = frozenset({"consult", "support", "sanction"})  # told of whoever follows
_NEAR = 5  # words from a demand or a blame to what it is about
_US = ("us", "me")
_HELPING = ("future", "must", "hypothetical", "conditional", "intended", "aspect", "to", "negated")
_SINGLE = ("state", "person", "organisation", "office", "place")
SURE = ("sure", "act")  # of a cue: what is said so is said between states
_MEETING = ("r", "h", "t")  # of a cue: people meet
TALK = "t"  # of a cue: a word for what is talked about, with whoever was named before
NEWS = "news"  # of a cue: words that tell an event in the news only ("plans to")
TOGETHER = "both"  # of a cue: several do it together
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
    some = [*acting, *hit] or [*(found.objects if kind == "consult" else ())]
    if not some:
        return False
    if not read.document.official:
        return True
    if found.cue.value == NEWS or _weak(read, sentence, found):
        return False
    if kind in _TOLD and not all(_heads(read, sentence, found, p) for p in acting[:1]):
        return False
    if not _actor(read, sentence, found, kind, acting):
        return False
    if read.document.country is None:  # of a body of several states, or unknown
        return any(p.named or p.kind in (*_US, "state-noun") for p in some)
    alone = found.last == found.cue.last and found.cue.last - found.cue.first == 1
    whole = not alone or found.passive or bool(hit)
    if found.cue.value in SURE and whole and _between_states(found, acting, hit):
        return True
    others = found.objects if kind == "consult" and not acting else ()
    if any(p.kind not in _US for p in hit) and all(_at_home(read, p) for p in (*some, *others)):
        return False
    if found.cue.value == WEAK:
        both = kind in MUTUAL and bool(acting) and _together(read, sentence, kind, found, acting)
        return both or _between_two(read, acting, hit)
    if read.fences or kind in _OBJECTS or kind in (_SAID if read.inflects else ("aid",)):
        some += found.objects
    others = tuple(p for p in some if foreign(read, p, kind))
    if kind == "consult" and any(p.named for p in acting):
        others += tuple(p for p in hit if p.kind == "person" and _met(read, sentence, found, p))
    if kind in FORCE:
        done = bool(others) or _done_to(kind, found, acting, hit)
        return done or _ours(read, sentence, kind, found, acting, hit)
    if others and any(p.named for p in some):
        return True
    if _spoken(read, sentence, kind, found, acting):
        return True
    if _ours(read, sentence, kind, found, acting, hit):
        return True
    return kind in MUTUAL and bool(acting) and _together(read, sentence, kind, found, acting)


def _met(read: Reading, sentence: Sentence, found: Clause, party: Party) -> bool:
    """Is a person one with whom somebody meets: after a preposition, be it the last word of a
    cue?"""
    with_whom = read.marked(sentence, found.cue.last - 1, "company") is not None
    return with_whom or addressed(read, sentence, party)


def _heads(read: Reading, sentence: Sentence, found: Clause, party: Party) -> bool:
    """Is who acts the subject of the verb, where it stands before it?"""
    if found.passive or party.first >= found.cue.first:
        return True
    return heads(read, sentence, found.cue, party, found.first, far=found.reporter is not None)


def _between_states(found: Clause, acting: Sequence[Party], hit: Sequence[Party]) -> bool:
    """Does a state, a body or who speaks for it do what is done between states, and to nobody who
    may be at home?"""
    speaks = any(p.named or (p.kind == "state-noun" and p.last <= found.cue.first) for p in acting)
    if found.cue.list == "accuse":  # whoever suffers what is blamed
        return speaks
    return speaks and not any(p.kind in ("people", "state-noun") and not p.named for p in hit)


def _spoken(
    read: Reading, sentence: Sentence, kind: str, found: Clause, acting: Sequence[Party]
) -> bool:
    """Is it said of talks with somebody from abroad who was named before ("The Secretary also
    discussed ..."), or of an act of force?"""
    if not any(p.named and p.kind != "place" for p in acting):
        return False
    if kind in _ABOUT and _about_force(read, sentence, found):
        return True
    talk = found.cue.value == TALK or kind in ("agree", "request")
    talk = talk or (read.inverts and kind == "consult" and found.cue.value == TOGETHER)
    return talk and (
        counterpart(read, sentence) or (read.inflects and _near_others(read, sentence))
    )


def _ours(
    read: Reading,
    sentence: Sentence,
    kind: str,
    found: Clause,
    acting: Sequence[Party],
    hit: Sequence[Party],
) -> bool:
    """Does the speaker's side act where another state is spoken of: by the state's name, with words
    that are said to others, or on people that are there?"""
    if not (read.fences or read.inflects or read.inverts):
        return False
    if any(p.kind == "state" and _at_home(read, p) for p in acting[:1]):
        return read.abroad(sentence)
    if not _near_others(read, sentence):
        return False
    ours = any(p.own or (read.fences and _at_home(read, p)) for p in acting[:1])
    met = read.fences and kind in ("agree", "support") and counterpart(read, sentence)
    if ours and (kind in _SAID or met or (kind == "agree" and acting[0].kind == "us")):
        return kind != "request" or not hit or any(p.kind not in _CITIZENS for p in hit)
    some = (*acting, *hit, *found.objects)
    if kind == "consult" and any(p.kind == "person" and not p.own for p in some):
        return any(p.named and _at_home(read, p) for p in some)
    if kind == "sanction" and read.inflects and found.passive and not acting:
        return any(p.own for p in hit)
    there = any(p.kind in _PEOPLE and not p.own for p in (*hit, *found.objects))
    if kind in ("assault", "coerce"):
        return there
    return there and ((kind == "aid" and bool(acting)) or (kind == "accuse" and not acting))


def _near_others(read: Reading, sentence: Sentence) -> bool:
    """Is another state, its place or who speaks for it named in a sentence or shortly before?"""
    home = read.document.country
    around = range(max(0, sentence.first - _AROUND), sentence.last)
    return any(
        m["country"] not in (None, home) and m["kind"] != "organisation"
        for n in around
        for m in read.entities.get(n, ())
    ) or any(adjective_of(read.words[n]) not in (None, home) for n in around)


def _about_force(read: Reading, sentence: Sentence, found: Clause) -> bool:
    """Is what is condemned or asked for an act of force or its end, whoever does it?"""
    after = range(found.cue.last, found.cue.last + _NEAR)
    return any(c.list in _FORCEFUL and c.first in after for c in read.acts("events", sentence))


def _at_home(read: Reading, party: Party) -> bool:
    """Is a party the speaker's side and nobody else?"""
    home = read.document.country
    return home is not None and all(m.iso == home for m in party.members)


def _together(
    read: Reading, sentence: Sentence, kind: str, found: Clause, acting: Sequence[Party]
) -> bool:
    """Do several sides act, though only one may be named?"""
    coming = found.modality == "planned" and any(not p.own or p.kind not in _US for p in acting)
    within = any(p.own and p.kind == "state-noun" for p in found.objects)
    if within or (coming and any(p.kind == "people" for p in found.objects)):
        return False
    if kind == "consult" and found.cue.value in _MEETING and coming and read.abroad(sentence):
        return True
    home = read.document.country
    if any(len(p.members) > 1 and any(m.iso != home for m in p.members if m.iso) for p in acting):
        return True
    return any(cue.list == "joint" for cue in sentence.cues) and read.abroad(sentence)


def _actor(
    read: Reading, sentence: Sentence, found: Clause, kind: str, acting: Sequence[Party]
) -> bool:
    """Does one act who can: no place? In the passive, of a meeting, and after a name that nobody
    knows, it need not be said who."""
    if acting:
        if kind == "consult" and all(p.kind == "people" and not p.named for p in acting):
            return False
        able = kind in FORCE or not all(owner(read, p) for p in acting)
        return able and any(p.kind != "place" for p in acting)
    n = found.cue.first - 1
    if n < sentence.first:
        return read.inverts and kind == "consult" and len(found.objects) > 1
    return found.passive or kind == "consult" or read.text[read.starts[n]].isupper()


def _done_to(kind: str, found: Clause, acting: Sequence[Party], hit: Sequence[Party]) -> bool:
    """Is somebody or something attacked by others than the speaker's side?"""
    by_others = bool(hit) and not any(p.own for p in acting)
    self_told = bool(hit) and hit[0].kind == "me"  # what befell who speaks
    return (
        kind == "assault"
        and found.cue.value == "v"
        and by_others
        and not self_told
        and hit[0].named
    )


def _between_two(read: Reading, acting: Sequence[Party], hit: Sequence[Party]) -> bool:
    """Does one side act on another, and are both known?"""
    if not any(p.named for p in acting) or not any(p.named or p.kind == "people" for p in hit):
        return False
    return any(foreign(read, p, "") for p in (*acting, *hit))


def foreign(read: Reading, party: Party, kind: str) -> bool:
    """Is a party one that acts in politics, other than the speaker's side? A person or a body that
    nobody knows is one only where people meet."""
    if party.kind == "other":
        return True
    if party.kind == "office" and all(m.iso is None and not m.entity for m in party.members):
        return True  # of a body
    if party.own:
        return read.fences and len(party.members) > 1 and not _at_home(read, party)
    if not (party.named or party.kind in ("armed", "state-noun", "side")):
        return False
    if party.kind in ("armed", "nation", "side"):
        return any(m.iso is None or m.iso != read.document.country for m in party.members)
    home = f"place/{(read.document.country or '').lower()}-"
    return any(
        m.iso != read.document.country
        and (m.iso is not None or not (m.entity or home).startswith(home))
        for m in party.members
    )


def discordant(read: Reading, cue: Cue, subject: Party | None) -> bool:
    """Has a word the ending of a verb of one subject, and stands after a subject that takes none
    ("we ... the protests")? Then it is a noun."""
    if not read.agrees or cue.last - cue.first > 1 or subject is None:
        return False
    several = subject.kind in _US or len(subject.members) > 1
    return several and read.ends(cue.first, "third") and not read.unmarked(cue.first)


def bare(read: Reading, sentence: Sentence, found: Clause) -> bool:
    """Is a verb without ending or helping word none: a noun, or one more infinitive of a row ("to
    meet you and strengthen our ties")? So where a subject of one needs an ending."""
    cue, told, subject = found.cue, found.told, found.subject
    if not read.agrees or cue.value in NOUN or not read.unmarked(cue.first):
        return False
    helped = max((told[v] for v in _HELPING if v in told), default=-1)
    if told.get("to", -1) > helped and told.get("to") != cue.first - 1:
        return True
    single = subject is not None and subject.kind in _SINGLE and len(subject.members) == 1
    return single and helped < 0


def _weak(read: Reading, sentence: Sentence, found: Clause) -> bool:
    """Is a cue a duty, a supposition, an infinitive or a participle, which in a statement tells no
    event?"""
    cue, told = found.cue, found.told
    if read.marked(sentence, cue.first, "auxiliary") == "must" or (
        read.inflects and "must" in told
    ):
        return True
    doubt = told.get("hypothetical", told.get("conditional", cue.first))
    if found.modality == "hypothetical" and doubt < cue.first:
        return True
    return not finite(read, sentence, found)
