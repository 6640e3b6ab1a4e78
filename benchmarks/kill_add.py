"""Kills `onrecord add` at random moments, and checks that nothing that it told of is lost, that
nothing is there twice, and that the archive is clean when it is opened again.

    python benchmarks/kill_add.py [KILLS] [SEED]
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from onrecord.archive.folder import Folder
from onrecord.pipeline.opening import writing
from onrecord.pipeline.rebuilding import rebuild
from onrecord.pipeline.verifying import Verified, verify
from onrecord.store import database, dump, issues, statements

DOCUMENTS = 300  # in a round
_WORDS = ["talks", "were", "held", "on", "trade", "water", "border", "rivers", "ministers", "again"]


class Outcome(NamedTuple):
    """What the rounds showed. `within`: kills after the first document was told of, and before the
    last; `faults`: what should not have been."""

    kills: int
    within: int
    healed: int
    documents: int
    faults: list[str]


def rounds(root: Path, kills: int, seed: int = 1) -> Outcome:
    """So many rounds of adding documents and being killed; then all are added to the end."""
    chance = random.Random(seed)
    folder, within, healed, faults = Folder(root / "archive"), 0, 0, []
    lasts = _timed(root / "first", chance)
    files = [_documents(root / f"{n}.jsonl", n, chance) for n in range(kills)]
    for number, file in enumerate(files):
        told = _killed(folder, file, chance.uniform(0.3 * lasts, lasts))
        within += 0 < len(told) < DOCUMENTS
        mended: list[str] = []
        with writing(folder, say=mended.append):
            pass
        healed += bool(mended)
        faults += [f"round {number}: {fault}" for fault in _faults(folder, told)]
    for file in files:
        done = subprocess.run(_command(folder, file), capture_output=True, text=True)
        if done.returncode:
            faults.append(f"{file.name} cannot be added to the end: {done.stderr[-2000:]}")
    faults += _faults(folder, [f"{n}-{k}" for n in range(kills) for k in range(DOCUMENTS)])
    faults += _doubled(folder, kills * DOCUMENTS)
    return Outcome(kills, within, healed, kills * DOCUMENTS, faults)


def _command(folder: Folder, file: Path) -> list[str]:
    where = ["--archive", str(folder.root), "--format", "jsonl", "--json"]
    return [sys.executable, "-m", "onrecord", "add", str(file), *where]


def _timed(root: Path, chance: random.Random) -> float:
    """Seconds that a round lasts if nobody kills it."""
    root.mkdir()
    command = _command(Folder(root / "archive"), _documents(root / "0.jsonl", 0, chance))
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - started


def _documents(path: Path, number: int, chance: random.Random) -> Path:
    lines = (
        json.dumps({"id": f"{number}-{k}", "text": " ".join(chance.choices(_WORDS, k=300))})
        for k in range(DOCUMENTS)
    )
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _killed(folder: Folder, file: Path, after: float) -> list[str]:
    """The documents that were told of before the end."""
    process = subprocess.Popen(
        _command(folder, file), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        out, _ = process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        process.kill()
        out, _ = process.communicate()
    whole = out[: out.rfind(b"\n") + 1].splitlines()
    return [json.loads(line)["statement"] for line in whole]


def _faults(folder: Folder, told: list[str]) -> list[str]:
    db = database.readable(folder.records)
    there = {statement.id for statement in statements.all_statements(db)}
    db.close()
    lost = [f"{name} is lost" for name in told if name not in there]
    return lost + [str(found) for found in verify(folder) if not isinstance(found, Verified)]


def _doubled(folder: Folder, expected: int) -> list[str]:
    """Each document is one capture and one version; and the records can be made again."""
    db = database.readable(folder.records)
    found, digest = issues.totals(db), dump.digest(db)
    db.close()
    kinds = ("captures", "statements", "versions")
    wrong = [f"{found[k]} {k}, not {expected}" for k in kinds if found[k] != expected]
    again = rebuild(folder).digest
    return wrong if again == digest else [*wrong, "rebuilding gives other records"]


def main() -> int:
    """Tells the figures; exit status 1 if anything was lost or doubled."""
    kills, seed = (int(a) for a in (*sys.argv[1:], *("100", "1")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        outcome = rounds(Path(folder), kills, seed)
    print(
        f"killed {outcome.kills} times, {outcome.within} while results were being told; mended on "
        f"opening {outcome.healed} times; {outcome.documents} documents; "
        f"{len(outcome.faults)} faults"
    )
    print("\n".join(outcome.faults[:20]))
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
