"""The layer `outcome`: words that say what became of a promise or a plan, or that come back to a
question.

The lexicon is `languages/*/outcomes.toml`. It says nothing of which promise is meant: that is for
those who know what was said before (`ledger/evidence.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate import actors
from onrecord.annotate.actors import Party
from onrecord.annotate.clauses import clause, span_of
from onrecord.annotate.cues import Cue
from onrecord.annotate.document import Document
from onrecord.annotate.reading import Reading, Sentence, reading
from onrecord.records import Annotation

ANNOTATOR = "outcomes"
NONE = "no_outcome"
_OPEN = ("hypothetical", "planned", "negated")  # nothing has become of it yet


def annotate(document: Document) -> Iterator[Annotation]:
    """What is said to have become of promises and plans, in order."""
    read = reading(document)
    if read.asking:
        return
    before: Party | None = None
    for sentence in read.sentences:
        parties = actors.parties(read, sentence, before)
        found = outcome(read, sentence, parties)
        if found is not None:
            yield found
        before = actors.leading(parties, before)


def outcome(read: Reading, sentence: Sentence, parties: Sequence[Party]) -> Annotation | None:
    """What a sentence says to have become of something: its first words for it."""
    if read.words[sentence.last - 1] == "?":
        return None
    found = read.acts("outcomes", sentence)
    if any(cue.list == NONE for cue in found):
        return None
    for cue in found:
        about = clause(read, sentence, cue, parties)
        if about.modality not in _OPEN or cue.list in ("broken", "answered"):
            return _annotation(read, sentence, cue, about.subject)
    return None


def _annotation(read: Reading, sentence: Sentence, cue: Cue, subject: Party | None) -> Annotation:
    span = span_of(read, sentence.first, sentence.last)
    said = span_of(read, cue.first, cue.last)
    return Annotation(
        layer="outcome",
        span=span,
        quote=read.text[span.start : span.end],
        value={
            "outcome": cue.list,
            "actors": actors.told([subject]) if subject else [],
            "phrase": read.text[said.start : said.end],
            "date": read.when(sentence.first, sentence.last, only=True),
        },
        annotator=ANNOTATOR,
        rule=f"{cue.list}: {' '.join(read.words[cue.first : cue.last])}",
        confidence=0.6,
    )
