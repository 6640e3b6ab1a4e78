"""Compressed answers, unpacked piece by piece and never further than a limit: a small answer may
unpack to more than memory holds. It knows gzip and deflate, which are all that is asked for."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

ACCEPTED = "gzip, deflate"
_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's window bits
_CODINGS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}
_MAGIC = b"\x1f\x8b"


class Broken(ValueError):
    """The answer is not compressed as it says, or ends too early."""


class Beyond(ValueError):
    """The answer is longer than the limit."""


def unpacked(pieces: Iterable[bytes], coding: str, limit: int) -> Iterator[bytes]:
    """The pieces of a body without its `Content-Encoding`, `limit` bytes at most in all.

    >>> b"".join(unpacked([zlib.compress(b"We met. " * 3)], "deflate", 100))
    b'We met. We met. We met. '
    >>> next(unpacked([zlib.compress(bytes(1000))], "deflate", 999))
    Traceback (most recent call last):
    ...
    onrecord.crawl.unpacking.Beyond: more than 999 bytes
    """
    name = coding.strip().lower()
    if name in ("", "identity"):
        plain = pieces
    elif name in _CODINGS:
        plain = _inflated(pieces, _CODINGS[name], limit)
    else:
        raise Broken(f"compressed as {coding!r}, which was not asked for")
    left = limit
    for piece in plain:
        left -= len(piece)
        if left < 0:
            raise Beyond(f"more than {limit:,} bytes")
        yield piece


def _inflated(pieces: Iterable[bytes], bits: int, limit: int) -> Iterator[bytes]:
    """No call unpacks more than one byte over the limit."""
    unpack, begun = None, False
    for piece in _from_two_bytes(pieces):
        raw = piece
        while raw:
            if unpack is None:
                unpack = zlib.decompressobj(_bits(raw, bits))
                begun = True
            try:
                found = unpack.decompress(raw, limit + 1)
            except zlib.error as error:
                raise Broken(f"broken compression ({error})") from error
            if found:
                yield found
            raw = unpack.unconsumed_tail
            if unpack.eof:
                # Another member follows, or something that is none and does not count.
                raw = unpack.unused_data if unpack.unused_data[:2] == _MAGIC else b""
                unpack = None if raw else unpack
    if begun and unpack is not None and not unpack.eof:
        raise Broken("broken compression (it ends too early)")


def _from_two_bytes(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, the first two of them together: they tell which header there is.

    >>> list(_from_two_bytes([b"", b"a", b"b", b"c"])), list(_from_two_bytes([b"a"]))
    ([b'ab', b'c'], [b'a'])
    """
    first, rest = b"", iter(pieces)
    for piece in rest:
        first += piece
        if len(first) >= len(_MAGIC):
            break
    if first:
        yield first
    yield from rest


def _bits(raw: bytes, bits: int) -> int:
    """Servers send deflate with and without a header."""
    if bits == _ZLIB and not (
        raw[0] & 0x0F == 8 and (raw[0] << 8 | (raw[1:2] or b"\0")[0]) % 31 == 0
    ):
        return _RAW
    return bits
