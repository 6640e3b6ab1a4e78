"""What an element's names say of the text in it. The words stand in `boilerplate.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from onrecord.errors import DataError

FILE = "boilerplate.toml"
META = "about the page"

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_JOINTS = re.compile(r"[-_:./#]+")
_PREFIX = re.compile(r"^(?:[a-z]|js) ")  # of naming schemes: c-, o-, js-
_LONGEST = 60


class Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of one meaning."""

    patterns: tuple[str, ...]
    reason: str = ""


class HintFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of `boilerplate.toml`."""

    body: Patterns
    main: Patterns
    hovers: Patterns
    lead: Patterns
    furniture: tuple[Patterns, ...]
    meta: tuple[Patterns, ...]
    tags: dict[str, str]
    roles: dict[str, str]


class Hint(NamedTuple):
    """`reason`: why the text would be furniture; `body`, `main`: it would be the statement, or be
    around it; `meta`: it would be about the statement; `hovers`: inside a line, it would not flow
    with it."""

    reason: str | None
    body: bool
    main: bool
    meta: bool
    hovers: bool
    lead: bool


NONE = Hint(None, False, False, False, False, False)


@lru_cache(maxsize=8192)
def of_names(names: str) -> Hint:
    """What classes and id say.

    >>> of_names("relatedPosts left").reason, of_names("article-body").body
    ('related', True)
    """
    words = _words(names)
    if not words:
        return NONE
    compiled = _compiled()
    reason = next(
        (reason for reason, known in compiled.furniture if any(map(known.fullmatch, words))), None
    )
    return Hint(
        reason,
        any(map(compiled.body.fullmatch, words)),
        any(map(compiled.main.fullmatch, words)),
        any(map(compiled.meta.fullmatch, words)),
        any(map(compiled.hovers.fullmatch, words)),
        any(map(compiled.lead.fullmatch, words)),
    )


def of_tag(tag: str, role: str) -> str | None:
    """The reason that a tag or a role gives.

    >>> of_tag("nav", ""), of_tag("div", "contentinfo"), of_tag("p", "")
    ('navigation', 'footer', None)
    """
    data = _data()
    return data.roles.get(role) if role in data.roles else data.tags.get(tag)


def _words(names: str) -> list[str]:
    """
    >>> _words("relatedPosts c-list__item")
    ['related posts', 'list item']
    """
    return [
        _PREFIX.sub("", _JOINTS.sub(" ", _CAMEL.sub(" ", name[:_LONGEST])).strip().lower())
        for name in names.split()
    ]


class _Compiled(NamedTuple):
    body: re.Pattern[str]
    main: re.Pattern[str]
    meta: re.Pattern[str]
    hovers: re.Pattern[str]
    lead: re.Pattern[str]
    furniture: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _data() -> HintFile:
    file = files("onrecord.extract") / FILE
    try:
        return msgspec.convert(tomllib.loads(file.read_text("utf-8")), HintFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"extract/{FILE}: {error}") from error


@cache
def _compiled() -> _Compiled:
    data = _data()
    meta = tuple(pattern for group in data.meta for pattern in group.patterns)
    return _Compiled(
        _union(data.body.patterns),
        _union(data.main.patterns),
        _union(meta),
        _union(data.hovers.patterns),
        _union(data.lead.patterns),
        tuple((group.reason, _union(group.patterns)) for group in data.furniture),
    )


def _union(patterns: tuple[str, ...]) -> re.Pattern[str]:
    try:
        return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    except re.error as error:
        raise DataError(f"extract/{FILE}: {error}") from error
