"""How well the confidence of mentions is calibrated, on marked texts: the table by bins, the
expected calibration error, and the curve as SVG.

    python benchmarks/calibrate.py MARKED.jsonl [--svg FILE] [--half even]

A line of MARKED: {"text", "language", "names": [[start, end, kind], ...], "kinds": [...]}: `kinds`
are those that the set marks; mentions of others are left out. Right is a mention that overlaps with
a mark of its kind; a state may be marked as a place or a body. `--half`: only lines with odd or
even numbers, from 0.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord.annotate.document import Document
from onrecord.annotate.entities import annotate

EDGES = (0.0, 0.55, 0.68, 0.74, 0.83, 0.88, 0.94, 1.01)
SAME = {"outlet": {"organisation"}, "state": {"place", "organisation", "state"}}
LEFT, TOP, SIDE, LEAST = 48, 24, 264, 0.4  # of the drawing; the least confidence that it shows


class Marked(msgspec.Struct):
    """A text and the names that are marked in it."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    kinds: frozenset[str]
    language: str | None = None
    date: str | None = None


class Bin(NamedTuple):
    """Mentions of like confidence: its mean, the share that are right, and how many there are."""

    said: float
    right: float
    mentions: int


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("marked", type=Path)
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--half", choices=("odd", "even"))
    options = parser.parse_args()
    lines = options.marked.read_bytes().splitlines()
    chosen = lines[options.half == "odd" :: 2] if options.half else lines
    texts = (msgspec.json.decode(line, type=Marked) for line in chosen)
    found = bins([pair for text in texts for pair in judged(text)])
    print("confidence said  share right  mentions")
    for said, right, count in found:
        print(f"{said:15.2f}  {right:11.2f}  {count:8,}")
    print(f"expected calibration error {error(found):.3f}")
    if options.svg:
        options.svg.write_text(drawn(found), "utf-8")
    return 0


def judged(marked: Marked) -> Iterator[tuple[float, bool]]:
    """The confidence of each mention, and whether it is right."""
    document = Document(text=marked.text, language=marked.language, date=marked.date)
    for mention in annotate(document):
        kinds = SAME.get(str(mention.value["kind"]), {str(mention.value["kind"])})
        if kinds & marked.kinds:
            start, end = mention.span
            right = any(a < end and start < b and k in kinds for a, b, k in marked.names)
            yield mention.confidence, right


def bins(pairs: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The mentions by their confidence.

    >>> bins([(0.9, True), (0.9, False), (0.5, True)])
    [Bin(said=0.5, right=1.0, mentions=1), Bin(said=0.9, right=0.5, mentions=2)]
    """
    found = []
    for low, high in pairwise(EDGES):
        inside = [(said, right) for said, right in pairs if low <= said < high]
        if inside:
            count = len(inside)
            said = sum(said for said, _ in inside) / count
            found.append(Bin(said, sum(right for _, right in inside) / count, count))
    return found


def error(found: Iterable[Bin]) -> float:
    """The mean distance of what was said from what is right, over all mentions.

    >>> round(error([Bin(0.5, 1.0, 1), Bin(0.9, 0.8, 3)]), 3)
    0.2
    """
    found = list(found)
    return sum(abs(b.said - b.right) * b.mentions for b in found) / sum(b.mentions for b in found)


def drawn(found: Sequence[Bin]) -> str:
    """The curve as SVG: areas of the dots go with the numbers of mentions."""
    lines = [
        f'<line x1="{x(v)}" y1="{y(LEAST)}" x2="{x(v)}" y2="{y(1)}" stroke="#ddd"/>'
        f'<line x1="{x(LEAST)}" y1="{y(v)}" x2="{x(1)}" y2="{y(v)}" stroke="#ddd"/>'
        f'<text x="{x(v)}" y="{y(LEAST) + 16}" text-anchor="middle">{v}</text>'
        f'<text x="{x(LEAST) - 8}" y="{y(v) + 4}" text-anchor="end">{v}</text>'
        for v in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
    ]
    path = " ".join(f"{x(b.said)},{y(b.right)}" for b in found)
    most = max(b.mentions for b in found)
    dots = [
        f'<circle cx="{x(b.said)}" cy="{y(b.right)}" r="{2 + 8 * (b.mentions / most) ** 0.5:.1f}"'
        f' fill="#1f5fa8"><title>{b.said:.2f}: {b.right:.2f} of {b.mentions}</title></circle>'
        for b in found
    ]
    return "\n".join(
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 350" role="img"'
            ' aria-label="Share of mentions that are right against the confidence said"'
            ' font-family="sans-serif" font-size="11" fill="#333">',
            '<rect width="360" height="350" fill="#fff"/>',
            *lines,
            f'<line x1="{x(LEAST)}" y1="{y(LEAST)}" x2="{x(1)}" y2="{y(1)}" stroke="#888"'
            ' stroke-dasharray="4 3"/>',
            f'<polyline points="{path}" fill="none" stroke="#1f5fa8"/>',
            *dots,
            f'<text x="{x(0.7)}" y="336" text-anchor="middle">confidence said</text>',
            '<text x="14" y="156" text-anchor="middle" transform="rotate(-90 14 156)">'
            "share right</text>",
            "</svg>\n",
        )
    )


def x(value: float) -> float:
    """Where a confidence stands in the drawing."""
    return round(LEFT + SIDE * (value - LEAST) / (1 - LEAST), 1)


def y(value: float) -> float:
    """Where a share stands in the drawing."""
    return round(TOP + SIDE * (1 - (value - LEAST) / (1 - LEAST)), 1)


if __name__ == "__main__":
    sys.exit(main())
