"""Whose a body of state is that is named without its state: the speaker's own, or of what is said
right after it ("the leaders of the region"); and which towns stand for their state.

Knows no word: what bodies are is marked by the words of `clauses.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.annotate.party import Party
from onrecord.annotate.prepositions import located
from onrecord.annotate.reading import Reading, Sentence
from onrecord.annotate.sides import IDENTIFIED, speaker
from onrecord.gazetteer import tables

_LOCATED = "place/"
_OWNED = 8  # words from a body to whose it is


def at_home(
    reading: Reading, sentence: Sentence, found: list[Party], before: Party | None
) -> list[Party]:
    """Parties with "the government" and the like as the speaker's own, where neither what goes
    before speaks of another state, nor the sentence plays in one."""
    known_side = reading.document.country is not None and not reading.asking
    places = [p for p in found if located(reading, sentence, p)]
    known = [before] if before else []
    settled: list[Party] = []
    for n, party in enumerate(found):
        theirs = [p for p in found[n + 1 : n + 2] if _of(reading, sentence, party, p)]
        goes = _travels(reading, sentence, party)
        plays = [p for p in places if not _told_of(reading, sentence, party, p)]
        bound = [p for p in plays if p.first < party.first or not goes]
        ours = not any(_abroad(reading, p) for p in (*bound, *known, *theirs))
        ours = ours and known_side and _unowned(reading, sentence, party)
        if _elsewhere(reading, sentence, party) == "state":
            party = party._replace(kind="side")
        settled.append(_ours(reading, party) if ours else _of_place(reading, party, theirs))
        known.append(party)
    return settled


def _told_of(reading: Reading, sentence: Sentence, body: Party, place: Party) -> bool:
    """Does a place belong to a noun that is spoken of after a body ("commented on the situation in
    Orvia"), and not tell where the body acts?"""
    n = place.first - 1
    while n > body.last and reading.marked(sentence, n, "determiner", "placing", "linker"):
        n -= 1
    return any(
        reading.marked(sentence, k, "preposition") and not reading.marked(sentence, k, "placing")
        for k in range(body.last, n)
    )


def _of(reading: Reading, sentence: Sentence, party: Party, owner: Party) -> bool:
    """Does it say right after a party whose it is ("the ministers of France")?"""
    if not 0 < owner.first - party.last <= _OWNED or owner.own:
        return False
    verbs = (cue for cue in reading.acts("events", sentence) if cue.value != "n")
    return reading.marked(sentence, party.last, "preposition", "linker") is not None and not any(
        party.last <= cue.first < owner.first for cue in verbs
    )


def _of_place(reading: Reading, party: Party, owners: Sequence[Party]) -> Party:
    """A body of a state or a place acts for that state ("the leaders of the region")."""
    if party.kind != "state-noun" or party.members[0].iso or party.members[0].entity:
        return party
    several = next((p.members for p in owners if p.kind == "state" and len(p.members) > 1), ())
    if several:
        return party._replace(members=several)
    kinds = ("place", "state")
    where = [m for p in owners if p.kind in kinds for m in reading.entities.get(p.first, ())]
    states = {m["country"] for m in where}
    iso = states.pop() if len(states) == 1 else None
    return party._replace(members=(party.members[0]._replace(iso=iso), *party.members[1:]))


def _abroad(reading: Reading, party: Party) -> bool:
    """Is one of a party of another state, or does it lie there?"""
    home = reading.document.country or ""
    of_home = (f"{IDENTIFIED}{home.lower()}", f"{_LOCATED}{home.lower()}-")
    if party.kind == "place":
        return any(m.entity and not m.entity.startswith(of_home) for m in party.members)
    return any(m.iso not in (None, home) for m in party.members)


def _unowned(reading: Reading, sentence: Sentence, party: Party) -> bool:
    """Is a party a noun with its article and no state?"""
    if any(m.iso or m.entity for m in party.members) or len(party.members) > 1:
        return False
    if party.kind != "state-noun" and reading.marked(sentence, party.first, "actor") != "state":
        return False
    n = party.first - 1
    if _elsewhere(reading, sentence, party) is not None:
        return False
    if reading.alone(party.first, "determiner"):
        return True
    if reading.inverts and not reading.fences:  # no articles: in the form of a subject
        named = reading.entities.get(party.last) if party.last < sentence.last else None
        return not named and reading.marked(sentence, party.first, "nominative") is not None
    articles = ("determiner", "nominative") if reading.fences else ("determiner",)
    if n < sentence.first and party.kind == "state-noun" and reading.agrees:  # "Government will"
        return reading.marked(sentence, party.last, "preposition") is None
    n -= reading.inflects and n > sentence.first and reading.words[n] == "'"
    article = n >= sentence.first and reading.marked(sentence, n, *articles) is not None
    return article and reading.marked(sentence, n, "preposition") is None


def _elsewhere(reading: Reading, sentence: Sentence, party: Party) -> str | None:
    """What an adjective behind a noun for who acts tells: that it is not the speaker's; `state`:
    that it is another state's."""
    if party.kind not in ("state-noun", "people") or party.last >= sentence.last:
        return None
    return reading.marked(sentence, party.last, "elsewhere")


def _travels(reading: Reading, sentence: Sentence, party: Party) -> bool:
    """Is a party an office whose holder goes abroad ("The Foreign Minister arrived in ...")? Then a
    place behind it does not say whose it is."""
    return reading.marked(sentence, party.first, "office") is not None


def _ours(reading: Reading, party: Party) -> Party:
    own = speaker(reading)[0]
    members = tuple(m._replace(entity=own.entity, iso=own.iso) for m in party.members)
    return party._replace(members=members, own=True)


def sided(reading: Reading, sentence: Sentence, found: list[Party]) -> list[Party]:
    """Parties in which "we" takes in no side that the sentence leaves out while it names others."""
    home = reading.document.country
    named = {
        m.iso
        for p in found
        if not p.own and not located(reading, sentence, p)
        for m in p.members
        if m.iso not in (None, home)
    }
    if not named:
        return found
    return [
        p._replace(members=tuple(m for m in p.members if m.iso in (None, home) or m.iso in named))
        if p.own and p.kind == "us" and len(p.members) > 1
        else p
        for p in found
    ]


def as_state(
    reading: Reading, sentence: Sentence, first: int, mention: Mapping[str, Any]
) -> dict[str, Any]:
    """A mention at a word, as that of a state where a town stands for it: in the form of a subject,
    after no preposition ("Moscow refused")."""
    country = mention["country"]
    if mention["kind"] != "place" or not country:
        return dict(mention)
    if reading.marked(sentence, first, "nominative") is None and not _speaks(
        reading, sentence, mention
    ):
        return dict(mention)
    if first > sentence.first and reading.marked(sentence, first - 1, "preposition"):
        return dict(mention)
    entity = f"state/{country.lower()}"
    return {**mention, "kind": "state", "iso": country, "entity": entity}


def _speaks(reading: Reading, sentence: Sentence, mention: Mapping[str, Any]) -> bool:
    """Is a town a capital right before a verb, where the order of the words tells the subject?"""
    ident, last = str(mention["entity"] or ""), mention["words"][1]
    if (
        not (reading.agrees or reading.inflects)
        or last >= sentence.last
        or last not in reading.verbs(sentence)
    ):
        return False
    try:
        return ident.startswith(_LOCATED) and tables.site(ident.removeprefix(_LOCATED)).capital
    except KeyError:
        return False
