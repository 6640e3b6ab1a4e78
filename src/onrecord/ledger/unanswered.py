"""Questions and what became of them: answered, in part, or not; how the answer evades, and the
words that show it. And follow-ups: what was promised to be answered later, with the later answer,
or none found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.languages.loader import language
from onrecord.ledger import dated
from onrecord.ledger.commitments import FOLLOW_UP
from onrecord.ledger.evidence import Evidence
from onrecord.ledger.sayings import Party, Saying, rejected, saying
from onrecord.ledger.wording import Rarity, content
from onrecord.records import Record
from onrecord.store.acts import Act, Asked
from onrecord.text.normalize import fold

LAYERS = ("response", "commitment", "outcome")
CLARITIES = ("non-reply", "ambivalent", "reply")
EVASIONS = {
    "reply": ("explicit",),
    "ambivalent": ("implicit", "dodging", "general", "deflection", "partial"),
    "non-reply": ("declining", "ignorance", "clarification"),
}
_DAYS = 60  # within which a later answer is looked for
_HELD = 0.35  # share of the question that a later answer holds
_SHARED = 2


class Part(Record, frozen=True, kw_only=True):
    """One of several questions of a turn, judged for itself."""

    question: str
    clarity: str
    evasion: str
    shown: Saying


class FollowUp(Record, frozen=True, kw_only=True):
    """The promise of a later answer, and the later answers that were found."""

    said: Saying
    answers: tuple[Evidence, ...]


class Answer(Record, frozen=True, kw_only=True):
    """An exchange. `shown`: the words that show how clear the answer is; `scores`: of each
    clarity; `parts`: the questions one by one, where there are several; `about`: what the question
    names; `turn`: where it is asked."""

    id: str
    question: str
    whole: bool
    turn: int
    asker: str | None
    outlet: str | None
    official: str | None
    clarity: str
    evasion: str
    scores: dict[str, float]
    shown: Saying
    about: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    follow_up: FollowUp | None = None


class Wanted(NamedTuple):
    """Which exchanges are wanted. `official`, `outlet`, `asker`: words of the name;
    `topic`: an id or code of what the question names, or words of it; `followed`: where a later
    answer was promised, with one `found`, or `none`."""

    clarity: str | None = None
    evasion: str | None = None
    official: str | None = None
    outlet: str | None = None
    topic: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None
    followed: str | None = None
    asker: str | None = None


def answers(acts: Iterable[Act], exchanges: Iterable[Asked]) -> tuple[Answer, ...]:
    """All exchanges whose answers were judged, in the order of statements."""
    asked = {(one.statement, one.exchange): one for one in exchanges}
    all_of = [act for act in acts if not rejected(act)]
    judged: dict[tuple[str, int], list[Act]] = {}
    promises: dict[str, list[Act]] = {}
    for act in all_of:
        if act.kept.layer == "response" and act.kept.value.get("exchange") is not None:
            judged.setdefault((act.statement, act.kept.value["exchange"]), []).append(act)
        elif act.kept.rule.startswith(FOLLOW_UP):
            promises.setdefault(act.statement, []).append(act)
    later = _later(all_of)
    rarity = Rarity([*(words for _, words in later), *(_words(one) for one in asked.values())])
    return tuple(
        _answer(asked[key], some, promises.get(key[0], ()), later, rarity)
        for key, some in judged.items()
        if key in asked and any("question" not in act.kept.value for act in some)
    )


def _words(one: Asked) -> frozenset[str]:
    return content(one.words, None)


def _answer(
    one: Asked,
    judged: Sequence[Act],
    promises: Iterable[Act],
    later: Sequence[tuple[Act, frozenset[str]]],
    rarity: Rarity,
) -> Answer:
    whole = next(act for act in judged if "question" not in act.kept.value)
    value = whole.kept.value
    said = saying(whole)
    promise = next((act for act in promises if act.kept.turn == one.answer), None)
    return Answer(
        id=said.id,
        question=" ".join(one.words.split()),
        whole=one.whole,
        turn=one.turn,
        asker=one.asker,
        outlet=one.outlet,
        official=one.speaker,
        clarity=value["clarity"],
        evasion=value["evasion"],
        scores=value.get("scores") or {},
        shown=said,
        about=one.about,
        parts=tuple(_part(act) for act in judged if "question" in act.kept.value),
        follow_up=_follow_up(promise, one, later, rarity) if promise else None,
    )


def _part(act: Act) -> Part:
    value = act.kept.value
    return Part(
        question=" ".join(value["question"].split()), clarity=value["clarity"],
        evasion=value["evasion"], shown=saying(act),
    )  # fmt: skip


def _later(acts: Iterable[Act]) -> list[tuple[Act, frozenset[str]]]:
    """Passages that come back to a question: by their own words, or by the title."""
    return [
        (act, content(f"{act.title or ''} {act.kept.quote}", None))
        for act in acts
        if act.kept.layer == "outcome" and (act.kept.value["outcome"] == "answered" or _titled(act))
    ]


def _titled(act: Act) -> bool:
    """Does the title say that a question is answered that was taken before?"""
    forms = language(act.language).forms("outcomes", "answered")
    return bool(act.title) and next(iter(forms.find(act.title or "")), None) is not None


def _follow_up(
    promise: Act,
    one: Asked,
    later: Sequence[tuple[Act, frozenset[str]]],
    rarity: Rarity,
) -> FollowUp:
    asked = _words(one)
    found = []
    for act, words in later:
        held = rarity.held(asked, words)
        if len(asked & words) >= _SHARED and held >= _HELD and _comes_back(promise, act):
            found.append(_evidence(act, held, asked & words, rarity))
    return FollowUp(said=saying(promise), answers=tuple(found))


def _comes_back(promise: Act, act: Act) -> bool:
    """Is it said by the same side, some days later?"""
    if (act.country, act.language) != (promise.country, promise.language) or not promise.country:
        return False
    if act.statement == promise.statement:
        return act.kept.span.start > promise.kept.span.end
    days = [(each or "")[:10] for each in (promise.date, act.date)]
    if any(len(day) < 10 for day in days):
        return False
    return 0 <= (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days <= _DAYS


def _evidence(act: Act, held: float, shared: frozenset[str], rarity: Rarity) -> Evidence:
    most = sorted(shared, key=lambda term: (-rarity.weight(term), term))
    name = act.speaker or act.issuer
    return Evidence(
        outcome="answered", said=saying(act), speaks=(Party(name=name, country=act.country),),
        phrase=act.kept.value["phrase"], rule=act.kept.rule, score=round(held, 2),
        shared=tuple(term.rpartition(":")[2] for term in most[:6]),
    )  # fmt: skip


def chosen(found: Iterable[Answer], wanted: Wanted) -> list[Answer]:
    """The exchanges that are wanted, the newest first."""
    some = [one for one in found if _fits(one, wanted)]
    return sorted(some, key=lambda one: one.shown.date or "", reverse=True)


def _fits(one: Answer, wanted: Wanted) -> bool:
    exact = ((wanted.clarity, one.clarity), (wanted.evasion, one.evasion))
    if any(asked and asked != value for asked, value in exact):
        return False
    names = (
        (wanted.official, one.official), (wanted.outlet, one.outlet), (wanted.asker, one.asker),
    )  # fmt: skip
    if any(asked and not _has_words(name, asked) for asked, name in names):
        return False
    if wanted.topic and not _is_about(one, wanted.topic):
        return False
    if wanted.source and wanted.source not in (one.shown.source, one.shown.country):
        return False
    if wanted.followed and wanted.followed != followed(one):
        return False
    return dated.within(dated.known(one.shown.date), wanted.since, wanted.until)


def _has_words(name: str | None, asked: str) -> bool:
    """
    >>> _has_words("Thomson Reuters", "reuters"), _has_words("AAP", "AP")
    (True, False)
    """
    return f" {' '.join(fold(asked).split())} " in f" {' '.join(fold(name or '').split())} "


def followed(one: Answer) -> str | None:
    """Was a later answer promised, and is there one? `found`, `none`; None: not promised."""
    if one.follow_up is None:
        return None
    return "found" if one.follow_up.answers else "none"


def _is_about(one: Answer, topic: str) -> bool:
    asked = fold(topic)
    if any(asked in (fold(each), fold(each).rpartition("/")[2]) for each in one.about):
        return True
    words = content(topic, one.shown.language) if "/" not in topic else frozenset()
    return bool(words) and words <= content(one.question, one.shown.language)


def counts(found: Iterable[Answer]) -> dict[str, dict[str, int]]:
    """How many exchanges there are of each clarity, by who answers; the most asked first."""
    by: dict[str, dict[str, int]] = {}
    for one in found:
        row = by.setdefault(one.official or "", {})
        row[one.clarity] = row.get(one.clarity, 0) + 1
    return dict(sorted(by.items(), key=lambda pair: -sum(pair[1].values())))
