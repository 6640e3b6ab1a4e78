"""Names of places and regions in a text: which of them count where they stand, and in which state
a place lies by what stands beside it.

Does not decide between places of one name: `places`.
"""

from __future__ import annotations

from onrecord.annotate import lexis
from onrecord.annotate.hits import Hit, hits, is_person, printed
from onrecord.annotate.known_names import DECOY, PLACE, REGION, STATE, TOWN
from onrecord.annotate.known_states import manner_of
from onrecord.annotate.mention import Mention
from onrecord.annotate.words import Words
from onrecord.gazetteer import regions, tables

_DASHES = ("-", "\u2013", "\u2014", "\u2015")
_LONGEST_STATE = 5  # words


def place_named(words: Words, hit: Hit) -> Mention | None:
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


def region_named(words: Words, hit: Hit) -> Mention | None:
    found = regions.region(hit.value)
    if found.short:
        return shortened(words, hit, found)
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


def shortened(words: Words, hit: Hit, found: regions.Region) -> Mention | None:
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
    return in_region(words, first, last) is not None or _heads_line(words, first, last)


def _heads_line(words: Words, first: int, last: int) -> bool:
    """Does a name in capitals open a line before a dash ("BONN -- ...")?"""
    if words.forms[first].shape != lexis.CAPITALS or last >= len(words):
        return False
    gap = words.gap(last).strip()
    return words.first(first) and (gap[:1] in _DASHES if gap else False)


def in_region(words: Words, first: int, last: int) -> str | None:
    """The state in which a place lies by what follows it after a comma ("Paris, Texas"); None if
    nothing says so."""
    return next(iter(beside(words, first, last)), None)


def beside(words: Words, first: int, last: int) -> tuple[str, ...]:
    """The states in which a place may lie by what follows it after a comma: of a name that is a
    state's and a region's ("Georgia"), both. In a list ("Japan, Korea, Australia") none."""
    if last >= len(words) or words.gap(last).strip() not in (",", "("):
        return ()
    found = hits(words, last, words.forms[last].size) if words.capital(last) else []
    for hit in found:
        if is_person(words, hit.first, hit.last):
            return ()
        if hit.last == found[0].last and (states := _lies_in(words, hit)):
            return () if _in_list(words, first, hit) else states
    return ()


def _lies_in(words: Words, hit: Hit) -> tuple[str, ...]:
    """The states that a name beside a place tells."""
    if hit.table.kind == STATE and hit.value[0] != DECOY and manner_of(words, hit) == "name":
        other = regions.named_region(hit.key)
        return (hit.value[:2], other.country) if other and other.country else (hit.value[:2],)
    if hit.table.kind == REGION and hit.value[0] != regions.TOWN:
        found = regions.region(hit.value)
        if found.country and (not found.short or shortened(words, hit, found)):
            return (found.country,)
    if hit.table.kind == PLACE and hit.value != "d":
        sites = map(tables.site, hit.value.split()[1:])
        countries = {site.country for site in sites if site.kind == "region"}
        if len(countries) == 1:
            return tuple(countries)
    return ()


def _in_list(words: Words, first: int, after: Hit) -> bool:
    """Are a name and the state after it members of a list of states: does one more follow, or stand
    before the name without being itself beside a place ("Berlin, Germany, Paris, France")?"""
    if after.table.kind != STATE:
        return False
    if _states(words, _next_in_list(words, after.last)):
        return True
    start = _state_before(words, first)
    if start is None:
        return False
    lone = not start or words.gap(start).strip() != "," or not words.capital(start - 1)
    return lone or _state_before(words, start) is not None


def _next_in_list(words: Words, n: int) -> int | None:
    """The word after a comma or an "and", or both; None if there is none."""
    joined = n < len(words) and words.gap(n).strip() == ","
    while n < len(words) and words.forms[n].classes & lexis.AND:
        n, joined = n + 1, True
    return n if joined and n < len(words) else None


def _states(words: Words, n: int | None) -> list[Hit]:
    """The names of states that begin at a word."""
    if n is None or not words.capital(n):
        return []
    found = hits(words, n, words.forms[n].size)
    return [hit for hit in found if hit.table.kind == STATE and hit.value[0] != DECOY]


def _state_before(words: Words, last: int) -> int | None:
    """Where the name of a state begins that ends before a word, with a comma between."""
    if not 0 < last < len(words) or words.gap(last).strip() != ",":
        return None
    starts = range(last - 1, max(last - _LONGEST_STATE, 0) - 1, -1)
    found = (n for n in starts if any(hit.last == last for hit in _states(words, n)))
    return next(found, None)
