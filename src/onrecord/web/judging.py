"""What a visitor says of an annotation, right or wrong: written as `onrecord corrections` writes
it, told of at the head of the page that is shown next, and taken back from there.

Only where the server lets visitors correct: see `settings`.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from onrecord.errors import OnrecordError
from onrecord.pipeline import correcting
from onrecord.store import corrections
from onrecord.store.corrections import Verdict
from onrecord.web import addresses
from onrecord.web.holdings import Holdings

PATH = "/corrections"
TOLD = "corrected"
VERDICTS: tuple[Verdict, ...] = ("accept", "reject", "withdraw")
LONGEST = 300  # characters of a name or a reason
_writing = threading.Lock()


class Told(NamedTuple):
    """What was just said of an annotation: `verdict` is what counts now, `withdraw` if nothing is
    said of it any more."""

    id: str
    verdict: Verdict
    quote: str
    address: str


def judge(holdings: Holdings, name: str, verdict: Verdict, by: str, why: str) -> None:
    """Writes what is said of the annotation of an id."""
    with holdings.reading() as db, _writing:
        made = correcting.correction(
            db, correcting.find(db, name), verdict,
            by=by.strip()[:LONGEST] or None, why=why.strip()[:LONGEST] or None,
            at=datetime.now(UTC).date().isoformat(),
        )  # fmt: skip
        corrections.append(holdings.folder.root / corrections.FILE, made)


def told(holdings: Holdings, name: str) -> Told | None:
    """What counts now of the annotation of an id; None for no id."""
    if not name:
        return None
    try:
        with holdings.reading() as db:
            kept = correcting.find(db, name)
    except OnrecordError:
        return None
    verdict = kept.correction.verdict if kept.correction else "withdraw"
    at = f"{kept.span.start}-{kept.span.end}"
    return Told(name, verdict, kept.quote, addresses.version(kept.version, at=at) + "#at")


def back(given: str, name: str) -> str:
    """Where a form leads: to the page of ours that it was on, which then tells of the annotation.

    >>> back("/events?page=2&corrected=old#x", "a@1#event:1-2")
    '/events?page=2&corrected=a%401%23event%3A1-2#x'
    >>> back("//elsewhere.example/", "a"), back("https://elsewhere.example", "a")
    ('/corrections?corrected=a', '/corrections?corrected=a')
    """
    parts = urlsplit(given)
    ours = given.startswith("/") and not given.startswith(("//", "/\\")) and not parts.netloc
    if not ours or any(ord(each) < 33 for each in given):
        return PATH + addresses.query({TOLD: name})
    kept = [pair for pair in parts.query.split("&") if pair and not pair.startswith(f"{TOLD}=")]
    said = addresses.query({TOLD: name})[1:]
    place = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.path}?{'&'.join([*kept, said])}{place}"
