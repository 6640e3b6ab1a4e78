"""How well acts are read, on paragraphs written for it: `python -m tests.gold.acts_quality de fr`.

An answer is right if it overlaps a mark of its layer in at least half of the shorter one, one to
one, and has the same type, strength or stance. `--update` raises the floors to what was measured,
`--faults` prints what was wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.annotate.document import Annotator, Document
from onrecord.records import Annotation, Span
from tests.gold import quality

FOLDER = Path(__file__).parent / "acts"
LABELS = {"event": "type", "commitment": "strength", "position": "stance"}
_FLOORS = "acts"  # where they stand in `floors.json`
MIXED = "other-publishers"  # the set of several languages, marked without a look at any rule


class Mark(NamedTuple):
    """Words of a paragraph with what they are."""

    span: Span
    label: str


class Quality(NamedTuple):
    """Counts of a layer, and what was wrong, for the eye. `false`: answers in paragraphs without a
    mark, of which there are `empty`."""

    marks: int = 0
    answers: int = 0
    right: int = 0
    false: int = 0
    empty: int = 0
    faults: tuple[str, ...] = ()

    @property
    def combined_f1(self) -> float:
        return 2 * self.right / max(self.marks + self.answers, 1)

    @property
    def false_per_100(self) -> float:
        return 100 * self.false / max(self.empty, 1)


def languages() -> tuple[str, ...]:
    """Those for which there is a set, or a further one (`fr-readouts`), and `other-publishers`."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.jsonl")))


def rows(language: str) -> list[dict[str, Any]]:
    """The paragraphs of a set."""
    lines = (FOLDER / f"{language}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def measured(language: str) -> dict[str, Quality]:
    """The quality of each layer on the set of a language."""
    found = dict.fromkeys(LABELS, Quality())
    for row in rows(language):
        document = Document(
            text=row["text"],
            language=row["language"],
            date=row["date"],
            speaker=row["speaker"],
            country=row["country"],
        )
        for layer, label in LABELS.items():
            annotate: Annotator = import_module(f"onrecord.annotate.{layer}s").annotate
            answers = [_answer(a, label) for a in annotate(document)]
            marks = list(marks_of(row["text"], row["acts"].get(layer, ()), label))
            found[layer] = _sum(found[layer], compared(marks, answers, row["text"]))
    return found


def _answer(annotation: Annotation, label: str) -> Mark:
    return Mark(annotation.span, str(annotation.value[label]))


def marks_of(text: str, acts: list[dict[str, Any]], label: str) -> Iterator[Mark]:
    """The marks of a paragraph; a quote that stands twice is marked at one after the other."""
    ends: dict[str, int] = {}
    for act in acts:
        quote = act["quote"]
        at = text.find(quote, ends.get(quote, 0))
        at = text.index(quote) if at < 0 else at
        ends[quote] = at + len(quote)
        yield Mark(Span(at, at + len(quote)), act[label])


def compared(marks: list[Mark], answers: list[Mark], text: str) -> Quality:
    """The quality of the answers to one paragraph: each mark takes the free answer with its label
    that shares most with it.

    >>> one = [Mark(Span(0, 4), "AID")]
    >>> compared(one, [Mark(Span(2, 6), "AID"), Mark(Span(0, 1), "AID")], "helped").right
    1
    >>> compared(one, [Mark(Span(2, 6), "AGREE")], "helped").combined_f1
    0.0
    >>> compared([], [Mark(Span(2, 6), "AID")], "helped").false_per_100
    100.0
    """
    free, faults = list(answers), []
    for mark in marks:
        same = [a for a in free if a.label == mark.label and _overlap(a.span, mark.span)]
        if same:
            free.remove(max(same, key=lambda a: _overlap(a.span, mark.span)))
        else:
            faults.append(f"miss {mark.label}: {text[mark.span.start : mark.span.end]}")
    faults += [f"false {a.label}: {text[a.span.start : a.span.end]}" for a in free]
    right = len(answers) - len(free)
    false = 0 if marks else len(answers)
    return Quality(len(marks), len(answers), right, false, int(not marks), tuple(faults))


def _overlap(a: Span, b: Span) -> int:
    """The letters that two spans share; 0 if that is less than half of the shorter one."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared if shared > 0 and 2 * shared >= min(a.end - a.start, b.end - b.start) else 0


def _sum(a: Quality, b: Quality) -> Quality:
    return Quality(
        a.marks + b.marks,
        a.answers + b.answers,
        a.right + b.right,
        a.false + b.false,
        a.empty + b.empty,
        a.faults + b.faults,
    )


def floors() -> Mapping[str, float]:
    """The least combined F1 by language and layer."""
    found: dict[str, float] = json.loads(quality.FLOORS.read_text("utf-8")).get(_FLOORS, {})
    return found


def figures(language: str) -> dict[str, float]:
    """The figures of a language that have floors, by their names."""
    found = measured(language)
    return {f"{language} {layer} combined_f1": of.combined_f1 for layer, of in found.items()}


def main() -> int:
    """Measures the sets named, or all, and prints them; a fallen figure is a failure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("languages", nargs="*", help="all, if none is named")
    parser.add_argument("--update", action="store_true", help="raise floors to what was measured")
    parser.add_argument("--faults", action="store_true", help="print what was wrong")
    options = parser.parse_args()
    told: dict[str, float] = {}
    for language in options.languages or languages():
        for layer, of in measured(language).items():
            told[f"{language} {layer} combined_f1"] = of.combined_f1
            print(
                f"{language} {layer:<11} marks {of.marks:>3} answers {of.answers:>3} "
                f"right {of.right:>3} combined_f1 {of.combined_f1:.3f} "
                f"false_per_100 {of.false_per_100:.1f}"
            )
            print("\n".join(of.faults if options.faults else ()), end="\n" * options.faults)
    if options.update:
        quality.write_floors({_FLOORS: quality.raised(floors(), told, fall=False)})
        return 0
    held = {name: floor for name, floor in floors().items() if name in told}
    fallen = quality.below(held, told)
    print("\n".join(fallen), end="\n" * bool(fallen))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
