"""Stage notes: what the transcript says of the room, not what somebody said in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.records import Block, Span
from onrecord.transcript.words import Words

_BRACKETS = re.compile(r"[(\[（<]\s*([^()\[\]（）<>\n]{1,160}?)\s*[.。!]?\s*[)\]）>][.。]?")
_MOST_WORDS = 10


def mark(text: str, blocks: Sequence[Block], words: Words) -> tuple[Block, ...]:
    """The blocks with stage notes as blocks of their own kind: a paragraph that is nothing else is
    one; inside a paragraph, a note stands as a block within the paragraph's."""
    found: list[Block] = []
    for block in blocks:
        if _is_whole(text[block.span.start : block.span.end], words):
            found.append(Block(span=block.span, kind="stage_note"))
            continue
        found.append(block)
        found += (Block(span=span, kind="stage_note") for span in inside(text, block.span, words))
    return tuple(found)


def _is_whole(line: str, words: Words) -> bool:
    """Is the whole line a note: a remark in brackets, a closing line, a row of signs?"""
    bracketed = _BRACKETS.fullmatch(line)
    if bracketed:
        return is_note(bracketed[1], words) or _remark(bracketed[1])
    if len(line) > 80:
        return False
    return not any(c.isalnum() for c in line) or words.value("closing", line) is not None


def inside(text: str, span: Span, words: Words) -> Iterator[Span]:
    """Stage notes in brackets within a stretch of text."""
    for match in _BRACKETS.finditer(text, *span):
        if is_note(match[1], words):
            yield Span(match.start(), match.end())


def is_note(content: str, words: Words) -> bool:
    """Do the words in brackets tell what is heard or seen?"""
    plain = content.strip(" .,–—-")
    if words.value("stage_note", plain) is not None:
        return True
    parts = [part.strip() for part in re.split(r"[.,;–—-]\s+", plain)]
    return len(parts) > 1 and words.value("stage_note", parts[0]) is not None


def _remark(content: str) -> bool:
    """All in brackets, a few words without a figure are a remark of the stenographer."""
    return len(content.split()) <= _MOST_WORDS and not any(c.isdigit() for c in content)
