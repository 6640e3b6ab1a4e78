"""The layer `quotation`: whose words a text gives, directly or not.

Puts the steps in order: quoted stretches, sentences (one that goes on within quotation marks is
one), and in each what is said, by whom, by which cue; then quoted words that no sentence ties to
anybody go to the last who spoke.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.attribution import Attribution
from onrecord.annotate.complemented import Complemented
from onrecord.annotate.cue_words import cues
from onrecord.annotate.document import Document
from onrecord.annotate.quote_marks import Quoted, quoted
from onrecord.annotate.spoken import Stretch
from onrecord.annotate.subject_first import SubjectFirst
from onrecord.annotate.verb_second import VerbSecond
from onrecord.records import Annotation, Span
from onrecord.text.sentences import sentences

ANNOTATOR = "quotations"
_LONGEST = 3000  # characters; what is longer without an end is no sentence that anybody speaks
_SPOKEN = 4  # words of a quotation that stands alone; fewer are a title or set apart


def annotate(document: Document) -> Iterator[Annotation]:
    """The quotations of a document, in the order of their sentences."""
    for found in read(document):
        for content in found.content:
            if content.start >= content.end:
                continue
            yield _annotation(document.text, found, content)


def read(document: Document) -> Iterator[Attribution]:
    """Whose words stand where."""
    text = document.text
    words = cues(document.language)
    quotes = quoted(text)
    kind: type[Stretch] = Complemented if words.has("between") else SubjectFirst
    if words.has("reported_mood"):
        kind = VerbSecond
    last: Attribution | None = None
    mood: Attribution | None = None  # reported speech that may go on in the next sentence
    for start, end in _units(text, document.language, quotes):
        if end - start > _LONGEST:
            continue
        sentence = kind(text, start, end, words.words(text, start, end), quotes)
        found = [_owned(one, last) for one in sentence.attributions()]
        found = found or list(sentence.labelled())
        if len(found) == 1 and found[0].rule == "mood":
            if mood and "\n" in text[mood.content[0].end : start]:
                yield mood
                mood = None
            mood = _joined(mood, found[0])
            last = mood
            continue
        if mood:
            yield mood
            mood = None
        yield from found
        if not found and last is not None:
            loose = _loose(sentence, last)
            if loose:
                yield loose
                continue
        last = found[-1] if found else None
    if mood:
        yield mood


def _owned(found: Attribution, last: Attribution | None) -> Attribution:
    """Reported speech without a cue is that of who was reported last."""
    if found.source is None and found.cue is None and last is not None:
        return found._replace(source=last.source)
    return found


def _joined(before: Attribution | None, found: Attribution) -> Attribution:
    if before is None:
        return found
    first, last = before.content[0], found.content[0]
    return before._replace(content=(Span(first.start, last.end),))


def _loose(sentence: Stretch, last: Attribution) -> Attribution | None:
    """A sentence of quoted words only, after one that says whose they are."""
    for quote in sentence.quotes:
        whole = quote.start <= sentence.start + 1 and quote.end >= sentence.stop - 1
        if whole and len(sentence.words) > _SPOKEN:
            span = Span(max(quote.start, sentence.start), min(quote.end, sentence.end))
            return Attribution((span,), last.source, last.cue, "goes on")
    return None


def _units(text: str, language: str | None, quotes: Sequence[Quoted]) -> Iterator[tuple[int, int]]:
    """Sentences; those that one quotation joins are one."""
    n = 0
    begin: int | None = None
    for start, end in sentences(text, language):
        if begin is None:
            begin = start
        while n < len(quotes) and quotes[n].end <= end:
            n += 1
        if n < len(quotes) and quotes[n].start < end and quotes[n].end > end:
            continue
        yield begin, end
        begin = None
    if begin is not None:
        yield begin, len(text.rstrip())


def _annotation(text: str, found: Attribution, content: Span) -> Annotation:
    value: dict[str, object] = {
        "speaker": _named(text, found.source),
        "cue": {"span": list(found.cue)} if found.cue else None,
        "direct": _direct(text, content),
    }
    if found.addressee:
        value["addressee"] = _named(text, found.addressee)
    return Annotation(
        layer="quotation",
        span=content,
        quote=text[content.start : content.end],
        value=value,
        annotator=ANNOTATOR,
        rule=found.rule,
        confidence=0.7,
    )


def _named(text: str, span: Span | None) -> dict[str, object] | None:
    if span is None:
        return None
    return {
        "span": list(span),
        "name": " ".join(text[span.start : span.end].split()),
        "entity": None,
    }


def _direct(text: str, content: Span) -> bool:
    """Are all the words quoted?"""
    inside = quoted(text[content.start : content.end])
    return len(inside) == 1 and inside[0].end - inside[0].start >= content.end - content.start - 2
