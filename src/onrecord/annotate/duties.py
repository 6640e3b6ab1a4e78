"""A duty that a statement says another state or body has ("Iran must release them"): the speaker
asks for it. Knows no word of a language.
"""

from __future__ import annotations

from onrecord.annotate.frames import Clause
from onrecord.annotate.heads import heads
from onrecord.annotate.party import Party
from onrecord.annotate.politics import foreign
from onrecord.annotate.reading import Reading, Sentence
from onrecord.annotate.sides import speaker
from onrecord.annotate.told_once import Event

_ASKED = ("state", "organisation", "armed", "state-noun", "office", "person")
_LEAST = 2  # words of what is asked for
_SURE = 0.6


def asked(read: Reading, sentence: Sentence, found: Clause) -> Event | None:
    """The request that a duty is; nothing where it is the speaker's own side's, a mere state of
    things, or another's words."""
    party, own = found.subject, speaker(read)
    if party is None or not own or found.reporter is not None:
        return None
    here = party.last <= found.cue.first and heads(read, sentence, found.cue, party, found.first)
    if not here or party.kind not in _ASKED or not party.named or not foreign(read, party, ""):
        return None
    last = found.cue.last
    if last >= sentence.last or read.marked(sentence, last, "auxiliary") in ("be", "have"):
        return None
    if found.last - last < _LEAST or found.told.keys() & {"hypothetical", "conditional"}:
        return None
    speaking = Party(found.first, found.first, "us", own, True)
    return Event("request", found, (speaking,), (party,), "asserted", _SURE)
