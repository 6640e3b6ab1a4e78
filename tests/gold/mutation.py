"""Does taking out any one rule of the language data change what is read? If not, nothing would
notice its loss: `python -m tests.gold.mutation [--kind K] [--lang L] [--file F]`.

The pattern is taken out, its examples stay. Kinds: `phrase` (times), `rule` (titles, stamps,
names), `list` (a list of words as a whole), `form` (one entry of a list; a `pattern` is an entry
that stands for words without end, the others are words written out), `entity` (the rules by which
names are seen). How each is tried: `mutants`, `entity_rules`. `--counterexamples` asks instead
which of them stand near enough to their rule to prove something.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tests.gold import entity_rules, mutants, near
from tests.gold.mutants import Mutant

KINDS = ("phrase", "rule", "list", "form", "entity")


def chosen(kinds: Sequence[str], tags: Sequence[str], files: Sequence[str]) -> Iterator[Mutant]:
    """The rules of the kinds, languages and files that are asked for."""
    everything = (*mutants.mutants(), *entity_rules.mutants())
    for mutant in everything:
        of_kind = mutant.kind in kinds and (not files or mutant.file in files)
        if of_kind and (not tags or mutant.tag in tags):
            yield mutant


def survivors(tried: Iterable[Mutant]) -> list[Mutant]:
    """Those whose loss is not noticed."""
    return [mutant for mutant in tried if not noticed(mutant)]


def noticed(mutant: Mutant) -> bool:
    """Is something read otherwise without a rule?"""
    if mutant.kind == "entity":
        return entity_rules.noticed(mutant)
    return mutants.noticed(mutant)


def table(tried: Sequence[Mutant], lost: Sequence[Mutant]) -> Iterator[str]:
    """A line for each kind and file, with a figure for each language, and one for each kind."""
    cells = Counter((m.kind, m.file, m.tag) for m in tried)
    holes = Counter((m.kind, m.file, m.tag) for m in lost)
    for kind, file in sorted({(m.kind, m.file) for m in tried}):
        tags = sorted(tag for k, f, tag in cells if (k, f) == (kind, file))
        counts = {tag: cells[kind, file, tag] for tag in tags}
        seen = {tag: counts[tag] - holes[kind, file, tag] for tag in tags}
        whole = f"{sum(seen.values())} of {sum(counts.values())}"
        yield f"{kind:7} {file:12} {whole:13} " + " ".join(
            f"{tag} {seen[tag]}/{counts[tag]}" for tag in tags
        )
    for kind in KINDS:
        of_kind = [m for m in tried if m.kind == kind]
        if of_kind:
            missed = len(of_kind) - sum(m.kind == kind for m in lost)
            yield f"{kind}: {missed} of {len(of_kind)} are missed when they are taken out"
    patterns = [m for m in tried if m.kind == "form" and m.pattern]
    if patterns:
        missed = len(patterns) - sum(m.kind == "form" and m.pattern for m in lost)
        yield f"form, patterns alone: {missed} of {len(patterns)}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.gold.mutation", description=__doc__)
    parser.add_argument("--kind", action="append", choices=KINDS)
    parser.add_argument("--lang", action="append", default=[], metavar="TAG")
    parser.add_argument("--file", action="append", default=[], metavar="NAME")
    parser.add_argument("--survivors", type=int, default=30, metavar="N", help="most to list")
    parser.add_argument("--counterexamples", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.counterexamples:
        print(*near.table(asked.lang, asked.file, asked.survivors), sep="\n")
        return 0
    tried = list(chosen(asked.kind or KINDS, asked.lang, asked.file))
    lost = survivors(tried)
    print(*table(tried, lost), sep="\n")
    for mutant in lost[: asked.survivors]:
        print(f"not missed: {mutant.kind} {mutant.tag}/{mutant.file} {mutant.name}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
