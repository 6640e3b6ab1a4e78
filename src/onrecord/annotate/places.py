"""Which of several places of one name a text means, and where it names them again.

Knows that one name is one place in one text: what stands beside one mention ("Paris, Texas") holds
for the others; else the dominance of the gazetteer decides, unless nearly all other places of the
text lie elsewhere. Does not find names: `known`, `rules`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from onrecord.annotate import lexis
from onrecord.annotate.known import in_region, is_person
from onrecord.annotate.mention import Mention
from onrecord.annotate.words import Words
from onrecord.gazetteer import regions
from onrecord.gazetteer.place_names import chosen
from onrecord.gazetteer.regions import Region
from onrecord.gazetteer.tables import site

_LEAST_VOTES = 4  # in halves: places in one state before it counts as where a text plays
_SURE, _MAY = 2, 1  # votes of a place that lies in a state, and of one that may
_LOCAL = 6  # the same before an unknown place is taken to lie there too
_STATE_VOTES = 10  # the same before the name of a state is taken for a place of it
_MARGIN = 1.5
_LEAST = 4
_NO_GOVERNMENT = frozenset({"be-brussels"})  # as a rule, the institutions of the Union
_AGAIN = "<name of a place of the text>"

Keys = tuple[str, ...]


def recurring(words: Words, owners: list[Mention | None]) -> None:
    """Gives unclaimed words to the places whose names they repeat."""
    places = _places(words, owners)
    heads: dict[str, list[Keys]] = {}
    for keys in places:
        heads.setdefault(keys[0], []).append(keys)
    for n in words.capitals if heads else ():
        for keys in heads.get(words.forms[n].key, ()):
            last = n + len(keys)
            same = tuple(form.key for form in words.forms[n:last]) == keys
            if same and _free(words, owners, n, last) and not is_person(words, n, last):
                again = msgspec.structs.replace(places[keys], first=n, last=last, rule=_AGAIN)
                owners[n:last] = [again] * len(keys)
                break


def _free(words: Words, owners: list[Mention | None], first: int, last: int) -> bool:
    """Are words unclaimed, and not the rest of a person's name?"""
    rest = last - first == 1 and words.open(first) and _personal(owners, first)
    return not rest and all(owner is None for owner in owners[first:last])


def _personal(owners: list[Mention | None], first: int) -> bool:
    owner = owners[first - 1] if first else None
    return owner is not None and owner.kind == "person"


def _places(words: Words, owners: list[Mention | None]) -> dict[Keys, Mention]:
    """The places that words around have told, by their words; longer names first."""
    found: dict[Keys, Mention] = {}
    for n, mention in enumerate(owners):
        if not mention or mention.first != n or mention.kind != "place":
            continue
        keys = tuple(form.key for form in words.forms[mention.first : mention.last])
        if mention.weak or mention.rule == "<name>, <region>":
            found.setdefault(keys, mention)
        if (
            mention.rule == "<name with a word of place>"
            and len(keys) == 2
            and len(keys[0]) >= _LEAST
        ):
            head = words.forms[mention.first]
            if not head.classes & (lexis.COMMON | lexis.GIVEN | lexis.ADJECTIVE) and not head.size:
                found.setdefault(keys[:1], msgspec.structs.replace(mention, name=words.printed[n]))
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def located(words: Words, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with their places decided as far as the text decides them."""
    beside = _told(words, mentions)
    votes, states = _votes(mentions, beside)
    scene = _scene(votes)
    found = []
    for mention in mentions:
        if mention.kind == "place":
            found.append(_decided(words, mention, beside.get(mention.name), scene, votes, states))
        elif mention.rule == "<name of a state>" and scene:
            found.append(_in_scene(words, mention, scene, votes, states))
        else:
            found.append(mention)
    return found


def _told(words: Words, mentions: Sequence[Mention]) -> dict[str, str]:
    """Name -> the state that stands beside one of its mentions."""
    told: dict[str, str] = {}
    for mention in mentions:
        if mention.kind == "place" and not mention.country:
            country = in_region(words, mention.last)
            if country:
                told.setdefault(mention.name, country)
    return told


def _votes(
    mentions: Sequence[Mention], beside: Mapping[str, str]
) -> tuple[Counter[str], Counter[str]]:
    """In which states the other places of a text lie, each name once, and which states it names."""
    votes: Counter[str] = Counter()
    states: Counter[str] = Counter()
    seen: set[str] = set()
    for mention in mentions:
        if mention.kind == "state" and mention.country:
            states[mention.country] += 1
        if mention.kind != "place" or mention.name in seen:
            continue
        seen.add(mention.name)
        countries = {site(i).country for i in mention.candidates} or set(mention.states)
        country = beside.get(mention.name) or mention.country
        if country or len(countries) == 1:
            votes[country or countries.pop()] += _SURE
        else:
            votes.update(dict.fromkeys(countries, _MAY))
    return votes, states


def _scene(votes: Counter[str]) -> str | None:
    """The state in which nearly all places of a text lie."""
    if not votes:
        return None
    (country, count), *rest = votes.most_common(2)
    second = rest[0][1] if rest else 0
    return country if count >= _LEAST_VOTES and count >= _MARGIN * second else None


def _governs(words: Words, mention: Mention) -> bool:
    """Does a capital stand for its government: does it say something ("Washington said")?"""
    first, last = mention.first, mention.last
    if first and words.open(first) and words.forms[first - 1].classes & lexis.PLACE_BEFORE:
        return False
    while last + 1 < len(words) and words.open(last) and words.forms[last].classes & lexis.AND:
        last += 2  # "Moscow and Washington said"
    says = last < len(words) and words.open(last) and words.forms[last].classes & lexis.SAY
    return bool(says) and mention.candidates[0] not in _NO_GOVERNMENT


def _decided(
    words: Words,
    mention: Mention,
    beside: str | None,
    scene: str | None,
    votes: Counter[str],
    states: Counter[str],
) -> Mention:
    if not mention.candidates:
        told = mention.country or beside
        stray = told is not None and votes[told] <= _SURE and not states[told] and not beside
        if mention.weak and stray and scene not in (None, told):
            return msgspec.structs.replace(mention, entity=None, country=None)
        alone = not states.total() - states[scene or ""] and votes[scene or ""] >= _LOCAL
        fits = scene in mention.states or (alone and mention.weak and not mention.states)
        country = told or (scene if fits else None)
        return msgspec.structs.replace(mention, country=country)
    sites = tuple(sorted(map(site, mention.candidates), key=lambda s: -s.population))
    place = chosen(mention.name, sites, frozenset({beside} if beside else ()))
    ident, country, name = place.id, place.country, place.name
    elsewhere = country is None or (votes[country or ""] <= _SURE and not states[country or ""])
    wanted = beside or (scene if elsewhere and any(s.country == scene for s in sites) else None)
    if wanted and country != wanted:
        inside = [s for s in sites if s.country == wanted]
        ident, country = (inside[0].id if len(inside) == 1 else None), wanted
        name = inside[0].name if len(inside) == 1 else mention.name
    if ident is None:
        name = mention.name
    if ident and site(ident).capital and _governs(words, mention):
        rule = "<capital> says"
        return Mention(
            mention.first,
            mention.last,
            "state",
            rule,
            mention.name,
            f"state/{(country or '').lower()}",
            country,
        )
    entity = f"place/{ident}" if ident else None
    return msgspec.structs.replace(mention, entity=entity, country=country, name=name)


def _in_scene(
    words: Words, mention: Mention, scene: str, votes: Counter[str], states: Counter[str]
) -> Mention:
    """A state's name that is a place's where a text plays in another state and names no third one
    ("Lebanon" among towns of Ohio)."""
    told = in_region(words, mention.last) == scene
    alone = states.total() - states[scene] == states[mention.country or ""]
    enough = votes[scene] >= _STATE_VOTES and alone and not votes[mention.country or ""]
    if mention.country == scene or not (told or enough):
        return mention
    key = " ".join(form.key for form in words.forms[mention.first : mention.last])
    region: Region | None = regions.region(regions.region_names().get(key, "|||"))
    if region is None or region.id is None or region.country != scene:
        region = None
    if region is None and not told:
        return mention
    entity = f"place/{region.id}" if region else None
    rule, first, last = "<name of a state> in <region>", mention.first, mention.last
    return Mention(first, last, "place", rule, mention.name, entity, scene)


__all__ = ["located", "recurring"]
