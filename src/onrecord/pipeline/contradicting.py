"""Contradictions and shifts over an archive: claims of a target, read with their sentences, and the
pairs of them that say different things."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.compare.claim import Claim, Context, Said, value_of
from onrecord.compare.contradictions import Pair, contradictions
from onrecord.errors import NoEncoder
from onrecord.meaning.encoder import encoder
from onrecord.pipeline import dossiers
from onrecord.records import Issue, Record, Span
from onrecord.store import claims
from onrecord.store.claims import Row
from onrecord.text.sentences import sentences

_STAGE = "compare"
_TOO_LONG = 320  # characters of a claim that is one
_SHORT = 20


class Found(Record, frozen=True, kw_only=True):
    """What was looked for and found. `entities`: what a target was taken for; `claims`: how many
    were looked at; `pairs`: the ones that are most worth seeing first."""

    target: str | None
    entities: tuple[str, ...]
    claims: int
    pairs: tuple[Pair, ...]
    issues: tuple[Issue, ...] = ()


def found(
    db: sqlite3.Connection,
    target: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Found:
    """The pairs of claims about a target: an id, a name in any language, or words; all, for
    none."""
    entities = _entities(db, target) if target else ()
    words = None if entities else target
    known = [_claim(row) for row in claims.claims(db, entities, words, since, until)]
    said = [claim for claim in known if claim is not None]
    try:
        pairs, issues = contradictions(said, encoder()), ()
    except NoEncoder as error:
        pairs, issues = (), (Issue(stage=_STAGE, message=str(error)),)  # type: ignore[assignment]
    return Found(target=target, entities=entities, claims=len(said), pairs=pairs, issues=issues)


def _entities(db: sqlite3.Connection, target: str) -> tuple[str, ...]:
    known = dossiers.found(target, dossiers.everything(db))
    return tuple(each.id for each in known[:1])


def chosen(
    pairs: tuple[Pair, ...], holder: str = "", speaker: str = "", what: str = ""
) -> tuple[Pair, ...]:
    """The pairs of a holder (an id, a country, or part of a name), with words of a speaker, and of
    a kind of difference. Empty: all."""
    return tuple(
        pair
        for pair in pairs
        if (not holder or _is(holder, pair))
        and (not speaker or any(speaker.lower() in (s or "").lower() for s in _speakers(pair)))
        and (not what or pair.why.what == what)
    )


def _is(holder: str, pair: Pair) -> bool:
    wanted, known = holder.lower(), pair.a.holder.lower()
    return known in (wanted, f"state/{wanted}") or (len(wanted) > 2 and wanted in known)


def _speakers(pair: Pair) -> tuple[str | None, str | None]:
    return pair.a.speaker, pair.b.speaker


def _claim(row: Row) -> Claim | None:
    """A row as a claim; nothing without a holder, or where the words are too few or too many."""
    holder = value_of(row.value, "holder", "actor", "actors")
    if holder is None:
        holder = f"state/{row.country.lower()}" if row.country else row.speaker
    kind = value_of(row.value, "stance", "strength", "type")
    if not holder or not kind or not _SHORT <= len(row.quote) <= _TOO_LONG or row.day is None:
        return None
    sentence, offset = _sentence(row)
    start, end = row.span.start - offset, row.span.start - offset + len(sentence)
    said = Said(
        statement=row.statement,
        version=row.version,
        title=row.title,
        day=row.day[:10],
        language=row.language,
        country=row.country,
        speaker=row.speaker,
        holder=holder,
        turn=row.turn,
        layer=row.layer,
        type=kind,
        target=value_of(row.value, "target", "action"),
        span=row.span,
        quote=row.quote,
    )
    named = frozenset(entity for entity, at in row.named if start <= at < end)
    inside = frozenset(entity for entity, at in row.named if row.span.start <= at < row.span.end)
    return Claim(said, Context(row.work, sentence, offset, named, inside, row.times))


def _sentence(row: Row) -> tuple[str, int]:
    """The sentence of a claim, and where the claim begins in it."""
    text = row.before + row.quote + row.after
    at = len(row.before)
    for start, end in _cut(text, row.language):
        if start <= at < end:
            return text[start:end], at - start
    return row.quote, 0


def _cut(text: str, tag: str | None) -> Iterator[Span]:
    return sentences(text, tag)
