"""Measures the readers against gold data of others, and holds the figures to their floors.

    python -m tests.gold.quality                       measure, compare with floors.json
    python -m tests.gold.quality --update              raise the floors to what was measured
    python -m tests.gold.quality --update --allow-regression      lower them too

The data and its scorer are no part of the repository (`tests.support.shared_data`). Floors hold for
the corpus whose digest stands beside them; on another corpus they say nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.support import shared_data

FLOORS = Path(__file__).with_name("floors.json")
SETS = (
    "gold/article-extraction",
    "gold/htmldate",
    "corpora/kremlin-en-html",
    "corpora/us-state-dept-rss",
    "corpora/mexico-presidency-txt",
    "corpora/parlamint-es-tei",
    "acts",
    "gold/zsp-plover",
    "gold/plover-gsr",
    "gold/petrarch-gold",
    "gold/polnear",
    "gold/quotes-de",
    "gold/mimac-pledges",
    "gold/promiseeval",
    "gold/uner-pud",
    "gold/geoparsing",
    "gold/tempeval3",
    "gold/krauts",
)


class Task(NamedTuple):
    """A task of the scorer, and how many documents a set are read (time is bounded). `general`:
    sets of publishers that have a source; they are also read with sources switched off."""

    name: str
    limit: int
    general: str = ""


TASKS = (
    Task("maintext", 200),
    Task("pagedate", 250),
    Task("turns", 40, general="kremlin-en-html,us-state-dept-rss,mexico-presidency"),
    Task("header", 120, general="kremlin-en-html"),
    Task("time", 200),
    Task("acts", 200),
    Task("event", 1100),
    Task("quotation", 150),
    Task("commitment", 5000),
    Task("entity", 250),
)
HELD = {  # metrics of the layers that have floors: what hangs on few items or on names has none
    "time": frozenset({"relaxed_f1", "value_f1"}),
    "acts": frozenset({"combined_f1", "recall"}),
    "event": frozenset({"root_macro_f1", "quad_macro_f1", "binary_macro_f1"}),
    "quotation": frozenset({"content_partial_f1", "attribution_acc"}),
    "commitment": frozenset({"macro_f1"}),
    "entity": frozenset({"f1", "strict_f1", "relaxed_f1", "country_acc"}),
}
Figures = dict[str, float]


def main() -> int:
    """Measures, prints each figure beside its floor, and writes the floors if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--update", action="store_true", help="raise floors to what was measured")
    parser.add_argument("--allow-regression", action="store_true", help="lower floors too")
    options = parser.parse_args()
    shared = shared_data()
    if shared is None:
        print("the data of others is not there: set ONRECORD_SHARED", file=sys.stderr)
        return 2
    corpus = digest(shared / "data")
    floors = floors_for(corpus) or {}
    figures = measure(shared)
    for name, value in sorted(figures.items()):
        print(f"{name:<60} {value:.4f}  floor {floors.get(name, 0.0):.3f}")
    if options.update:
        floors = raised(floors, figures, options.allow_regression)
        write_floors({"corpus": corpus, "floors": floors})
        return 0
    fallen = below(floors, figures)
    print("\n".join(fallen) or "no figure is below its floor")
    return 1 if fallen else 0


def measure(shared: Path) -> Figures:
    """All figures, by `task set language metric`; `general` stands before those without sources."""
    figures: Figures = {}
    for task in TASKS:
        figures |= _score(shared, task, "")
        if task.general:
            figures |= _score(shared, task, "general ")
    return figures


def _score(shared: Path, task: Task, prefix: str) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.json"
        command = [sys.executable, "score.py", "--data", str(shared / "data")]
        command += ["--tasks", task.name, "--limit", str(task.limit), "--json", str(out)]
        command += ["--command", _command(Path(folder), prefix), "--timeout", "300"]
        command += ["--sets", task.general] if prefix else []
        done = subprocess.run(command, cwd=shared / "eval", capture_output=True, text=True)
        if not out.exists():
            raise RuntimeError(f"the scorer stopped: {done.stderr[-2000:]}")
        return dict(figures_of(json.loads(out.read_text("utf-8"))["rows"], prefix))


def _command(folder: Path, prefix: str) -> str:
    """The command under test; without sources it is a script that says so."""
    if not prefix:
        return f"{sys.executable} -m onrecord"
    script = folder / "general"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m onrecord "$@" --no-sources\n', "utf-8")
    script.chmod(0o755)
    return str(script)


def figures_of(rows: list[dict[str, object]], prefix: str) -> Iterator[tuple[str, float]]:
    """Figures of the scorer's rows. A row that failed counts as 0: it must not pass unseen.

    >>> row = {"task": "turns", "set": "a", "language": "en", "status": "failed", "metrics": {}}
    >>> dict(figures_of([row], ""))
    {'turns a en ran': 0.0}
    """
    for row in rows:
        name = f"{prefix}{row['task']} {row['set']} {row['language']}"
        metrics = row["metrics"]
        assert isinstance(metrics, dict)
        if row["status"] in ("ok", "failed"):
            yield f"{name} ran", float(row["status"] == "ok")
        held = HELD.get(str(row["task"]), frozenset(metrics))
        yield from (
            (f"{name} {metric}", float(value))
            for metric, value in metrics.items()
            if metric in held
        )


def below(floors: Mapping[str, float], figures: Mapping[str, float]) -> list[str]:
    """Figures that are below their floor, or gone.

    >>> below({"a": 0.9, "b": 0.9}, {"a": 0.8995, "b": 0.95})
    ['a: 0.8995 is below the floor 0.900']
    """
    return [
        f"{name}: {figures.get(name, 0.0):.4f} is below the floor {floor:.3f}"
        for name, floor in sorted(floors.items())
        if figures.get(name, 0.0) < floor
    ]


def raised(floors: Mapping[str, float], figures: Mapping[str, float], fall: bool) -> Figures:
    """New floors: never lower than the old, unless they may fall.

    >>> raised({"a": 0.9, "b": 0.5}, {"a": 0.8, "b": 0.6789}, fall=False)
    {'a': 0.9, 'b': 0.678}
    """
    made = {name: math.floor(value * 1000) / 1000 for name, value in figures.items()}
    if fall:
        return made
    names = {**floors, **made}
    return {name: max(floors.get(name, 0.0), made.get(name, 0.0)) for name in names}


def digest(data: Path) -> str:
    """A digest of the evaluation corpus: names and bytes of all its files."""
    found = hashlib.sha256()
    for name in SETS:
        for path in sorted(p for p in (data / name).rglob("*") if p.is_file()):
            found.update(str(path.relative_to(data)).encode() + b"\0")
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return "sha256:" + found.hexdigest()


def floors_for(corpus: str) -> Figures | None:
    """The floors of a corpus; `None` if they were set on another one."""
    content = json.loads(FLOORS.read_text("utf-8"))
    floors: Figures = content["floors"]
    return floors if content["corpus"] == corpus else None


def write_floors(changed: Mapping[str, object]) -> None:
    """Writes parts of `floors.json` anew, sorted, for a difference that can be read."""
    content = {**json.loads(FLOORS.read_text("utf-8")), **changed}
    FLOORS.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
