"""A watch of the ministry that is killed at random moments, and begun again: in the end everything
is there, and once.

    python -m tests.killed ARCHIVE PORT CLOCK DAYS SEED      # the process that is killed
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from onrecord.alerts import database as book
from onrecord.archive.folder import Folder
from onrecord.pipeline.opening import writing
from onrecord.pipeline.rebuilding import rebuild
from onrecord.pipeline.saving import Wanted, save
from onrecord.pipeline.verifying import Verified, verify
from onrecord.sources import loader
from onrecord.store import database, dump, removals
from tests import watched
from tests.ministry import Clock, Plan, read_log, seams, thirty_days

_ASKING = 0.8  # of the kills come after a process has begun to ask
_PATIENCE = 60.0  # seconds to wait for that


class Outcome(NamedTuple):
    """What a killed watch came to. `within`: kills after the process had begun to ask."""

    kills: int
    within: int
    requests: int
    compared: dict[str, watched.Compared]
    alerts: int
    faults: list[str]

    def told(self) -> str:
        """In a line."""
        figures = ", ".join(f"{c.planned} {what}" for what, c in self.compared.items())
        return (
            f"killed {self.kills} times, {self.within} while asking; {figures}; "
            f"{self.requests:,} requests; {self.alerts} alerts; {len(self.faults)} faults"
        )


def month(
    root: Path, kills: int, chance: random.Random, days: int = 30, cadence: str = "1h"
) -> Outcome:
    """Days of the ministry with so many kills, and what is there in the end."""
    plan = thirty_days(seed=7, days=days)
    folder = watched.archive(root / "archive", cadence)
    clock = Clock(path=root / "clock")
    with writing(folder):
        pass
    save(folder, Wanted(name="all", query=""))
    with _served(root, days) as port:
        run = [str(folder.root), str(port), str(root / "clock"), str(days)]
        within = sum(_killed(run, root, chance, n) for n in range(kills))
        done = subprocess.run(_command(run, kills), capture_output=True, text=True)
    log = read_log(root / "log")
    faults = [] if done.returncode == 0 else [f"the last run failed: {done.stderr[-2000:]}"]
    end = watched.end(days)
    assert done.returncode or clock.now() >= end
    compared = _compared(folder, plan, days)
    faults += [f"{what}: missing {url}" for what, c in compared.items() for url in c.missing]
    faults += [f"{what}: not planned {url}" for what, c in compared.items() for url in c.invented]
    faults += watched.impolite(log, plan)
    faults += _doubled(folder)
    alerts, wrong = _alerts(folder)
    return Outcome(kills, within, len(log), compared, alerts, faults + wrong + _unsound(folder))


def _command(run: list[str], seed: int) -> list[str]:
    return [sys.executable, "-m", "tests.killed", *run, str(seed)]


def _killed(run: list[str], root: Path, chance: random.Random, seed: int) -> bool:
    """Begins a watch and kills it; whether it had asked for anything by then."""
    before = _size(root / "log")
    process = subprocess.Popen(
        _command(run, seed), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if chance.random() < _ASKING:  # however long a process needs to begin on this machine
        until = time.monotonic() + _PATIENCE
        while _size(root / "log") == before and process.poll() is None:
            if time.monotonic() > until:
                break
            time.sleep(0.01)
    try:
        process.wait(chance.uniform(0.0, 1.2))
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    time.sleep(0.05)  # an answer may still be under way
    return _size(root / "log") > before


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


@contextmanager
def _served(root: Path, days: int) -> Iterator[int]:
    """The ministry in a process of its own; its port."""
    command = [sys.executable, "-m", "tests.ministry", "--clock", str(root / "clock")]
    process = subprocess.Popen(
        [*command, "--log", str(root / "log"), "--days", str(days)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def _compared(folder: Folder, plan: Plan, days: int) -> dict[str, watched.Compared]:
    """What the archive itself holds, against what was planned."""
    truth = plan.truth(watched.end(days + 1))
    url = {statement.id: plan.url(statement) for statement in plan.statements}
    with closing(database.readable(folder.records)) as db:
        stood = [row[0] for row in db.execute("SELECT url FROM statements")]
        edits = db.execute(
            "SELECT s.url FROM versions v JOIN statements s ON s.n = v.statement WHERE v.number > 1"
        )
        edited = [row[0] for row in edits]
        gone = [each.address for each in removals.removals(db)]
    return {
        "statements": watched.compared((url[s.id] for s in truth.statements), stood),
        "edits": watched.compared((url[e.statement] for e in truth.edits), edited),
        "removals": watched.compared((url[r.statement] for r in truth.removals), gone),
    }


def _doubled(folder: Folder) -> Iterator[str]:
    """Captures of one address, one after the other, with the same bytes."""
    with closing(database.readable(folder.records)) as db:
        last: dict[str, tuple[str, bool]] = {}
        rows = db.execute(
            "SELECT c.uri, c.digest, m.capture IS NOT NULL FROM captures c"
            " LEFT JOIN missing m ON m.capture = c.n ORDER BY c.n"
        )
        for uri, digest, missing in rows:
            if last.get(uri) == (digest, False):  # of what is missing two are kept
                yield f"captured twice: {uri}"
            last[uri] = digest, bool(missing)
    with closing(sqlite3.connect(folder.watch)) as db:
        seen = db.execute("SELECT sum(number) FROM coverage WHERE measure = 'seen'").fetchone()[0]
        pages = db.execute("SELECT count(*) FROM pages").fetchone()[0]
        if seen != pages:
            yield f"the ledger counts {seen} statements seen, the frontier has {pages}"


def _alerts(folder: Folder) -> tuple[int, list[str]]:
    """Each statement and each removal is told, and nothing twice."""
    with book.opened(folder.alerts) as kept:
        told = [json.loads(row[0]) for row in kept.execute("SELECT record FROM alerts")]
    with closing(database.readable(folder.records)) as db:
        there = {row[0] for row in db.execute("SELECT id FROM statements")}
        gone = Counter(each.statement for each in removals.removals(db))
    keys = Counter(
        (a["kind"], a["version"], tuple(a["span"])) for a in told if a["kind"] != "removed"
    )
    faults = [f"told {n} times: {key}" for key, n in keys.items() if n > 1]
    new = {a["statement"] for a in told if a["kind"] == "new"}
    faults += [f"not told: {name}" for name in sorted(there - new)]
    passages = Counter((a["statement"], tuple(a["span"])) for a in told if a["kind"] == "removed")
    removed = {name: number for (name, _), number in passages.items()}
    faults += [
        f"removals told: {removed.get(name, 0)} of {name}, not {gone[name]}"
        for name in {*removed, *gone}
        if removed.get(name, 0) != gone[name]
    ]
    return len(told), faults


def _unsound(folder: Folder) -> list[str]:
    """What does not hold in the archive; and whether the records can be made again."""
    found = [str(each) for each in verify(folder) if not isinstance(each, Verified)]
    with closing(database.readable(folder.records)) as db:
        digest = dump.digest(db)
    with loader.beside(folder.root):
        again = rebuild(folder).digest
    return found if again == digest else [*found, "rebuilding gives other records"]


def main() -> None:
    """Watches to the end, unless somebody kills us."""
    root, port, clock, days, seed = sys.argv[1:]
    plan = thirty_days(seed=7, days=int(days))
    watched.watch(
        Folder(Path(root)),
        seams(plan, int(port)),
        Clock(path=Path(clock)),
        watched.end(float(days) + 1),  # the last hours' statements are listed in an outage, too
        int(seed),
    )


if __name__ == "__main__":
    main()
