"""Bodies of several states that bear one name ("Bundesrat"): which one a statement means.

Knows the state beside the name, and the issuer's; without either it stays unknown which one it is.
"""

from __future__ import annotations

import msgspec

from onrecord.annotate.known_names import FOLDERS, PERSON, PLACE
from onrecord.annotate.mention import Mention
from onrecord.annotate.words import Words
from onrecord.gazetteer import named, tables


def distinguished(words: Words, owners: list[Mention | None], country: str | None) -> None:
    """Gives each name that several bodies bear to the one of the state beside it ("the Canadian
    House of Commons"), else to that of the issuer's state."""
    for n, mention in enumerate(owners):
        if mention is None or mention.first != n or not mention.candidates:
            continue
        if mention.kind in (PERSON, PLACE) or mention.kind not in FOLDERS:
            continue
        beside = tables.state_names().get(words.forms[n - 1].key) if n and words.open(n) else None
        state = beside.split()[0] if beside else country
        found = [i for i in mention.candidates if state and _of(mention.kind, i) == state]
        chosen = msgspec.structs.replace(mention, candidates=())
        if len(found) == 1:
            chosen = msgspec.structs.replace(
                chosen, entity=f"{mention.kind}/{found[0]}", country=state
            )
        owners[mention.first : mention.last] = [chosen] * (mention.last - mention.first)


def _of(kind: str, ident: str) -> str | None:
    return named.named(FOLDERS[kind], ident).country
