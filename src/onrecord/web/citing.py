"""Citations of a statement, or of words of it, in the forms that programs and journals take.

What is not known is left out, never filled in; APA and Chicago have words for a date that is not
known. The capture's time and digest stand in every form, so that it can be proved what was cited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from onrecord.records import Record
from onrecord.store import naming
from onrecord.web.words import Words


class Cited(Record, frozen=True, kw_only=True):
    """What is cited. `link`: where the words stand in this archive; `url`: where they were
    published; `place` the numbers of the turn and of the characters."""

    id: str
    title: str | None
    issuer: str | None
    country: str | None
    place: str | None
    date: str | None
    published: str | None
    language: str | None
    kind: str
    url: str | None
    link: str
    captured: str | None
    digest: str | None
    text_digest: str
    version: int
    speaker: str | None = None
    turn: int | None = None
    quote: str | None = None


def bibtex(cited: Cited, say: Words) -> str:
    """BibTeX, with the fields of BibLaTeX for dates and addresses."""
    fields = {
        "title": f"{{{_tex(cited.title)}}}" if cited.title else None,
        "author": f"{{{_tex(_author(cited))}}}" if _author(cited) else None,
        "date": _day(cited),
        "year": (_day(cited) or "")[:4] or None,
        "url": cited.url or cited.link,
        "langid": cited.language,
        "howpublished": _tex(say.named("kind", cited.kind)),
        "note": _tex(_note(cited, say)),
        "annote": _tex(cited.quote) if cited.quote else None,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(cited)},", *lines, "}", ""])


def ris(cited: Cited, say: Words) -> str:
    """RIS, as reference managers read it."""
    day = _day(cited)
    tags = [
        ("TY", "GOVDOC"),
        ("TI", cited.title),
        ("AU", f"{_author(cited)}," if _author(cited) else None),
        ("PY", day[:4] if day else None),
        ("DA", day.replace("-", "/") + "/" * (3 - day.count("-") - 1) if day else None),
        ("CY", cited.place),
        ("LA", cited.language),
        ("UR", cited.url),
        ("L2", cited.link),
        ("M3", say.named("kind", cited.kind)),
        ("AB", cited.quote),
        ("N1", _note(cited, say)),
        ("ER", ""),
    ]
    lines = [f"{tag}  - {_line(value)}" for tag, value in tags if value is not None]
    return "\r\n".join([*lines, ""])


def csl_json(cited: Cited, say: Words) -> str:
    """CSL-JSON, as Zotero, pandoc and others read it."""
    found: dict[str, Any] = {
        "id": _key(cited),
        "type": "speech" if cited.speaker else "document",
        "title": cited.title,
        "author": [{"literal": _author(cited)}] if _author(cited) else None,
        "publisher": cited.issuer,
        "issued": {"date-parts": [_parts(_day(cited))]} if _day(cited) else None,
        "event-place": cited.place,
        "language": cited.language,
        "genre": say.named("kind", cited.kind),
        "URL": cited.url or cited.link,
        "archive": "onrecord",
        "archive_location": cited.link,
        "accessed": {"date-parts": [_parts(cited.captured[:10])]} if cited.captured else None,
        "abstract": cited.quote,
        "note": _note(cited, say),
    }
    kept = {name: value for name, value in found.items() if value is not None}
    return msgspec.json.format(msgspec.json.encode([kept]), indent=2).decode() + "\n"


def apa(cited: Cited, say: Words) -> str:
    """APA, 7th edition: author, date, title, kind, address."""
    day = (
        say("cite.apa_date", day=_apa_day(_day(cited), say)) if _day(cited) else say("cite.no_date")
    )
    author = f"{_stop(_author(cited))} " if _author(cited) else ""
    kind = say.named("kind", cited.kind)
    title = cited.title or say("cite.no_title")
    text = f"{author}({day}). {title} [{kind}]. {cited.url or cited.link}"
    return "\n".join([_quoted(cited, say) + text, "", _note(cited, say), ""]).lstrip()


def chicago(cited: Cited, say: Words) -> str:
    """Chicago, 17th edition, as a note of a bibliography."""
    parts = [
        _author(cited),
        f"“{_stop(cited.title)}”" if cited.title else None,
        say.named("kind", cited.kind),
        ", ".join(
            filter(
                None, (cited.place, say.day(_day(cited)) if _day(cited) else say("cite.no_date"))
            )
        ),
    ]
    text = " ".join(_stop(part) for part in parts if part)
    text = f"{text} {cited.url or cited.link}."
    return "\n".join([_quoted(cited, say) + text, "", _note(cited, say), ""]).lstrip()


Form = Callable[[Cited, Words], str]
# name: how it is made, the end of its file's name, its media type.
FORMS: Mapping[str, tuple[Form, str, str]] = {
    "apa": (apa, "txt", "text/plain"),
    "chicago": (chicago, "txt", "text/plain"),
    "bibtex": (bibtex, "bib", "application/x-bibtex"),
    "ris": (ris, "ris", "application/x-research-info-systems"),
    "csl-json": (csl_json, "json", "application/vnd.citationstyles.csl+json"),
}


def _author(cited: Cited) -> str | None:
    """Who speaks, where words of somebody are cited; else who publishes."""
    return cited.speaker if cited.quote and cited.speaker else cited.issuer or cited.speaker


def _day(cited: Cited) -> str | None:
    return (cited.date or cited.published or "")[:10] or None


def _parts(day: str | None) -> list[int]:
    return [int(part) for part in (day or "").split("-") if part.isdecimal()]


def _apa_day(day: str | None, say: Words) -> str:
    parts = (day or "").split("-")
    if len(parts) == 1:
        return parts[0]
    month = say.day("-".join(parts[:2])).rpartition(" ")[0]
    return f"{parts[0]}, {month}" + (f" {int(parts[2])}" if len(parts) == 3 else "")


def _note(cited: Cited, say: Words) -> str:
    """Where the words stand, when they were captured, and the digest: what proves them."""
    lines = [
        say("cite.turn", n=cited.turn) if cited.turn is not None else "",
        say("cite.said_by", who=cited.speaker) if cited.speaker else "",
        say("cite.captured", when=say.moment(cited.captured)) if cited.captured else "",
        say("cite.digest", digest=cited.digest) if cited.digest else "",
        say("cite.kept", id=naming.version_id(cited.id, cited.version), link=cited.link),
    ]
    return " ".join(filter(None, lines))


def _quoted(cited: Cited, say: Words) -> str:
    return say("cite.quote", quote=_line(cited.quote)) + "\n\n" if cited.quote else ""


def _key(cited: Cited) -> str:
    """
    >>> from onrecord.store.naming import slug
    >>> slug("a/2021/b")
    'a-2021-b'
    """
    turn = f"-t{cited.turn}" if cited.turn is not None else ""
    return f"{naming.slug(cited.id.replace('/', ' '))}-v{cited.version}{turn}"


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _stop(text: str | None) -> str:
    """With a full stop, if it does not end in one."""
    plain = text or ""
    return plain if plain.rstrip("”\"'").endswith((".", "!", "?")) else f"{plain}."


_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_TEX |= {sign: f"\\{sign}" for sign in "&%$#_"}
_TEX_SIGNS = re.compile("|".join(map(re.escape, _TEX)))


def _tex(text: str | None) -> str:
    r"""
    >>> _tex("A & B_{1}")
    'A \\& B\\_\\{1\\}'
    """
    return _TEX_SIGNS.sub(lambda found: _TEX[found[0]], _line(text))
