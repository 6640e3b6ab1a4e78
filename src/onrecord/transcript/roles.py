"""Which part a speaker plays: official, questioner, moderator, interpreter. From the label's words,
the source's marks, the header's people, and from who asks whom. Else unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from onrecord.records import Kind, Labels, Record, Role
from onrecord.text import normalize
from onrecord.transcript.candidates import Candidate
from onrecord.transcript.names import Named

QUESTION_MARKS = ("?", "？", "؟", "⁇")
_OF_LIST: dict[str, Role] = {
    "questioner": "questioner",
    "answerer": "official",
    "moderator": "moderator",
    "interpreter": "interpreter",
}
_ASKS = 0.5


class Part(Record, frozen=True, kw_only=True):
    """One labelled stretch of text as far as roles need it. `speaker`: key of the person;
    `answers`: is it somebody who answers, not one who calls on others to ask?"""

    candidate: Candidate
    named: Named
    asks: bool
    speaker: str
    answers: bool = True


def assign(
    parts: Sequence[Part], people: frozenset[str], labels: Labels, kind: Kind
) -> tuple[Role, ...]:
    """The role of each part in order. `people`: keys of those whom the header names."""
    by_list = [_listed(part, labels) for part in parts]
    questions = any(role == "questioner" for role in by_list)
    led = questions or "moderator" in by_list
    followers = _answering(parts, by_list)
    official = _officials(parts, by_list, people, led, followers)
    leading = _leading(parts, by_list)
    asking = frozenset[str]() if questions else _askers(parts, by_list, official, kind)
    roles: list[Role] = []
    for part, role in zip(parts, by_list, strict=True):
        if role is not None:
            roles.append(role)
        elif part.speaker in leading:
            roles.append("moderator")
        elif part.speaker in official:
            roles.append("official")
        else:
            roles.append("questioner" if part.speaker in asking and part.asks else "unknown")
    return tuple(roles)


def with_answers(parts: Sequence[Part], people: frozenset[str]) -> list[Part]:
    """Who speaks several times, never right after a question, without an office and unknown to the
    header leads the talk: such a person does not answer."""
    questions = [part.candidate.role == "questioner" for part in parts]
    after = {part.speaker for asked, part in zip(questions, parts[1:], strict=False) if asked}
    often = Counter(part.speaker for part in parts)
    ranked = {part.speaker for part in parts if part.candidate.office or part.named.office}
    leads = {who for who, n in often.items() if n > 1} - after - ranked - people
    return [msgspec.structs.replace(part, answers=part.speaker not in leads) for part in parts]


def _listed(part: Part, labels: Labels) -> Role | None:
    """The role that the source's marks or the label's own words tell."""
    marks: tuple[tuple[Role, tuple[str, ...]], ...] = (
        ("questioner", labels.questioner),
        ("official", labels.official),
        ("moderator", labels.moderator),
        ("interpreter", labels.interpreter),
    )
    for role, listed in marks:
        if part.candidate.key in map(normalize.bare, listed):
            return role
    return _OF_LIST.get(part.candidate.role or "")


def _answering(parts: Sequence[Part], roles: Sequence[Role | None]) -> Counter[str]:
    """How often each person speaks right after a question."""
    found: Counter[str] = Counter()
    for before, part, role in zip(roles, parts[1:], roles[1:], strict=False):
        if before == "questioner" and role is None:
            found[part.speaker] += 1
    return found


def _leading(parts: Sequence[Part], roles: Sequence[Role | None]) -> frozenset[str]:
    """Who does not answer, speaks more than once, and hands over to a question nearly each
    time, leads the talk."""
    turns, before = Counter[str](), Counter[str]()
    for n, part in enumerate(parts):
        if roles[n] is None and not part.answers:
            turns[part.speaker] += 1
            last = n + 1 == len(parts)
            before[part.speaker] += last or n == 0 or roles[n + 1] == "questioner"
    return frozenset(who for who, n in turns.items() if n > 1 and before[who] >= 0.8 * n)


def _officials(
    parts: Sequence[Part],
    roles: Sequence[Role | None],
    people: frozenset[str],
    led: bool,
    followers: Mapping[str, int],
) -> frozenset[str]:
    """Persons with an office, persons of the header, those who answer questions, and in a text that
    is led by questions or a chair those who are called Mr or Ms."""
    found = set()
    for part, role in zip(parts, roles, strict=True):
        if role is not None or part.candidate.role == "audience":
            continue
        office = part.candidate.office or bool(part.named.office)
        polite = led and part.candidate.honorific
        answers = followers.get(part.speaker, 0) > 0
        if office or polite or answers or part.speaker in people:
            found.add(part.speaker)
    return frozenset(found)


def _askers(
    parts: Sequence[Part], roles: Sequence[Role | None], official: frozenset[str], kind: Kind
) -> frozenset[str]:
    """Without a label for questions: who mostly asks, where officials are there to answer."""
    if not official:
        return frozenset()
    turns, asked = Counter[str](), Counter[str]()
    for part, role in zip(parts, roles, strict=True):
        if role is None and part.speaker not in official and part.candidate.role is None:
            turns[part.speaker] += 1
            asked[part.speaker] += part.asks
    least = _ASKS if kind in ("interview", "news-conference", "briefing") else 0.66
    return frozenset(who for who, n in turns.items() if asked[who] >= least * n)
