"""Addresses of our own pages: the one place that knows how they are spelt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, quote_plus, urlencode

from onrecord.store import naming

_SAFE = "/@:+,;="
Value = str | int | None | tuple[str, ...]


def path_of(name: str) -> str:
    """An id as part of a path. What a browser or server would take for something else is escaped.

    >>> path_of("local/2024/a b?"), path_of("a/../b.json")
    ('local/2024/a%20b%3F', 'a/%2E%2E/b%2Ejson')
    """
    parts = quote(name, safe=_SAFE, errors="replace").split("/")
    shown = ["%2E" * len(part) if part in (".", "..") else part for part in parts]
    whole = "/".join(shown)
    return f"{whole[:-5]}%2Ejson" if whole.endswith(".json") else whole


def query(values: Mapping[str, Value | Iterable[str]]) -> str:
    """The part of an address after `?`, with the `?`; nothing for nothing.

    >>> query({"q": "gas deal", "lang": ("en", "ru"), "page": None}), query({"q": ""})
    ('?q=gas+deal&lang=en&lang=ru', '')
    """
    pairs: list[tuple[str, str]] = []
    for name, value in values.items():
        if value is None or value == "":
            continue
        many = [value] if isinstance(value, str | int) else value
        pairs += [(name, str(each)) for each in many]
    return f"?{urlencode(pairs, errors='replace')}" if pairs else ""


def statement(
    name: str, version: int | None = None, turn: int | str | None = None, **more: Value
) -> str:
    """The page of a statement, a version, or a turn or other place of it.

    >>> statement("a/2021/b", 2, 12)
    '/statements/a/2021/b@2#t12'
    >>> statement("a/2021/b", at="120-180") + "#at"
    '/statements/a/2021/b?at=120-180#at'
    """
    whole = naming.version_id(name, version) if version else name
    place = "" if turn is None else f"#t{turn}" if isinstance(turn, int) else f"#{turn}"
    return f"/statements/{path_of(whole)}{query(more)}{place}"


def version(name: str, **more: Value) -> str:
    """The page of a version, by its id.

    >>> version("a/2021/b@2", at="1-9")
    '/statements/a/2021/b@2?at=1-9'
    """
    return f"/statements/{path_of(name)}{query(more)}"


def compare(a: str, b: str, **more: Value) -> str:
    """The page that puts two statements or versions side by side.

    >>> compare("a/2021/b@1", "a/2021/b@2")
    '/compare?a=a%2F2021%2Fb%401&b=a%2F2021%2Fb%402'
    """
    return "/compare" + query({"a": a, "b": b, **more})


def languages(name: str, **more: Value) -> str:
    """The page with the language versions of a statement side by side."""
    return f"/languages/{path_of(name)}{query(more)}"


def dossier(entity: str, part: str = "", **more: Value) -> str:
    """The dossier of an id, or a part of it: its feed, its timeline.

    >>> dossier("state/tr"), dossier("state/tr", "timeline", first=50)
    ('/dossier/state/tr', '/dossier/state/tr/timeline?first=50')
    """
    return f"/dossier/{path_of(entity)}{f'/{part}' if part else ''}{query(more)}"


def dossiers(kind: str = "", **more: Value) -> str:
    """The page that finds dossiers, of all kinds or of one.

    >>> dossiers(), dossiers("state", page=2)
    ('/dossiers', '/dossiers?kind=state&page=2')
    """
    return f"/dossiers{query({'kind': kind, **more})}"


def timeline(name: str, **more: Value) -> str:
    """The dated words of a statement or version."""
    return f"/timeline/{path_of(name)}{query(more)}"


def citation(name: str, version: int, **more: Value) -> str:
    """The page that cites a version, or words of it."""
    return f"/cite/{path_of(naming.version_id(name, version))}{query(more)}"


def evidence(name: str) -> str:
    """The page with the captures of a statement."""
    return f"/evidence/{path_of(name)}"


def like(name: str, version: int, turn: int | None = None) -> str:
    """The search for what is nearest in meaning to a statement, or to a turn of a version.

    >>> like("a/2021/b", 2, 12), like("a/2021/b", 2)
    ('/search?like=a%2F2021%2Fb%402%23t12', '/search?like=a%2F2021%2Fb%402')
    """
    named = naming.turn_id(name, version, turn) if turn else naming.version_id(name, version)
    return f"/search{query({'like': named})}"


def original(capture: str, form: str = "") -> str:
    """The page that shows a capture: as text, rendered, or its bytes.

    >>> original("urn:uuid:1", "rendered")
    '/originals/1/rendered'
    """
    part = path_of(capture.removeprefix("urn:uuid:"))
    return f"/originals/{part}/{form}" if form else f"/originals/{part}"


def browse(by: str, value: str | None = None, page: int = 1) -> str:
    """The statements of a value: a country, a speaker, a time; an empty one is not known.

    >>> browse("country", "RU", 2), browse("country", ""), browse("country")
    ('/browse/country?value=RU&page=2', '/browse/country?value=', '/browse/country')
    """
    if value is None:
        return f"/browse/{by}"
    later = "" if page == 1 else f"&page={page}"
    return f"/browse/{by}?value={quote_plus(value, errors='replace')}{later}"
