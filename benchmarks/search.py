"""Search against the bare engine on the same index in the same run, and how soon what is added is
seen. Ratios tell; absolute times tell of the machine.

    python benchmarks/search.py [--turns 300000] [--rounds 5] [--index DIR]

Turns are made by shuffling the words of the bundled samples. Both sides take a written query and
give the number of turns and the first ten records with the words marked: the engine by its own
parser and snippets. *highlights*: five words, any of which may occur.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import tantivy

from onrecord.crawl.inputs import expand
from onrecord.pipeline.reading import Options, read
from onrecord.records import Reading, Span
from onrecord.search import analysis
from onrecord.search.engine import Index
from onrecord.search.reader import Reader, Snapshot
from onrecord.search.records import FACETS, Filters, IndexedTurn, Request, Update
from onrecord.search.schema import turn_of
from onrecord.search.writer import Writer

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
COUNTRIES = ("KZ", "RU", "US", "FR", "DE", "CN")
KINDS = ("briefing", "news-conference", "readout", "speech")
WORDS, QUERIES, PER_STATEMENT = 60, 24, 20
LEAST, MOST = 0.002, 0.2  # of the turns have a word that is asked for


class Case(NamedTuple):
    """A query as we write it, and as one writes it for the engine: over the field of terms or of
    exact words. `marks`: the same words over the field that snippets are made from."""

    request: Request
    theirs: str
    marks: str


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--turns", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--index", type=Path, help="keep the index here, and use it again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.index or Path(temporary) / "search"
        vocabularies = words_of_samples()
        if not folder.exists():
            build(folder, vocabularies, options.turns)
        measure(folder, vocabularies, options.rounds)
        following(folder, vocabularies, "all")
        small = Path(temporary) / "small"
        build(small, vocabularies, 1000)
        following(small, vocabularies, "1,000")
    return 0


def words_of_samples() -> dict[str, list[str]]:
    """The words of the samples by language, as often as they occur."""
    found: dict[str, list[str]] = {}
    for reading in read(expand([str(SAMPLES)]), Options()):
        if isinstance(reading, Reading) and reading.language:
            found.setdefault(reading.language, []).extend(reading.text.split())
    return {language: words for language, words in found.items() if len(words) > 100}


def build(folder: Path, vocabularies: dict[str, list[str]], turns: int) -> None:
    """An index of so many turns."""
    begin = time.perf_counter()
    with Writer(folder) as writer:
        writer.put(updates(vocabularies, turns))
    seconds = time.perf_counter() - begin
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    print(f"built      {turns:,} turns in {seconds:.0f} s, {size:.0f} MB")


def updates(vocabularies: dict[str, list[str]], turns: int) -> Iterator[Update]:
    """Statements of some turns each."""
    chance = random.Random(7)
    for n in range(0, turns, PER_STATEMENT):
        language = chance.choice(list(vocabularies))
        number = min(PER_STATEMENT, turns - n)
        yield statement(chance, f"s{n}", language, vocabularies[language], number)


def statement(
    chance: random.Random, name: str, language: str, words: list[str], number: int
) -> Update:
    """A statement of shuffled words."""
    day = f"{chance.randint(2001, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    country, kind = chance.choice(COUNTRIES), chance.choice(KINDS)
    turns = []
    for n in range(number):
        text = " ".join(chance.choices(words, k=chance.randint(WORDS // 2, WORDS * 3 // 2)))
        turns.append(
            IndexedTurn(
                statement=name, version=f"{name}@1", turn=f"{name}@1#t{n}", n=n,
                span=Span(0, len(text)), text=text, title=" ".join(chance.choices(words, k=6)),
                date=day, language=language, country=country, kind=kind, role="official",
                speaker=f"Speaker {chance.randint(1, 300)}", source=f"source-{country}",
            )
        )  # fmt: skip
    return Update(statement=name, turns=tuple(turns))


def measure(folder: Path, vocabularies: dict[str, list[str]], rounds: int) -> None:
    """Each kind of query, ours and theirs in turn."""
    snapshot = Reader(folder).snapshot()
    assert snapshot is not None
    index, raw = Index(folder), tantivy.Index.open(str(folder))
    words = asked_words(snapshot, vocabularies["en"])
    print(f"queries    {QUERIES} of each kind, medians of {rounds} rounds, milliseconds")
    for name, cases in kinds(words, phrases(index)).items():
        ours, theirs = compare(index, raw, cases, rounds)
        print(f"{name:<10} {ours / theirs:.2f} times the engine  ({ours:.2f} / {theirs:.2f})")


def asked_words(snapshot: Snapshot, vocabulary: list[str]) -> list[str]:
    """Words of one language that are neither everywhere nor nowhere."""
    total = snapshot.searcher.num_docs
    tagged = {
        word: term(word) for word in sorted(set(vocabulary)) if word.isascii() and word.isalpha()
    }
    fit = [
        word
        for word, found in tagged.items()
        if LEAST * total <= snapshot.frequency("terms", found) <= MOST * total
    ]
    return random.Random(3).sample(fit, QUERIES)


def term(word: str) -> str:
    """The term of an English word."""
    return analysis.terms(word.lower(), "en")[0]


def phrases(index: Index) -> list[str]:
    """Pairs of words that occur."""
    found = index.search(Request(query="lang:en", limit=QUERIES)).hits
    return [" ".join(analysis.analyse(hit.quote, None).exact.split()[3:5]) for hit in found]


def kinds(words: list[str], pairs: list[str]) -> dict[str, list[Case]]:
    """The cases by kind."""
    others = [*words[1:], words[0]]
    filters = Filters(lang=("en",), country=("KZ",), since="2010")
    where = "+kind:briefing +languages:en +country:KZ +first:[20100101 TO *]"
    return {
        "term": [Case(Request(query=word), quoted("terms", word), word) for word in words],
        "phrase": [
            Case(Request(query=f'"{pair}"'), f'exact:"{pair}"', f'"{pair}"') for pair in pairs
        ],
        "filters": [
            Case(
                Request(query=f"{a} {b} kind:briefing", filters=filters),
                f"+{quoted('terms', a)} +{quoted('terms', b)} {where}",
                f"{a} {b}",
            )
            for a, b in zip(words, others, strict=True)
        ],
        "facets": [
            Case(Request(query=word, facets=FACETS, months=True), quoted("terms", word), word)
            for word in words
        ],
        "highlights": [
            Case(
                Request(query=" OR ".join(some)),
                " ".join(quoted("terms", word) for word in some),
                " ".join(some),
            )
            for n in range(len(words))
            for some in [(words * 2)[n : n + 5]]
        ],
    }


def quoted(field: str, word: str) -> str:
    """A term as the engine's parser takes it."""
    return f'{field}:"{term(word)}"'


def compare(
    index: Index, raw: tantivy.Index, cases: list[Case], rounds: int
) -> tuple[float, float]:
    """Milliseconds a query, ours and theirs: the mean over the cases of the medians of rounds."""
    ours: list[float] = []
    theirs: list[float] = []
    for case in cases:
        pairs = [
            (timed(lambda c=case: index.search(c.request)), timed(lambda c=case: bare(raw, c)))  # type: ignore[misc]
            for _ in range(rounds + 1)
        ][1:]
        ours.append(statistics.median(pair[0] for pair in pairs))
        theirs.append(statistics.median(pair[1] for pair in pairs))
    return statistics.mean(ours) * 1000, statistics.mean(theirs) * 1000


def bare(raw: tantivy.Index, case: Case) -> object:
    """What one writes with the engine alone."""
    searcher = raw.searcher()
    query = raw.parse_query(case.theirs, ["terms"])
    found = searcher.search(query, 10)
    turns = [turn_of(searcher.doc(address)) for _, address in found.hits]
    counts = None
    if case.request.facets:
        asked = {name: {"terms": {"field": name, "size": 1000}} for name in (*FACETS, "month")}
        counts = searcher.aggregate(query, asked)
    wanted = raw.parse_query(case.marks, ["exact"])
    maker = tantivy.SnippetGenerator.create(searcher, wanted, raw.schema, "exact")
    marks = [
        maker.snippet_from_doc(tantivy.Document(exact=turn.text)).highlighted() for turn in turns
    ]
    return turns, counts, marks


def timed(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def following(folder: Path, vocabularies: dict[str, list[str]], name: str) -> None:
    """How soon a statement that is added, or replaced, is found."""
    chance, index = random.Random(5), Index(folder)
    index.search(Request(query="*"))
    seen = []
    writer = Writer(folder)
    for n in range(20):
        made = statement(chance, f"new{n % 10}", "en", [*vocabularies["en"][:200], f"word{n}"], 5)
        made = Update(statement=made.statement, turns=tuple(marked(made, n)))
        begin = time.perf_counter()
        writer.put([made])
        writer.commit()
        total = index.search(Request(query=f"seen{n}")).total
        seen.append(time.perf_counter() - begin)
        assert total == 5, total
    writer.close()
    middle, slow = statistics.median(seen) * 1000, sorted(seen)[-2] * 1000
    print(f"seen       after {middle:.0f} ms at {name} turns (95 % in {slow:.0f})")


def marked(made: Update, n: int) -> Iterator[IndexedTurn]:
    """The turns with a word that only they have."""
    for turn in made.turns:
        text = f"{turn.text} seen{n}"
        facts = {name: getattr(turn, name) for name in turn.__struct_fields__}
        yield IndexedTurn(**facts | {"text": text, "span": Span(0, len(text))})


if __name__ == "__main__":
    sys.exit(main())
