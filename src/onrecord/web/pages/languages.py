"""The page with the language versions of a statement side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.compare.difference import Difference
from onrecord.pipeline.comparing import Comparison, Summary
from onrecord.records import Issue, Record, Statement
from onrecord.store.kept import Kept
from onrecord.web import addresses, beside
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.beside import Row
from onrecord.web.compare_record import Beside
from onrecord.web.compare_record import side as told_side
from onrecord.web.compared import listed, parts, side, summary
from onrecord.web.comparisons import compared
from onrecord.web.kept import wanted

router = APIRouter()
MOST = 5


class Against(Record, frozen=True, kw_only=True):
    """What another language is against the first: in numbers, what differs, and what to know."""

    summary: Summary
    differences: tuple[Difference, ...]
    issues: tuple[Issue, ...]


class Languages(Record, frozen=True, kw_only=True):
    """Language versions in columns. `columns`: the first is what the others are compared with;
    `against`: one for each other; `rows`: cells in the order of the columns; `others`: versions
    that are not shown."""

    statement: str
    columns: tuple[Beside, ...]
    against: tuple[Against, ...]
    rows: tuple[Row, ...]
    others: tuple[Statement, ...]


@router.get("/languages/{reference:path}", name="languages")
def languages(
    asked: WithAsked,
    reference: str,
    lang: Annotated[
        list[Annotated[str, Query(max_length=40)]],
        Query(max_length=20, description="Which languages, at most four; else the first four."),
    ] = [],  # noqa: B006  (never changed)
    rows: Annotated[str, Query(pattern="^(all|differing)?$", description="What differs.")] = "",
) -> Response:
    """A statement and its other languages, sentence by sentence, with what stands in one alone."""
    first = wanted(asked, reference)
    if first.statement.id != reference and "@" not in reference:
        return asked.moved(addresses.languages(first.statement.id), lasting=True)
    chosen, others = _chosen(first, lang)
    kept = (first, *(wanted(asked, each.id) for each in chosen))
    found = [compared(asked, first, other) for other in kept[1:]]
    made = beside.rows(found)
    record = Languages(
        statement=first.statement.id,
        columns=tuple(told_side(each.reading, each.version.id) for each in kept),
        against=tuple(
            Against(summary=f.summary, differences=f.differences, issues=f.issues) for f in found
        ),
        rows=made,
        others=others,
    )
    fold = rows == "differing"
    return asked.answer(record, "languages.html", lambda: _more(asked, kept, found, record, fold))


def _chosen(
    first: Kept, lang: Sequence[str]
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """The versions that are shown beside the first, and those that are not."""
    known = sorted(first.languages, key=lambda each: (each.language or "", each.id))
    asked_for = [each for each in known if not lang or each.language in lang]
    shown = tuple((asked_for or known)[: MOST - 1])
    return shown, tuple(each for each in known if each not in shown)


def _more(
    asked: Asked,
    kept: Sequence[Kept],
    found: Sequence[Comparison],
    record: Languages,
    fold: bool,
) -> Mapping[str, Any]:
    say = asked.words
    first = kept[0].statement
    names = _names(kept)
    sides = [
        side(name, each.version.id, each.reading, name, say)
        for name, each in zip(names, kept, strict=True)
    ]
    chosen = tuple(filter(None, (each.reading.language for each in kept[1:])))
    lang = chosen if record.others else ()
    return {
        "first": first,
        "title": kept[0].reading.header.title,
        "sides": sides,
        "summaries": [
            (
                each,
                summary(
                    f.summary, (say.language(first.language), say.language(each.language)), say
                ),
                listed(f, record.rows, k, "fact", say),
                addresses.compare(kept[0].version.id, each.version or ""),
                f.issues,
            )
            for k, (each, f) in enumerate(zip(sides[1:], found, strict=True))
        ],
        "row_parts": parts(sides, found, beside.blocks(record.rows, fold), say) if found else (),
        "fold": fold,
        "whole": addresses.languages(first.id, lang=lang),
        "short": addresses.languages(first.id, lang=lang, rows="differing"),
        "switch": [
            (each.language, addresses.languages(each.id)) for each in (first, *kept[0].languages)
        ],
        "every": sorted({e.language for e in kept[0].languages if e.language}),
        "chosen": chosen,
        "most": MOST - 1,
    }


def _names(kept: Sequence[Kept]) -> list[str]:
    """Languages as short names; with a number where two versions have the same."""
    names: list[str] = []
    for each in kept:
        name = each.reading.language or "?"
        again = sum(known.partition(" ")[0] == name for known in names)
        names.append(f"{name} {again + 1}" if again else name)
    return names
