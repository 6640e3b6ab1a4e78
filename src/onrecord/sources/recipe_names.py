"""What a recipe's country and address tell of a source: country, host, paths, language, a name."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from onrecord.extract.issuers import by_domain
from onrecord.gazetteer.loader import find_state

_ASIDE = re.compile(r"\s*\([^()]*\)")
_WORD = re.compile(r"[a-z0-9]+")
_FILE = re.compile(r"\.(?:html?|aspx?|php|jsp|shtml|xml|rss|atom|json)\Z", re.IGNORECASE)
_LANGUAGE_KEYS = frozenset({"lang", "language", "langtag"})
_CODES = {"en": "en", "fr": "fr", "es": "es", "de": "de", "ru": "ru", "ar": "ar", "pt": "pt"} | {
    "eng": "en", "fra": "fr", "esp": "es", "arb": "ar", "english": "en", "french": "fr",
    "arabic": "ar", "spanish": "es",
}  # fmt: skip
_LONGEST = 32


class Place(NamedTuple):
    """Where a recipe's list is. `by`: how the country was told; `prefix`, `body`, `last`: the parts
    of a source's id."""

    host: str
    paths: tuple[str, ...]
    series: str
    country: str | None
    by: str
    languages: tuple[str, ...]
    prefix: str
    body: str
    last: str


def place(name: str, url: str) -> Place | None:
    """What a country's name and a list's address tell; `None` if that is no address.

    >>> found = place("Iran (Islamic Republic of)", "https://www.mfa.example/en/press/News.aspx")
    >>> found.country, found.host, found.paths, found.languages
    ('IR', 'mfa.example', ('/en/press/', '/'), ('en',))
    >>> f"{found.prefix}_{found.body}_{found.last}"
    'ir_mfa_news'
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    country, by = _country(name, url)
    folder = _folder(parts.path)
    return Place(
        host=host,
        paths=(folder, "/") if folder != "/" else (),
        series=_ended(f"{host}{unquote(parts.path)}".rstrip("/")),
        country=country,
        by=by,
        languages=_languages(parts.path, parts.query),
        prefix=(country or "xx").lower(),
        body=_word(host.split(".")[0]) or "site",
        last=_last(parts.path, parts.query),
    )


def _country(name: str, url: str) -> tuple[str | None, str]:
    """By its name, with or without what stands in brackets; where that is nobody's, or that of two
    states, by the domain."""
    found = find_state(name) or find_state(_ASIDE.sub("", name))
    if found:
        return found, "name"
    said = by_domain(url)
    return (said.value, "domain") if said else (None, "")


def _folder(path: str) -> str:
    """How the addresses of the list's statements may begin: its folder, or the list's own path.

    >>> _folder("/en/press/statements"), _folder("/news/index.html"), _folder("")
    ('/en/press/statements', '/news/', '/')
    """
    if _FILE.search(path):
        path = path.rpartition("/")[0] + "/"
    return path or "/"


def _languages(path: str, asked: str) -> tuple[str, ...]:
    """What the address says of the language; empty if nothing."""
    said = [value for key, value in parse_qsl(asked) if key.lower() in _LANGUAGE_KEYS]
    for value in (*said, *path.split("/")):
        code = _CODES.get(value.lower().partition("-")[0].partition("_")[0])
        if code:
            return (code,)
    return ()


def _last(path: str, asked: str) -> str:
    """A word for the series: the last part of the path that has one, else of what is asked."""
    steps = [_FILE.sub("", unquote(step)) for step in path.split("/")]
    values = [value for _, value in parse_qsl(asked)]
    for step in (*reversed(steps), *reversed(values)):
        word = _word(step)
        if word and word not in _CODES and word not in ("index", "default"):
            return word
    return "front"


def _word(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))[:_LONGEST]


def _ended(text: str) -> str:
    return " ".join(text.split())[:200]
