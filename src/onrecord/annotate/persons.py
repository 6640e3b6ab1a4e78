"""People in a text: whose name a mention is, and which further words name the same person.

Knows that a surname stands for the person whose full name the text has, in whatever case of the
language, and that namesakes are told apart by who was in office on the date. Does not know who
holds which office: `offices`.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from onrecord.annotate import lexis
from onrecord.annotate.known_names import families
from onrecord.annotate.mention import Mention
from onrecord.annotate.words import Words
from onrecord.gazetteer.named import Named
from onrecord.gazetteer.people import career, person

_LEAST = 3
_SURE = frozenset(
    {"<title> <name>", "<name> says", "<name>, who", "<surname>", "<name like a surname>"}
)


def identified(words: Words, owners: list[Mention | None], date: str | None) -> None:
    """Gives every person its identity where the text tells it, and unclaimed words that are the
    surname of a person of the text to that person."""
    found = [m for n, m in enumerate(owners) if m and m.first == n and m.kind == "person"]
    spoken = frozenset(m.country for m in owners if m and m.country and m.kind != "person")
    spoken |= {m.entity.partition("/")[2] for m in owners if m and m.entity}
    full: dict[str, Mention] = {}
    alone: dict[str, Mention] = {}
    for mention in found:
        known = _known(words, mention, date, spoken)
        if known is not mention:
            owners[known.first : known.last] = [known] * (known.last - known.first)
        key = words.forms[known.last - 1].key
        if len(key) < _LEAST:
            continue
        if known.last - known.first > 1:
            full[key] = _fuller(full.get(key), known)
        elif known.rule in _SURE or known.entity:
            alone.setdefault(key, known)
    _spread(words, owners, full, alone, date)


def _fuller(first: Mention | None, second: Mention) -> Mention:
    """Of two full names with one surname, the first; none of either's identity if they differ."""
    if first is None:
        return second
    same = first.entity == second.entity and first.name[:_LEAST] == second.name[:_LEAST]
    return first if same else msgspec.structs.replace(first, entity=None, name="", country=None)


def _vouched(who: Named, date: str | None, spoken: frozenset[str]) -> bool:
    """Is a full name surely this person's, and no namesake's: in office on the date, or of a state
    or body that the text speaks of?"""
    terms = career(who.id)
    if date and any(term.may_hold(date) for term in terms):
        return True
    return who.country in spoken or any(term.of in spoken for term in terms)


def _known(words: Words, mention: Mention, date: str | None, spoken: frozenset[str]) -> Mention:
    """A mention of a known person with its identity, if the name or the date decides it."""
    if not mention.candidates:
        titled = mention.rule == "<title> <name>"
        return _titled(words, mention, date) if titled else mention
    ident = _meant(mention.candidates, date)
    who = person(ident) if ident else None
    if who is None or not _vouched(who, date, spoken):
        return mention
    return msgspec.structs.replace(mention, entity=who.id, name=who.name, country=who.country)


def _titled(words: Words, mention: Mention, date: str | None) -> Mention:
    """A surname after a title or office: whose it is, if one person who bears it is in office."""
    key = " ".join(form.key for form in words.forms[mention.first : mention.last])
    who = _in_office(key, words.lexis.case_endings, date)
    if who is None:
        return mention
    rule = "<title> <surname of who is in office>"
    return msgspec.structs.replace(
        mention, rule=rule, name=who.name, entity=who.id, country=who.country
    )


def _in_office(key: str, endings: Iterable[tuple[str, str]], date: str | None) -> Named | None:
    """The one person of the gazetteer who bears a surname and surely was in office on a date."""
    ids = next((families()[k] for k in (key, *_stems(key, endings)) if k in families()), "")
    held = [
        i for i in ids.split() if date and any(t.surely_holds(date) for t in career(f"person/{i}"))
    ]
    return person(f"person/{held[0]}") if len(held) == 1 else None


def _meant(ids: tuple[str, ...], date: str | None) -> str | None:
    if len(ids) == 1:
        return ids[0]
    if date is None:
        return None
    held = [i for i in ids if any(term.may_hold(date) for term in career(i))]
    return held[0] if len(held) == 1 else None


def _spread(
    words: Words,
    owners: list[Mention | None],
    full: dict[str, Mention],
    alone: dict[str, Mention],
    date: str | None,
) -> None:
    endings = words.lexis.case_endings
    for n in words.capitals:
        form, owner = words.forms[n], owners[n]
        if owner is not None and (not owner.weak or owner.last - owner.first > 1):
            continue
        if form.classes & (lexis.CALENDAR | lexis.COMMON) or len(form.key) < _LEAST:
            continue
        for key in (form.key, *_stems(form.key, endings)):
            who = full.get(key)
            if who is not None:
                name = who.name or words.printed[n]
                owners[n] = Mention(
                    n, n + 1, "person", "<surname of a full name>", name, who.entity, who.country
                )
                break
            if key in alone or (owner is not None and owner.rule == "<surname>"):
                owners[n] = _by_surname(words, n, form.key, date)
                break


def _stems(key: str, endings: Iterable[tuple[str, str]]) -> Iterable[str]:
    """The forms whose other cases a word may be."""
    for ending, base in endings:
        if key.endswith(ending) and len(key) - len(ending) >= _LEAST:
            yield key[: len(key) - len(ending)] + base


def _by_surname(words: Words, n: int, key: str, date: str | None) -> Mention:
    """A surname alone: the one person of the gazetteer who bears it and was in office."""
    who = _in_office(key, words.lexis.case_endings, date)
    if who is None:
        return Mention(n, n + 1, "person", "<surname>", words.printed[n])
    return Mention(
        n, n + 1, "person", "<surname of who is in office>", who.name, who.id, who.country
    )
