"""What is no part of the statement although it stands inside its box: lists of links, lines that
are furniture by their words, headings that head nothing, the tail of a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.extract import hints
from onrecord.extract.rows import Row
from onrecord.extract.suspects import LINKS

NOTICE = "notice"
TAIL = "after the statement"

_LINK = 0.8
_PARTLY = 0.3
_RUN = 3
_SHORT = 120
_TAILED = 80  # characters of a line with a link that is no sentence
_ENDS = frozenset(".!?…:;。！？：；")


def tidy(rows: Sequence[Row], notice: Callable[[str], bool]) -> list[str | None]:
    """A reason for each row that is no part of the statement. `rows`: those in its box."""
    why = [_alone(row, notice) for row in rows]
    _link_runs(rows, why)
    _headless(rows, why)
    _tail(rows, why)
    return why


def _alone(row: Row, notice: Callable[[str], bool]) -> str | None:
    """What a row says of itself."""
    if row.inline and len(row.text) < 2 * _SHORT:
        reason = hints.of_names(row.inline).reason
        if reason is not None and reason != "navigation":
            return reason
    return NOTICE if notice(row.text) else None


def _linked(row: Row) -> bool:
    return row.linked >= _LINK * len(row.text)


def _partly(row: Row) -> bool:
    """A short line that is a link with a few words, and no sentence."""
    text = row.text
    return row.linked >= _PARTLY * len(text) and len(text) < _SHORT and text[-1] not in _ENDS


def _link_runs(rows: Sequence[Row], why: list[str | None]) -> None:
    """Links one after the other are a list of links; one or two between paragraphs may be part of
    what is said."""
    run: list[int] = []
    for index in range(len(rows) + 1):
        row = rows[index] if index < len(rows) else None
        if row is not None and row.kind != "table" and (_linked(row) or _partly(row)):
            if why[index] is None:
                run.append(index)
            continue
        if row is not None and why[index] is not None:
            continue
        pure = sum(_linked(rows[i]) for i in run)
        if (len(run) >= _RUN and (pure or len(run) > _RUN)) or (row is None and pure):
            for i in run:
                why[i] = LINKS
        run = []


def _headless(rows: Sequence[Row], why: list[str | None]) -> None:
    """A heading right above something that is left out heads that."""
    for index in range(len(rows) - 2, -1, -1):
        row, below = rows[index], why[index + 1]
        short = row.kind == "heading" or (
            len(row.text) < 40 and row.text.endswith((":", "…", "..."))
        )
        if why[index] is None and short and below in (LINKS, "related"):
            why[index] = below


def _tail(rows: Sequence[Row], why: list[str | None]) -> None:
    """From the end: headings that head nothing, short lines with links in them, and one short line
    right below such a one. More of these in turn are a list that belongs to the text."""
    plain = 0
    for index in range(len(rows) - 1, -1, -1):
        if why[index] is not None:
            continue
        above = index > 0 and rows[index - 1].linked > 0 and _trails(rows[index - 1])
        if not _trails(rows[index]):
            plain += 1
            if not (above and plain == 1 and _is_short(rows[index])):
                return
        why[index] = TAIL


def _trails(row: Row) -> bool:
    return row.kind == "heading" or _partly(row) or (row.linked > 0 and _is_short(row))


def _is_short(row: Row) -> bool:
    return len(row.text) < _TAILED and row.text[-1] not in _ENDS
