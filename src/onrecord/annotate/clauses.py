"""Clauses without a parser: around a cue, where its clause begins and ends, which party is its
subject and which its object, whether it is passive, and who is said to have said it.

One way for all languages: the words around a cue (`ordered`, `bracketed`), who acts by what the
form of the cue says, the helping words, and what a verb that is joined to another shares with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.antecedents import reporter_of
from onrecord.annotate.bracketed import Bracketed
from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Clause, own_side
from onrecord.annotate.joins import Join, joined
from onrecord.annotate.modality import auxiliaries, modality
from onrecord.annotate.ordered import Ordered
from onrecord.annotate.party import Party, distinct
from onrecord.annotate.predicates import passive
from onrecord.annotate.prepositions import addressed
from onrecord.annotate.reading import Reading, Sentence
from onrecord.annotate.sides import both_sides, speaker
from onrecord.annotate.spacy_clauses import parsed

OWN = ("own", "sure")  # of a cue: the form says that the speaker does it
MUTUAL = "both"  # of a cue: the form says that several do it, and leaves out the pronoun
GOAL = "goal"  # of a cue: what is aimed at follows, as an infinitive
WE = ("we", GOAL)  # of a cue: where no subject stands in its clause, it is the speaker
_TALK, _MEETS = ("consult",), "r"  # where a verb may begin a sentence without who speaks
NOBODY = "it"  # of a cue: something is done; by the speaker's side, unless another is named
_RULING = frozenset({"future", "intended", "must", "aspect", "conditional"})


def clause(reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> Clause:
    """The clause of a cue."""
    join = joined(reading, sentence, cue)
    around: Bracketed | Ordered = (
        Bracketed(reading, sentence, cue, parties)
        if reading.fences
        else Ordered(reading, sentence, cue, parties, join)
    )
    own = next((p for p in parties if p.first == cue.first and p.own), None)
    subject = around.subject() if own is None else own
    if cue.value in OWN and (subject is None or not subject.own):
        subject = _speaking(reading, cue)
    subject, objects = around.sides(subject)
    subject = _implied(reading, sentence, cue, subject, around.first, parties)
    told = around.told()
    reporter = reporter_of(reading, sentence, cue, parties, around.first)
    found = Clause(
        cue,
        around.begin(subject, told),
        max(around.last, cue.last),
        subject,
        objects,
        around.passive(told),
        told,
        _modality(reading, told, reporter),
        reporter,
    )
    found = found if join is None else _sharing(reading, sentence, found, join, parties)
    return _by_model(reading, sentence, found, parties) if reading.document.models else found


def _by_model(
    reading: Reading, sentence: Sentence, found: Clause, parties: Sequence[Party]
) -> Clause:
    """The clause with the subject that a parse gives it, where the rules find nobody."""
    told = parsed(reading, sentence, found.cue, parties) if found.subject is None else None
    if told is None:
        return found
    objects = tuple(party for party in found.objects if party != told.party)
    return found._replace(subject=told.party, objects=objects, model=told.model)


def _modality(reading: Reading, told: dict[str, int], reporter: Party | None) -> str:
    return modality(told, reporter is not None and not own_side(reading, reporter))


def _speaking(reading: Reading, cue: Cue) -> Party:
    return Party(cue.first, cue.first, "us", speaker(reading), True)


def _implied(
    reading: Reading,
    sentence: Sentence,
    cue: Cue,
    subject: Party | None,
    first: int,
    parties: Sequence[Party],
) -> Party | None:
    """Who acts, where the form of a cue says so though no subject stands in its clause."""
    apart = subject is None or not first <= subject.first
    if (cue.value in WE and apart) or (
        cue.value == NOBODY and (subject is None or not subject.named)
    ):
        return _speaking(reading, cue)
    if subject is None and _unspoken(reading, sentence, cue, parties):
        return _speaking(reading, cue)
    return _several(reading, sentence, cue, subject, first) if cue.value == MUTUAL else subject


def _unspoken(reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> bool:
    """Does a sentence begin with a verb of talk, or with a word and that verb, in a language that
    may leave out who tells of himself ("Met the president of Orvia")?"""
    omits = reading.inverts and not reading.fences and cue.list in _TALK
    first = cue.first - sentence.first <= 1 and not any(p.first < cue.first for p in parties)
    return omits and first and cue.value == _MEETS and reading.document.country is not None


def _several(
    reading: Reading, sentence: Sentence, cue: Cue, subject: Party | None, first: int
) -> Party:
    """Who does what several do together: the subject of the clause, with the other side if it is
    the speaker alone; else the speaker and the other side."""
    if subject is not None and first <= subject.first <= cue.last:
        if subject.own:
            return subject._replace(kind="us", members=both_sides(reading))
        if not addressed(reading, sentence, subject):
            return subject
        if reading.marked(sentence, subject.first - 1, "company"):
            members = distinct((*speaker(reading), *subject.members))
            return Party(subject.first, cue.first, "us", members, True)
    return Party(cue.first, cue.first, "us", both_sides(reading), True)


def _sharing(
    reading: Reading, sentence: Sentence, found: Clause, join: Join, parties: Sequence[Party]
) -> Clause:
    """A clause whose verb is joined to one of the lexicon: with the subject of that one, with who
    is said to have said it, and, where it has no helping words of its own, with those."""
    cue, at = found.cue, join.at
    if join.ruling is None or join.ruling.first >= cue.first or cue.value in ("n", *OWN, *WE):
        return found
    if found.subject is not None and at < found.subject.first:
        return found
    ruling = clause(reading, sentence, join.ruling, parties)
    told = _told(reading, sentence, found, join, ruling)
    return found._replace(
        first=at + 1,
        subject=ruling.subject or found.subject,
        told=told,
        passive=passive(reading, sentence, cue, told),
        modality=_modality(reading, told, ruling.reporter),
        reporter=ruling.reporter,
    )


def _told(
    reading: Reading, sentence: Sentence, found: Clause, join: Join, ruling: Clause
) -> dict[str, int]:
    """The helping words of a joined verb: its own, and where a bare one has none, those of the verb
    before."""
    if reading.inflects:
        return found.told
    told = auxiliaries(reading, sentence, join.at + 1, found.cue.last)
    if not told and reading.unmarked(found.cue.first):
        return {value: n for value, n in ruling.told.items() if value in _RULING}
    return told
