"""Blocks to turns: where a speaker's words begin and end, who speaks, and in which part.

The turns are in order, do not overlap, and with their labels cover the body. A text without
labels is one turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from onrecord.languages.loader import Language
from onrecord.records import (
    Block,
    Exchange,
    Header,
    Labels,
    Participant,
    Record,
    Role,
    Span,
    Turn,
    TurnKind,
)
from onrecord.text import normalize
from onrecord.text.spans import trim
from onrecord.transcript import (
    askers,
    candidates,
    names,
    notes,
    roles,
    speakers,
    systems,
    unlabelled,
)
from onrecord.transcript.exchanges import exchanges
from onrecord.transcript.names import Named
from onrecord.transcript.roles import QUESTION_MARKS, Part
from onrecord.transcript.systems import Accepted
from onrecord.transcript.words import Words, words

NO_LABELS = Labels()
_SENTENCE = re.compile(r"(?:\S+ ){3}\S+[.!?…؟][\"”»’)]*(?:\s|$)|[。！？]")
_SPOKEN = ("remarks", "speech", "letter", "interview", "news-conference", "briefing")
_NOBODYS = ("stage_note", "caption")  # kinds of blocks that are no speaker's words
_OPENING = 400  # characters in which a statement may say whose it is
_NARRATION = 60  # words: a longer opening is not the stenographer's


class Transcript(Record, frozen=True, kw_only=True):
    """What was said by whom. `blocks`: the body's blocks with stage notes marked; `participants`:
    those of the header, named as the labels name them."""

    turns: tuple[Turn, ...]
    exchanges: tuple[Exchange, ...]
    blocks: tuple[Block, ...]
    participants: tuple[Participant, ...] = ()


def read(
    text: str,
    body: Sequence[Block],
    header: Header,
    language: Language,
    labels: Labels = NO_LABELS,
) -> Transcript:
    """The transcript of a statement's body."""
    known = words(language)
    blocks = notes.mark(text, body, known)
    plain = [block for block in blocks if block.kind != "stage_note"]
    if not body:
        return Transcript(turns=(), exchanges=(), blocks=blocks, participants=header.participants)
    people = frozenset(names.surname(p.name) for p in header.participants)
    found = systems.choose(list(candidates.find(text, plain, known)), people, labels)
    stretches = _stretches(text, found, body[-1].span.end, blocks)
    persons = [a.candidate.label for a in found if a.candidate.role is None]
    participants = speakers.as_labelled(header.participants, persons, known)
    header = msgspec.structs.replace(header, participants=participants)
    parts = roles.with_answers(_parts(text, found, stretches, header, known), people)
    played = roles.assign(parts, people, labels, header.kind)
    labelled = _turns(text, found, stretches, parts, played, header, known)
    turns = unlabelled.parted(text, labelled, participants)
    start, end = body[0].span.start, found[0].candidate.span.start if found else body[-1].span.end
    opening = _opening(text, Span(start, end), turns, header, known)
    numbered = [_numbered(turn, n) for n, turn in enumerate((*opening, *turns))]
    return Transcript(
        turns=tuple(numbered),
        exchanges=exchanges(numbered),
        blocks=blocks,
        participants=participants,
    )


def _stretches(
    text: str, found: Sequence[Accepted], end: int, blocks: Sequence[Block]
) -> list[Span]:
    """What each label's speaker says, up to the next label but for stage notes before it: they are
    blocks of their own and nobody's words."""
    starts = [*(a.candidate.span.start for a in found[1:]), end][: len(found)]
    lone = {b.span.end: b.span for b in blocks if b.kind in _NOBODYS and _is_alone(text, b)}
    said = []
    for accepted, stop in zip(found, starts, strict=True):
        span = trim(text, accepted.candidate.content, stop)
        while span.end in lone and lone[span.end].start > span.start:
            span = trim(text, span.start, lone[span.end].start)
        said.append(span)
    return said


def _is_alone(text: str, block: Block) -> bool:
    """Does the block fill its line?"""
    before, behind = (
        text[max(0, block.span.start - 1) : block.span.start],
        text[block.span.end : block.span.end + 1],
    )
    return before in ("", "\n") and behind in ("", "\n")


def _parts(
    text: str, found: Sequence[Accepted], stretches: Sequence[Span], header: Header, known: Words
) -> list[Part]:
    persons = [a.candidate.label for a in found if a.candidate.role is None]
    people = speakers.resolve(persons, header.participants, known)
    parts = []
    for accepted, span in zip(found, stretches, strict=True):
        label = accepted.candidate.label
        named = people.get(label, Named())
        if accepted.candidate.role == "moderator":
            named = Named(name=names.bracketed(label, known))
        said = text[span.start : span.end]
        parts.append(
            Part(
                candidate=accepted.candidate,
                named=named,
                asks=any(mark in said for mark in QUESTION_MARKS),
                speaker=names.surname(named.name) if named.name else accepted.candidate.key,
            )
        )
    return parts


def _turns(
    text: str,
    found: Sequence[Accepted],
    stretches: Sequence[Span],
    parts: Sequence[Part],
    played: Sequence[Role],
    header: Header,
    known: Words,
) -> list[Turn]:
    turns: list[Turn] = []
    only = {p.named.name for p, r in zip(parts, played, strict=True) if r == "official"} - {None}
    only = only or {p.name for p in header.participants}
    for accepted, span, part, role in zip(found, stretches, parts, played, strict=True):
        speaker, outlet = part.named.name, None
        if role == "questioner":
            speaker, outlet = _asker(text[span.start : span.end], part, known)
            before = turns[-1] if turns else None
            if outlet is None and before and before.role != "questioner":
                called = askers.of_call(text[before.span.start : before.span.end], known)
                speaker, outlet = speaker or called.name, called.outlet
        elif part.candidate.role == "answerer" and len(only) == 1:
            speaker = next(iter(only))
        turns.append(
            Turn(
                n=0,
                span=span,
                label=normalize.line(accepted.candidate.label),
                label_span=accepted.candidate.span,
                speaker=speaker,
                role=role,
                outlet=outlet,
                kind=_kind(role, turns, span, part.answers),
                rule=accepted.rule,
            )
        )
    return turns


def _asker(said: str, part: Part, known: Words) -> tuple[str | None, str | None]:
    """Name and outlet of who asks."""
    label = part.candidate.label
    if part.candidate.role is None:
        return part.named.name, part.named.office
    end = known.opening(part.candidate.role, label) or 0
    told = askers.of_label(label, end, known)
    if told.outlet is None:
        first = askers.of_text(said, known)
        told = askers.Asker(name=told.name or first.name, outlet=first.outlet)
    return told.name, told.outlet


def _kind(role: Role, before: Sequence[Turn], span: Span, answers: bool) -> TurnKind:
    """Question, answer (after a question, by somebody who answers), or remarks."""
    if span.start >= span.end:
        return "note"
    if role == "questioner":
        return "question"
    if role == "interpreter" and before:
        return before[-1].kind
    asked = any(turn.kind == "question" for turn in before)
    return "answer" if role == "official" and asked and answers else "remarks"


def _opening(
    text: str, span: Span, turns: Sequence[Turn], header: Header, known: Words
) -> tuple[Turn, ...]:
    """What stands before the first label: the remarks of the one who answers, or narration."""
    span = trim(text, *span)
    if span.start >= span.end:
        return ()
    if not turns:
        return (_unlabelled(text, span, header, known),)
    said = text[span.start : span.end]
    if not _SENTENCE.search(said):
        return ()  # a place, a clock: lines of the header
    officials = {t.speaker for t in turns if t.role == "official" and t.speaker}
    first = bool(known.places("first_person", said))
    if turns[0].role in ("questioner", "moderator") and len(officials) == 1:
        who = next(iter(officials))
        if first or (header.kind in _SPOKEN and names.surname(who) not in normalize.bare(said)):
            rule = "opening before the first question, by the one who answers"
            return (Turn(n=0, span=span, speaker=who, role="official", kind="remarks", rule=rule),)
    kind: TurnKind = "remarks" if first and len(said.split()) > _NARRATION else "note"
    return (Turn(n=0, span=span, kind=kind, rule="text before the first label"),)


def _unlabelled(text: str, span: Span, header: Header, known: Words) -> Turn:
    """A text without labels is one turn, by the one person whose words the header or its first
    sentence says it is."""
    named = _attributed(text[span.start : min(span.end, span.start + _OPENING)], header, known)
    if named:
        rule = "attributed in its first sentence"
        return Turn(n=0, span=span, speaker=named, role="official", rule=rule)
    people = header.participants
    signed = header.issuer is not None and any(
        p.name in (header.issuer.name or "") for p in people[:1]
    )
    if len(people) == 1 and (signed or header.kind in _SPOKEN):
        rule = "text without labels, by the one participant"
        return Turn(n=0, span=span, speaker=people[0].name, role="official", rule=rule)
    return Turn(n=0, span=span, rule="text without labels")


def _attributed(opening: str, header: Header, known: Words) -> str | None:
    """The person to whom a statement says that it may be attributed."""
    for _, end in known.places("attribution", opening):
        who = normalize.bare(re.split(r"[:\n]|[.](?=\s+[A-Z][a-z])", opening[end:])[0]).split()
        for person in header.participants:
            if names.surname(person.name) in who:
                return person.name
        full = names.split(opening[end:].split(":")[0].strip(), known)
        return full.name
    return None


def _numbered(turn: Turn, n: int) -> Turn:
    return msgspec.structs.replace(turn, n=n)
