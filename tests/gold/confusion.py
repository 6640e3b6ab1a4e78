"""Prints who was taken for what, as tables: rows the readers', columns ours.

    python -m tests.gold.confusion acts commitment quotation

`acts`: the main label of each layer, for each language; an act that has no partner stands beside
`none`. `commitment`: sentences and paragraphs with a promise or without. `quotation`: how many are
right, missed, false, or wrong in what. Answers: `scripts/train_responses.py` prints theirs. The
data and its scorer are no part of the repository (`tests.support.shared_data`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.support import shared_data

NONE = "none"
PAIRS = Counter[tuple[str, str]]
MAIN = {"event": "type", "commitment": "strength", "position": "stance"}


def main(tasks: Iterable[str]) -> int:
    """Prints the tables of some tasks."""
    shared = shared_data()
    if shared is None:
        print("the data of others is not there: set ONRECORD_SHARED", file=sys.stderr)
        return 2
    for task in tasks:
        if task == "acts":
            print("\n\n".join(acts(shared)))
        else:
            print("\n\n".join(figures(scored(shared, task))))
    return 0


def acts(shared: Path) -> Iterator[str]:
    """A table a layer and language of the development set."""
    sys.path.insert(0, str(shared / "eval"))
    scorer, runner = import_module("tasks.acts"), import_module("runner")
    paragraphs, _ = scorer.load(shared / "data" / "acts" / "dev.jsonl")
    project = runner.Project([sys.executable, "-m", "onrecord"])
    found = project.annotate([p.ask for p in paragraphs], tuple(MAIN), runner.Usage())
    for layer, label in MAIN.items():
        for language in ("all", *sorted({p.ask["language"] for p in paragraphs})):
            some = [p for p in paragraphs if language in ("all", p.ask["language"])]
            pairs: PAIRS = Counter()
            for one in some:
                got = scorer.given(found[one.name], layer, one.text)
                pairs += paired(scorer, one.gold[layer], got, label)
            if pairs:
                yield table(pairs, f"{layer}, {language}")


def paired(scorer: Any, gold: list[Any], got: list[Any], label: str) -> PAIRS:
    """The labels of acts and of their partners."""
    partners = scorer.match(gold, got, label)
    pairs: PAIRS = Counter(
        (gold[a].values[label], str(got[b].values[label]).split()[0]) for a, b in partners
    )
    alone = set(range(len(gold))) - {a for a, _ in partners}
    pairs.update((gold[a].values[label], NONE) for a in alone)
    false = set(range(len(got))) - {b for _, b in partners}
    pairs.update((NONE, str(got[b].values[label])) for b in false)
    return pairs


def table(pairs: Mapping[tuple[str, str], int], title: str) -> str:
    """
    >>> print(table({("call", "call"): 2, ("call", "none"): 1}, "position, en"))
    | position, en | call | none |
    |---|---|---|
    | call | 2 | 1 |
    """
    rows = sorted({a for a, _ in pairs}, key=_order)
    columns = sorted({b for _, b in pairs}, key=_order)
    lines = ["| " + " | ".join((title, *columns)) + " |", "|---" * (len(columns) + 1) + "|"]
    for a in rows:
        cells = (str(pairs.get((a, b), 0) or "") for b in columns)
        lines.append("| " + " | ".join((a, *cells)) + " |")
    return "\n".join(lines)


def _order(label: str) -> tuple[bool, str]:
    return label == NONE, label


def scored(shared: Path, task: str) -> list[dict[str, Any]]:
    """The rows of the scorer with all their errors."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.json"
        command = [sys.executable, "score.py", "--data", str(shared / "data"), "--tasks", task]
        command += ["--json", str(out), "--command", f"{sys.executable} -m onrecord"]
        subprocess.run(command, cwd=shared / "eval", check=True, stdout=subprocess.DEVNULL)
        rows: list[dict[str, Any]] = json.loads(out.read_text("utf-8"))["rows"]
        return rows


def figures(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A table a set, made of what its errors are.

    >>> row = {"set": "a", "n": 5, "errors": [{"kind": "miss", "gold": True}]}
    >>> print(next(figures([row | {"task": "commitment", "metrics": {"r": 0.5}}])))
    | a | promise | none |
    |---|---|---|
    | promise | 1 | 1 |
    | none |  | 3 |
    """
    for row in rows:
        kinds = Counter(error["kind"] for error in row["errors"])
        if row["task"] == "commitment":
            recall = row["metrics"]["r"]
            held = round(kinds["miss"] * recall / (1 - recall)) if recall < 1 else row["n"]
            rest = row["n"] - held - kinds["miss"] - kinds["false"]
            pairs = {
                ("promise", "promise"): held, ("promise", NONE): kinds["miss"],
                (NONE, "promise"): kinds["false"], (NONE, NONE): rest,
            }  # fmt: skip
            yield table(pairs, row["set"])
        else:
            yield wrongs(row, kinds)


def wrongs(row: dict[str, Any], kinds: Mapping[str, int]) -> str:
    """How many of a set are missed, false, or wrong in what.

    >>> errors = [{"kind": "wrong", "gold": {"source": "x", "cue": "y"}}, {"kind": "miss"}]
    >>> print(wrongs({"set": "a", "n": 3, "errors": errors}, {"miss": 1, "wrong": 1}))
    | a, 3 in all | |
    |---|---|
    | missed | 1 |
    | false | 0 |
    | wrong in: cue, source | 1 |
    """
    inside = Counter(", ".join(sorted(e["gold"])) for e in row["errors"] if e["kind"] == "wrong")
    lines = [f"| {row['set']}, {row['n']} in all | |", "|---|---|"]
    lines += [f"| missed | {kinds.get('miss', 0)} |", f"| false | {kinds.get('false', 0)} |"]
    lines += [f"| wrong in: {what} | {count} |" for what, count in inside.most_common()]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["acts", "commitment", "quotation"]))
