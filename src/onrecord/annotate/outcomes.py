"""The layer `outcome`: words that say what became of a promise or a plan, or that come back to a
question.

The lexicon is `languages/*/outcomes.toml`. It says nothing of which promise is meant: that is for
those who know what was said before (`ledger/evidence.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate import actors
from onrecord.annotate.clauses import clause
from onrecord.annotate.cues import Cue
from onrecord.annotate.document import Document
from onrecord.annotate.frames import span_of
from onrecord.annotate.party import Party
from onrecord.annotate.reading import Reading, Sentence, reading
from onrecord.records import Annotation, Span

ANNOTATOR = "outcomes"
NONE = "no_outcome"
_BREAK = frozenset(",;:")
PROMISE = "promise"  # the value of words that name the promise itself
BACK = "back"  # of words that point to a promise named right before ("these promises were")
_TOLD = ("broken", "answered")  # a negation is a part of these
_OPEN = ("hypothetical", "planned", "negated")  # nothing has become of it yet


def annotate(document: Document) -> Iterator[Annotation]:
    """What is said to have become of promises and plans, in order."""
    read = reading(document)
    if read.asking:
        return
    for sentence, parties in actors.named(read):
        yield from outcomes(read, sentence, parties)


def outcomes(read: Reading, sentence: Sentence, parties: Sequence[Party]) -> Iterator[Annotation]:
    """What a sentence says to have become of something: its first words for it, and all that name
    a promise."""
    if read.words[sentence.last - 1] == "?":
        return
    found = read.acts("outcomes", sentence)
    if any(cue.list == NONE for cue in found):
        return
    promises = [cue.first for cue in found if cue.value == PROMISE]
    told, end = False, sentence.first
    for cue in found:
        about = clause(read, sentence, cue, parties)
        if about.modality in _OPEN and cue.list not in _TOLD:
            continue
        if cue.value == PROMISE:
            last = _until(read, cue, max(about.last, cue.last), promises)
            span = span_of(read, max(min(about.first, cue.first), end), last)
            end = last
            yield _annotation(read, sentence, cue, about.subject, span)
        elif not told:
            span = span_of(read, sentence.first, sentence.last)
            yield _annotation(read, sentence, cue, about.subject, span)
        told = True


def _until(read: Reading, cue: Cue, last: int, promises: Sequence[int]) -> int:
    """Where the clause of a promise ends: before that of the next one."""
    following = min((first for first in promises if first > cue.first), default=last)
    if following >= last:
        return last
    commas = [n for n in range(cue.last, following) if read.words[n] in _BREAK]
    return commas[-1] if commas else following


def _annotation(
    read: Reading, sentence: Sentence, cue: Cue, subject: Party | None, span: Span
) -> Annotation:
    said = span_of(read, cue.first, cue.last)
    return Annotation(
        layer="outcome",
        span=span,
        quote=read.text[span.start : span.end],
        value={
            "outcome": cue.list,
            "actors": actors.told([subject]) if subject else [],
            "phrase": read.text[said.start : said.end],
            "promise": cue.value == PROMISE,
            "back": cue.value == BACK,
            "date": read.when(sentence.first, sentence.last, only=True),
        },
        annotator=ANNOTATOR,
        rule=f"{cue.list}: {' '.join(read.words[cue.first : cue.last])}",
        confidence=0.6,
    )
