"""Digests."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive.fixity import digest, holds


@given(st.binary(), st.binary())
def test_only_the_same_bytes_hold(a: bytes, b: bytes) -> None:
    assert holds(a, digest(b)) == (a == b)
    assert digest(a) == f"sha256:{hashlib.sha256(a).hexdigest()}"
