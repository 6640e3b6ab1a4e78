"""Names of the gazetteer in a text, from left to right: the longest first, not overlapping.

Asks `known_states` and `known_places` whether a name counts where it stands; knows itself when the
name of a body, an agreement, an outlet or a person does.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate import lexis
from onrecord.annotate.hits import Hit, hits, printed
from onrecord.annotate.known_names import DECOY, FOLDERS, PERSON, PLACE, REGION, STATE, TOWN
from onrecord.annotate.known_places import place_named, region_named
from onrecord.annotate.known_states import state_named
from onrecord.annotate.mention import Mention
from onrecord.annotate.words import Words
from onrecord.gazetteer import named
from onrecord.gazetteer.spans import is_acronym


def mentions(words: Words) -> Iterator[Mention]:
    """The known names that count, from left to right, the longest first, not overlapping."""
    free = 0
    for n in [n for n, form in enumerate(words.forms) if form.size]:
        if n < free:
            continue
        for hit in hits(words, n, words.forms[n].size):
            if hit.last < free:  # within a longer name that is none of ours
                break
            if hit.value[0] == DECOY or hit.value == "d":
                free = hit.last
                continue
            mention = None if _overrun(words, hit) else _mention(words, hit)
            if mention is not None:
                yield mention
                free = hit.last
                break


def _overrun(words: Words, hit: Hit) -> bool:
    """Is a place with an article ("L'Union") the head of a longer name ("L'Union africaine")?"""
    if hit.table.kind not in (PLACE, TOWN, REGION):
        return False
    if not words.forms[hit.first].classes & lexis.ARTICLE:
        return False
    return any(
        other.last > hit.last
        for n in range(hit.first + 1, hit.last)
        for other in hits(words, n, words.forms[n].size)
    )


def _mention(words: Words, hit: Hit) -> Mention | None:
    kind = hit.table.kind
    if kind == STATE:
        return state_named(words, hit)
    if kind in (PLACE, TOWN):
        return place_named(words, hit)
    if kind == REGION:
        return region_named(words, hit)
    return _named(words, hit)


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
    name = f"<name of an {kind}>"
    if ident is None:
        ids = tuple(dict.fromkeys(claim.id for claim in claims))
        return Mention(hit.first, hit.last, kind, name, form, None, None, ids)
    country = named.named(FOLDERS[kind], ident).country
    return Mention(hit.first, hit.last, kind, name, form, f"{kind}/{ident}", country)


def _set_off(words: Words, first: int, last: int) -> bool:
    """Do marks, or the ends of a line, stand on both sides?"""
    before = words.text[max(0, words.starts[first] - 1) : words.starts[first]]
    after = words.text[words.ends[last - 1] : words.ends[last - 1] + 1]
    return not before.isalnum() and before != " " and not after.isalnum() and after != " "
