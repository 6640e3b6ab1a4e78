"""Turns to exchanges: questions, asked together or one by one, and who answered."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Exchange, Turn


def exchanges(turns: Sequence[Turn]) -> tuple[Exchange, ...]:
    """Each run of questions with the answers up to the next question. A question that nobody
    answers is an exchange without an answer. A moderator between belongs to neither."""
    found: list[tuple[list[int], list[int]]] = []
    for turn in turns:
        if turn.kind == "question":
            if not found or found[-1][1]:
                found.append(([], []))
            found[-1][0].append(turn.n)
        elif turn.kind == "answer" and found:
            found[-1][1].append(turn.n)
    return tuple(Exchange(question=tuple(q), answer=tuple(a)) for q, a in found)
