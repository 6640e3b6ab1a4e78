"""Is it still what it was? Digests of bytes, in the one form that is used everywhere."""

from __future__ import annotations

import hashlib
from functools import lru_cache


@lru_cache(maxsize=1)  # of what was fetched: asked when it is compared, kept, and read
def digest(data: bytes) -> str:
    """
    >>> digest(b"")[:20]
    'sha256:e3b0c44298fc1'
    """
    return "sha256:" + hashlib.sha256(data).hexdigest()


def holds(data: bytes, stated: str) -> bool:
    """Do the bytes have the digest that is stated of them?

    >>> holds(b"", digest(b"")), holds(b"x", digest(b""))
    (True, False)
    """
    return digest(data) == stated
