"""A line of a JSON Lines file as a reading: a text that comes with its id and what is known of it.

The text is kept as it is given, so that spans count in it. Its turns are read as those of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from onrecord.errors import InputError
from onrecord.extract.assemble import digest
from onrecord.languages.identify import identify
from onrecord.languages.loader import language as language_of
from onrecord.records import (
    Block,
    Evidence,
    Header,
    Issue,
    Issuer,
    Origin,
    Participant,
    Reading,
    Record,
    Span,
    Turn,
)
from onrecord.text.spans import trim
from onrecord.transcript import turns

MEDIA_TYPE = "application/json"
GIVEN = "given"
STAGE = "document"
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?")
_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n)[\s\S])+")


class Document(Record, frozen=True, kw_only=True):
    """What a line says. All but `id` and `text` may be missing; what else it holds is kept in the
    capture, and not read."""

    id: str
    text: str
    title: str | None = None
    language: str | None = None
    date: str | None = None
    country: str | None = None
    speaker: str | None = None
    url: str | None = None


_DECODER = msgspec.json.Decoder(Document)


def document(line: bytes) -> Document:
    """The document of a line; `InputError` if it is none."""
    try:
        found = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"no document: {error}", STAGE) from error
    if not found.id.strip() or not found.text.strip():
        raise InputError("no document: its id or text is empty", STAGE)
    return found


def read(line: bytes, uri: str) -> Reading:
    """The reading of a line."""
    given = document(line)
    text = given.text
    told = identify(text[:3000], given.language)
    language = given.language or told.language
    header, issues = _header(given)
    blocks = tuple(_blocks(text))
    spoken = turns.read(text, blocks, header, language_of(language))
    return Reading(
        id=given.id,
        source=Origin(uri=uri, media_type=MEDIA_TYPE, digest=digest(line), url=given.url),
        language=language,
        text=text,
        text_digest=digest(text.encode("utf-8", "surrogatepass")),
        header=msgspec.structs.replace(header, participants=spoken.participants),
        blocks=spoken.blocks,
        turns=_spoken_by(given.speaker, spoken.turns),
        exchanges=spoken.exchanges,
        issues=issues,
    )


def _spoken_by(speaker: str | None, found: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """A text that is one turn is the words of the speaker who is given."""
    if speaker is None or len(found) != 1 or found[0].speaker is not None:
        return found
    return (msgspec.structs.replace(found[0], speaker=speaker, rule=GIVEN),)


def _header(given: Document) -> tuple[Header, tuple[Issue, ...]]:
    dated = given.date is not None and _DATE.fullmatch(given.date)
    who = Participant(name=given.speaker, country=given.country) if given.speaker else None
    header = Header(
        title=given.title or None,
        date=given.date[:16] if given.date and dated else None,
        issuer=Issuer(country=given.country) if given.country else None,
        participants=(who,) if who else (),
        evidence={
            name: Evidence(method=GIVEN) for name in ("title", "date") if getattr(given, name)
        },
    )
    if given.date is None or dated:
        return header, ()
    message = f"the date {given.date!r} is no ISO 8601 date such as 2019-10-09"
    return header, (Issue(stage=STAGE, message=message, subject="date"),)


def _blocks(text: str) -> Iterator[Block]:
    for found in _PARAGRAPH.finditer(text):
        span = trim(text, *found.span())
        if span.start < span.end:
            yield Block(span=Span(*span), kind="paragraph")
