"""Openings of blocks that might be speaker labels, each with the marks that speak for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.records import Block, Record, Span
from onrecord.transcript import shapes
from onrecord.transcript.looks import Looks
from onrecord.transcript.words import BARE, Words

_LONGEST = 260
_COLON = re.compile(r"[\s>*•·#–—-]*([^:：\n]{1,260}?)[\s\u200b]*[:：]")
_DASH = re.compile(r"\s*([^:：\n]{1,60}?)\s*(?:\.\s?)?[-–—]+\s+(?=\S)")
_HAS_DASH = re.compile(r"[-–—]")
_BARE = re.compile(r"\s*([^\W\d_]{1,12}\d{0,2})(?:\.|\s*[)\]])?\s+(?=\S)")
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
    looks = Looks(words)
    for index, block in enumerate(blocks):
        if block.kind in ("caption", "stage_note"):
            continue
        found = _colon(text, index, blocks, looks) or _other(text, index, blocks, looks)
        if found:
            yield found


def _colon(text: str, index: int, blocks: Sequence[Block], looks: Looks) -> Candidate | None:
    block = blocks[index]
    far = min(block.span.end, block.span.start + _LONGEST + 20)
    if text.find(":", block.span.start, far) < 0 and text.find("\uff1a", block.span.start, far) < 0:
        return None
    match = _COLON.match(text, block.span.start, far)
    if not match:
        return None
    start, end = match.span(1)
    content = match.end()
    start = _broken_start(text, index, blocks, start)
    if content < block.span.end and (text[content].isdigit() or text[content] in "/\\"):
        return None  # a clock time, an address
    start, end = _outside_brackets(text, block, start, end)
    return _candidate(text, index, block, Span(start, end), content, "colon", looks)


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
        before = _bold(block, Span(max(start, block.span.start), start + match.start()))
        if before and not any(s.start <= inside < s.end for s in block.strong):
            return start, start + match.start()
    return start, end


def _other(text: str, index: int, blocks: Sequence[Block], looks: Looks) -> Candidate | None:
    """Labels without a colon: `Q  Why?`, `Q - Why?`, or a line of their own."""
    block = blocks[index]
    start, end = block.span
    far = min(end, start + 80)
    match = _DASH.match(text, start, far) if _HAS_DASH.search(text, start, far) else None
    if match:
        found = _candidate(text, index, block, Span(*match.span(1)), match.end(), "dash", looks)
        if found and (found.role or (found.bold and found.name)):
            return found
    match = _BARE.match(text, start, min(end, start + 24))
    if match and looks.words.value("questioner", match[1]) == BARE and match[1][:1].isupper():
        return _candidate(text, index, block, Span(*match.span(1)), match.end(), "bare", looks)
    return _alone(text, index, blocks, looks)


def _alone(text: str, index: int, blocks: Sequence[Block], looks: Looks) -> Candidate | None:
    block = blocks[index]
    start, end = block.span
    if end - start > _LONGEST or text[end - 1] in _ENDS_SENTENCE or index + 1 == len(blocks):
        return None
    found = _candidate(text, index, block, block.span, end, "alone", looks)
    if found and (found.role or found.caps or (found.bold and found.name)):
        return found
    return None


def _candidate(
    text: str, index: int, block: Block, span: Span, content: int, mark: str, looks: Looks
) -> Candidate | None:
    label = text[span.start : span.end]
    seen = looks.at(label)
    if seen is None or (seen.caps and shapes.is_heading(label, text[content : block.span.end])):
        return None
    bold = _bold(block, Span(max(span.start, block.span.start), span.end))
    if seen.address and not (seen.caps or bold):
        return None
    runs_on = text[content : min(block.span.end, content + 40)].lstrip()[:1].islower()
    return Candidate(
        block=index,
        label=label,
        span=span,
        content=content,
        mark=mark,
        bold=bold,
        runs_on=runs_on,
        key=seen.key,
        last=seen.last,
        caps=seen.caps,
        name=seen.name,
        told=seen.told,
        role=seen.role,
        office=seen.office,
        honorific=seen.honorific,
        words=seen.words,
    )


def _bold(block: Block, span: Span) -> bool:
    covered = sum(max(0, min(span.end, s.end) - max(span.start, s.start)) for s in block.strong)
    return 2 * covered > span.end - span.start
