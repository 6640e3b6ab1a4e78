"""Several things that one verb promises or asks for in a row ("undertake to disarm the troops and
to free all prisoners"), in a language whose infinitives are told by their ending. Knows no word."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.frames import Clause
from onrecord.annotate.reading import Reading, Sentence

_LEAST = 3  # words of a part
_MOST = 6  # parts


def parts(read: Reading, sentence: Sentence, about: Clause) -> Iterator[Clause]:
    """A clause up to its second infinitive, then one for each further infinitive."""
    begins = list(_begins(read, sentence, about))[: _MOST - 1] if read.inflects else []
    ends = [*(join for join, _ in begins), about.last]
    yield about._replace(last=ends[0])
    for n, (_, verb) in enumerate(begins):
        cue = about.cue._replace(first=verb - 1, last=verb)
        yield about._replace(cue=cue, first=verb, last=ends[n + 1])


def _begins(read: Reading, sentence: Sentence, about: Clause) -> Iterator[tuple[int, int]]:
    """Where a further part is joined, and its infinitive."""
    before = _infinitive(read, sentence, about.cue.last - 1, about.last)
    if before is None:
        return
    for n in range(before + _LEAST, about.last - _LEAST):
        joins = read.marked(sentence, n, "conjunction") is not None
        if not joins and read.words[n] != ",":
            continue
        verb = _governed(read, sentence, n + 1)
        if verb is not None and n - before >= _LEAST and _led(read, sentence, before, verb):
            yield n, verb
            before = verb


def _infinitive(read: Reading, sentence: Sentence, first: int, last: int) -> int | None:
    """The first infinitive of a stretch, with no word between that opens a clause."""
    for n in range(first, last):
        if read.marked(sentence, n, "subordinator"):
            return None
        if read.ends(n, "infinitive") and not sentence.marks.get(n):
            return n
    return None


def _governed(read: Reading, sentence: Sentence, n: int) -> int | None:
    """The infinitive that begins at a word, or after a preposition there."""
    last = sentence.last
    if n < last and read.marked(sentence, n, "preposition") is not None:
        n += 2 if n + 1 < last and read.words[n + 1] == "'" else 1
    told = n < last and read.ends(n, "infinitive") and not sentence.marks.get(n)
    return n if told else None


def _led(read: Reading, sentence: Sentence, before: int, verb: int) -> bool:
    """Do two infinitives follow the same word, or none?"""

    def leading(n: int) -> str:
        while n > sentence.first and read.words[n - 1] == "'":
            n -= 1
        led = read.marked(sentence, n - 1, "preposition") is not None
        return read.words[n - 1] if led else ""

    return leading(before) == leading(verb)
