"""Names of the gazetteer in a text: which of them count where they stand.

Knows the rules of capitals, sentence beginnings and neighbours by which a state, a place or a body
is told from a word or a person of its name. Does not decide between places of one name: `places`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.annotate import lexis
from onrecord.annotate.known_names import (
    AGREEMENT,
    FOLDERS,
    ORGANISATION,
    OUTLET,
    PERSON,
    PLACE,
    REGION,
    STATE,
    TOWN,
    Table,
    keys,
    known,
    openings,
    single,
)
from onrecord.annotate.mention import Mention
from onrecord.annotate.words import Words
from onrecord.gazetteer import named, regions, tables
from onrecord.gazetteer.spans import is_acronym

NOTHING = "nothing"  # words that are known to name none of ours
_DECOY = "-"
_MONEY = ("$", "\u20ac", "\u00a3")
_DASHES = ("-", "\u2013", "\u2014", "\u2015")
_SHORT = 4  # letters of a town's name that is looked for without a preposition


class Hit(NamedTuple):
    """A name of a table at words `first` to `last`, and its value there."""

    first: int
    last: int
    table: Table
    value: str
    key: str


def mentions(words: Words) -> Iterator[Mention]:
    """The known names that count, from left to right, the longest first, not overlapping."""
    free = 0
    for n in [n for n, form in enumerate(words.forms) if form.size]:
        if n < free:
            continue
        for hit in _hits(words, n, words.forms[n].size):
            if hit.last < free:  # within a longer name that is none of ours
                break
            if hit.value[0] == _DECOY or hit.value == "d":
                free = hit.last
                continue
            mention = _mention(words, hit)
            if mention is not None:
                yield mention
                free = hit.last
                break


def _hits(words: Words, first: int, size: int) -> list[Hit]:
    """The names that begin with a word, the longest first, tables in their order."""
    key = words.forms[first].key
    all_names = keys()
    found: list[Hit] = _meanings(first, first + 1, key) if key in all_names else []
    for last in range(first + 2, min(first + size, len(words)) + 1):
        joint = words.joint(last - 1)
        if joint is None:
            break
        key += joint + words.forms[last - 1].key
        if last == first + 2 and key not in openings():
            break
        if key in all_names:
            found = _meanings(first, last, key) + found
    return found


def _meanings(first: int, last: int, key: str) -> list[Hit]:
    return [Hit(first, last, t, t.names[key], key) for t in known() if key in t.names]


def _mention(words: Words, hit: Hit) -> Mention | None:
    kind = hit.table.kind
    if kind == STATE:
        return _state(words, hit)
    if kind in (PLACE, TOWN):
        return _place(words, hit)
    if kind == REGION:
        return _region(words, hit)
    return _named(words, hit)


def printed(words: Words, first: int, last: int) -> str:
    """The words of a stretch as they stand in the text."""
    return words.text[words.starts[first] : words.ends[last - 1]]


# ---------------------------------------------------------------------------------- states


def _state(words: Words, hit: Hit) -> Mention | None:
    iso, rule, *only = hit.value.split()
    if only and only[0] != words.lexis.language.tag.partition("-")[0]:
        return None
    if not _counts(words, hit, rule) or is_person(words, hit.first, hit.last):
        return None
    manner = _manner(words, hit)
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


def _manner(words: Words, hit: Hit) -> str:
    """Whether a form is a state's name, its adjective or its people."""
    value = regions.state_adjectives().get(hit.key)
    if value is None or (value == regions.BOTH and words.capital(hit.first)):
        return "name"
    return "people" if value == regions.PEOPLE else "adjective"


def _stands_for_state(words: Words, hit: Hit) -> bool:
    """Does an adjective stand beside a word by which it is its state ("the Turkish side")?"""
    if hit.first and words.open(hit.first) and words.forms[hit.first - 1].classes & lexis.SIDE:
        return True
    for n in range(hit.last, min(hit.last + 2, len(words))):
        if not words.open(n):
            return False
        if words.forms[n].classes & lexis.SIDE:
            return True
    return False


def _means_other(words: Words, hit: Hit) -> bool:
    """Is the name of a state only a word here ("roast turkey", "my Chad")?"""
    before = words.forms[hit.first - 1] if hit.first and words.open(hit.first) else None
    return hit.last == hit.first + 1 and before is not None and bool(before.classes & lexis.NEARER)


def is_person(words: Words, first: int, last: int) -> bool:
    """Is a single word that may be a place part of a person's name: after a given name, or a given
    name itself before a word with a capital that is nothing else?"""
    if last != first + 1:
        return False
    forms = words.forms
    if words.open(first) and first:
        before = forms[first - 1]
        if before.classes & lexis.GIVEN and not single(before.key) and words.gap(first) == " ":
            return True
        if (
            len(words.printed[first - 1]) == 1
            and words.printed[first - 1].isupper()
            and "." in words.gap(first)
        ):
            return True
    if forms[first].classes & lexis.GIVEN and words.open(last) and words.gap(last) == " ":
        after = forms[last]
        likely = lexis.GIVEN | lexis.FAMILY | lexis.NAMELIKE | lexis.PARTICLE
        sure = after.key in tables.state_names() or after.key in tables.place_names()
        return after.shape == lexis.CAPITAL and not sure and not after.classes & ~likely
    return False


# ---------------------------------------------------------------------------------- places


def _place(words: Words, hit: Hit) -> Mention | None:
    rule, *ids = hit.value.split()
    if not words.capital(hit.first) and words.forms[hit.first].shape != lexis.UNCASED:
        return None
    if is_person(words, hit.first, hit.last):
        return None
    weak = rule == "q" or hit.table.kind == TOWN
    if weak and (_is_national(words, hit) or _is_given(words, hit)):
        return None
    if weak and not placed(words, hit.first, hit.last):
        return None
    if not weak and words.first(hit.first) and words.forms[hit.first].classes & lexis.COMMON:
        return None
    name = printed(words, hit.first, hit.last)
    rule = "<town after a word of place>" if weak else "<name of a place>"
    return Mention(hit.first, hit.last, "place", rule, name, None, None, tuple(ids), weak=weak)


def _is_national(words: Words, hit: Hit) -> bool:
    """Is a town's name also an adjective of a state?"""
    return bool(words.forms[hit.first].classes & lexis.NATIONAL)


def _is_given(words: Words, hit: Hit) -> bool:
    """Is a town's name of several words one that begins as a person's does?"""
    return hit.last > hit.first + 1 and bool(words.forms[hit.first].classes & lexis.GIVEN)


def _region(words: Words, hit: Hit) -> Mention | None:
    found = regions.region(hit.value)
    if found.short:
        return _shortened(words, hit, found)
    capital = any(words.capital(n) for n in range(hit.first, hit.last))
    if not capital or is_person(words, hit.first, hit.last):
        return None
    if not found.sure and not words.capital(hit.first):
        return None
    if _is_plain(words, hit) and words.first(hit.first):
        return None
    several = hit.last > hit.first + 1
    if not found.sure and (
        _is_national(words, hit) or _is_given(words, hit) or _is_plain(words, hit)
    ):
        return None
    if not found.sure and not several and not placed(words, hit.first, hit.last):
        return None
    name = printed(words, hit.first, hit.last)
    ident = f"place/{found.id}" if found.id else None
    rule = "<name of a region>"
    return Mention(
        hit.first,
        hit.last,
        "place",
        rule,
        name,
        ident,
        found.country,
        (),
        found.states,
        not found.sure,
    )


def _shortened(words: Words, hit: Hit, found: regions.Region) -> Mention | None:
    """A region's shortened name: in capitals after a comma, or with full stops inside."""
    name = printed(words, hit.first, hit.last)
    comma = hit.first and words.gap(hit.first).strip() == ","
    stopped = words.text[words.ends[hit.last - 1] : words.ends[hit.last - 1] + 1] == "."
    if "." in found.name:
        fits = stopped and ("." in name or comma) and words.capital(hit.first)
    else:
        fits = bool(comma) and name.isupper()
    if not fits or (not comma and not name.isupper()):
        return None
    rule = "<shortened name of a region>"
    return Mention(hit.first, hit.last, "place", rule, name, None, found.country)


def _is_plain(words: Words, hit: Hit) -> bool:
    """Does a name consist of words of the language alone ("Federal District")?"""
    plain = lexis.COMMON | lexis.PLACE_TAIL | lexis.PLACE_HEAD | lexis.PLACE_BEFORE
    return all(form.classes & plain for form in words.forms[hit.first : hit.last])


def placed(words: Words, first: int, last: int) -> bool:
    """Do the words around say that a place is meant: a word of place before or after it, a state or
    region after a comma, or the head of a news line?"""
    form = words.forms[first]
    if form.classes & (lexis.COMMON | lexis.CALENDAR) and last == first + 1:
        return False
    follows = last < len(words) and words.open(last)
    if first and words.open(first) and not (follows and words.capital(last)):
        before = words.forms[first - 1].classes
        if before & lexis.PLACE_BEFORE:
            return True
        if before & lexis.JOINT and first > 1 and words.forms[first - 2].classes & lexis.PLACE_OF:
            return True
    if follows and words.forms[last].classes & lexis.PLACE_AFTER and not words.first(first):
        return True
    return in_region(words, last) is not None or _heads_line(words, first, last)


def _heads_line(words: Words, first: int, last: int) -> bool:
    """Does a name in capitals open a line before a dash ("BONN -- ...")?"""
    if words.forms[first].shape != lexis.CAPITALS or last >= len(words):
        return False
    gap = words.gap(last).strip()
    return words.first(first) and (gap[:1] in _DASHES if gap else False)


def in_region(words: Words, last: int) -> str | None:
    """The state in which a place lies by what follows it after a comma ("Paris, Texas"); None if
    nothing says so."""
    return next(iter(beside(words, last)), None)


def beside(words: Words, last: int) -> tuple[str, ...]:
    """The states in which a place may lie by what follows it after a comma: of a name that is a
    state's and a region's ("Georgia"), both."""
    if last >= len(words) or words.gap(last).strip() not in (",", "("):
        return ()
    hits = _hits(words, last, words.forms[last].size) if words.capital(last) else []
    for hit in hits:
        if hit.last == hits[0].last and (found := _lies_in(words, hit)):
            return found
    return ()


def _lies_in(words: Words, hit: Hit) -> tuple[str, ...]:
    """The states that a name beside a place tells."""
    if hit.table.kind == STATE and hit.value[0] != _DECOY and _manner(words, hit) == "name":
        other = regions.named_region(hit.key)
        return (hit.value[:2], other.country) if other and other.country else (hit.value[:2],)
    if hit.table.kind == REGION and hit.value[0] != regions.TOWN:
        found = regions.region(hit.value)
        if found.country and (not found.short or _shortened(words, hit, found)):
            return (found.country,)
    if hit.table.kind == PLACE and hit.value != "d":
        sites = map(tables.site, hit.value.split()[1:])
        countries = {site.country for site in sites if site.kind == "region"}
        if len(countries) == 1:
            return tuple(countries)
    return ()


# ------------------------------------------------------------- bodies, agreements, people


def _named(words: Words, hit: Hit) -> Mention | None:
    """A body, an agreement, an outlet or a person of the gazetteer."""
    kind = hit.table.kind
    rule = hit.value[0]
    form = printed(words, hit.first, hit.last)
    if rule == "u" and (not is_acronym(form) or hit.first in words.loud):
        return None
    if rule == "q" and not _set_off(words, hit.first, hit.last):
        return None
    if hit.last == hit.first + 1 and words.forms[hit.first].classes & lexis.COMMON:
        return None
    if rule != "a" and words.forms[hit.first].shape == lexis.SMALL:
        return None
    if not any(words.forms[n].shape != lexis.SMALL for n in range(hit.first, hit.last)):
        return None
    claims = named.claims(
        hit.value, words.lexis.language.tag if words.lexis.language.tag != "und" else None
    )
    if not claims:
        return None
    ident = named.only(claims)
    if kind == PERSON:
        ids = tuple(dict.fromkeys(f"person/{claim.id}" for claim in claims))
        return Mention(hit.first, hit.last, PERSON, "<name of a person>", form, None, None, ids)
    country = named.named(FOLDERS[kind], ident).country if ident else None
    name = f"<name of an {kind}>"
    return Mention(
        hit.first, hit.last, kind, name, form, f"{kind}/{ident}" if ident else None, country
    )


def _set_off(words: Words, first: int, last: int) -> bool:
    """Do marks, or the ends of a line, stand on both sides?"""
    before = words.text[max(0, words.starts[first] - 1) : words.starts[first]]
    after = words.text[words.ends[last - 1] : words.ends[last - 1] + 1]
    return not before.isalnum() and before != " " and not after.isalnum() and after != " "


__all__ = [
    "AGREEMENT",
    "NOTHING",
    "ORGANISATION",
    "OUTLET",
    "Hit",
    "beside",
    "in_region",
    "mentions",
    "placed",
    "printed",
]
