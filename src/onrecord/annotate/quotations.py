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
from onrecord.annotate.cues import cues as forms
from onrecord.annotate.document import Document
from onrecord.annotate.quote_marks import Quoted, quoted
from onrecord.annotate.spoken import Stretch, within
from onrecord.annotate.subject_first import SubjectFirst
from onrecord.annotate.verb_second import VerbSecond
from onrecord.records import Annotation, Span
from onrecord.text.sentences import sentences

ANNOTATOR = "quotations"
_LONGEST = 3000  # characters; what is longer without an end is no sentence that anybody speaks
_TELLING = frozenset({"say", "according", "according_after", "as_said", "speech"})
_HELPING = frozenset({"infinitive", "passive"})
_THIRD = frozenset({"third", "actor"})
_LOOSE = frozenset({"stop", "coordinator", "adjunct", "infinitive", "passive"})
_OWN = frozenset({"me", "us", "joint"})
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
        if not within(quotes, start, end) and not words.telling(text[start:end], kind.TOLD_BY):
            yield from (mood,) if mood else ()
            last = mood = None
            continue
        sentence = kind(text, start, end, words.words(text, start, end), quotes)
        found = [_owned(one, last) for one in sentence.attributions()]
        found = found or list(sentence.labelled())
        if document.official:
            found = [one for one in found if _is_said(sentence, one, document.language)]
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


def _is_said(sentence: Stretch, found: Attribution, language: str | None) -> bool:
    """Does a statement give somebody else's words: quoted, or told by a verb of saying whose
    subject is not the speaker? What others think, want or do is the speaker's own account."""
    if found.cue is None or any(_quoted(sentence, content) for content in found.content):
        return True
    source, cue, content = found.source, found.cue, found.content[0]
    words = sentence.words
    told = [w for w in words if cue.start <= w.start < cue.end]
    telling = [w for w in told if w.tags & _TELLING and "auxiliary" not in w.tags]
    if source is None or not any(w.form != "ing" for w in telling):
        return False
    if any(w.tags & _HELPING for w in told) or not _is_who(sentence, source, language):
        return False
    first = next((w for w in words if w.start >= content.start), None)
    before = next((w for w in reversed(words) if w.end <= content.start), None)
    opened = any(w is not None and "that" in w.tags for w in (first, before))
    return found.rule != "before" or opened or not (first is None or first.tags & _LOOSE)


def _is_who(sentence: Stretch, source: Span, language: str | None) -> bool:
    """Does a source name somebody, or stand for somebody named, who is not the speaker?"""
    words = [w for w in sentence.words if source.start <= w.start < source.end]
    folded = [w.key for w in words]
    lists = {cue.list for cue in forms(language, "clauses").find(folded, 0, len(folded))}
    if lists & _OWN:
        return False
    return bool(lists & _THIRD) or any(w.capital and not w.tags for w in words)


def _quoted(sentence: Stretch, content: Span) -> bool:
    return any(q.start < content.end and content.start < q.end for q in sentence.quotes)


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
