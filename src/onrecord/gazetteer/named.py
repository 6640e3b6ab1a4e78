"""What bears a name and is no place: organisation, agreement, person, outlet; and its index.

Knows how the compiled tables of one folder (`names.tsv`, `heads.tsv`, `entities.tsv`,
`labels.tsv`) are read and when a name counts where it stands; not what the folders hold. Everything
is read at first use. `compilation` of these tables: `naming.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

import msgspec

from onrecord.gazetteer.spans import is_acronym, is_capital, matches, with_last_stop
from onrecord.gazetteer.tables import rows

Names = dict[str, tuple[str, ...]]
DECOY = "d"
WITNESS = ":w"
_LEAST_TEXT = 12
_SET_OFF_BEFORE = re.compile(r"(?:^|[:(\[,;/|\u00ab\u201c\u201e\"\u2018])\s*$")
_SET_OFF_AFTER = re.compile(r"\s*(?:$|[:)\],;/|\u00bb\u201d\u201c\"\u2019])")


class Named(msgspec.Struct, frozen=True):
    """Something with a name. Unknown is None, never a guess.

    `id` reads itself ("organisation/osce"); `kind` is finer than the folder (agency, court, treaty,
    person, newspaper); `name` is the English one; `country` is ISO 3166-1 alpha-2, None where it is
    of no one state.
    """

    id: str
    kind: str
    name: str
    country: str | None = None


NamedSpan = tuple[int, int, Named]


class Claim(msgspec.Struct, frozen=True):
    """Whose a name may be, in which languages it is said so."""

    id: str
    languages: tuple[str, ...]


@cache
def names(folder: str) -> dict[str, str]:
    """Folded name -> `rule id:language,language id:...`."""
    return rows("names.tsv", folder)


@cache
def heads(folder: str) -> dict[str, int]:
    """First token of names of several tokens -> the most tokens of such a name."""
    return {head: int(size) for head, size in rows("heads.tsv", folder).items()}


@cache
def entities(folder: str) -> dict[str, str]:
    """Id -> its facts, columns set off by `|`: kind, country, name, then the folder's own."""
    return rows("entities.tsv", folder)


@cache
def _labels(folder: str) -> dict[str, str]:
    return rows("labels.tsv", folder)


@cache
def named(folder: str, identifier: str) -> Named:
    """The record of an id within its folder; KeyError if there is none."""
    kind, country, name = entities(folder)[identifier].split("|")[:3]
    return Named(f"{PREFIX[folder]}/{identifier}", kind, name, country or None)


PREFIX = {
    "organisations": "organisation",
    "agreements": "agreement",
    "people": "person",
    "outlets": "outlet",
}
_FOLDERS = {prefix: folder for folder, prefix in PREFIX.items()} | {"office": "offices"}


def names_of(identifier: str) -> Names:
    """All names of what an id stands for, by language, the usual one first; "und" are those of no
    one language.

    >>> names_of("organisation/nato")["ru"][-1]
    'НАТО'
    >>> names_of("person/nobody")
    {}
    """
    prefix, _, rest = identifier.partition("/")
    folder = _FOLDERS.get(prefix)
    packed = None if folder is None else _labels(folder).get(rest)
    if packed is None:
        return {}
    cells = packed.split("|")
    return {
        cell.partition("=")[0]: tuple(cell.partition("=")[2].split(";")) for cell in cells if cell
    }


def find(
    folder: str,
    text: str,
    language: str | None,
    choose: Callable[[tuple[Claim, ...]], str | None],
) -> tuple[NamedSpan, ...]:
    """(start, end, what) of the names of a folder in a text, longest first, not overlapping.

    `choose` says whose a name is, of the claims that hold in the language; None for nobody's.
    """
    loud = len(text) >= _LEAST_TEXT and text.isupper()

    def accept(_: str, start: int, end: int, value: str) -> bool:
        return _counts(text, start, end, value, loud, language)

    found, unsure = [], []
    for start, end, value in matches(text, names(folder), heads(folder), accept):
        identifier = None if value == DECOY else choose(claims(value, language))
        if identifier is not None:
            span = (start, with_last_stop(text, start, end), named(folder, identifier))
            found.append(span)
            unsure += [(span, value)] if value[0] == "c" else []
    dropped = [span for span, value in unsure if not _is_witnessed(span, value, found)]
    return tuple(span for span in found if span not in dropped)


def _counts(text: str, start: int, end: int, value: str, loud: bool, language: str | None) -> bool:
    """Whether a form counts where it stands, by its rule (`naming.py` says how rules come
    about)."""
    rule = value[0]
    if rule == "u":
        spoken = is_acronym(text[start:end]) and not loud
        return spoken and bool(claims(value, language)) and not _is_part(text, end)
    if rule == "q":
        before = _SET_OFF_BEFORE.search(text, max(0, start - 8), start)
        after = _SET_OFF_AFTER.match(text, end)
        return before is not None and after is not None and is_capital(text, start)
    return rule in "ad" or is_capital(text, start)


def _is_witnessed(span: NamedSpan, value: str, found: list[NamedSpan]) -> bool:
    """Whether the text names what makes sure of an unsure name: a witness, or the same thing by
    another name."""
    witnesses = {cell.partition(":")[0] for cell in value.split()[1:]}
    names_there = {key(s[2].id) for s in found if s is not span and s[2].id != span[2].id}
    return bool(witnesses & names_there)


def key(identifier: str) -> str:
    """An id within its folder."""
    return identifier.partition("/")[2]


def claims(value: str, language: str | None) -> tuple[Claim, ...]:
    """Whose a name may be. In a known language its own claims go first, and an acronym is no
    other language's."""
    rule, *packed = value.split()
    held = tuple(
        Claim(cell.partition(":")[0], tuple(cell.partition(":")[2].split(",")))
        for cell in packed
        if not cell.endswith(WITNESS)
    )
    if language is None:
        return held
    spoken = language.partition("-")[0].lower()
    own = tuple(claim for claim in held if spoken in claim.languages or "und" in claim.languages)
    return own if own or rule == "u" else held


def only(held: Iterable[Claim]) -> str | None:
    """The one that claims a name; None if several do."""
    ids = {claim.id for claim in held}
    return ids.pop() if len(ids) == 1 else None


def _is_part(text: str, end: int) -> bool:
    """Whether an acronym is joined by a hyphen to capitals, and so part of another."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit()
