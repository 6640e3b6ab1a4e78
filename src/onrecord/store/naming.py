"""Readable ids: `<source or host>/<day>/<title>`, with `-2` and so on where several would have the
same; a version adds `@2`, a turn `#t12`. An id is given once and stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from onrecord.records import Reading
from onrecord.store import addresses

_LONGEST = 60
_LEAST = 3  # letters that a name needs to be one
_OTHER = re.compile(r"[^a-z0-9]+")
_REFERENCE = re.compile(r"(?P<id>.+?)(?:@(?P<version>[1-9]\d{0,8}))?(?:#t(?P<turn>\d{1,9}))?", re.S)


class Reference(NamedTuple):
    """An id of a statement, a version or a turn, taken apart."""

    statement: str
    version: int | None
    turn: int | None


def reference(text: str) -> Reference:
    """
    >>> reference("www-state-gov/2021-06-17/briefing@2#t12")
    Reference(statement='www-state-gov/2021-06-17/briefing', version=2, turn=12)
    """
    found = _REFERENCE.fullmatch(text)
    if found is None:
        return Reference(text, None, None)
    version, turn = found["version"], found["turn"]
    return Reference(
        found["id"], int(version) if version else None, int(turn) if turn is not None else None
    )


def version_id(statement: str, number: int) -> str:
    """
    >>> version_id("a/2021/b", 2)
    'a/2021/b@2'
    """
    return f"{statement}@{number}"


def turn_id(statement: str, number: int, turn: int) -> str:
    """
    >>> turn_id("a/2021/b", 2, 12)
    'a/2021/b@2#t12'
    """
    return f"{version_id(statement, number)}#t{turn}"


def name(reading: Reading, url: str | None, taken: Callable[[str], bool]) -> str:
    """An id for a new statement that no other has."""
    host = addresses.host(url)
    whose = reading.source.source or (slug(host) if host else "local")
    day = (reading.header.date or reading.header.published or "undated")[:10]
    base = f"{whose}/{day}/{_named(reading, url)}"
    if not taken(base):
        return base
    return next(name for n in range(2, 1_000_000) if not taken(name := f"{base}-{n}"))


def _named(reading: Reading, url: str | None) -> str:
    """The title; where our letters cannot spell it, the end of the address; else the digest."""
    printed = reading.header.title or ""
    if len(_letters(_joined(printed))) >= max(_LEAST, len(_letters(printed)) / 2):
        return slug(printed)
    path = unquote(urlsplit(url or reading.source.uri).path).rstrip("/")
    last = slug(path.rpartition("/")[2].split(".")[0])
    return last if len(last) >= _LEAST else reading.text_digest.removeprefix("sha256:")[:8]


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def slug(text: str) -> str:
    """Small letters and digits of ASCII, joined by hyphens; cut between words.

    >>> slug("Déclaration à la presse – n° 5"), slug("www.state.gov"), slug("Брифинг")
    ('declaration-a-la-presse-n-5', 'www-state-gov', '')
    """
    joined = _joined(text)
    if len(joined) <= _LONGEST:
        return joined
    return joined[: _LONGEST + 1].rpartition("-")[0] or joined[:_LONGEST]


def _joined(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("-", plain.replace("'", "")).strip("-")
