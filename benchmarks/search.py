"""Search against the bare engine on the same index in the same run, and how soon what is added is
seen. Ratios tell; absolute times tell of the machine.

    python benchmarks/search.py [--turns 300000] [--rounds 5] [--index DIR] [--cpu]

Turns are made by shuffling the words of the bundled samples. Both sides take a written query and
give the number of turns and the first ten records with the words marked: the engine by its own
parser and snippets. Each ratio is given twice: to the engine marking the words in all their forms,
as we do (its English stemmer), and marking only what is written as in the query, which is less
work and finds less than half of the marks. *highlights*: five words, any of which may occur.
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
from onrecord.search.passages import WHOLE
from onrecord.search.reader import Reader, Snapshot
from onrecord.search.records import FACETS, Filters, IndexedTurn, Request, Update
from onrecord.search.schema import turn_of
from onrecord.search.writer import Writer

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
COUNTRIES = ("KZ", "RU", "US", "FR", "DE", "CN")
KINDS = ("briefing", "news-conference", "readout", "speech")
WORDS, QUERIES, PER_STATEMENT = 60, 24, 20
LEAST, MOST = 0.002, 0.2  # of the turns have a word that is asked for


FORMS, WRITTEN = "english_forms", "exact"


class Marks(NamedTuple):
    """What the engine makes snippets with: an index that knows the words, and the field."""

    words: tantivy.Index
    field: str
    longest: int


class Case(NamedTuple):
    """A query as we write it, and as one writes it for the engine: over the field of terms or of
    exact words. `marks`: the same words for the field that snippets are made from."""

    request: Request
    theirs: str
    marks: str


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--turns", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--index", type=Path, help="keep the index here, and use it again")
    parser.add_argument("--cpu", action="store_true", help="processor time: for a busy machine")
    options = parser.parse_args()
    clock = time.process_time if options.cpu else time.perf_counter
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.index or Path(temporary) / "search"
        vocabularies = words_of_samples()
        if not folder.exists():
            build(folder, vocabularies, options.turns)
        measure(folder, vocabularies, options.rounds, clock)
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


def measure(
    folder: Path, vocabularies: dict[str, list[str]], rounds: int, clock: Callable[[], float]
) -> None:
    """Each kind of query, ours and theirs in turn."""
    snapshot = Reader(folder).snapshot()
    assert snapshot is not None
    index, raw = Index(folder), tantivy.Index.open(str(folder))
    words = asked_words(snapshot, vocabularies["en"])
    forms, written = Marks(stemmed(vocabularies["en"]), FORMS, WHOLE), Marks(raw, WRITTEN, 150)
    print(f"queries    {QUERIES} of each kind, medians of {rounds} rounds, milliseconds")
    for name, cases in kinds(words, phrases(index)).items():
        sides = [
            lambda case: index.search(case.request),
            lambda case: bare(raw, case, forms),
            lambda case: bare(raw, case, written),
        ]
        ours, theirs, less = compare(sides, cases, rounds, clock)
        print(
            f"{name:<10} {ours / theirs:.2f} times the engine ({ours:.2f} / {theirs:.2f}), "
            f"{ours / less:.2f} times without forms ({less:.2f})"
        )


def stemmed(vocabulary: list[str]) -> tantivy.Index:
    """An index in memory that has the words with the engine's own stemmer."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(FORMS, tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer(15_000_000, 1)
    writer.add_document(tantivy.Document(**{FORMS: " ".join(vocabulary)}))
    writer.commit()
    index.reload()
    return index


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
    sides: list[Callable[[Case], object]],
    cases: list[Case],
    rounds: int,
    clock: Callable[[], float],
) -> list[float]:
    """Milliseconds a query of each side: the mean over the cases of the medians of rounds. Each
    round another begins: what comes second finds the memory warm."""
    found: list[list[float]] = [[] for _ in sides]
    for case in cases:
        times: list[list[float]] = [[] for _ in sides]
        for turn in range(rounds + 1):
            for n in range(len(sides)):
                at = (n + turn) % len(sides)
                times[at].append(timed(sides[at], case, clock))
        for at, column in enumerate(times):
            found[at].append(statistics.median(column[1:]))
    return [statistics.mean(column) * 1000 for column in found]


def bare(raw: tantivy.Index, case: Case, marks: Marks) -> object:
    """What one writes with the engine alone."""
    searcher = raw.searcher()
    query = raw.parse_query(case.theirs, ["terms"])
    found = searcher.search(query, 10)
    turns = [turn_of(searcher.doc(address)) for _, address in found.hits]
    counts = None
    if case.request.facets:
        asked = {name: {"terms": {"field": name, "size": 1000}} for name in (*FACETS, "month")}
        counts = searcher.aggregate(query, asked)
    wanted = marks.words.parse_query(case.marks, [marks.field])
    maker = tantivy.SnippetGenerator.create(
        marks.words.searcher(), wanted, marks.words.schema, marks.field
    )
    maker.set_max_num_chars(marks.longest)
    documents = [tantivy.Document(**{marks.field: turn.text}) for turn in turns]
    return turns, counts, [maker.snippet_from_doc(each).highlighted() for each in documents]


def timed(side: Callable[[Case], object], case: Case, clock: Callable[[], float]) -> float:
    """Seconds that a side takes."""
    begin = clock()
    side(case)
    return clock() - begin


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
