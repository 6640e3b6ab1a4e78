"""Comparisons for pages: made once for each pair of versions, a few kept, one made at a time, and
none of texts that would hold everybody up."""

from __future__ import annotations

import threading
from collections import OrderedDict

from onrecord.pipeline.comparing import Comparison, compare
from onrecord.records import Annotation, Reading
from onrecord.store import changes
from onrecord.store.kept import Kept
from onrecord.web.answers import Asked
from onrecord.web.mistakes import Failed

LONGEST = 400_000  # characters of two texts together: some seconds of work
_KEPT = 24
_WAIT = 30.0  # seconds for others' comparisons
_LAYERS = frozenset({"entity", "time", "commitment", "position"})
_lock = threading.Lock()
_known: OrderedDict[tuple[object, ...], Comparison] = OrderedDict()


def compared(asked: Asked, a: Kept, b: Kept) -> Comparison:
    """Two versions beside each other. `Failed` if they are too long for a page, or too much is
    asked at once."""
    _refuse_long(asked, a.reading, b.reading)
    key = (_state(asked), a.version.id, b.version.id)
    if (known := _known.get(key)) is not None:
        return known
    if not _lock.acquire(timeout=_WAIT):
        raise Failed(503, asked.words("mistake.compare_busy"))
    try:
        if (known := _known.get(key)) is None:
            known = compare(a.reading, b.reading, (_annotations(a), _annotations(b)))
            _known[key] = known
            while len(_known) > _KEPT:
                _known.popitem(last=False)
        return known
    finally:
        _lock.release()


def _refuse_long(asked: Asked, a: Reading, b: Reading) -> None:
    length = len(a.text) + len(b.text)
    if length > LONGEST:
        say = asked.words
        number = say.number(length)
        raise Failed(413, say("mistake.compare_long", n=number, most=say.number(LONGEST)))


def _state(asked: Asked) -> tuple[str, str]:
    """Records that were made anew are compared anew."""
    with asked.holdings.reading() as db:
        return str(asked.holdings.folder.root), changes.generation(db)


def _annotations(found: Kept) -> tuple[Annotation, ...] | None:
    known = tuple(
        Annotation(
            layer=each.layer, span=each.span, quote=each.quote, value=each.value,
            annotator=each.annotator, rule=each.rule, confidence=each.confidence,
        )
        for each in found.annotations
        if each.layer in _LAYERS
    )  # fmt: skip
    return known or None
