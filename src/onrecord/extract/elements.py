"""What HTML elements do to text: which break a line, which are never shown. The names stand in
`elements.toml`."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import msgspec

from onrecord.errors import DataError

FILE = "elements.toml"


class Elements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Element names by what they do."""

    blocks: frozenset[str]
    unseen: frozenset[str]
    verbatim: frozenset[str]
    void: frozenset[str]
    ended: frozenset[str]
    reopened: frozenset[str]


def elements() -> Elements:
    """
    >>> "p" in elements().blocks, "script" in elements().unseen
    (True, True)
    """
    file = files("onrecord.extract") / FILE
    try:
        return msgspec.convert(tomllib.loads(file.read_text("utf-8")), Elements)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"extract/{FILE}: {error}") from error
