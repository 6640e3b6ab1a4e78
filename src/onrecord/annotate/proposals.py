"""What a model sees, beside the names of the gazetteer and of the rules.

A model reads only the sentences that hold a word with a capital whose name nobody knows. Of what it
sees only people are taken: its bodies and places were wrong more often than they were missed. A
name that a rule hardly guesses goes if the model does not see one there. What the gazetteer knows
stays. Does not know the models: `models`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.annotate import lexis
from onrecord.annotate.confidence import confidence
from onrecord.annotate.guesses import stripped
from onrecord.annotate.hits import printed
from onrecord.annotate.mention import NOTHING, Mention
from onrecord.annotate.models import recognizer
from onrecord.annotate.words import Words
from onrecord.text.sentences import sentences

RULE = "<person that a model sees>"
_NO_NAME = lexis.COMMON | lexis.CALENDAR | lexis.NATIONAL
_HARDLY = 0.5  # the confidence of a rule below which a model decides

Owners = list[Mention | None]


def proposed(words: Words, owners: Owners) -> None:
    """Adds the people whom the model of the language sees, and takes away what it does not confirm;
    does nothing if there is no model."""
    tag = words.lexis.language.tag
    model = recognizer(tag.partition("-")[0])
    if model is None:
        return
    stretches = ((bisect_left(words.starts, s.start), s) for s in sentences(words.text, tag))
    chosen = [(n, s) for n, s in stretches if _undecided(words, owners, n, s.end)]
    pieces = [words.text[s.start : s.end] for _, s in chosen]
    for (first, s), seen in zip(chosen, model.find(pieces), strict=True):
        found = [
            mention
            for name in seen
            for mention in _mentions(words, s.start + name.start, s.start + name.end, name.kind)
        ]
        _unconfirmed(owners, first, bisect_left(words.starts, s.end), found)
        for mention in found:
            if mention.kind == "person":
                _take(words, owners, mention)


def _undecided(words: Words, owners: Sequence[Mention | None], first: int, end: int) -> bool:
    """Does a sentence hold a word with a capital that no known name has?"""
    last = bisect_left(words.starts, end)
    return any(
        words.capital(n)
        and not words.forms[n].classes & _NO_NAME
        and (owners[n] is None or _hardly(owners[n]))
        for n in range(first, last)
    )


def _hardly(owner: Mention | None) -> bool:
    return owner is not None and owner.kind != NOTHING and confidence(owner.rule) < _HARDLY


def _mentions(words: Words, start: int, end: int, kind: str) -> Iterator[Mention]:
    """The words of a stretch of text, without those at its ends that are in no name."""
    first, last = bisect_right(words.ends, start), bisect_left(words.starts, end)
    for one, other in stripped(words, first, last):
        yield Mention(one, other, kind, RULE, printed(words, one, other), weak=True)


def _unconfirmed(owners: Owners, first: int, last: int, found: Sequence[Mention]) -> None:
    """Takes away what a rule hardly guesses where the model sees no name."""
    for owner in {id(o): o for o in owners[first:last] if o is not None and _hardly(o)}.values():
        if not any(m.first < owner.last and owner.first < m.last for m in found):
            owners[owner.first : owner.last] = [None] * (owner.last - owner.first)


def _take(words: Words, owners: Owners, mention: Mention) -> None:
    """Gives words to a person, unless they are another's."""
    first, last = mention.first, mention.last
    over = {id(o): o for o in owners[first:last] if o is not None}.values()
    alone = last - first == 1 and words.forms[first].classes & _NO_NAME
    if alone or not all(map(_hardly, over)):
        return
    for owner in over:
        owners[owner.first : owner.last] = [None] * (owner.last - owner.first)
    owners[first:last] = [mention] * (last - first)
