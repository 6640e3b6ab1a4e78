"""Which of several places of one name a text means, and where it names them again.

Knows that one name is one place in one text: what stands beside one mention ("Paris, Texas") holds
for the others; else the scene of the whole text decides (`scene`), and where it does not make one
state likelier than all others together, the state stays unknown. Does not find names: `known`,
`rules`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.annotate import lexis
from onrecord.annotate.hits import is_person
from onrecord.annotate.known_places import beside, in_region
from onrecord.annotate.mention import Mention
from onrecord.annotate.scene import UNKNOWN, Candidate, Candidates, Scene, scene
from onrecord.annotate.words import Words
from onrecord.gazetteer.fold import key
from onrecord.gazetteer.localities import Total, localities, total
from onrecord.gazetteer.regions import named_region
from onrecord.gazetteer.tables import site

_LIKELY = 0.5  # a state likelier than all others together is given
_CERTAIN = 0.8  # before an unknown place, or the name of a state, is taken to lie in the scene
_SURE_PLACE = 0.75  # of the places of a name in a state, before one gives its id
_LEAST = 4
_REGION = 0.03  # of the people of all its places: a region as a whole
_AREA = 0.1  # the same of a state, for a region whose places are not known
_BESIDE_STATE = 5.0  # how much more it counts where its name is a state's
_STATE, _STATE_PEOPLE = 0.01, 3_000_000  # a state as a whole: of its people, and beside towns
_CAPITAL = 2.0  # how much likelier a capital is meant than its size says
_VENUE = 100_000  # people taken for a house or residence that the gazetteer has
_TOWN, _NAMED = 5_000, 50_000  # people taken for a town, and for a place that the text tells
_UNLISTED, _ANYWHERE = 2_000, 20_000  # people taken for places that are in no table
_SAME = 0.2  # people of one place in two tables differ by so much at most
_CUE, _CUES = 2.5, 2  # what one cue of a state speaks for it, in logarithms; the most that count
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
    told = _told(words, mentions)
    names = {}
    for mention in mentions:
        if mention.kind in ("place", "state") and _name(mention) not in names:
            names[_name(mention)] = _candidates(words, mention, told.get(mention.name, ()))
    plays = scene([c for c in names.values() if c], _cues(words))
    states = {m.country for m in mentions if m.kind == "state" and m.country}
    states &= {_likeliest(candidates, plays)[0] for candidates in names.values() if candidates}
    found: list[Mention] = []
    for mention in mentions:
        candidates = names.get(_name(mention), ())
        if mention.kind == "place":
            found.append(_decided(words, mention, candidates, plays, states))
        elif mention.rule == "<name of a state>":
            found.append(_in_scene(words, mention, candidates, plays, states, found))
        else:
            found.append(mention)
    return found


def _name(mention: Mention) -> tuple[str, str]:
    return mention.kind, mention.name


def _told(words: Words, mentions: Sequence[Mention]) -> dict[str, tuple[str, ...]]:
    """Name -> the states that stand beside one of its mentions."""
    told: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        if mention.kind == "place" and not mention.country:
            countries = beside(words, mention.first, mention.last)
            if countries:
                told.setdefault(mention.name, countries)
    return told


def _cues(words: Words) -> dict[str, float]:
    """State -> what its words ("sheriff") say for it."""
    cues = words.lexis.cues
    if not cues:
        return {}
    found: dict[str, int] = defaultdict(int)
    for form in set(words.forms):
        for country in cues.get(form.key, ()):
            found[country] += 1
    return {country: _CUE * min(count, _CUES) for country, count in found.items()}


# ------------------------------------------------------------------------- what a name may mean


def _candidates(words: Words, mention: Mention, told: Sequence[str]) -> Candidates:
    """The places that a name may mean, of those that what stands beside it leaves."""
    folded = key(words.text[words.starts[mention.first] : words.ends[mention.last - 1]])
    head, _, rest = folded.partition(" ")
    long = f"{words.lexis.whole[head]} {rest}" if head in words.lexis.whole else folded
    places = (*localities(folded), *(localities(long) if long != folded else ()))
    found = [Candidate(*place) for place in places]
    region = named_region(folded)
    if mention.kind == "state":
        own = mention.country or ""
        found.append(Candidate(own, UNKNOWN, _STATE * _people(own) + _STATE_PEOPLE))
    elif mention.candidates:
        found = _with_sites(found, mention.candidates, region.country if region else None)
    elif mention.entity and not mention.country:
        return ()  # a part of the world
    elif mention.entity is None and mention.rule == "<name with a word of place>" and not found:
        found = _within(words, mention)
    if region is not None and region.country:
        whole = _whole(region.country, region.id or "", mention.candidates)
        times = _BESIDE_STATE if mention.kind == "state" else 1.0
        found.append(whole._replace(people=whole.people * times))
    found += _further(mention, {candidate.country for candidate in found})
    if told:
        inside = [candidate for candidate in found if candidate.country in told]
        return tuple(inside) or (Candidate(told[0], UNKNOWN, _TOWN),)
    return tuple(found)


def _whole(country: str, region: str, ids: Sequence[str] = ()) -> Candidate:
    """A region as a whole, with the id under which the places have it, if they do."""
    area = region.rpartition("-")[2].upper()
    inside = total(country, area) if area else None
    people = inside.people if inside else _AREA * _people(country)
    own = (i for i in ids if site(i).kind == "region" and site(i).country == country)
    place = next(own, region or None)
    return Candidate(country, area if inside else UNKNOWN, _REGION * people, place)


def _people(country: str) -> float:
    return (total(country) or Total(0.0, 0.0)).people


def _with_sites(found: list[Candidate], ids: Iterable[str], region: str | None) -> list[Candidate]:
    """Places with the ids of those that the gazetteer knows; those that are missing are added.
    `region`: the state of whose regions one has the name, too."""
    for place in map(site, ids):
        if not place.country or (place.kind == "region" and place.country == region):
            continue
        if place.kind == "region":
            found.append(_whole(place.country, "", (place.id,)))
            continue
        size = place.population if place.kind == "city" else max(place.population, _VENUE)
        size = max(size, 1)
        same = (
            n
            for n, candidate in enumerate(found)
            if candidate.country == place.country
            and not candidate.place
            and abs(candidate.people - size) <= _SAME * size
        )
        n = next(same, None)
        one = Candidate(place.country, UNKNOWN, size) if n is None else found.pop(n)
        people = one.people * (_CAPITAL if place.capital else 1.0)
        found.append(one._replace(place=place.id, people=people))
    return found


def _within(words: Words, mention: Mention) -> list[Candidate]:
    """The places of the longest known name with which a name with a word of place begins."""
    for last in range(mention.last - 1, mention.first, -1):
        name = words.text[words.starts[mention.first] : words.ends[last - 1]]
        places = localities(key(name))
        if places:
            return [Candidate(*place) for place in places]
    return []


def _further(mention: Mention, known: set[str]) -> list[Candidate]:
    """Places in the states in which a mention may lie, besides those that are known."""
    found = [Candidate(c, UNKNOWN, _TOWN) for c in mention.states if c not in known]
    own = mention.country
    if mention.kind == "place" and own and own not in known and own not in mention.states:
        found.append(Candidate(own, UNKNOWN, _NAMED))
    return found


# ------------------------------------------------------------------------------- what it does mean


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
    words: Words, mention: Mention, candidates: Candidates, plays: Scene, states: set[str]
) -> Mention:
    """A place with the state in which it lies, and its id if the gazetteer knows it."""
    if not candidates:
        scene_of, share = plays.country()
        alone = mention.weak and mention.entity is None and not states - {scene_of}
        known = scene_of if alone and share >= _CERTAIN and not mention.country else mention.country
        return msgspec.structs.replace(mention, country=known)
    if not mention.candidates and not mention.country:
        candidates = _with_unlisted(candidates, plays, bool(mention.states))
    country, ident = _likeliest(candidates, plays)
    if country is None or not mention.candidates:
        entity = mention.entity if country == mention.country else None
        return msgspec.structs.replace(mention, entity=entity, country=country)
    place = site(ident) if ident in mention.candidates and ident else None
    if place and place.capital and _governs(words, mention):
        return _government(mention, place.country)
    name = place.name if place else mention.name
    entity = f"place/{ident}" if ident else None
    return msgspec.structs.replace(mention, entity=entity, country=country, name=name)


def _with_unlisted(candidates: Candidates, plays: Scene, town: bool) -> Candidates:
    """The places of a name with those that no table has: one where the text plays, and, unless a
    town has the name, one anywhere."""
    (country, area), share = plays.likeliest()
    here = area and share > (_CERTAIN if town else _LIKELY)
    if here and all(candidate.country != country for candidate in candidates):
        candidates = (*candidates, Candidate(country, area, _UNLISTED))
    return candidates if town else (*candidates, Candidate("", UNKNOWN, _ANYWHERE))


def _likeliest(candidates: Candidates, plays: Scene) -> tuple[str | None, str | None]:
    """The state in which a place lies, and its id, each only if it is likely enough."""
    shares = plays.meant(candidates)
    by_country: dict[str, float] = defaultdict(float)
    for candidate, share in zip(candidates, shares, strict=True):
        by_country[candidate.country] += share
    country, most = max(by_country.items(), key=lambda item: item[1])
    if most <= _LIKELY or not country:
        return None, None
    best = max(range(len(shares)), key=lambda n: shares[n] * (candidates[n].country == country))
    sure = shares[best] >= _SURE_PLACE * most
    return country, candidates[best].place if sure else None


def _government(mention: Mention, country: str) -> Mention:
    """A capital that stands for its government."""
    entity = f"state/{country.lower()}"
    first, last, name = mention.first, mention.last, mention.name
    return Mention(first, last, "state", "<capital> says", name, entity, country)


def _in_scene(
    words: Words,
    mention: Mention,
    candidates: Candidates,
    plays: Scene,
    states: set[str],
    before: Sequence[Mention],
) -> Mention:
    """A state's name that is a place's: where it follows a place of the region of that name
    ("Atlanta, Georgia"), or where the text plays in another state and names no third one
    ("Lebanon" among towns of Pennsylvania)."""
    own = mention.country or ""
    told = _follows(words, mention, before) or in_region(words, mention.first, mention.last)
    others = tuple(c for c in candidates if c.country != own)
    if not others or told == own:
        return mention
    country, ident = _likeliest(others if told else candidates, plays)
    alone = plays.country()
    quiet = not states - {own, alone[0]} and alone[1] >= _CERTAIN and country == alone[0]
    if country in (None, own) or (told and country != told) or not (told or quiet):
        return mention
    rule, first, last = "<name of a state> in <region>", mention.first, mention.last
    entity = f"place/{ident}" if ident else None
    return Mention(first, last, "place", rule, mention.name, entity, country)


def _follows(words: Words, mention: Mention, before: Sequence[Mention]) -> str | None:
    """The state of the place right before a name, after which a comma stands."""
    last = before[-1] if before else None
    near = last is not None and last.kind == "place" and last.last == mention.first
    if last is None or not near or words.gap(mention.first).strip() != ",":
        return None
    region = named_region(key(mention.name))
    return last.country if region and region.country == last.country else None


__all__ = ["located", "recurring"]
