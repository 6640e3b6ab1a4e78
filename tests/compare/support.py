"""What the tests of comparing share: readings of short texts, and an encoder of a few concepts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.compare.alignment import Alignment, align
from onrecord.compare.difference import Difference
from onrecord.compare.differences import differences
from onrecord.compare.sides import Text
from onrecord.crawl.inputs import expand
from onrecord.meaning.encoder import Identity
from onrecord.pipeline import read
from onrecord.records import Header, Origin, Reading

VERSIONS = Path(__file__).parent / "versions"


def reading(text: str, language: str | None) -> Reading:
    """A reading of a text without turns."""
    return Reading(
        id="x/undated/1",
        source=Origin(uri="x"),
        language=language,
        text=text,
        text_digest="sha256:0",
        header=Header(),
        blocks=(),
        turns=(),
        exchanges=(),
    )


def read_file(path: Path) -> Reading:
    """The one statement of a file."""
    (found,) = read(expand([str(path)]))
    assert isinstance(found, Reading)
    return found


class Concepts:
    """An encoder that knows languages `xa` and `xb`, and what a sentence is about: the words before
    its full stop, whatever their language's first letter ("abird" in xa is "bbird" in xb)."""

    identity = Identity(name="concepts", version="1", digest="0", dimensions=64)
    languages: frozenset[str] | None = frozenset({"xa", "xb", "en"})

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """A row a sentence: a direction a word."""
        made = np.zeros((len(sentences), 64), np.float32)
        for n, sentence in enumerate(sentences):
            for word in sentence.lower().strip(".").split():
                place = sum(ord(char) * 31**k for k, char in enumerate(word[1:]))
                made[n] += np.random.default_rng(place).standard_normal(64)
            size = float(np.linalg.norm(made[n]))
            made[n] /= size or 1.0
        return made

    def ask(self, questions: Sequence[str]) -> NDArray[np.float32]:
        """The same."""
        return self.encode(questions)


def aligned(a: str, b: str, languages: tuple[str, str] = ("en", "en")) -> Alignment:
    """The alignment of two texts by the encoder of concepts."""
    one, two = (Text(text=t, language=x) for t, x in zip((a, b), languages, strict=True))
    return align(one, two, Concepts())


def differing(a: str, b: str, languages: tuple[str, str] = ("en", "en")) -> tuple[Difference, ...]:
    """What differs between two texts of one sentence each, without annotations."""
    one, two = (Text(text=t, language=x) for t, x in zip((a, b), languages, strict=True))
    return differences(one, two, align(one, two, None)).differences
