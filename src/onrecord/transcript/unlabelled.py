"""Answers without labels: in a text that labels questions only, what follows a question's last
paragraph that asks is its answer.

Knows where paragraphs end, and question marks; no word of any language. Where somebody who
answers has a label anywhere, nothing is parted: then a paragraph without one is the same speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.records import Participant, Span, Turn
from onrecord.text.spans import trim
from onrecord.transcript.roles import QUESTION_MARKS

_PARAGRAPH = re.compile(r"[^\n]+")
_ENDS = "\"\u201d\u00bb\u2019')]. "  # what may follow a question mark
_RULE = "after the question, in a text that labels questions only"


def parted(text: str, turns: Sequence[Turn], people: Sequence[Participant]) -> list[Turn]:
    """The turns, with answers that have no label as turns of their own. `people`: of the header;
    the answers are those of the only one."""
    if any(turn.kind != "question" for turn in turns):
        return list(turns)
    speaker = people[0].name if len(people) == 1 else None
    return [part for turn in turns for part in _parts(text, turn, speaker)]


def _parts(text: str, turn: Turn, speaker: str | None) -> Iterator[Turn]:
    lines = [Span(*m.span()) for m in _PARAGRAPH.finditer(text, *turn.span)]
    asking = [n for n, line in enumerate(lines) if _asks(text[line.start : line.end])]
    first = asking[0] + 1 if asking else len(lines)
    while first in asking:
        first += 1
    if first >= len(lines):
        yield turn
        return
    yield msgspec.structs.replace(turn, span=Span(turn.span.start, lines[first - 1].end))
    span = trim(text, lines[first].start, turn.span.end)
    yield Turn(n=0, span=span, speaker=speaker, role="official", kind="answer", rule=_RULE)


def _asks(paragraph: str) -> bool:
    return paragraph.rstrip(_ENDS).endswith(tuple(QUESTION_MARKS))
