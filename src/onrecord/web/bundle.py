"""The script that makes plots interactive: Vega-Lite, Vega and Vega-Embed, out of the package that
draws them on the server. It is made once, when it is first asked for, which takes some seconds; a
page does not wait for it."""

from __future__ import annotations

import threading
from functools import cache

_LOCK = threading.Lock()


def bundle() -> bytes:
    """The script."""
    with _LOCK:  # whoever asks meanwhile waits for the same one
        return _made()


@cache
def _made() -> bytes:
    import vl_convert  # a browser's engine: only loaded where a plot is asked for

    made: str = vl_convert.javascript_bundle()
    return made.encode()


def version() -> str:
    """Of which version it is: a part of its address.

    >>> version().count(".") >= 2
    True
    """
    from importlib.metadata import version as of

    return of("vl-convert-python")
