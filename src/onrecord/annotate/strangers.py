"""Names that nobody knows, in the news: capitalised words that no list, no date and no known name
holds are a party too, so that who is unknown to the gazetteer may act.

Not in statements, where who acts must be a state, a body or a known person; not where all nouns
have capitals; not in headlines that are all in capitals. A word that opens a sentence is a name
only before an auxiliary verb, before a conjunction and another name, or where it is of several
words.
"""

from __future__ import annotations

from onrecord.annotate.party import Member, Party
from onrecord.annotate.reading import Reading, Sentence
from onrecord.gazetteer.regions import state_adjectives

_LONGEST = 5  # words of a name
_LONG = 4  # letters of a word that is in small letters but in headlines
_ELISIONS = frozenset("'\u2019")
_BEFORE = 8  # words before, at which a known name may begin


def stranger(reading: Reading, sentence: Sentence, at: int) -> Party | None:
    """The party that an unknown name at a word stands for, if any."""
    if reading.document.official or reading.inverts or not _name(reading, sentence, at):
        return None
    if at > sentence.first and reading.words[at - 1] in _ELISIONS:
        return None  # after an elided article stands a noun
    last = at + 1
    while last < min(at + _LONGEST, sentence.last) and _name(reading, sentence, last):
        last += 1
    if at == sentence.first and not _opens(reading, sentence, last):
        return None
    if _headline(reading, sentence):
        return None
    span = reading.span(at, last)
    member = Member(reading.text[span.start : span.end], None, None, span)
    return Party(at, last, "person", (member,))


def _name(reading: Reading, sentence: Sentence, at: int) -> bool:
    word, start = reading.words[at], reading.starts[at]
    return (
        len(word) > 1
        and reading.text[start].isupper()
        and word.isalpha()
        and at not in sentence.marks
        and word not in state_adjectives()
        and not any(time.span.start <= start < time.span.end for time in reading.times)
        and not any(
            mention["words"][1] > at
            for n in range(max(at - _BEFORE, 0), at + 1)
            for mention in reading.entities.get(n, ())
        )
    )


def _opens(reading: Reading, sentence: Sentence, last: int) -> bool:
    """Does what follows a name that opens a sentence show that it is one?"""
    if last >= sentence.last:
        return False
    if reading.marked(sentence, last, "auxiliary") is not None:
        return True
    if reading.marked(sentence, last, "conjunction") is None:
        return last - sentence.first > 1 and any(
            cue.first == last and cue.value in ("v", "act")
            for cue in reading.acts("events", sentence)
        )
    return last + 1 < sentence.last and reading.text[reading.starts[last + 1]].isupper()


def _headline(reading: Reading, sentence: Sentence) -> bool:
    """Is no longer word of a sentence in small letters?"""
    return not any(
        len(reading.words[n]) >= _LONG and reading.text[reading.starts[n]].islower()
        for n in range(sentence.first, sentence.last)
    )
