"""The words of the interface, from `words/<language>.toml`, and data in words: dates, numbers,
names of languages and countries. It knows no page.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

from onrecord.errors import DataError
from onrecord.languages.loader import language as language_of

_FOLDER = files("onrecord.web") / "words"
_RTL = "rtl"


class Words:
    """The words of one language of the interface. A key that is not there is a `DataError`."""

    def __init__(self, tag: str, said: Mapping[str, Any], names: Mapping[str, Any]) -> None:
        self.tag = tag
        self._said = said
        self._names = names
        self._known: dict[str, Any] = {}

    def __call__(self, key: str, **values: object) -> str:
        """The words under a dotted key, with values in their places.

        >>> words("en")("search.page", n=2, of=3)
        'Page 2 of 3'
        """
        return str(self._found(key)).format_map(values) if values else str(self._found(key))

    def _found(self, key: str) -> Any:
        if key not in self._known:
            self._known[key] = self._looked_up(key)
        return self._known[key]

    def _looked_up(self, key: str) -> Any:
        found: Any = self._said
        for part in key.split("."):
            if not isinstance(found, dict) or part not in found:
                raise DataError(f"words/{self.tag}.toml: there are no words for {key!r}: add them")
            found = found[part]
        return found

    def some(self, key: str) -> Mapping[str, str]:
        """A table of words."""
        found: Mapping[str, str] = self._found(key)
        return found

    def counted(self, number: int, noun: str) -> str:
        """A number with its noun.

        >>> words("en").counted(1284, "statement"), words("en").counted(1, "result")
        ('1,284 statements', '1 result')
        """
        forms = self._found(f"counted.{noun}")
        form = forms["one"] if number == 1 else forms["other"]
        return str(form).format(n=self.number(number))

    def number(self, number: int) -> str:
        """
        >>> words("en").number(1284)
        '1,284'
        """
        return f"{number:,}".replace(",", str(self._found("number.thousands")))

    def named(self, table: str, key: str) -> str:
        """The name of a value such as a kind or a role; the value itself if there is none.

        >>> words("en").named("kind", "news-conference"), words("en").named("kind", "odd")
        ('News conference', 'odd')
        """
        found = self._said.get(table, {}).get(key, key)
        return found if isinstance(found, str) else key

    def language(self, tag: str | None) -> str:
        """
        >>> words("en").language("ru"), words("en").language("en-NZ"), words("en").language(None)
        ('Russian', 'English (en-NZ)', 'language not known')
        """
        if not tag:
            return self("unknown.language")
        names = self._names["languages"]
        if tag in names:
            return str(names[tag])
        base = names.get(tag.split("-")[0].lower())
        return f"{base} ({tag})" if base else tag

    def country(self, code: str | None) -> str:
        """
        >>> words("en").country("CZ"), words("en").country("ZZ")
        ('Czechia', 'ZZ')
        """
        return str(self._names["countries"].get(code, code)) if code else self("unknown.country")

    def day(self, value: str | None, short: bool = False) -> str:
        """A date in words, exactly as precise as it is known.

        >>> say = words("en")
        >>> say.day("2019-10-09T10:54"), say.day("2019-10"), say.day("2019-10-09", short=True)
        ('9 October 2019, 10:54', 'October 2019', '9 Oct 2019')
        >>> say.day(None), say.day("soon")
        ('not stated on the page', 'soon')
        """
        if value is None:
            return self("unknown.said")
        date, _, clock = value.partition("T")
        parts = date.split("-")
        if not (len(parts) <= 3 and all(part.isdecimal() for part in parts)):
            return value
        months = self._found("short_months" if short else "months")
        forms = self._found("date")
        if len(parts) == 1:
            return value
        if not 1 <= int(parts[1]) <= 12:
            return value
        month = months[int(parts[1]) - 1]
        if len(parts) == 2:
            return str(forms["month"]).format(year=parts[0], month=month)
        shown = str(forms["day"]).format(year=parts[0], month=month, day=int(parts[2]))
        return str(forms["time"]).format(day=shown, clock=clock[:5]) if clock else shown

    def moment(self, stamp: str) -> str:
        """A moment of the clock of the archive.

        >>> words("en").moment("2026-03-12T09:14:07.123456Z")
        '12 Mar 2026, 09:14 UTC'
        """
        try:
            when = datetime.fromisoformat(stamp.replace("Z", "+00:00")).astimezone(UTC)
        except ValueError:
            return stamp
        return self("date.moment", said=self.day(when.strftime("%Y-%m-%dT%H:%M"), short=True))


@cache
def words(tag: str) -> Words:
    """The words of a language that has a file."""
    said = tomllib.loads((_FOLDER / f"{tag}.toml").read_text("utf-8"))
    names = tomllib.loads((_FOLDER / f"{tag}.names.toml").read_text("utf-8"))
    return Words(tag, said, names)


def direction(tag: str | None) -> str:
    """
    >>> direction("ar"), direction("en"), direction(None)
    ('rtl', 'ltr', 'ltr')
    """
    return _RTL if language_of(tag).info.direction == _RTL else "ltr"


def host(url: str | None) -> str | None:
    """The host of an address without `www.`, for the eye.

    >>> host("https://www.state.gov/a"), host(None)
    ('state.gov', None)
    """
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def file_name(uri: str) -> str:
    """The last part of an address or path.

    >>> file_name("file:///pages/a%20b.html"), file_name("https://a.example/")
    ('a b.html', 'https://a.example/')
    """
    try:
        return unquote(urlsplit(uri).path.rpartition("/")[2]) or uri
    except ValueError:
        return uri
