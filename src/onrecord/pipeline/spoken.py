"""A version's text as annotators read it: the whole of it for names, times and quotations; turn by
turn, with who speaks for whom, for what is done in words; question by question for answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.annotate.document import Date, Document
from onrecord.gazetteer.offices import office_of, traits
from onrecord.records import Annotation, Exchange, Participant, Reading, Span, Turn

WHOLE = frozenset({"entity", "time", "quotation"})
SPOKEN = frozenset({"event", "commitment", "position", "outcome"})
ANSWERS = frozenset({"response"})
_UNHEARD = ("questioner", "moderator", "interpreter")


def whole(reading: Reading) -> Document:
    """All of a version, for the state of its issuer."""
    issuer = reading.header.issuer
    return Document(
        text=reading.text,
        language=reading.language,
        date=said_on(reading),
        country=issuer.country if issuer else None,
        statement=True,
    )


def spoken(reading: Reading) -> Iterator[tuple[int, Document]]:
    """Each turn of those who speak for somebody, and where it begins. What is asked is not said by
    an official: it is left out. What the page tells before the first label is the issuer's text."""
    for turn in reading.turns:
        if turn.role not in _UNHEARD and turn.kind != "question":
            text = reading.text[turn.span.start : turn.span.end]
            yield (
                turn.span.start,
                Document(
                    text=text,
                    language=reading.language,
                    date=said_on(reading),
                    speaker=turn.speaker,
                    country=country_of(reading, turn),
                    statement=True,
                ),
            )


def answers(reading: Reading) -> Iterator[tuple[int, Exchange, int, Document]]:
    """Each exchange: its number, where its answer begins, and the answer with its question. What
    stands between the turns of an answer is a part of it."""
    turns = {turn.n: turn for turn in reading.turns}
    for n, exchange in enumerate(reading.exchanges):
        asked = [turns[k] for k in exchange.question if k in turns]
        given = [turns[k] for k in exchange.answer if k in turns]
        if asked and given:
            span = Span(given[0].span.start, given[-1].span.end)
            question = "\n".join(reading.text[t.span.start : t.span.end] for t in asked)
            text = reading.text[span.start : span.end]
            document = Document(
                text=text, language=reading.language, date=said_on(reading), question=question
            )
            yield n, exchange, span.start, document


def said_on(reading: Reading) -> Date | None:
    """When it was said: the day of the event, else that of the page."""
    return reading.header.date or reading.header.published


def country_of(reading: Reading, turn: Turn) -> str | None:
    """The state that a turn's speaker speaks for, where the page says so: of the participant of
    that name; of the issuer, if nobody is named for the words, if nobody from elsewhere takes
    part, or if the speaker's office alone of all is given without its state: a host's is not."""
    issuer = reading.header.issuer.country if reading.header.issuer else None
    present = reading.header.participants
    for each in present:
        if not turn.speaker or each.name != turn.speaker:
            continue
        if each.country or _is_host(each, present, issuer):
            return each.country or issuer
    if turn.label is None and turn.speaker is None:
        return issuer  # what nobody is named for is the issuer's own text
    others = {each.country for each in present if each.country} - {issuer}
    return None if others or turn.role == "unknown" else issuer


def _is_host(one: Participant, present: Sequence[Participant], issuer: str | None) -> bool:
    """Is one's office the issuer's by its name ("Secretary of State"), or the only one of all that
    is given without its state?"""
    held = office_of(one.role or "")
    if held is None or held[1] not in (None, issuer):
        return False
    bare = [each for each in present if each.country is None and each.role]
    guests = any(each.country and each.role for each in present)
    kind = traits(held[0])
    return held[1] is not None or (guests and bare == [one] and kind.states and not kind.bodies)


def moved(annotation: Annotation, by: int) -> Annotation:
    """An annotation of a part of a text as one of the whole: every span in it is moved."""
    if not by:
        return annotation
    span = Span(annotation.span.start + by, annotation.span.end + by)
    return msgspec.structs.replace(annotation, span=span, value=_moved(annotation.value, by))


def _moved(value: dict[str, object], by: int) -> dict[str, object]:
    return {key: _moved_one(key, each, by) for key, each in value.items()}


def _moved_one(key: str, each: object, by: int) -> object:
    if key == "span" or key.endswith("_span"):
        return [place + by for place in each] if isinstance(each, Sequence) and each else each
    if isinstance(each, dict):
        return _moved(each, by)
    if isinstance(each, list | tuple):
        return [_moved(one, by) if isinstance(one, dict) else one for one in each]
    return each
