"""Names of states in a text: which of them count where they stand.

Knows the rules of capitals and neighbours by which a state is told from a word or a person of its
name, and an adjective that stands for its state from one that does not.
"""

from __future__ import annotations

from onrecord.annotate import lexis
from onrecord.annotate.hits import Hit, is_person, printed
from onrecord.annotate.mention import NOTHING, Mention
from onrecord.annotate.words import Words
from onrecord.gazetteer import regions
from onrecord.gazetteer.spans import is_acronym

_MONEY = ("$", "\u20ac", "\u00a3")


def state_named(words: Words, hit: Hit) -> Mention | None:
    iso, rule, *only = hit.value.split()
    if only and only[0] != words.lexis.language.tag.partition("-")[0]:
        return None
    if not _counts(words, hit, rule) or is_person(words, hit.first, hit.last):
        return None
    manner = manner_of(words, hit)
    if manner == "name" and _means_other(words, hit):
        return None
    if manner == "people" or (manner == "adjective" and not _stands_for_state(words, hit)):
        return None
    beside = words.forms[hit.first - 1].classes if hit.first and words.open(hit.first) else 0
    beside |= words.forms[hit.last].classes if hit.last < len(words) and words.open(hit.last) else 0
    if beside & lexis.CURRENCY or words.gaps[hit.last][:1] in _MONEY:
        return Mention(hit.first, hit.last, NOTHING, "<money>", "")
    name = printed(words, hit.first, hit.last)
    return Mention(
        hit.first, hit.last, "state", f"<{manner} of a state>", name, f"state/{iso.lower()}", iso
    )


def _counts(words: Words, hit: Hit, rule: str) -> bool:
    first = hit.first
    if rule == "a":
        return True
    if rule == "l":
        return words.forms[first].shape == lexis.SMALL
    form = printed(words, first, hit.last)
    if rule == "u":
        return is_acronym(form) and first not in words.loud
    if words.forms[first].shape == lexis.SMALL:
        return False
    if rule == "m":
        return not words.first(first)
    if rule == "p":
        return form.isascii()
    return rule == "n"


def manner_of(words: Words, hit: Hit) -> str:
    """Whether a form is a state's name, its adjective or its people."""
    value = regions.state_adjectives().get(hit.key)
    if value is None or (value == regions.BOTH and words.capital(hit.first)):
        return "name"
    return "people" if value == regions.PEOPLE else "adjective"


def _stands_for_state(words: Words, hit: Hit) -> bool:
    """Does an adjective stand beside a word by which it is its state ("the Turkish side"), alone or
    joined with others ("the Turkish and Greek sides")?"""
    first, last = hit.first, hit.last
    while (before := _joined_before(words, first)) is not None:
        first = before
    if first and words.open(first) and words.forms[first - 1].classes & lexis.SIDE:
        return True
    while (after := _joined_after(words, last)) is not None:
        last = after
    for n in range(last, min(last + 2, len(words))):
        if not words.open(n) or words.forms[n].classes & lexis.AND:
            return False
        if words.forms[n].classes & lexis.SIDE:
            return True
    return False


def _joined_before(words: Words, first: int) -> int | None:
    """Where the adjective of a state begins that is joined to the one at `first`."""
    n = first - 1
    if n >= 1 and words.open(first) and words.forms[n].classes & lexis.AND:
        return n - 1 if words.open(n) and _of_state(words, n - 1) else None
    return n if n >= 0 and words.gap(first).strip() == "," and _of_state(words, n) else None


def _joined_after(words: Words, last: int) -> int | None:
    """Where the adjective of a state ends that is joined to the one before `last`."""
    if last + 1 < len(words) and words.open(last) and words.forms[last].classes & lexis.AND:
        return last + 2 if words.open(last + 1) and _of_state(words, last + 1) else None
    if last < len(words) and words.gap(last).strip() == "," and _of_state(words, last):
        return last + 1
    return None


def _of_state(words: Words, n: int) -> bool:
    """Is a word the adjective of a state?"""
    return regions.state_adjectives().get(words.forms[n].key, regions.PEOPLE) != regions.PEOPLE


def _means_other(words: Words, hit: Hit) -> bool:
    """Is the name of a state only a word here ("roast turkey", "my Chad")?"""
    before = words.forms[hit.first - 1] if hit.first and words.open(hit.first) else None
    return hit.last == hit.first + 1 and before is not None and bool(before.classes & lexis.NEARER)
