"""A source as the text of a `source.toml` that a person can edit: keys in the order of the
documentation, what is usual left out, remarks as comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from onrecord.records import Listing, Source

_COLUMN = 11
_LITERAL = re.compile(r"[^'\x00-\x08\x0a-\x1f\x7f-\x9f]*")
_ESCAPED = re.compile("[\x7f-\x9f]")
_HEAD = ("institution", "country", "languages", "series", "hosts", "paths", "timezone", "cadence")
_SPANS = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


def text(source: Source, remarks: Iterable[str] = ()) -> str:
    """The text of a source's file; `remarks` go before it.

    >>> made = Source(id="xv_mfa_news", institution="MFA", country=None, languages=("en",),
    ...               series="news", hosts=("mfa.example",), cadence=7200)
    >>> print(text(made, ["An example."]), end="")
    # An example.
    institution = "MFA"
    languages   = ["en"]
    series      = "news"
    hosts       = ["mfa.example"]
    cadence     = "2h"
    """
    return "\n".join([*_remarks(remarks), *_source(source)]) + "\n"


def _remarks(remarks: Iterable[str]) -> Iterator[str]:
    for remark in remarks:
        yield f"# {' '.join(remark.split())}".rstrip()


def _source(source: Source) -> Iterator[str]:
    fields = msgspec.structs.asdict(source) | {"cadence": span(source.cadence)}
    for key in _HEAD:
        if fields[key] not in (None, ()) or key == "languages":
            yield _pair(key, fields[key])
    if source.delay is not None:
        yield _pair("delay", source.delay)
    if source.rendered:
        yield _pair("rendered", True)
    yield from _table("selectors", _said(source.selectors))
    yield from _table("labels", _said(source.labels))
    for listing in source.listings:
        yield from _listing(listing)
    expect = _said(source.expect)
    kinds = {kind: (least, most) for kind, least, most in expect.pop("kinds", ())}
    dialogue = dict(expect.pop("dialogue", ()))
    yield from _table("expect", expect)
    yield from _table("expect.dialogue", dialogue)
    yield from _table("expect.kinds", kinds)


def _listing(listing: Listing) -> Iterator[str]:
    own = _said(listing)
    selectors = own.pop("selectors", None)
    yield ""
    yield "[[listing]]"
    for key in ("kind", "url"):
        yield _pair(key, own.pop(key))
    yield from (_pair(key, value) for key, value in own.items())
    if selectors is not None:
        yield from _table("listing.selectors", _said(listing.selectors))


def _said(record: msgspec.Struct) -> dict[str, Any]:
    """The fields that are not as usual."""
    given = msgspec.structs.asdict(record)
    usual = {field.name: field.default for field in msgspec.structs.fields(record)}
    return {key: value for key, value in given.items() if value != usual[key]}


def _table(name: str, pairs: Mapping[str, Any]) -> Iterator[str]:
    if pairs:
        yield ""
        yield f"[{name}]"
        yield from (_pair(key, value) for key, value in pairs.items())


def _pair(key: str, value: Any) -> str:
    return f"{key:<{_COLUMN}} = {_value(value)}"


def _value(value: Any) -> str:
    """
    >>> print(_value('//a[has-class("x")]'), _value((1, 2.5, True)))
    '//a[has-class("x")]' [1, 2.5, true]
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return _quoted(str(value))


def _quoted(value: str) -> str:
    """A TOML string, with single quotes where that spares escapes."""
    if ('"' in value or "\\" in value) and _LITERAL.fullmatch(value):
        return f"'{value}'"
    plain = json.dumps(value.encode("utf-8", "replace").decode("utf-8"), ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def span(seconds: float | None) -> str | float | None:
    """Seconds as a person writes them.

    >>> span(7200), span(90), span(0.5), span(None)
    ('2h', '90s', 0.5, None)
    """
    if seconds is None or seconds < 1 or seconds != int(seconds):
        return seconds
    size, unit = next((size, unit) for size, unit in _SPANS if seconds % size == 0)
    return f"{int(seconds) // size}{unit}"
