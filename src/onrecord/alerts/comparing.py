"""What of that which a search finds is worth telling: of a first version all, of a later one what
was not there before, and what is there no more. Pure: two versions in, alerts out.

Turns are compared by their words. Where only the borders of turns have moved (the page was read by
better rules), nothing has changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.alerts.keys import alert_id, words
from onrecord.alerts.records import Alert, AlertKind, Found, SavedSearch

ALIKE = 0.5  # of the words of two turns, to be one turn before and after
_TELLING = 4  # words that do not stand in another place by chance
_LEAD, _WIDTH = 12, 60  # words of a passage before the difference, and in all


class Side(NamedTuple):
    """One version: the texts of all its turns, and what a search finds in it."""

    turns: Sequence[str]
    found: Sequence[Found]


_NOTHING = Side((), ())


def told(
    search: SavedSearch, now: Side, was: Side | None, found_at: str, elsewhere: bool = False
) -> Iterator[Alert]:
    """The alerts of a version; `was`: the version before it, `None` if it is the first.
    `elsewhere`: it stands beside that, and took nothing's place: nothing was edited."""
    if was is None:
        made = _new(search, now, found_at)
    elif elsewhere:
        made = _besides(search, now, was, found_at)
    else:
        made = _changed(search, now, was, found_at)
    return (alert for alert in made if alert.kind in search.kinds)


def removed(
    search: SavedSearch, was: Sequence[Found], evidence: str, reason: str, found_at: str
) -> Alert | None:
    """The alert that a statement is there no more; it quotes the turn with the most words that
    were looked for."""
    if not was or "removed" not in search.kinds:
        return None
    best = max(was, key=lambda found: (len(found.highlights), found.near or 0.0))
    name = alert_id(search.id, best.statement, "removed", "", evidence)
    return _alert(search, best, "removed", name, found_at, reason=reason)


def _new(search: SavedSearch, now: Side, found_at: str) -> Iterator[Alert]:
    for found in now.found:
        name = alert_id(search.id, found.statement, "new", found.text)
        yield _alert(search, found, "new", name, found_at)


def _besides(search: SavedSearch, now: Side, was: Side, found_at: str) -> Iterator[Alert]:
    """What another print of a statement has that the one we know has not."""
    known = _Texts(was.turns)
    fresh = [found for found in now.found if not known.holds(words(found.text))]
    return _new(search, Side(now.turns, fresh), found_at)


def _changed(search: SavedSearch, now: Side, was: Side, found_at: str) -> Iterator[Alert]:
    before, after = _Texts(was.turns), _Texts(now.turns)
    had = {words(found.text) for found in was.found}
    paired = set()
    for found in now.found:
        said = words(found.text)
        if said in had or (had and before.holds(said)):
            continue
        old = nearest(said, before.only_here(after))
        paired.add(old)
        yield _alert(
            search, found, "edited", alert_id(search.id, found.statement, "edited", said), found_at,
            before=passage(old, said) if old else None,
            after=passage(said, old) if old else None,
        )  # fmt: skip
    for found in was.found:
        said = words(found.text)
        if said in paired or after.holds(said):
            continue
        new = nearest(said, after.only_here(before))
        name = alert_id(search.id, found.statement, "withdrawn", said, new or "")
        yield _alert(
            search, found, "withdrawn", name, found_at,
            before=passage(said, new) if new else None, after=passage(new, said) if new else None,
        )  # fmt: skip


class _Texts:
    """The turns of a version, as they are compared."""

    def __init__(self, turns: Iterable[str]) -> None:
        self.said = tuple(map(words, turns))
        self._all = frozenset(self.said)
        self._whole = " ".join(self.said)

    def holds(self, said: str) -> bool:
        """Whether the words stand here: as a turn, or within what is now parted otherwise."""
        return said in self._all or (len(said.split()) >= _TELLING and said in self._whole)

    def only_here(self, other: _Texts) -> tuple[str, ...]:
        """The turns that the other version has not."""
        return tuple(said for said in self.said if said not in other._all)


def nearest(said: str, others: Iterable[str]) -> str | None:
    """The text that has the most words in common; none if it is few.

    >>> nearest("the deal is dead", ["the deal is alive", "good morning"])
    'the deal is alive'
    >>> nearest("the deal is dead", ["good morning"]) is None
    True
    """
    own = Counter(said.split())
    best, most = None, ALIKE
    for other in others:
        its = Counter(other.split())
        share = 2 * (own & its).total() / max(own.total() + its.total(), 1)
        if share >= most:
            best, most = other, share
    return best


def passage(text: str, other: str | None) -> str:
    """The words where a text parts from another, with some before them.

    >>> passage("the deal is dead", "the deal is alive")
    'the deal is dead'
    """
    own, its = text.split(), (other or "").split()
    pairs = zip(own, its, strict=False)
    at = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(own), len(its)))
    start = max(0, at - _LEAD)
    start = 0 if len(own) <= _WIDTH else start
    shown = " ".join(own[start : start + _WIDTH])
    lead, tail = "\u2026 " * (start > 0), " \u2026" * (start + _WIDTH < len(own))
    return f"{lead}{shown}{tail}"


def _alert(
    search: SavedSearch,
    found: Found,
    kind: AlertKind,
    name: str,
    found_at: str,
    before: str | None = None,
    after: str | None = None,
    reason: str | None = None,
) -> Alert:
    return Alert(
        id=name,
        search=search.id,
        name=search.name,
        query=search.query,
        filters=search.filters,
        kind=kind,
        statement=found.statement,
        version=found.version,
        turn=found.turn,
        quote=found.quote,
        span=found.span,
        highlights=found.highlights,
        words=found.words,
        in_title=found.in_title,
        near=found.near,
        least=found.least,
        before=before,
        after=after,
        reason=reason,
        title=found.title,
        date=found.date,
        speaker=found.speaker,
        language=found.language,
        country=found.country,
        url=found.url,
        found_at=found_at,
    )
