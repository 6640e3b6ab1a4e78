"""The layer `commitment`: words that bind, or claim to bind, somebody to what is to come.

The lexicon is `languages/*/commitments.toml`. Courtesy, the management of the talk and what merely
will happen are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.annotate import actors, conditions
from onrecord.annotate.beneficiaries import beneficiary
from onrecord.annotate.clauses import GOAL, MUTUAL, clause
from onrecord.annotate.cues import Cue
from onrecord.annotate.demands import demanded
from onrecord.annotate.document import Document
from onrecord.annotate.dues import due
from onrecord.annotate.frames import Clause, closing, content, room, rule, span_of
from onrecord.annotate.heads import heads, is_thing, plural
from onrecord.annotate.joins import alone, joined, joins, verbs
from onrecord.annotate.party import Party
from onrecord.annotate.prepositions import addressed
from onrecord.annotate.reading import STRONG, Reading, Sentence, reading
from onrecord.annotate.rows import parts
from onrecord.annotate.sides import speaker
from onrecord.annotate.talk import talks
from onrecord.records import Annotation, Span

ANNOTATOR = "commitments"
_STRENGTHS = frozenset({"pledge", "agreement", "intention", "obligation", "demand"})
_FOLLOWS = "follow_up"
_AIMED = 4  # words from an aim to its infinitive
_ORDER = "order"  # of a cue: the words of who may give orders
_DOING = "doing"  # of a cue: what is done follows, as a participle ("focused on building")
_VAGUE, _ITEM, _MEASURE = "vague", "item", "measure"
_NONE, _CLOSING = "no_commitment", "last"
_CONTENT = 30  # words of what is to be so
_BELIEF = "belief"  # what somebody hopes or expects binds nobody
_CUES = _STRENGTHS | {_FOLLOWS, _VAGUE, _ITEM}
_SEVERAL = "several"  # of a cue: what only several do together is to come ("decided to")
_IMPERSONAL = "none"  # of a cue: no subject says who ("it is planned to"), so nobody is named
_VALUES = "values"  # of a cue: what a firm binds itself to, and a state only stands for
_SELF = ("me", "us")
_BINDING = ("state-noun", "people", "armed")  # who may bind themselves without a name
_LEADING = ("auxiliary", "preposition", "subordinator", "conjunction", "determiner", "us", "me")
# values of words that may hold the verb itself
_WITH_VERB = ("own", "noun", "will", "passive", "True")
_OPENING = 3  # words that may stand before the clause
_WITH_CONTENT = "comp"  # of a verb: it binds only with what is decided
_CHARGE = "charge"  # of a verb: another is charged with it
_LEAST = 3  # an action has some words
_BELIEVED = 12  # words from a belief to what is believed


def annotate(document: Document) -> Iterator[Annotation]:
    """The commitments of a document, in order."""
    read = reading(document)
    if read.asking:
        return
    for sentence, parties in actors.named(read):
        yield from commitments(read, sentence, parties)


def commitments(
    read: Reading, sentence: Sentence, parties: Sequence[Party]
) -> Iterator[Annotation]:
    """The commitments of a sentence."""
    if read.words[sentence.last - 1] == "?":
        return
    found = read.acts("commitments", sentence)
    promises = [cue for cue in found if cue.list in _CUES]
    if not promises:
        return
    held = conditions.conditions(read, sentence, promises, parties)
    outcome = next((c for c in found if c.list == "outcome"), None)
    end, previous = sentence.first, (-_LEAST, "")
    for cue in promises:
        inside = cue.first < end and cue.value != "own" and not joined(read, sentence, cue)
        if inside or conditions.within(held, cue):
            continue
        here, near = conditions.framed(sentence, parties, held, cue)
        about = conditions.cut(clause(read, here, cue, near), held)
        if cue.value != "aim":
            about = alone(read, sentence, about, verbs(read, sentence, promises))
        if cue.list == _VAGUE and not _measured(read, sentence, about, found):
            continue
        strength = _strength(read, here, cue, about)
        talked = cue.list not in (_FOLLOWS, _ITEM) and talks(read, here, about)
        if strength == "pledge" and (talked or _believed(read, sentence, cue, found)):
            continue
        if strength is None or room(read, about) < _least(read, cue):
            continue
        if cue.first - previous[0] <= 1 and strength == previous[1]:
            continue
        if _harmless(read, about, found):
            continue
        about = _until_joined(read, sentence, about, promises)
        end, previous = about.last, (cue.last, strength)
        for part in parts(read, sentence, _whole(read, sentence, about)):
            upon = conditions.condition_of(read, sentence, part, held)
            by = due(read, here, part)
            more = {
                "beneficiary": beneficiary(read, sentence, part, near),
                "condition": read.text[upon.start : upon.end] if upon else None,
                "condition_span": upon,
                "due": by.date if by else None,
                "due_span": by.span if by else None,
            }
            yield _annotation(read, sentence, part, strength, outcome, more)


def _least(read: Reading, cue: Cue) -> int:
    """How many words must say what is to be done."""
    if cue.list == _FOLLOWS or cue.value == "noun":
        return 0
    if cue.value == "own":
        return int(read.drops)
    return _LEAST - read.inflects


def _until_joined(
    read: Reading, sentence: Sentence, about: Clause, promises: Sequence[Cue]
) -> Clause:
    """A clause without the verb that a conjunction joins to it."""
    for cue in promises:
        if about.cue.last < cue.first < about.last and joined(read, sentence, cue):
            return about._replace(last=cue.first - 1)
    return about


def _strength(read: Reading, sentence: Sentence, cue: Cue, about: Clause) -> str | None:
    subject = about.subject
    if cue.list == _FOLLOWS:
        return "pledge" if subject is None or subject.own else None
    if cue.list == _ITEM:
        return "pledge" if _opens(read, sentence, cue) else None
    if _incomplete(read, sentence, about) or (cue.value == _VALUES and read.document.official):
        return None
    if cue.value == "aim":
        return cue.list if read.marked(sentence, closing(read, about), "auxiliary") else None
    if cue.value in ("own", "passive", _IMPERSONAL):
        return "pledge" if cue.list == _VAGUE else cue.list
    if _conditional(read, sentence, about) or _related(read, sentence, cue):
        return None
    if cue.value == _ORDER:
        return cue.list
    if cue.list == "demand":
        return "demand" if demanded(read, sentence, cue, about) else None
    if cue.list == "obligation":
        return cue.list if cue.value != _CHARGE or about.passive or about.objects else None
    if cue.value in ("to", _WITH_CONTENT) and not _verbal(read, sentence, about):
        return None
    if cue.value == GOAL and not _aimed(read, sentence, cue):
        return None
    if _denied(cue, about):
        return None
    if cue.value == "verb" and not read.ends(min(cue.last, sentence.last - 1), "infinitive"):
        return None
    if subject is None or (cue.value == _SEVERAL and len(subject.members) == 1):
        return None
    if cue.value == "will" and not _willed(read, sentence, about, subject):
        return None
    if cue.value == "noun":
        return cue.list
    if read.inflects and addressed(read, sentence, subject):
        return None
    own = subject.own or read.ours(m.iso for m in subject.members)
    if not own and about.reporter is None and not _leads(read, sentence, about):
        return None
    if cue.value == "reported" and (about.reporter is None or not subject.named):
        return None
    if cue.value == "will" and read.fences and len({m.iso for m in subject.members}) > 1:
        return "agreement"
    if cue.value in ("will", "reported", "shall"):
        return _coming(read, sentence, about, subject)
    return _bound(read, cue, subject)


def _coming(read: Reading, sentence: Sentence, about: Clause, subject: Party) -> str | None:
    """What is said to come: an obligation of others where it "shall", else a pledge."""
    cue, far = about.cue, about.reporter is not None
    known = (subject.named and subject.kind != "place") or subject.kind == "state-noun"
    if not (subject.own or known):
        return None
    if not heads(read, sentence, cue, subject, about.first, far=far):
        return None
    return "obligation" if cue.value == "shall" and subject.kind not in _SELF else "pledge"


def _bound(read: Reading, cue: Cue, subject: Party) -> str | None:
    """How strongly words bind a subject that may bind itself."""
    bound = subject.named or subject.own or (read.inflects and subject.kind in _BINDING)
    if not bound or (cue.value == _DOING and not read.ends(cue.last, "present")):
        return None
    return "pledge" if cue.list == _VAGUE else cue.list


def _incomplete(read: Reading, sentence: Sentence, about: Clause) -> bool:
    """Do words bind only with what should follow them, a participle or what is decided?"""
    cue = about.cue
    if cue.value == "passive":
        return not read.ends(min(cue.last, sentence.last - 1), "past")
    return cue.value in (_WITH_CONTENT, _CHARGE) and not content(read, about)


def _leads(read: Reading, sentence: Sentence, about: Clause) -> bool:
    """Does a clause begin its sentence, or follow what is said first and its comma?"""
    first = about.first
    if about.cue.first in joins(read, sentence):
        return True
    if joined(read, sentence, about.cue) and about.subject is not None:
        first = min(first, about.subject.first)
    if first <= sentence.first + _OPENING:
        return True
    n = first - 1
    while n > sentence.first and read.marked(sentence, n, "determiner"):
        n -= 1
    return read.inflects and read.words[n] == "," and about.subject is not None


def _denied(cue: Cue, about: Clause) -> bool:
    """Is it denied that something was promised or agreed?"""
    far = cue.first - about.told.get("negated", cue.first)
    return (cue.value == MUTUAL or (cue.value, cue.list) == ("to", "pledge")) and 0 < far <= 2


def _aimed(read: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Does an infinitive follow?"""
    last = min(cue.last + _AIMED, sentence.last)
    return any(read.ends(n, "infinitive") for n in range(cue.last, last))


def _willed(read: Reading, sentence: Sentence, about: Clause, subject: Party) -> bool:
    """Does somebody do what will be: no thing, nobody who only has to, and not in the passive,
    where the same words tell the future and the passive?"""
    cue = about.cue
    if about.told.get("must", cue.first) < cue.first or is_thing(read, sentence, cue, subject):
        return False
    passive = read.ends(closing(read, about), "perfect") or about.told.get("to") == cue.first - 1
    return not (read.fences and passive)


def _measured(read: Reading, sentence: Sentence, about: Clause, found: Sequence[Cue]) -> bool:
    """Does a figure or an instrument say by what one could later tell whether it was done?"""
    return any(read.words[n][0].isdigit() for n in range(sentence.first, about.last)) or any(
        cue.list == _MEASURE and cue.first < about.last for cue in found
    )


def _opens(read: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Does a verb without a subject open its sentence, as in a list of undertakings?"""
    return not any(read.words[n][0].isalnum() for n in range(sentence.first, cue.first))


def _related(read: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Does a relative pronoun stand right before the words, as in "a law that will help"?"""
    before = cue.first - 1
    if before <= sentence.first or not read.marked(sentence, before, "subordinator"):
        return False
    led = (n for n in (before - 1, before - 2) if n > sentence.first and read.drops)
    return not any(
        read.marked(sentence, n, "preposition") for n in led
    )  # "in which they undertake"


def _conditional(read: Reading, sentence: Sentence, about: Clause) -> bool:
    doubts = (about.told.get(name) for name in ("hypothetical", "conditional"))
    return any(at is not None and at < about.cue.first for at in doubts)


def _verbal(read: Reading, sentence: Sentence, about: Clause) -> bool:
    """Is a word that promises a verb that says so, and no noun ("the promises that")?"""
    before = about.cue.first - 1
    article = before >= sentence.first and not read.fences
    noun = article and read.marked(sentence, before, "determiner") is not None
    inside = any(m["words"][0] <= before < m["words"][1] for m in read.entities.get(before, ()))
    name = before >= sentence.first and read.text[read.starts[about.cue.first]].isupper()
    subject = read.marked(sentence, min(about.cue.last, sentence.last - 1), "auxiliary") == "be"
    if (noun and not inside) or name or subject or plural(read, about.cue, about.subject):
        return False
    participle = read.ends(about.cue.first, "present") and before >= sentence.first
    governed = participle and read.marked(sentence, before, "preposition", "linker") is not None
    return not governed and about.told.get("to") != before


def _harmless(read: Reading, about: Clause, found: Sequence[Cue]) -> bool:
    """Does the verb at the end of the clause promise nothing ("wird ... treffen")?"""
    last = closing(read, about)
    return any(c.list == _NONE and c.value == _CLOSING and c.first <= last < c.last for c in found)


def _whole(read: Reading, sentence: Sentence, about: Clause) -> Clause:
    """The clause with what is to be so, where that follows ("will ensure that ...")."""
    at = about.last
    if at >= sentence.last or read.marked(sentence, at, "subordinator") != "that":
        return about
    end = min(at + _CONTENT, sentence.last)
    stop = next((n for n in range(at, end) if read.words[n] in STRONG), end)
    commas = [n for n in range(at + _LEAST, stop) if read.words[n] == ","]
    return about._replace(last=commas[0] if commas else stop)


def _believed(read: Reading, sentence: Sentence, cue: Cue, found: Sequence[Cue]) -> bool:
    """Is it only what somebody hopes, believes or expects ("I am sure that we will")?"""
    if cue.value not in ("will", "own", "reported", "passive"):
        return False
    beliefs = {other.last for other in found if other.list == _BELIEF}
    for n in range(cue.first, max(sentence.first, cue.first - _BELIEVED), -1):
        if n in beliefs:
            return True
        if read.words[n - 1] in STRONG:
            return False
    return False


def _action(read: Reading, sentence: Sentence, about: Clause) -> Span:
    """The words that say what: from the verb on, or from a negation before it, so that what is
    denied is never read as promised."""
    cue = about.cue
    first = cue.last
    if cue.value in _WITH_VERB and read.marked(sentence, first - 1, *_LEADING) is None:
        first -= 1
    denied = [
        n
        for n in range(about.first, cue.last)
        if read.marked(sentence, n, "auxiliary") == "negated"
    ]
    first = min([first, *(min(n, cue.first) if n >= cue.first else n for n in denied[:1])])
    return span_of(read, min(first, about.last - 1), max(about.last, cue.last))


def _annotation(
    read: Reading,
    sentence: Sentence,
    about: Clause,
    strength: str,
    outcome: Cue | None,
    more: dict[str, Any],
) -> Annotation:
    span = span_of(read, about.first, about.last)
    action = _action(read, sentence, about)
    party = about.subject if about.cue.value != "aim" else None
    asked = about.cue.value in ("ask", _ORDER)
    if (asked or about.cue.value == _CHARGE) and not about.passive:
        party = about.objects[0] if about.objects else None
    members = actors.told([party]) if party else []
    if not members and about.cue.value != _IMPERSONAL:
        members = [member.told() for member in speaker(read)]
    reporter = about.reporter
    return Annotation(
        layer="commitment",
        span=span,
        quote=read.text[span.start : span.end],
        value={
            "actor": members,
            **more,
            "action": read.text[action.start : action.end],
            "strength": strength,
            "status": outcome.value if outcome else "open",
            "reported_by": _reported_by(read, party, reporter),
        },
        annotator=ANNOTATOR,
        rule=rule(read, about.cue, about.model),
        confidence=0.7,
    )


def _reported_by(read: Reading, party: Party | None, reporter: Party | None) -> str | None:
    """Who reports another's promise."""
    if reporter is None or party is None or party.own:
        return None
    country = read.document.country
    return None if any(m.iso == country for m in party.members) else country
