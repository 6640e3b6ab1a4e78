"""Saved searches by meaning, asked of turns that come: what each finds, and how near that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.alerts.records import SavedSearch
from onrecord.archive.folder import Folder
from onrecord.search.engine import hit
from onrecord.search.highlights import Fixed
from onrecord.search.meant import meant
from onrecord.search.percolation import Percolated, Percolator
from onrecord.search.query.parser import parse
from onrecord.search.records import Filters, IndexedTurn

if TYPE_CHECKING:
    from onrecord.meaning.encoder import Matrix
    from onrecord.search.arriving import Arrivals, Background


class Nearing:
    """What an archive knows that saved searches by meaning need, for one matching."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._known: Background | None = None
        self._asked: dict[str, tuple[Matrix, float]] = {}

    def asked(self, text: str) -> tuple[Matrix, float]:
        """The vector of a question, and how near a turn must lie. `NoEncoder` if the archive cannot
        be asked by meaning."""
        if text not in self._asked:
            vector = self.background.question(text)
            self._asked[text] = vector, self.background.usual(vector).least
        return self._asked[text]

    @property
    def background(self) -> Background:
        """The sample of the archive."""
        if self._known is None:
            # numpy: only who asks by meaning pays.
            from onrecord.search.arriving import background  # noqa: PLC0415

            self._known = background(self._folder)
        return self._known


class Coming:
    """Turns that have come, to be asked by words and by meaning. They are encoded once, when the
    first question is asked by meaning."""

    def __init__(
        self, turns: Sequence[IndexedTurn], percolator: Percolator, nearing: Nearing
    ) -> None:
        self._turns = turns
        self._percolator = percolator
        self._nearing = nearing
        self._encoded: Arrivals | None = None

    def found(self, search: SavedSearch, filters: Filters) -> Iterator[Percolated]:
        """What a saved search finds, in its mode."""
        text = search.text or meant(parse(search.query), search.query).text
        if search.mode == "words" or not any(map(str.isalnum, text)):
            yield from self._percolator.found(search.query, filters)
            return
        own = (search.like or "").partition("#")[0].partition("@")[0]
        found = self._near(search.query, text, filters)
        near = {each.turn.turn: each for each in found if each.turn.statement != own}
        by_words = self._percolator.found(search.query, filters) if search.mode == "hybrid" else ()
        for each in by_words:
            also = near.pop(each.turn.turn, None)
            yield _both(each, also) if also else each
        yield from near.values()

    def _near(self, query: str, text: str, filters: Filters) -> Iterator[Percolated]:
        vector, least = self._nearing.asked(text)
        scores = self._arrivals().near(vector)
        for place, turn in self._percolator.meeting(query, filters):
            near = scores.get(place)
            if near is not None and near.score >= least:
                made = hit(turn, near.score, Fixed(near.nearest, turn.span.start))
                made = replace(made, found_by=("meaning",))
                yield Percolated(turn, made, False, round(near.score, 3), round(least, 3))

    def _arrivals(self) -> Arrivals:
        if self._encoded is None:
            from onrecord.search.arriving import Arrivals  # noqa: PLC0415

            self._encoded = Arrivals(self._turns, self._nearing.background.name)
        return self._encoded


def _both(words: Percolated, also: Percolated) -> Percolated:
    made = replace(words.hit, found_by=("words", "meaning"))
    return words._replace(hit=made, near=also.near, least=also.least)
