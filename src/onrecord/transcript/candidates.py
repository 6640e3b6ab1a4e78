"""Openings of blocks that might be speaker labels, each with the marks that speak for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.records import Block, Record, Span
from onrecord.text import normalize
from onrecord.transcript import shapes
from onrecord.transcript.words import BARE, Words

ROLE_LISTS = ("questioner", "answerer", "moderator", "interpreter", "audience")
_LONGEST = 260
_COLON = re.compile(r"[\s>*•·#–—-]*([^:：\n]{1,260}?)[\s\u200b]*[:：]")
_DASH = re.compile(r"\s*([^:：\n]{1,60}?)\s*(?:\.\s?)?[-–—]+\s+(?=\S)")
_BARE = re.compile(r"\s*([^\W\d_]{1,12}\d{0,2})(?:\.|\s*[)\]])?\s+(?=\S)")
_NUMBER = re.compile(r"\s+(?:n[o°º]?\.?\s*)?\d{1,3}$", re.IGNORECASE)
_ENDS_SENTENCE = tuple(".!?,;:…。！？，；")


class Candidate(Record, frozen=True, kw_only=True):
    """A possible label: where it stands, where its text begins, and its marks.

    `key`: the label for comparison; `last`: its last word, a surname mostly; `role`: the role list
    that it belongs to; `told`: a name with words that tell who it is;
    `mark`: `colon`, `dash`, `bare`, `alone`; `words`: words of it that are no particles; `runs_on`:
    the text behind it goes on in small letters.
    """

    block: int
    label: str
    span: Span
    content: int
    key: str
    last: str
    mark: str
    bold: bool = False
    caps: bool = False
    name: bool = False
    told: bool = False
    role: str | None = None
    office: bool = False
    honorific: bool = False
    words: int = 1
    runs_on: bool = False


def find(text: str, blocks: Sequence[Block], words: Words) -> Iterator[Candidate]:
    """The candidates of a text, at most one a block."""
    for index, block in enumerate(blocks):
        if block.kind in ("caption", "stage_note"):
            continue
        found = _colon(text, index, blocks, words) or _other(text, index, blocks, words)
        if found:
            yield found


def _colon(text: str, index: int, blocks: Sequence[Block], words: Words) -> Candidate | None:
    block = blocks[index]
    match = _COLON.match(text, block.span.start, min(block.span.end, block.span.start + 280))
    if not match:
        return None
    start, end = match.span(1)
    content = match.end()
    start = _broken_start(text, index, blocks, start)
    if content < block.span.end and (text[content].isdigit() or text[content] in "/\\"):
        return None  # a clock time, an address
    start, end = _outside_brackets(text, block, start, end)
    return _candidate(text, index, block, Span(start, end), content, "colon", words)


def _broken_start(text: str, index: int, blocks: Sequence[Block], start: int) -> int:
    """Where a label begins that a line break divides: its first line is bold to the end, too."""
    if index == 0:
        return start
    before = blocks[index - 1].span
    joined = text[before.end : blocks[index].span.start] == "\n"
    whole = joined and before.end - before.start < 80 and text[before.end - 1] not in _ENDS_SENTENCE
    if whole and _bold(blocks[index - 1], before) and _bold(blocks[index], Span(start, start + 2)):
        return before.start
    return start


def _outside_brackets(text: str, block: Block, start: int, end: int) -> tuple[int, int]:
    """A remark in brackets after a bold label is no part of it, if it is not bold itself."""
    match = re.search(r"\s*[(\[][^()\[\]]*[)\]]$", text[start:end])
    if match and match.start():
        inside = start + match.start() + len(match[0]) // 2
        before = _bold(block, Span(start, start + match.start()))
        if before and not any(s.start <= inside < s.end for s in block.strong):
            return start, start + match.start()
    return start, end


def _other(text: str, index: int, blocks: Sequence[Block], words: Words) -> Candidate | None:
    """Labels without a colon: `Q  Why?`, `Q - Why?`, or a line of their own."""
    block = blocks[index]
    start, end = block.span
    match = _DASH.match(text, start, min(end, start + 80))
    if match:
        found = _candidate(text, index, block, Span(*match.span(1)), match.end(), "dash", words)
        if found and (found.role or (found.bold and found.name)):
            return found
    match = _BARE.match(text, start, min(end, start + 24))
    if match and words.value("questioner", match[1]) == BARE and match[1][:1].isupper():
        return _candidate(text, index, block, Span(*match.span(1)), match.end(), "bare", words)
    return _alone(text, index, blocks, words)


def _alone(text: str, index: int, blocks: Sequence[Block], words: Words) -> Candidate | None:
    block = blocks[index]
    start, end = block.span
    if end - start > _LONGEST or text[end - 1] in _ENDS_SENTENCE or index + 1 == len(blocks):
        return None
    found = _candidate(text, index, block, block.span, end, "alone", words)
    if found and (found.role or found.caps or (found.bold and found.name)):
        return found
    return None


def _candidate(
    text: str, index: int, block: Block, span: Span, content: int, mark: str, words: Words
) -> Candidate | None:
    label = text[span.start : span.end]
    if len(label) > 30 and shapes.is_sentence(label):
        return None
    plain = shapes.without_brackets(label)
    if not plain or not any(c.isalpha() for c in plain) or label.count('"') == 1:
        return None
    if words.value("no_label", plain) is not None:
        return None
    caps = shapes.is_caps(label, words)
    if len(label) > 110 and not caps:
        return None
    if caps and shapes.is_heading(label, text[content : block.span.end]):
        return None  # a heading in capitals
    role = role_of(label, words)
    bold = _bold(block, Span(max(span.start, block.span.start), span.end))
    key = normalize.bare(plain) or plain
    if role is None and not (caps or bold) and shapes.is_address(label, words):
        return None
    return Candidate(
        block=index,
        label=label,
        span=span,
        content=content,
        key=key,
        last=_last(plain, key),
        mark=mark,
        bold=bold,
        caps=caps,
        name=shapes.is_name(label, words),
        words=sum(words.value("name_particle", token) is None for token in key.split()),
        runs_on=text[content : block.span.end].lstrip()[:1].islower(),
        told=shapes.is_apposition(label, words) or shapes.is_description(label),
        role=role,
        office=role is None and bool(words.places("office", plain)),
        honorific=role is None and words.opening("honorific", plain) is not None,
    )


def role_of(label: str, words: Words) -> str | None:
    """The role list of a label: the label itself, or its first word before a name or an outlet."""
    plain = _NUMBER.sub("", shapes.without_brackets(label)).rstrip(" .")
    for name in ROLE_LISTS:
        if words.value(name, plain) is not None or words.value(name, label) is not None:
            return name
    for name in ROLE_LISTS:
        end = words.opening(name, plain)
        if end is None or not 0 < len(plain) - end <= 60 or end < 3:
            continue
        rest = plain[end:].strip(" ,-–—/")
        cue = words.opening("outlet_cue", rest)
        if shapes.is_name(rest[cue:].strip() if cue else rest, words) and plain[end] in " ,-–—/":
            return name
    return None


def _last(plain: str, key: str) -> str:
    """The last word of the name, or of what stands before a comma."""
    words = normalize.bare(plain.partition(",")[0]).split() or key.split()
    return words[-1] if words else key


def _bold(block: Block, span: Span) -> bool:
    covered = sum(max(0, min(span.end, s.end) - max(span.start, s.start)) for s in block.strong)
    return 2 * covered > span.end - span.start
