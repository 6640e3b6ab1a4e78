"""What is usual of a source (`[expect]`) against what was found: which bounds are broken, in words.

Shares of few are chance: below `FEW` statements no share is judged. That there are too few in a
week is told when a week has passed; that there are too many, at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.records import Expect, Kind, Record, Source

FEW = 5
_WEEK = 7


class KindTally(Record, frozen=True, kw_only=True):
    """Statements of a kind, and how many of them have two turns or more."""

    kind: Kind
    statements: int
    dialogues: int = 0


class Tallies(Record, frozen=True, kw_only=True):
    """What was found of a source in some days. `statements`: published in that time as far as is
    known, `dated` and `titled` of them; `captures`: of pages of statements, `unread` of which gave
    no statement."""

    days: int
    statements: int
    dated: int = 0
    titled: int = 0
    captures: int = 0
    unread: int = 0
    kinds: tuple[KindTally, ...] = ()


class Breach(Record, frozen=True, kw_only=True):
    """A bound that is broken. `bound`: its key in `[expect]`; `figure`: what was found; `least`,
    `most`: what is usual; `message`: all of it in words."""

    bound: str
    figure: float
    message: str
    least: float | None = None
    most: float | None = None


def breaches(source: Source, tallies: Tallies) -> tuple[Breach, ...]:
    """The bounds of a source that are broken, in the order of its file.

    >>> source = Source(id="xv_mfa_news", institution=None, country=None, languages=(), series="",
    ...                 hosts=("a.example",), expect=Expect(week=(3, 40), dated=0.9))
    >>> [b.message for b in breaches(source, Tallies(days=7, statements=10, dated=8))]
    ['dated: 8 of 10 statements (80 %); at least 90 % is usual']
    """
    expect = source.expect
    kinds = {tally.kind: tally for tally in tallies.kinds}
    return (
        *_week(expect, tallies),
        *_share("dated", tallies.dated, tallies.statements, least=expect.dated),
        *_share("titled", tallies.titled, tallies.statements, least=expect.titled),
        *_share("unread", tallies.unread, tallies.captures, most=expect.unread, of="captures"),
        *_dialogue(expect, kinds),
        *_kinds(expect, kinds, tallies.statements),
    )


def _week(expect: Expect, tallies: Tallies) -> Iterator[Breach]:
    if expect.week is None or tallies.days <= 0:
        return
    least, most = expect.week
    weeks = max(tallies.days, _WEEK) / _WEEK
    figure = tallies.statements / weeks
    whole = tallies.days >= _WEEK
    if figure > most or (whole and figure < least):
        said = f"{tallies.statements} statements in {tallies.days} days"
        usual = f"{least} to {most} a week are usual"
        yield Breach(
            bound="week", figure=figure, least=least, most=most, message=f"week: {said}; {usual}"
        )


def _dialogue(expect: Expect, kinds: dict[Kind, KindTally]) -> Iterator[Breach]:
    for kind, least in expect.dialogue:
        tally = kinds.get(kind)
        if tally is not None:
            bound = f"dialogue.{kind}"
            yield from _share(bound, tally.dialogues, tally.statements, least=least)


def _kinds(expect: Expect, kinds: dict[Kind, KindTally], statements: int) -> Iterator[Breach]:
    for kind, least, most in expect.kinds:
        count = kinds[kind].statements if kind in kinds else 0
        yield from _share(f"kinds.{kind}", count, statements, least=least, most=most)


def _share(
    bound: str,
    count: int,
    whole: int,
    *,
    least: float | None = None,
    most: float | None = None,
    of: str = "statements",
) -> Iterator[Breach]:
    """The breach of a share of a whole, if it is one."""
    if whole < FEW or (least is None and most is None):
        return
    figure = count / whole
    low = least is not None and figure < least
    high = most is not None and figure > most
    if low or high:
        usual = f"at least {least:.0%}" if low else f"at most {most:.0%}"
        said = f"{bound}: {count} of {whole} {of} ({figure:.0%}); {usual} is usual"
        shown = said.replace("%", " %")
        yield Breach(bound=bound, figure=figure, least=least, most=most, message=shown)
