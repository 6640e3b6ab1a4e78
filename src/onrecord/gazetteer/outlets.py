"""Media outlets: by their names in a line that says who asks.

Knows what stands in `outlets/`: names, country, language and kind; not who works there. A name that
is an ordinary word ("Life", "Focus") is an outlet only where nothing else stands beside it.
"""

from __future__ import annotations

import msgspec

from onrecord.gazetteer.named import NamedSpan, entities, find, named, only

_FOLDER = "outlets"
_PREFIX = "outlet/"


class Outlet(msgspec.Struct, frozen=True):
    """A media outlet; `country` is ISO 3166-1 alpha-2, `language` BCP 47."""

    id: str
    kind: str
    name: str
    country: str | None
    language: str


def outlets_in(text: str) -> tuple[NamedSpan, ...]:
    """(start, end, what) of the outlets named in a text, longest first, not overlapping.

    >>> [(o.name, o.country) for _, _, o in outlets_in("Вопрос (РИА Новости):")]
    [('RIA Novosti', 'RU')]
    """
    return find(_FOLDER, text, None, only)


def outlet(identifier: str) -> Outlet:
    """The record of an outlet by its id; KeyError if there is none.

    >>> outlet("outlet/tass").language
    'ru'
    """
    key = identifier.removeprefix(_PREFIX)
    known = named(_FOLDER, key)
    language = entities(_FOLDER)[key].split("|")[3]
    return Outlet(known.id, known.kind, known.name, known.country, language)
