"""What makes an alert the same as another: the search, the statement, and the words of the turn.
It knows no version, offset or moment: reading again changes nothing."""

from __future__ import annotations

import hashlib

from onrecord.alerts.records import AlertKind
from onrecord.text.normalize import bare, fold

_LENGTH = 32


def words(text: str) -> str:
    """The words of a turn, whatever the spaces, capitals, dashes and quotation marks.

    >>> words(" The “Deal”\\n is dead. ")
    'the "deal" is dead.'
    """
    return " ".join(fold(text).split())


def alert_id(search: str, statement: str, kind: AlertKind, said: str, also: str = "") -> str:
    """The id of an alert. What is new and what was edited into a statement are one thing: the
    words that stand there now. `also`: what else tells it from others: of words that were
    withdrawn what stands there now, of a removal its evidence.

    >>> same = alert_id("gas", "a/1", "new", "The deal is dead.")
    >>> same == alert_id("gas", "a/1", "edited", "The  deal is DEAD.")
    True
    >>> same == alert_id("gas", "a/1", "removed", "The deal is dead.", "urn:uuid:1")
    False
    """
    what = "stands" if kind in ("new", "edited") else kind
    return digest(search, statement, what, words(said), words(also))


def digest(*parts: str) -> str:
    """One digest of several texts, however they are parted.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    made = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(raw) + raw)
    return made.hexdigest()[:_LENGTH]


def name_as_id(name: str) -> str:
    """A name as part of an address; empty where our letters cannot spell it.

    >>> name_as_id("Gas deal, again"), name_as_id("\\u0433\\u0430\\u0437")
    ('gas-deal-again', '')
    """
    plain = bare(name).encode("ascii", "ignore").decode()
    return "-".join(plain.split())[:60].strip("-")
