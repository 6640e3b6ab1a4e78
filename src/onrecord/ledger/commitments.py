"""The ledger of commitments: who is bound to what, by when, on whose word, and what later passages
say became of it. The same promise told again in the same words is one entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from onrecord.ledger import dated
from onrecord.ledger.evidence import Earlier, Evidence, evidence, names
from onrecord.ledger.merging import merged
from onrecord.ledger.sayings import (
    Party,
    Saying,
    is_of,
    keys,
    parties,
    reference,
    rejected,
    saying,
)
from onrecord.ledger.wording import content
from onrecord.records import Record, Span
from onrecord.store.acts import Act

LAYERS = ("commitment", "outcome")
STRENGTHS = ("pledge", "agreement", "intention", "obligation", "demand")
STATUSES = ("open", "kept", "broken", "postponed", "superseded")
FOLLOW_UP = "follow_up:"
Order = Literal["due", "said"]
_LEAST = 4  # stems that make two promises of the same words one


class Commitment(Record, frozen=True, kw_only=True):
    """An entry of the ledger. `status`: `open` where nothing is said of what became of it; else
    what `evidence` says, the latest last, or the sentence itself. `said`: the first place where it
    is said; `again`: others. `condition_span`, `due_span`: their words in the version that `said`
    names."""

    id: str
    actors: tuple[Party, ...]
    beneficiaries: tuple[Party, ...]
    action: str
    strength: str
    condition: str | None
    condition_span: Span | None = None
    due: str | None
    due_span: Span | None = None
    status: str
    reported_by: str | None
    said: Saying
    again: tuple[Saying, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Wanted(NamedTuple):
    """Which entries are wanted. `actor`, `beneficiary`: a code, an id or words of a name;
    `condition`: with one, or without; `since`, `until`: when due; `state`: `open` (not due before
    the day `of`), `overdue` (due before it, and nothing is said of it); `source`: an id of a
    source, or a code of the state of the issuer."""

    actor: str | None = None
    beneficiary: str | None = None
    condition: Literal["yes", "no"] | None = None
    strength: str | None = None
    status: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None
    due: Literal["yes", "no"] | None = None
    state: Literal["open", "overdue"] | None = None
    of: str | None = None
    words: str | None = None


def commitments(acts: Iterable[Act]) -> tuple[Commitment, ...]:
    """The entries of the ledger, in the order in which they are said. What opens a follow-up to a
    question is none here (`ledger.unanswered` has it), nor is what a reader has rejected."""
    all_of = [act for act in acts if not rejected(act)]
    outcomes = [act for act in all_of if act.kept.layer == "outcome"]
    promises = [_read(act) for act in all_of if _is_promise(act)]
    promises += [_told_of(act) for act in outcomes if act.kept.value.get("promise")]
    groups = merged(promises, lambda one: [_key(one)] if _key(one) else (), _same)
    named = {reference(act): names(act) for act in all_of if act.entities}
    earlier = [_earlier(group, named) for group in groups]
    later = evidence(earlier, outcomes)
    return tuple(_entry(group, later.get(group[0].said.id, ())) for group in groups)


def _is_promise(act: Act) -> bool:
    return act.kept.layer == "commitment" and not act.kept.rule.startswith(FOLLOW_UP)


def _read(act: Act) -> Commitment:
    value, said = act.kept.value, saying(act)
    return Commitment(
        id=said.id,
        actors=parties(value.get("actor")),
        beneficiaries=parties(value.get("beneficiary")),
        action=value.get("action") or act.kept.quote,
        strength=value["strength"],
        condition=value.get("condition"),
        condition_span=_span(value.get("condition_span")),
        due=dated.ending(value.get("due")),
        due_span=_span(value.get("due_span")),
        status=value.get("status") or "open",
        reported_by=value.get("reported_by"),
        said=said,
    )


def _span(value: Any) -> Span | None:
    return Span(*value) if value else None


def _told_of(act: Act) -> Commitment:
    """A promise that is known only by what is said to have become of it."""
    value, said = act.kept.value, saying(act)
    after = act.kept.quote.partition(value["phrase"])[2].strip()
    return Commitment(
        id=said.id, actors=parties(value.get("actors")), beneficiaries=(),
        action=after or act.kept.quote, strength="pledge", condition=None, due=None,
        status=value["outcome"], reported_by=act.country, said=said,
    )  # fmt: skip


def _key(one: Commitment) -> tuple[object, ...]:
    words = content(one.said.quote, one.said.language)
    return (words, keys(one.actors), one.strength) if len(words) >= _LEAST else ()


def _same(a: Commitment, b: Commitment) -> bool:
    return a.due == b.due or a.said.date == b.said.date


def _earlier(group: Sequence[Commitment], named: Mapping[str, frozenset[str]]) -> Earlier:
    one = group[0]
    own = {one.said.country} if one.said.country else set()
    words = content(one.action, one.said.language)
    sides = keys(one.actors) | own
    return Earlier(one.id, one.said, sides, words, named.get(one.id, frozenset()), True)


def _entry(group: Sequence[Commitment], later: Sequence[Evidence]) -> Commitment:
    first, *others = sorted(group, key=lambda one: (one.said.date or "9", one.said.id))
    status = later[-1].outcome if later and first.status == "open" else first.status
    return Commitment(
        id=group[0].id, actors=first.actors, beneficiaries=first.beneficiaries,
        action=first.action, strength=first.strength, condition=first.condition,
        condition_span=first.condition_span, due_span=first.due_span,
        due=first.due or next((one.due for one in others if one.due), None),
        status=status, reported_by=first.reported_by, said=first.said,
        again=tuple(one.said for one in others), evidence=tuple(later),
    )  # fmt: skip


def state(one: Commitment, of: str | None) -> Literal["open", "overdue"] | None:
    """How an entry stands on a day that a reader names: nothing is said of it, and it is due later
    or at no time said, or was due before."""
    if of is None or one.status not in ("open", "postponed"):
        return None
    return "overdue" if one.due and dated.last(one.due) < dated.first(of) else "open"


def chosen(entries: Iterable[Commitment], wanted: Wanted) -> list[Commitment]:
    """The entries that are wanted."""
    return [one for one in entries if _fits(one, wanted)]


def _fits(one: Commitment, wanted: Wanted) -> bool:
    exact = ((wanted.strength, one.strength), (wanted.status, one.status))
    if any(asked and asked != value for asked, value in exact):
        return False
    if wanted.actor and not is_of(one.actors, wanted.actor):
        return False
    if wanted.beneficiary and not is_of(one.beneficiaries, wanted.beneficiary):
        return False
    if wanted.condition and (one.condition is None) != (wanted.condition == "no"):
        return False
    if wanted.source and wanted.source not in (one.said.source, one.said.country):
        return False
    if wanted.due and (one.due is None) != (wanted.due == "no"):
        return False
    if not dated.within(one.due, wanted.since, wanted.until):
        return False
    if wanted.words:
        asked = content(wanted.words, one.said.language)
        if not asked <= content(one.said.quote, one.said.language):
            return False
    return wanted.state is None or state(one, wanted.of) == wanted.state


def ordered(entries: Iterable[Commitment], order: Order = "said") -> list[Commitment]:
    """The newest first; or by the day they are due, those without one last."""
    newest = sorted(entries, key=lambda one: one.said.id)
    newest.sort(key=lambda one: one.said.date or "", reverse=True)
    if order == "due":
        newest.sort(key=lambda one: one.due or "9")
    return newest
