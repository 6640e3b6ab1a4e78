"""How well runs of one sequence answer runs of another: vectors, lengths, and keys that they share.

A member of a sequence is a sentence, a turn, or a group of them. The vector of a run is the sum of
its members', weighed by the root of their length: near enough to that of the whole, and free.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from onrecord.compare.path import Floats, Shape, Step, Tile
from onrecord.records import Record

# Runs that may be paired, and what pairing them costs, all else the same.
SHAPES: Mapping[Shape, float] = {
    (1, 1): 0.0,
    (1, 2): 3.9,
    (2, 1): 3.9,
    (1, 3): 5.2,
    (3, 1): 5.2,
    (1, 4): 5.3,
    (4, 1): 5.3,
    (2, 2): 7.8,
    (2, 3): 9.2,
    (3, 2): 9.2,
}
_NEVER = -1e6
_RARE = 12  # members of a side that may have a key: what all have tells nothing
_MOST_KEYS = 1.0
_LONGEST = 4  # members of a run
_KEYS_TELL = 0.2  # share of keys from which on two runs are about one thing
_FEW = 3  # pairs by which vectors can be judged
_LEAST = 50  # members, by which it is judged how rare a key is


class Weights(Record, frozen=True, kw_only=True):
    """What counts how much: measured on texts whose sentences were paired by hand, and on true
    translations with sentences left out (`benchmarks/align.py`)."""

    scale: float = 4.3  # of likeness
    enough: float = 0.542  # likeness from which on two sentences may be one
    several: float = 0.562  # how the scale grows with the members of a run
    length: float = 1.25
    variance: float = 9.2  # of lengths in characters, for each character
    length_most: float = 14.8
    keys: float = 0.054  # of shared keys, beside vectors
    left_out: float = 5.18
    short: float = 34.0  # characters: leaving out a shorter sentence costs less
    shortness: float = 0.212
    unlike: float = 0.278  # likeness below which long sentences say nothing alike
    drop: float = 13.2  # for a member of a run that adds nothing
    adds: float = 0.03  # likeness that a member must add


WITH_VECTORS = Weights()
# Vectors of a language that the encoder was not trained on are less alike, and less sure.
WITH_UNSURE_VECTORS = Weights(
    scale=7.0,
    several=0.48,
    length_most=12.0,
    keys=0.09,
    enough=0.28,
    unlike=-1.0,
    left_out=4.0,
    length=2.2,
    variance=13.8,
    short=49.0,
    shortness=0.05,
    drop=7.0,
    adds=0.04,
)
WITHOUT_VECTORS = Weights(
    scale=12.0,
    several=0.48,
    length_most=12.0,
    enough=0.1,
    left_out=2.5,
    length=1.65,
    variance=13.8,
    short=49.0,
    shortness=0.15,
    drop=10.3,
    adds=0.0,
)


class Sequenced(Record, frozen=True, kw_only=True, eq=False):
    """A side as a sequence of members: `vectors` (weighed rows, or `None`), `lengths` in
    characters, and `keys`."""

    vectors: Floats | None
    lengths: Floats
    keys: tuple[frozenset[str], ...]

    def __len__(self) -> int:
        return len(self.keys)


def grouped(side: Sequenced, bounds: Sequence[tuple[int, int]]) -> Sequenced:
    """The same side with runs of its members as members."""
    starts = [start for start, _ in bounds]
    vectors = None
    if side.vectors is not None:
        vectors = np.add.reduceat(side.vectors, starts, axis=0) if starts else side.vectors[:0]
    lengths = np.array([side.lengths[a:b].sum() for a, b in bounds], np.float32)
    found = tuple(frozenset().union(*side.keys[a:b]) for a, b in bounds)
    return Sequenced(vectors=vectors, lengths=lengths, keys=found)


def part(side: Sequenced, start: int, end: int) -> Sequenced:
    """Some members of a side."""
    vectors = None if side.vectors is None else side.vectors[start:end]
    return Sequenced(vectors=vectors, lengths=side.lengths[start:end], keys=side.keys[start:end])


class Likeness:
    """The gains of pairing runs of two sequences. `ratio`: characters of B for one of A."""

    def __init__(self, a: Sequenced, b: Sequenced, weights: Weights, ratio: float = 1.0) -> None:
        self._a, self._b, self._weights, self._ratio = a, b, weights, ratio
        self._shared = _shared(a.keys, b.keys)
        self._runs = (_runs(a), _runs(b))
        self._counts = [np.array([1 + len(k) for k in s.keys], np.float32) for s in (a, b)]

    def gains(self, tile: Tile) -> Mapping[Shape, Floats]:
        """The gains of all shapes of step from the nodes of a tile."""
        like = {shape: self.of(tile, shape) for shape in SHAPES}
        return {shape: self._gain(tile, shape, like) for shape in SHAPES}

    def leaving(self) -> tuple[Floats, Floats]:
        """What it costs to leave out each member of A, and of B."""
        weights = self._weights
        a, b = (
            -weights.left_out
            * np.minimum(1, (np.maximum(1, side.lengths) / weights.short) ** weights.shortness)
            for side in (self._a, self._b)
        )
        return a.astype(np.float32), b.astype(np.float32)

    def of(self, tile: Tile, shape: Shape) -> Floats:
        """How alike the runs are that begin at each node of a tile: 1 is the same. Runs that would
        go beyond the end are unlike anything."""
        p, q = shape
        rows = min(tile.bottom, len(self._a) - p + 1) - tile.top
        columns = min(tile.right + 1, len(self._b) - q + 1) - tile.left
        made = np.full((tile.bottom - tile.top, tile.right - tile.left + 1), -1, np.float32)
        if rows > 0 and columns > 0:
            made[:rows, :columns] = self._cells(tile, shape, rows, columns)
        return made

    def score(self, step: Step) -> float:
        """How alike two runs are by their vectors; by their keys, where there are none."""
        a, b = self._a.vectors, self._b.vectors
        if a is None or b is None:
            return self.shared(step)
        one = a[step.i : step.i + step.p].sum(axis=0)
        two = b[step.j : step.j + step.q].sum(axis=0)
        size = float(np.linalg.norm(one) * np.linalg.norm(two))
        return float(one @ two) / size if size else 0.0

    def unlike(self, step: Step) -> bool:
        """Do two runs say nothing alike? Without vectors nobody can tell."""
        if self._a.vectors is None or self._b.vectors is None:
            return False
        return self.score(step) < self._weights.unlike and self.shared(step) < _KEYS_TELL

    def shared(self, step: Step) -> float:
        """What share of their keys two runs have in common."""
        tile = Tile(step.i, step.i + 1, step.j, step.j)
        return float(self._keyed(tile, (step.p, step.q), 1, 1)[0, 0])

    def _cells(self, tile: Tile, shape: Shape, rows: int, columns: int) -> Floats:
        p, q = shape
        keys = self._keyed(tile, shape, rows, columns)
        if not (self._runs[0] and self._runs[1]):
            return keys
        one, two = self._runs[0][p][tile.top :][:rows], self._runs[1][q][tile.left :][:columns]
        like: Floats = one @ two.T
        return like + self._weights.keys * keys

    def _keyed(self, tile: Tile, shape: Shape, rows: int, columns: int) -> Floats:
        """What share of their keys two runs have in common, the rare ones counting more."""
        p, q = shape
        made = np.zeros((rows + p - 1, columns + q - 1), np.float32)
        for i in range(tile.top, tile.top + rows + p - 1):
            for j, weight in self._shared[i].items():
                if tile.left <= j < tile.left + columns + q - 1:
                    made[i - tile.top, j - tile.left] = weight
        summed = _boxes(made, p, q)
        first = _sums(self._counts[0][tile.top :], p, rows)
        second = _sums(self._counts[1][tile.left :], q, columns)
        share: Floats = summed / np.sqrt(first[:, None] * second[None, :])
        return np.minimum(share, _MOST_KEYS)

    def _gain(self, tile: Tile, shape: Shape, like: Mapping[Shape, Floats]) -> Floats:
        p, q = shape
        weights = self._weights
        pairs = min(p, q)
        scale = weights.scale * 2 * pairs * ((p + q) / 2 / pairs) ** weights.several
        gain: Floats = scale * (like[shape] - weights.enough) - SHAPES[shape]
        gain -= self._length(tile, shape)
        for less in ((p - 1, q), (p, q - 1)):
            if min(less) > 0:
                gain -= weights.drop * np.maximum(0, weights.adds - _added(shape, less, like))
        gain[like[shape] < -0.99] = _NEVER
        return gain

    def _length(self, tile: Tile, shape: Shape) -> Floats:
        """How far the lengths are from those of translations of each other."""
        p, q = shape
        height, width = tile.bottom - tile.top, tile.right - tile.left + 1
        a = _padded(_sums(self._a.lengths[tile.top :], p, height), height)[:, None] * self._ratio
        b = _padded(_sums(self._b.lengths[tile.left :], q, width), width)[None, :]
        weights = self._weights
        spread = (a + b) / 2 * weights.variance + 0.01 * a * a / self._ratio**2
        far = np.minimum(weights.length_most, weights.length * (b - a) ** 2 / spread)
        return far.astype(np.float32)


def _added(shape: Shape, less: Shape, like: Mapping[Shape, Floats]) -> Floats:
    """How much more alike a run is than it would be without its first or last member."""
    whole, short = like[shape], like[less]
    down, right = shape[0] - less[0], shape[1] - less[1]
    moved = np.full_like(short, -1)
    moved[: len(short) - down, : short.shape[1] - right] = short[down:, right:]
    added: Floats = whole - np.maximum(short, moved)
    return added


def _runs(side: Sequenced) -> Mapping[int, Floats]:
    """The vectors of runs, by their number of members, of length 1; none without vectors."""
    if side.vectors is None:
        return {}
    found: dict[int, Floats] = {}
    for p in range(1, _LONGEST + 1):
        made = side.vectors[: max(0, len(side) - p + 1)].copy()
        for k in range(1, p):
            made += side.vectors[k : k + len(made)]
        size = np.linalg.norm(made, axis=1, keepdims=True)
        found[p] = (made / np.maximum(size, 1e-6)).astype(np.float32)
    return found


def _sums(values: Floats, p: int, rows: int) -> Floats:
    """The sums of p values from each place on, as far as they go."""
    padded = _padded(values[: rows + p - 1], rows + p - 1)
    made = padded[:rows].copy()
    for k in range(1, p):
        made += padded[k : k + rows]
    return made


def _padded(values: Floats, size: int) -> Floats:
    if len(values) >= size:
        return values[:size]
    return np.concatenate([values, np.ones(size - len(values), np.float32)])


def _boxes(values: Floats, p: int, q: int) -> Floats:
    """The sums of p rows and q columns from each cell on."""
    rows, columns = values.shape[0] - p + 1, values.shape[1] - q + 1
    made = np.zeros((rows, columns), np.float32)
    for k in range(p):
        for m in range(q):
            made += values[k : k + rows, m : m + columns]
    return made


def _shared(
    a: Sequence[frozenset[str]], b: Sequence[frozenset[str]]
) -> tuple[Mapping[int, float], ...]:
    """For each member of A, the members of B that have rare keys of it, and how much that tells."""
    where: dict[str, list[int]] = {}
    for j, keys in enumerate(b):
        for key in keys:
            where.setdefault(key, []).append(j)
    often = Counter(key for keys in a for key in keys)
    total = max(_LEAST, len(a) + len(b))
    return tuple(dict(_partners(keys, where, often, total)) for keys in a)


def _partners(
    keys: frozenset[str], where: Mapping[str, list[int]], often: Counter[str], total: int
) -> Iterator[tuple[int, float]]:
    tells: dict[int, float] = {}
    for key in sorted(keys):
        places = where.get(key, [])
        if places and len(places) <= _RARE and often[key] <= _RARE:
            weight = max(0.0, float(np.log(total / (len(places) + often[key]))) - 1)
            for j in places:
                tells[j] = tells.get(j, 0.0) + weight
    yield from tells.items()


def told(steps: Sequence[Step], a: Sequenced, b: Sequenced) -> float:
    """By how much vectors find pairs of a way, made without them, more alike than any sentences."""
    if a.vectors is None or b.vectors is None:
        return 0.0
    one, two = _runs(a)[1], _runs(b)[1]
    pairs = [(step.i, step.j) for step in steps if step.p == step.q == 1]
    if len(pairs) < _FEW:
        return 0.0
    alike = float(np.mean([one[i] @ two[j] for i, j in pairs]))
    return alike - float(one.mean(axis=0) @ two.mean(axis=0))
