"""The layer `commitment`: words that bind, or claim to bind, somebody to what is to come.

The lexicon is `languages/*/commitments.toml`. Courtesy, the management of the talk and what merely
will happen are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate import actors
from onrecord.annotate.actors import Party
from onrecord.annotate.clauses import Clause, clause, span_of
from onrecord.annotate.cues import Cue
from onrecord.annotate.document import Document
from onrecord.annotate.reading import Reading, Sentence, reading
from onrecord.records import Annotation

ANNOTATOR = "commitments"
_STRENGTHS = frozenset({"pledge", "agreement", "intention", "obligation", "demand"})
_FOLLOWS = "follow_up"
_VAGUE, _ITEM, _MEASURE = "vague", "item", "measure"
_CUES = _STRENGTHS | {_FOLLOWS, _VAGUE, _ITEM}
_OPENING = 3  # words that may stand before the clause
_LEAST = 3  # an action has some words


def annotate(document: Document) -> Iterator[Annotation]:
    """The commitments of a document, in order."""
    read = reading(document)
    if read.asking:
        return
    before: Party | None = None
    for sentence in read.sentences:
        parties = actors.parties(read, sentence, before)
        yield from commitments(read, sentence, parties)
        before = actors.leading(parties, before)


def commitments(
    read: Reading, sentence: Sentence, parties: Sequence[Party]
) -> Iterator[Annotation]:
    """The commitments of a sentence."""
    if read.words[sentence.last - 1] == "?":
        return
    found = read.acts("commitments", sentence)
    outcome = next((c for c in found if c.list == "outcome"), None)
    end = sentence.first
    for cue in found:
        if cue.list not in _CUES or (cue.first < end and cue.value != "own"):
            continue
        about = clause(read, sentence, cue, parties)
        if cue.list == _VAGUE and not _measured(read, sentence, about, found):
            continue
        strength = _strength(read, sentence, cue, about)
        least = 0 if cue.list == _FOLLOWS or cue.value == "own" else _LEAST
        if strength is None or about.last - cue.last < least:
            continue
        end = about.last
        yield _annotation(read, about, strength, outcome)


def _strength(read: Reading, sentence: Sentence, cue: Cue, about: Clause) -> str | None:
    subject = about.subject
    if cue.list == _FOLLOWS:
        return "pledge" if subject is None or subject.own else None
    if cue.list == _ITEM:
        return "pledge" if _opens(read, sentence, cue) else None
    if cue.value == "passive" and not read.ends(min(cue.last, sentence.last - 1), "past"):
        return None
    if cue.value in ("own", "passive"):
        return "pledge" if cue.list == _VAGUE else cue.list
    if _conditional(read, sentence, about) or _related(read, sentence, cue):
        return None
    if cue.list == "demand":
        return "demand" if _demanded(read, cue, about) else None
    if cue.list == "obligation":
        return "obligation"
    if subject is None:
        return None
    own = subject.own or read.ours(m.iso for m in subject.members)
    if not own and about.reporter is None and about.first > sentence.first + _OPENING:
        return None
    if cue.value == "reported" and (about.reporter is None or not subject.named):
        return None
    if cue.value in ("will", "reported"):
        known = subject.named and subject.kind != "place"
        return "pledge" if subject.own or known or subject.kind == "state-noun" else None
    return cue.list if subject.named or subject.own else None


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
    return before > sentence.first and bool(read.marked(sentence, before, "subordinator"))


def _conditional(read: Reading, sentence: Sentence, about: Clause) -> bool:
    doubts = (about.told.get(name) for name in ("hypothetical", "conditional"))
    return any(at is not None and at < about.cue.first for at in doubts)


def _demanded(read: Reading, cue: Cue, about: Clause) -> bool:
    """Is a demand addressed to a named other?"""
    if cue.value == "ask":
        who = about.objects[0] if about.objects else None
        return who is not None and not who.own and who.first - cue.last < 4
    who = about.subject
    return who is not None and not who.own and who.named and who.kind != "third"


def _annotation(read: Reading, about: Clause, strength: str, outcome: Cue | None) -> Annotation:
    span = span_of(read, about.first, about.last)
    action = span_of(read, min(about.cue.last, about.last - 1), about.last)
    party = about.subject
    if strength == "demand" and about.cue.value == "ask":
        party = about.objects[0]
    members = actors.told([party]) if party else []
    if not members:
        members = [member.told() for member in actors.speaker(read)]
    reporter = about.reporter
    return Annotation(
        layer="commitment",
        span=span,
        quote=read.text[span.start : span.end],
        value={
            "actor": members,
            "beneficiary": None,
            "action": read.text[action.start : action.end],
            "strength": strength,
            "condition": None,
            "due": read.when(about.first, about.last),
            "status": outcome.value if outcome else "open",
            "reported_by": _reported_by(read, party, reporter),
        },
        annotator=ANNOTATOR,
        rule=f"{about.cue.list}: {' '.join(read.words[about.cue.first : about.cue.last])}",
        confidence=0.7,
    )


def _reported_by(read: Reading, party: Party | None, reporter: Party | None) -> str | None:
    """Who reports another's promise."""
    if reporter is None or party is None or party.own:
        return None
    country = read.document.country
    return None if any(m.iso == country for m in party.members) else country
