"""How well times are read, on texts written for it: `python -m tests.gold.times_quality ru fr`.

A mark is found if an answer overlaps it, one to one, and right if the value (and the modifier,
where the mark has one) is the very same.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

from onrecord.annotate.document import Document
from onrecord.annotate.times import annotate
from onrecord.records import Annotation
from tests.support import Mark, marked

FOLDER = Path(__file__).parent / "times"


class Quality(NamedTuple):
    """Counts, and what was wrong, for the eye."""

    marks: int
    answers: int
    found: int
    right: int
    faults: tuple[str, ...]

    @property
    def relaxed_f1(self) -> float:
        return 2 * self.found / (self.marks + self.answers)

    @property
    def value_f1(self) -> float:
        return 2 * self.right / (self.marks + self.answers)


def languages() -> tuple[str, ...]:
    """Those for which there is a set."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def measured(language: str) -> Quality:
    """The quality on the set of a language."""
    data = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    rows = [_of_text(notation, language, data["said"]) for notation in data["texts"]]
    faults = tuple(fault for row in rows for fault in row.faults)
    return Quality(
        sum(row.marks for row in rows),
        sum(row.answers for row in rows),
        sum(row.found for row in rows),
        sum(row.right for row in rows),
        faults,
    )


def _of_text(notation: str, language: str, said: str) -> Quality:
    text, marks = marked(notation)
    answers = list(annotate(Document(text=text, language=language, date=said)))
    free = list(answers)
    found = right = 0
    faults: list[str] = []
    for mark in marks:
        same = [a for a in free if a.span.start < mark.span.end and mark.span.start < a.span.end]
        if not same:
            faults.append(f"miss {_quoted(text, mark)} = {mark.value}")
            continue
        free.remove(same[0])
        found += 1
        is_right = _said(same[0], mark) == mark.value
        right += is_right
        if not is_right:
            got = f"{same[0].quote!r} = {_said(same[0], mark)} by {same[0].rule}"
            faults.append(f"wrong {_quoted(text, mark)} = {mark.value}, got {got}")
    faults += [f"false {a.quote!r} = {a.value['value']} by {a.rule} in {text!r}" for a in free]
    return Quality(len(marks), len(answers), found, right, tuple(faults))


def _said(answer: Annotation, mark: Mark) -> str:
    """The value of an answer, and its modifier where the mark has one."""
    value, mod = answer.value["value"], answer.value["mod"]
    return f"{value} {mod}" if " " in (mark.value or "") else str(value)


def _quoted(text: str, mark: Mark) -> str:
    return repr(text[mark.span.start : mark.span.end])


def main() -> None:
    for language in sys.argv[1:] or languages():
        quality = measured(language)
        scores = f"relaxed {quality.relaxed_f1:.3f} value {quality.value_f1:.3f}"
        print(language, f"{quality.marks} marks", scores)
        print(*quality.faults, sep="\n")


if __name__ == "__main__":
    main()
