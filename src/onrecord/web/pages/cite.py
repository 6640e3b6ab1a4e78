"""The page that cites: a statement, a turn or selected words, to copy or to download."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.records import Record, Span
from onrecord.store.kept import Kept
from onrecord.store.naming import slug
from onrecord.web import addresses, citing
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.citing import FORMS, Cited
from onrecord.web.kept import selected, turn_at, wanted
from onrecord.web.mistakes import Failed

router = APIRouter()
Form = Literal["bibtex", "ris", "csl-json", "apa", "chicago"]
_LONGEST_QUOTE = 5_000


class Citation(Record, frozen=True, kw_only=True):
    """What is cited, and the citation in each form."""

    cited: Cited
    forms: dict[str, str]


@router.get("/cite/{reference:path}", name="cite")
def cite(
    asked: WithAsked,
    reference: str,
    at: Annotated[str, Query(max_length=30, description="Selected words: `120-180`.")] = "",
    turn: Annotated[int | None, Query(ge=0, description="A turn, by its number.")] = None,
    form: Annotated[Form | None, Query(description="Download one form as a file.")] = None,
) -> Response:
    """A citation with quote, capture time and digest."""
    found = wanted(asked, reference)
    span = selected(asked, found.reading, at)
    if turn is not None and turn not in {each.n for each in found.reading.turns}:
        raise Failed(404, asked.words("mistake.no_turn", n=turn, id=found.version.id))
    made = cited(asked, found, span, turn)
    if form is not None:
        return _file(asked, made, form)
    forms = {name: make(made, asked.words) for name, (make, _, _) in FORMS.items()}
    return asked.answer(
        Citation(cited=made, forms=forms), "cite.html", lambda: _more(found, span, made)
    )


def cited(asked: Asked, found: Kept, span: Span | None, turn: int | None) -> Cited:
    """What is cited: the whole, a turn, or some of its words."""
    reading, header = found.reading, found.reading.header
    number = turn_at(reading, span) if span else turn
    spoken = next((each for each in reading.turns if each.n == number), None)
    words = span or (spoken.span if spoken else None)
    capture = next((c for c in found.captures if c.id == found.version.capture), None)
    return Cited(
        id=found.statement.id,
        title=header.title,
        issuer=header.issuer.name if header.issuer else None,
        country=header.issuer.country if header.issuer else None,
        place=header.place.name if header.place else None,
        date=header.date,
        published=header.published,
        language=reading.language,
        kind=header.kind,
        url=found.statement.url,
        link=asked.base + link(found, span, number),
        captured=capture.fetched_at if capture else None,
        digest=capture.digest if capture else None,
        text_digest=reading.text_digest,
        version=found.version.number,
        speaker=spoken.speaker or spoken.label if spoken else None,
        turn=number,
        quote=reading.text[words.start : words.end].strip()[:_LONGEST_QUOTE] if words else None,
    )


def link(found: Kept, span: Span | None, turn: int | None) -> str:
    """The lasting address of what is cited: of a version, so that it says what it said."""
    name, version = found.statement.id, found.version.number
    if span is not None:
        return addresses.statement(name, version, at=f"{span.start}-{span.end}") + "#at"
    return addresses.statement(name, version, turn)


def _file(asked: Asked, made: Cited, form: Form) -> Response:
    make, ending, media_type = FORMS[form]
    place = f"-t{made.turn}" if made.turn is not None else ""
    name = f"{slug(made.id.replace('/', ' ')) or 'citation'}{place}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    body = make(made, asked.words).encode("utf-8", "replace")
    return Response(body, headers=headers, media_type=f"{media_type}; charset=utf-8")


def _more(found: Kept, span: Span | None, made: Cited) -> Mapping[str, Any]:
    at = f"{span.start}-{span.end}" if span else None
    turn = None if span else made.turn
    files = {
        name: addresses.citation(
            found.statement.id, found.version.number, at=at, turn=turn, form=name
        )
        for name in citing.FORMS
    }
    return {"files": files, "statement": found.statement, "reading": found.reading}
