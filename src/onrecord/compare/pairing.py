"""Which accounts tell of one meeting: of different issuers, of the same people, of one day.

A pair is shown with the facts that it rests on, and how strong they are together. It is no verdict:
two meetings of the same people on one day cannot be told apart by these facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from onrecord.compare.account import Account, Fact
from onrecord.gazetteer.transliteration import same_person, sounds_alike
from onrecord.records import Record
from onrecord.text.normalize import fold

Strength = Literal["strong", "fair"]
Shared = Literal["person", "day", "near", "place", "states", "how"]
_NEAR = 1  # days between what two issuers take for the day
_TWO = 2
_STRONG = 6


class Reason(Record, frozen=True, kw_only=True):
    """Something that both accounts tell, with the words of each."""

    what: Shared
    a: Fact
    b: Fact


class Meeting(Record, frozen=True, kw_only=True):
    """Two accounts of what seems to be one meeting, on what that rests, and how strong it is.
    `day`: on which it was, as far as both agree; `weight`: what `strength` is made of."""

    a: Account
    b: Account
    day: str
    reasons: tuple[Reason, ...]
    strength: Strength
    weight: int


def meetings(accounts: Iterable[Account], one_issuer: bool = False) -> tuple[Meeting, ...]:
    """All pairs, the newest first; of several language versions of the same two statements the pair
    that is easiest to compare. `one_issuer`: also two accounts of the same issuer."""
    best: dict[tuple[int, int], Meeting] = {}
    for a, b in _near(tuple(accounts)):
        if a.work == b.work or not (one_issuer or apart(a, b)):
            continue
        found = paired(a, b)
        key = (min(a.work, b.work), max(a.work, b.work))
        if found is not None and (key not in best or _better(found, best[key])):
            best[key] = found
    return tuple(
        sorted(best.values(), key=lambda m: (m.day, m.weight, m.a.statement), reverse=True)
    )


def _better(one: Meeting, other: Meeting) -> bool:
    same = [m.a.language == m.b.language for m in (one, other)]
    return (same[0], one.weight) > (same[1], other.weight)


def _near(accounts: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    """Pairs that have a day in common, or nearly, each once; only these are looked at."""
    at: dict[str, set[int]] = defaultdict(set)
    for n, account in enumerate(accounts):
        for day in _days(account):
            at[day].add(n)
    for n, account in enumerate(accounts):
        around = {
            other for day in _days(account) for k in (-1, 0, 1) for other in at[_after(day, k)]
        }
        yield from ((account, accounts[other]) for other in sorted(around) if other > n)


def _days(account: Account) -> set[str]:
    return {fact.value for fact in account.of("day", "published")}


def _after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def apart(a: Account, b: Account) -> bool:
    """Are two accounts of different issuers? One site is one issuer, whoever it names; else their
    states tell if these are known, and their names if not."""
    if a.body == b.body:
        return False
    if a.country and b.country:
        return a.country != b.country
    return fold(a.issuer or a.body) != fold(b.issuer or b.body)


def paired(a: Account, b: Account) -> Meeting | None:
    """The pair of two accounts, if enough speaks for it."""
    if bool(a.of("call")) != bool(b.of("call")):
        return None
    people = tuple(_people(a, b))
    when = _day(a, b)
    if not people or when is None:
        return None
    mutual = tuple(_states(a, b))
    places = tuple(_places(a, b))
    if len(people) < _TWO and not mutual:
        return None
    exact = when.what == "day"
    weight = min(len(people), 3) * 2 + exact + bool(places) + bool(mutual)
    if weight < _STRONG - 2 or (len(people) < _TWO and not exact):
        return None
    return Meeting(
        a=a,
        b=b,
        day=when.a.value if when.a.what == "day" else when.b.value,
        reasons=(*people, when, *places[:1], *mutual, _how(a, b)),
        strength="strong" if weight >= _STRONG and len(people) >= _TWO else "fair",
        weight=weight,
    )


def _people(a: Account, b: Account) -> Iterator[Reason]:
    """Those whom both name; each once."""
    left = list(b.of("person"))
    for fact in a.of("person"):
        other = next((each for each in left if _same(fact, each)), None)
        if other is not None:
            left.remove(other)
            yield Reason(what="person", a=fact, b=other)


def _same(a: Fact, b: Fact) -> bool:
    if a.entity and b.entity:
        return a.entity == b.entity
    if a.country and b.country and a.country != b.country:
        return False
    return same_person(a.value, b.value)


def _day(a: Account, b: Account) -> Reason | None:
    """The day that both name; else days that are near each other, where one is that of
    publication."""
    for one in a.of("day"):
        for two in b.of("day"):
            if one.value == two.value:
                return Reason(what="day", a=one, b=two)
    for one, two in (
        (x, y)
        for x in a.of("day", "published")
        for y in b.of("day", "published")
        if "published" in (x.what, y.what)
    ):
        apart = abs((date.fromisoformat(one.value) - date.fromisoformat(two.value)).days)
        if apart <= _NEAR:
            return Reason(what="near", a=one, b=two)
    return None


def _places(a: Account, b: Account) -> Iterator[Reason]:
    for one in a.of("place"):
        for two in b.of("place"):
            if one.entity and two.entity:
                if one.entity == two.entity:
                    yield Reason(what="place", a=one, b=two)
            elif sounds_alike(_first(one.value), _first(two.value)):
                yield Reason(what="place", a=one, b=two)


def _first(name: str) -> str:
    return fold(name).replace(",", " ").split(" ")[0]


def _states(a: Account, b: Account) -> Iterator[Reason]:
    """Each names the state of the other's issuer."""
    if not a.country or not b.country or a.country == b.country:
        return
    in_a = next((fact for fact in a.of("state") if fact.value == b.country), None)
    in_b = next((fact for fact in b.of("state") if fact.value == a.country), None)
    if in_a is not None and in_b is not None:
        yield Reason(what="states", a=in_a, b=in_b)


def _how(a: Account, b: Account) -> Reason:
    return Reason(what="how", a=a.of("call", "meeting")[0], b=b.of("call", "meeting")[0])


def chosen(
    found: Iterable[Meeting], person: str, country: str, since: str, until: str
) -> tuple[Meeting, ...]:
    """Those in which a person takes part, by any spelling of the name; of an issuer of a country;
    of these days (ISO 8601 prefixes, both included). Empty: all."""
    return tuple(
        meeting
        for meeting in found
        if (not person or any(_is_of(person, reason) for reason in meeting.reasons))
        and (not country or country in (meeting.a.country, meeting.b.country))
        and (not since or meeting.day[: len(since)] >= since)
        and (not until or meeting.day[: len(until)] <= until)
    )


def _is_of(person: str, reason: Reason) -> bool:
    named = (reason.a.value, reason.b.value)
    return reason.what == "person" and any(same_person(person, name) for name in named)
