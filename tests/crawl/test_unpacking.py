"""What is unpacked is what was packed, and never more than the limit."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.crawl.unpacking import Beyond, Broken, unpacked


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    " GZIP ": lambda data: gzip.compress(data[:5]) + gzip.compress(data[5:]),
    "deflate": zlib.compress,
    "Deflate": _raw_deflate,
    "identity": bytes,
    "": bytes,
}


def _pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@example(b"", "deflate", 1)
@example(b"ab", "Deflate", 1)
@given(st.binary(max_size=4000), st.sampled_from(sorted(PACKERS)), st.integers(1, 700))
def test_whatever_the_pieces(data: bytes, coding: str, size: int) -> None:
    if coding == "Deflate" and zlib.compress(data)[:2] == _raw_deflate(data)[:2]:
        return
    packed = PACKERS[coding](data)
    assert b"".join(unpacked(_pieces(packed, size), coding, 4000)) == data


@pytest.mark.parametrize("coding", ["gzip", "deflate", ""])
def test_the_limit(coding: str) -> None:
    packed = PACKERS[coding](bytes(1000))
    assert len(b"".join(unpacked([packed], coding, 1000))) == 1000
    with pytest.raises(Beyond, match="more than 999 bytes"):
        list(unpacked([packed], coding, 999))


def test_a_bomb_is_not_unpacked() -> None:
    """No piece that leaves is larger than the limit allows."""
    sizes: list[int] = []
    pieces = unpacked([gzip.compress(bytes(30_000_000))], "gzip", 1000)
    with pytest.raises(Beyond):
        sizes.extend(len(piece) for piece in pieces)
    assert sum(sizes) <= 1000


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "compress"])
def test_what_was_not_asked_for(coding: str) -> None:
    with pytest.raises(Broken, match="not asked for"):
        list(unpacked([b"x"], coding, 10))


def test_what_breaks_off_or_is_none() -> None:
    packed = gzip.compress(b"We met. " * 50)
    for broken in (packed[:-4], packed[:20], b"<html>"):
        with pytest.raises(Broken, match="broken compression"):
            list(unpacked([broken], "gzip", 10_000))


def test_nothing_at_all_and_what_follows_the_end() -> None:
    assert list(unpacked([], "gzip", 10)) == []
    assert b"".join(unpacked([gzip.compress(b"met"), b"\0\0\0"], "gzip", 10)) == b"met"
