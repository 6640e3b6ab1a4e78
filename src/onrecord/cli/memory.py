"""How often a command looks for rings of objects among all that it has made.

What is made for a text goes when nobody asks for it any more; rings are few. To look for them as
often as Python does by itself takes a tenth to a fifth of the time in which texts are read.
"""

from __future__ import annotations

import gc

_SELDOM = (20_000, 20, 20)  # new objects, and rounds of the younger ones, before the next round


def sweep_seldom() -> None:
    """From now on rings are looked for seldom."""
    gc.set_threshold(*_SELDOM)
