"""Data in words, for people: dates, languages, kinds and places as a reader expects them."""

from __future__ import annotations

from datetime import datetime

from onrecord.languages.loader import language, tags
from onrecord.records import Issuer, Place

UNKNOWN = "not stated on the page"
_FORMS = {
    4: ("%Y", "%Y"),
    7: ("%Y-%m", "%B %Y"),
    10: ("%Y-%m-%d", "{day} %B %Y"),
    16: ("%Y-%m-%dT%H:%M", "{day} %B %Y, %H:%M"),
}


def day(value: str | None) -> str | None:
    """A date in words, exactly as precise as it is known; what is no date stays as it is.

    >>> day("2019-10-09T10:54"), day("2019-10"), day("2019"), day(None)
    ('9 October 2019, 10:54', 'October 2019', '2019', None)
    """
    if value is None or len(value) not in _FORMS:
        return value
    given, shown = _FORMS[len(value)]
    try:
        moment = datetime.strptime(value, given)
    except ValueError:
        return value
    return moment.strftime(shown.format(day=moment.day))


def language_name(tag: str | None) -> str | None:
    """
    >>> language_name("en"), language_name("en-GB"), language_name("xx"), language_name(None)
    ('English', 'English (en-GB)', 'xx', None)
    """
    if tag is None:
        return None
    base = tag.split("-")[0].lower()
    if base not in tags():
        return tag
    name = language(base).info.name
    return name if tag == base else f"{name} ({tag})"


def kind_name(kind: str) -> str:
    """
    >>> kind_name("news-conference")
    'News conference'
    """
    return kind.replace("-", " ").capitalize()


def body_name(body: Place | Issuer | None) -> str | None:
    """A place or an issuer with its country.

    >>> body_name(Place(name="Geneva", country="CH")), body_name(Issuer(country="CH"))
    ('Geneva (CH)', 'CH')
    """
    if body is None:
        return None
    if body.name is None:
        return body.country
    return f"{body.name} ({body.country})" if body.country else body.name


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "statement"), counted(0, "statement")
    ('1 statement', '0 statements')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
