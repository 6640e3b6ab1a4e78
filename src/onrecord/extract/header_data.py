"""`header.toml`, decoded: names of elements that hold a place, and what domains are evidence of."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from onrecord.errors import DataError

FILE = "header.toml"


class HeaderData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of `header.toml`."""

    place: frozenset[str]
    open_domains: frozenset[str]
    government_labels: frozenset[str]


@cache
def data() -> HeaderData:
    """The file, read once."""
    text = (files("onrecord.extract") / FILE).read_text("utf-8")
    try:
        return msgspec.convert(tomllib.loads(text), HeaderData)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"extract/{FILE}: {error}") from error
