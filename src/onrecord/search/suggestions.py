"""Words of the index that are written like one that is not in it.

All words at one letter's distance are tried; if none is there, the words of some turns that the
engine finds at two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tantivy import Query

from onrecord.search import analysis
from onrecord.search.reader import Snapshot
from onrecord.search.schema import turn_of

_LEAST, _FAR = 4, 6
_BLOCK = 0x80
_TURNS = 50
_GIVEN = 5
_LONGEST = 24


def similar(snapshot: Snapshot, word: str) -> list[str]:
    """The words most like a bare word, the most frequent first; none for a very short one."""
    if not _LEAST <= len(word) <= _LONGEST:
        return []
    counted = {near: snapshot.frequency("exact", near) for near in set(edits(word))}
    found = {near: count for near, count in counted.items() if count and near != word}
    if not found and len(word) >= _FAR:
        found = {far: snapshot.frequency("exact", far) for far in _distant(snapshot, word)}
    return sorted(found, key=lambda near: (-found[near], near))[:_GIVEN]


def edits(word: str) -> Iterator[str]:
    """All words with one letter dropped, swapped with the next, replaced or added.

    >>> {"gas", "as", "agse"} & set(edits("gase")) == {"gas", "agse"}
    True
    """
    letters = _alphabet(word)
    for n in range(len(word) + 1):
        head, tail = word[:n], word[n:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in letters)


def _alphabet(word: str) -> str:
    """The small letters of the scripts that the word is written in."""
    blocks = {ord(letter) // _BLOCK * _BLOCK for letter in word if letter.isalpha()}
    found = (chr(code) for block in sorted(blocks) for code in range(block, block + _BLOCK))
    return "".join(c for c in found if c.isalpha() and c.lower() == c and analysis.bare(c) == c)


def _distant(snapshot: Snapshot, word: str) -> set[str]:
    query = Query.fuzzy_term_query(snapshot.schema, "exact", word, 2)
    found = set()
    for _, address in snapshot.searcher.search(query, _TURNS, count=False).hits:
        for token in analysis.tokens(turn_of(snapshot.searcher.doc(address)).text):
            near = analysis.bare(token.word)
            if distance(word, near, 2) <= 2:
                found.add(near)
    return found


@lru_cache(maxsize=50_000)
def distance(a: str, b: str, most: int) -> int:
    """Letters dropped, added, replaced or swapped to make one word of the other; `most` and one
    if it is more.

    >>> distance("sanctoins", "sanctions", 2), distance("gas", "oil", 2)
    (1, 3)
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        above, row = row, [i]
        for j, other in enumerate(b, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = above
    return min(row[-1], most + 1)
