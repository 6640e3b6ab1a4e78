"""Which candidates are labels: decided for a text as a whole, since a publisher marks speakers in
one way throughout. A single bold word with a colon is a heading; the same one again and again,
between questions, is a speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.records import Labels, Record
from onrecord.text import normalize
from onrecord.transcript import shapes
from onrecord.transcript.candidates import Candidate

_CONSISTENT = 0.8


class Accepted(Record, frozen=True, kw_only=True):
    """A label, and the rule by which it is one."""

    candidate: Candidate
    rule: str


def choose(
    candidates: Sequence[Candidate], people: frozenset[str], labels: Labels
) -> tuple[Accepted, ...]:
    """The labels of a text in order. `people`: surnames that the header knows."""
    census = _census(candidates, people, labels)
    core = [c for c in candidates if _core(c, census)]
    style = _style(core)
    core = [c for c in core if c.role or c.key in census.marked or _in_style(c, style)]
    if not _is_transcript(core, census):
        return ()
    keys = frozenset(c.key for c in core)
    ruled = ((c, _rule(c, census, style, keys)) for c in candidates)
    return tuple(Accepted(candidate=c, rule=rule) for c, rule in ruled if rule)


class _Census(Record, frozen=True, kw_only=True):
    """How often each label and each last word of a name comes, and what is known beforehand."""

    keys: Counter[str]
    alone: Counter[str]
    last: Counter[str]
    people: frozenset[str]
    marked: frozenset[str]


def _census(candidates: Sequence[Candidate], people: frozenset[str], labels: Labels) -> _Census:
    every = labels.questioner + labels.official + labels.moderator + labels.interpreter
    return _Census(
        keys=Counter(c.key for c in candidates if c.mark != "alone"),
        alone=Counter(c.key for c in candidates if c.mark == "alone"),
        last=Counter(
            c.last for c in candidates if c.mark == "colon" and (_is_full(c) or _is_uncased(c))
        ),
        people=people,
        marked=frozenset(map(normalize.bare, every)),
    )


def _is_full(c: Candidate) -> bool:
    """Is it like a person's name of two words or more, or with an office?"""
    named = c.name or c.caps or (c.bold and c.told)
    return named and c.words > 1 and not c.role


def _is_uncased(c: Candidate) -> bool:
    """A short label in a script without capitals."""
    return not c.role and not shapes.has_case(c.label) and shapes.is_short(c.label)


def _has_figures(c: Candidate) -> bool:
    return any(ch.isdigit() for ch in c.label)


def _core(c: Candidate, census: _Census) -> bool:
    """Beyond doubt, given how often it comes."""
    if c.key in census.marked:
        return True
    if c.mark == "bare":
        return census.keys[c.key] > 1
    if c.mark == "alone":
        person = c.name and not _has_figures(c)
        return (c.role is not None or person) and census.alone[c.key] > 1
    if c.role:
        return c.role in ("questioner", "moderator", "interpreter") or census.keys[c.key] > 1
    if _is_full(c) and not _has_figures(c):
        known = census.last[c.last] > 1 or c.last in census.people
        return known or c.office or (c.honorific and (c.bold or c.caps))
    if _is_uncased(c) and c.office and census.last[c.last] > 1:
        return True
    if census.keys[c.key] < 2:
        return (c.bold or c.caps) and (c.name or c.caps) and (c.office or c.honorific)
    uncased = _is_uncased(c)
    return c.name or c.caps or c.bold or uncased


def _is_transcript(core: Sequence[Candidate], census: _Census) -> bool:
    """Somebody asks, or speaks more than once, or two with an office speak; or one label opens the
    text."""
    if not core:
        return False
    if any((c.role == "questioner" and c.mark != "alone") or c.key in census.marked for c in core):
        return True
    if len(core) == 1:
        return core[0].block <= 2 and (
            core[0].bold or core[0].caps or core[0].last in census.people
        )
    again = any(
        (census.last[c.last] > 1 or census.keys[c.key] > 1 or census.alone[c.key] > 1)
        and (c.name or c.role or c.caps or not shapes.has_case(c.label))
        for c in core
    )
    return again or sum(c.office or c.honorific for c in core) > 1


def _style(core: Sequence[Candidate]) -> str | None:
    """How nearly all labels are set: `bold`, `caps`, or neither."""
    if sum(c.bold for c in core) >= _CONSISTENT * len(core):
        return "bold"
    if sum(c.caps for c in core if c.mark != "bare") >= _CONSISTENT * len(core):
        return "caps"
    return None


def _names_known(c: Candidate, core: frozenset[str]) -> bool:
    """Does the label open or end with a name that is a label elsewhere?"""
    head = normalize.bare(c.label.partition(",")[0])
    return head in core or " ".join(c.key.split()[-2:]) in core


def _in_style(c: Candidate, style: str | None) -> bool:
    return c.bold if style == "bold" else c.caps if style == "caps" else True


def _rule(c: Candidate, census: _Census, style: str | None, core: frozenset[str]) -> str | None:
    """The rule that makes it a label, or `None`."""
    if c.key in census.marked:
        return "label mark of the source"
    if c.mark == "alone":
        return "line of its own" if c.key in core and census.alone[c.key] > 1 else None
    if c.mark == "bare":
        return f"{c.role} letter" if c.key in core else None
    if c.role:
        return f"{c.role} word"
    mark = "bold label" if c.bold else "label in capitals" if c.caps else None
    if c.key in core:
        return mark or "label that recurs"
    if style is not None and _in_style(c, style) and (c.name or c.caps or c.told):
        return mark
    if c.told and _names_known(c, core):
        return "known name with words that tell who it is"
    if c.last in census.people and (c.name or _is_uncased(c)):
        return "name of a participant"
    if style is not None:
        return None
    if mark:
        return mark
    full = c.name and c.words > 1 and not _has_figures(c) and not c.runs_on
    return "name before a colon" if full else None
