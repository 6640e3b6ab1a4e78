"""Bytes to text: byte order mark, else valid UTF-8, else what is declared if it gives plausible
text, else the reading that gives the most plausible text.

It knows how text looks (letters that stand alone among others, words that are frequent), not what
it says. Nothing raises: what cannot be read is U+FFFD, and an issue counts it.
"""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from onrecord.errors import DataError
from onrecord.extract.plausibility import plausibility
from onrecord.records import Issue, Record

Hint = Literal["html", "xml", "text"]
STAGE = "encoding"
_SAMPLE = 16_384  # bytes with something outside ASCII that are looked at
_HEAD = 4_096  # bytes in which a declaration is looked for; browsers look at 1,024
_PLAUSIBLE = 0.85  # from which a declared encoding is believed
_BETTER = 0.15  # by which another reading must be more plausible than the declared one,
_FEW = 10  # and by more where so few bytes outside ASCII say so
_RARER = 0.002  # what a candidate further down the list must be more plausible by
# Python's codecs that are no encodings of pages.
_NO_ENCODINGS = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "unicode-escape", "utf-7"}
    | {"raw-unicode-escape", "undefined", "mbcs", "oem"}
)
_GOOD_ENOUGH_UTF8 = 8  # valid sequences for each invalid one: it is UTF-8, damaged
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_META = re.compile(rb"<meta\b[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML = re.compile(rb"<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.I | re.S)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_SURROGATES = re.compile("[\ud800-\udfff]")


class Decoded(Record, frozen=True, kw_only=True):
    """`encoding`: by its name in the WHATWG standard. `method`: `bom`, `utf-8` (valid), `declared`,
    `utf-8-damaged`, `nul-pattern`, `detected`, `fallback`."""

    text: str
    encoding: str
    method: str
    issues: tuple[Issue, ...] = ()


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    candidates: tuple[str, ...]
    label: dict[str, str]
    codec: dict[str, str]


def decode(payload: bytes, declared: str | None = None, hint: Hint = "html") -> Decoded:
    """The text of a payload. `declared`: what the server says.

    >>> decode("Строка".encode("windows-1251"), "windows-1251").text
    'Строка'
    >>> decode("naïve".encode()).method
    'utf-8'
    """
    for bom, encoding in _BOMS:
        if payload.startswith(bom):
            return _read(payload[len(bom) :], encoding, "bom")
    if b"\0" in payload[:_HEAD] and (wide := _by_nuls(payload[:_HEAD])):
        return _read(payload, wide, "nul-pattern")
    if b"\x1b" in payload[:_SAMPLE] and "iso2022_jp" in _declared(payload, declared, hint):
        return _read(payload, "iso2022_jp", "declared")
    try:
        return _clean(payload.decode("utf-8"), "utf-8", "utf-8", ())
    except UnicodeDecodeError:
        return _not_utf8(payload, tuple(_declared(payload, declared, hint)))


def _not_utf8(payload: bytes, labels: tuple[str, ...]) -> Decoded:
    if _damaged_utf8(payload):
        return _read(payload, "utf-8", "utf-8-damaged")
    sample = _sample(payload)
    rated = [(_rate(sample, label), label) for label in labels if label != "utf-8"]
    if rated and rated[0][0] >= _PLAUSIBLE:
        return _read(payload, rated[0][1], "declared")
    own = max(rated, default=(-1.0, ""))
    rate, best = _detected(sample)
    margin = _BETTER + _FEW / max(1, len(_NOT_ASCII.findall(sample)))
    if own[1] and own[0] + margin >= rate:
        return _read(payload, own[1], "declared")
    if rate <= 0:
        return _read(payload, own[1] or "windows-1252", "fallback")
    return _read(payload, best, "detected", _wrongly(labels, best))


def _wrongly(labels: tuple[str, ...], best: str) -> tuple[Issue, ...]:
    if not labels or best in labels:
        return ()
    return (
        Issue(
            stage=STAGE,
            message=f"declared as {labels[0]}, but the bytes are no plausible text in it; "
            f"read as {best}: look at the first lines to see whether that is right",
        ),
    )


def _declared(payload: bytes, declared: str | None, hint: Hint) -> Iterator[str]:
    """The encodings that server and document declare, as browsers understand the labels."""
    printed = [declared] if declared else []
    head = payload[:_HEAD]
    for pattern in {"html": (_META, _XML), "xml": (_XML,), "text": ()}[hint]:
        printed += [found[1].decode("ascii", "ignore") for found in pattern.finditer(head)]
    yield from dict.fromkeys(filter(None, map(canonical, printed)))


@cache
def canonical(label: str) -> str | None:
    """The encoding that browsers mean by a label; `None` if there is none.

    >>> canonical("ISO-8859-1"), canonical(" GB2312 "), canonical("cp1251"), canonical("x-nothing")
    ('windows-1252', 'gb18030', 'windows-1251', None)
    """
    name = label.strip().strip("\"'").lower()
    name = _data().label.get(name, name)
    if name in _data().codec:
        return name
    try:
        found = codecs.lookup(name)
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return None
    if found.name in _NO_ENCODINGS:
        return None
    plain = found.name.replace("iso8859", "iso-8859")
    plain = re.sub(r"^cp(125\d)$", r"windows-\1", plain)
    return _data().label.get(plain, plain)


@cache
def _data() -> _Data:
    file = files("onrecord") / "extract" / "encodings.toml"
    try:
        return msgspec.convert(tomllib.loads(file.read_text("utf-8")), _Data)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{file}: {error}") from error


def _by_nuls(head: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of ASCII (mark-up, spaces) is NUL."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 20 < len(head) // 2 or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16be" if even > odd else "utf-16le"


def _damaged_utf8(payload: bytes) -> bool:
    sample = payload[: 64 * _SAMPLE]
    good = len(_UTF8_SEQUENCE.findall(sample))
    rest = len(_NOT_ASCII.findall(_UTF8_SEQUENCE.sub(b"", sample)))
    return good >= _GOOD_ENOUGH_UTF8 * rest or (good > 0 and rest <= 3 and good >= rest)


def _sample(payload: bytes) -> bytes:
    """Text with something outside ASCII, without mark-up."""
    bare = _MARKUP.sub(b" ", payload[: 32 * _SAMPLE])
    first = _NOT_ASCII.search(bare)
    if first is None:
        bare = payload
        first = _NOT_ASCII.search(bare)
    start = max(0, first.start() - 200) if first else 0
    start = bare.rfind(b" ", 0, start + 1) + 1
    return bare[start : start + _SAMPLE]


def _rate(sample: bytes, label: str) -> float:
    codec = _data().codec.get(label, label)
    text = sample.decode(codec, "replace")
    return plausibility(text.rstrip("\ufffd"), label)


def _detected(sample: bytes) -> tuple[float, str]:
    """The most plausible reading, and how plausible it is."""
    rated = [
        (_rate(sample, label) - n * _RARER, label) for n, label in enumerate(_data().candidates)
    ]
    return max(rated, key=lambda pair: pair[0])


def _read(payload: bytes, label: str, method: str, issues: tuple[Issue, ...] = ()) -> Decoded:
    codec = _data().codec.get(label, label)
    try:
        text = payload.decode(codec)
    except UnicodeDecodeError:
        text = payload.decode(codec, "replace")
        count = text.count("\ufffd")
        message = f"{count} byte sequences that are not valid {label} were replaced by U+FFFD"
        issues = (*issues, Issue(stage=STAGE, message=message))
    return _clean(text, label, method, issues)


def _clean(text: str, label: str, method: str, issues: tuple[Issue, ...]) -> Decoded:
    """Without NUL characters, lone surrogates and a mark that stands in the text."""
    if "\0" in text:
        message = f"{text.count(chr(0))} NUL characters were left out"
        issues = (*issues, Issue(stage=STAGE, message=message))
        text = text.replace("\0", "")
    if label != "utf-8" and _SURROGATES.search(text):
        text = _SURROGATES.sub("\ufffd", text)
    return Decoded(text=text.removeprefix("\ufeff"), encoding=label, method=method, issues=issues)
