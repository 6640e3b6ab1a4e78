"""Which things a name may mean: the ids behind what a person types, in any language and script.

Knows the tables of names of the gazetteer; an exact name goes before one that begins so, and that
before one with the words within it. It decides nothing: whoever asks is given all, up to a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.gazetteer import named, profile, tables
from onrecord.gazetteer.fold import key
from onrecord.gazetteer.regions import region, region_names
from onrecord.gazetteer.state_names import find_state

_LEAST = 3  # letters of a beginning that is looked for
_DECOY = "-d"


def known_as(name: str, most: int = 50) -> tuple[str, ...]:
    """Ids that a name may mean, the likeliest first.

    >>> known_as("\u0421\u0438\u0440\u0438\u044f")[:1], known_as("OSCE")[:1]
    (('state/sy',), ('organisation/osce',))
    >>> known_as("lavrov")[0], known_as("minsk proto")[:1], known_as("")
    ('person/sergey-lavrov', ('agreement/minsk-1',), ())
    """
    folded = key(name.strip())
    if not folded:
        return ()
    found = dict.fromkeys(_exactly(name, folded))
    if len(folded) >= _LEAST and len(found) < most:
        for identifier in _beginning(folded):
            found.setdefault(identifier)
            if len(found) >= most:
                break
    return tuple(found)[:most]


def _exactly(name: str, folded: str) -> Iterator[str]:
    if profile.name_of(name.strip()):  # an id
        yield name.strip()
    state = find_state(name)
    if state and profile.name_of(f"state/{state.lower()}"):
        yield f"state/{state.lower()}"
    for prefix, table in _tables():
        if value := table.get(folded):
            yield from _claimed(prefix, value)
    for ids in tables.rows("families.tsv", "people").get(folded, "").split():
        yield f"person/{ids}"
    for places in (tables.place_names(), tables.asked_names()):
        yield from _sites(places.get(folded, _DECOY))
    if value := region_names().get(folded):
        yield from _region(value)


def _beginning(folded: str) -> Iterator[str]:
    """Names that begin so, the shortest first; then those with a later word that begins so."""
    for starts in (str.startswith, _has_word):
        for prefix, table in _tables():
            hits = sorted((n for n in table if starts(n, folded)), key=lambda n: (len(n), n))
            for hit in hits:
                yield from _claimed(prefix, table[hit])
        for hit in sorted(n for n in tables.state_names() if starts(n, folded)):
            iso = tables.state_names()[hit].split()[0]
            if iso != "-":
                yield f"state/{iso.lower()}"
    for hit in sorted((n for n in tables.place_names() if n.startswith(folded)), key=len):
        yield from _sites(tables.place_names()[hit])


def _has_word(name: str, folded: str) -> bool:
    return f" {folded}" in name


def _tables() -> Iterable[tuple[str, dict[str, str]]]:
    for folder in ("people", "organisations", "agreements", "outlets"):
        yield named.PREFIX[folder], named.names(folder)


def _claimed(prefix: str, value: str) -> Iterator[str]:
    if value != named.DECOY:
        yield from (f"{prefix}/{claim.id}" for claim in named.claims(value, None))


def _sites(value: str) -> Iterator[str]:
    """The places of a row, the most populous first."""
    rule, *ids = value.split()
    if rule[0] not in _DECOY:
        known = sorted(map(tables.site, ids), key=lambda site: -site.population)
        yield from (f"place/{site.id}" for site in known)


def _region(value: str) -> Iterator[str]:
    found = region(value)
    if found.id:
        yield f"place/{found.id}"
