"""Kills the matching and the sending of alerts at random moments, and checks that each alert
reaches the receiver, and that whoever looks at its id has it exactly once.

    python benchmarks/kill_alerts.py [KILLS] [SEED]

Half of the kills come at a random time; the other half at a random request, before it is answered
or at once after: where an alert has been taken and that is not noted yet.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.alerts import database as book
from onrecord.alerts import outbox, searches
from onrecord.archive.folder import Folder
from onrecord.pipeline.saving import Goal, Wanted, save

SEARCHES = 5
DOCUMENTS = 12  # in a round
_WORDS = ("harbour", "ferry", "bridge", "customs", "teachers")


class Outcome(NamedTuple):
    """What the rounds showed. `within`: kills while it ran; `doubled`: requests that came more than
    once; `faults`: what should not have been."""

    kills: int
    within: int
    alerts: int
    requests: int
    doubled: int
    faults: list[str]


class _Receiver(ThreadingHTTPServer):
    """Counts what comes by its id, and may kill who sends it."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.ids: Counter[str] = Counter()
        self.alerts: dict[str, tuple[str, str]] = {}
        self.victim: int | None = None
        self.countdown = -1
        self.before = False

    def killing(self) -> bool:
        """Whether the sender is to be killed at this request."""
        self.countdown -= 1
        return self.countdown == 0 and self.victim is not None

    def kill(self) -> None:
        """Ends who sends."""
        if self.victim is not None:
            os.kill(self.victim, signal.SIGKILL)


class _Handler(BaseHTTPRequestHandler):
    server: _Receiver

    def do_POST(self) -> None:
        """Takes an alert."""
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        now = self.server.killing()
        if now and self.server.before:
            self.server.kill()
            return
        name = self.headers["webhook-id"]
        self.server.ids[name] += 1
        self.server.alerts[name] = (body["data"]["search"], body["data"]["statement"])
        self.send_response(204)
        self.end_headers()
        self.wfile.flush()
        if now:
            self.server.kill()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed."""


def rounds(root: Path, kills: int, seed: int = 1) -> Outcome:
    """So many rounds of adding documents, and being killed while they are matched and sent; then
    all is sent to the end."""
    chance, folder, within = random.Random(seed), Folder(root / "archive"), 0
    settings = root / "alerts.toml"
    settings.write_text('allow = ["127.0.0.1"]\n', "utf-8")
    receiver = _Receiver()
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{receiver.server_port}/"
    _run("add", _documents(root, -1, chance), "--format", "jsonl", folder=folder)
    for n in range(SEARCHES):
        goal = Goal(kind="webhook", address=address)
        save(folder, Wanted(name=f"s{n}", query=_WORDS[n]), [goal])
    lasts = 1.0
    for number in range(kills):
        _add(folder, _documents(root, number, chance))
        receiver.countdown = -1
        if number % 2:
            receiver.countdown, receiver.before = chance.randint(1, 20), chance.random() < 0.5
        started = time.monotonic()
        killed = _killed(
            folder, settings, receiver, None if number % 2 else chance.uniform(0.2, lasts)
        )
        lasts = lasts if killed else max(0.5, time.monotonic() - started)
        within += killed
    receiver.victim = None
    _revive(folder)
    _run("match", "--settings", settings, folder=folder, alerts=True)
    _run("deliver", "--settings", settings, folder=folder, alerts=True)
    faults = _faults(folder, receiver, kills)
    receiver.shutdown()
    requests = receiver.ids.total()
    return Outcome(kills, within, len(receiver.ids), requests, requests - len(receiver.ids), faults)


def _documents(root: Path, number: int, chance: random.Random) -> Path:
    """Each has some of the words that are looked for."""
    path = root / f"{number}.jsonl"
    lines = []
    for k in range(DOCUMENTS):
        chosen = [word for n, word in enumerate(_WORDS) if (k >> n) & 1 or n == k % SEARCHES]
        rest = " ".join(chance.choices(["talks", "were", "held", "on", "water"], k=40))
        text = f"Document {number} {k}: {' '.join(chosen)}. {rest}."
        lines.append(json.dumps({"id": f"{number}-{k}", "text": text, "language": "en"}))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _add(folder: Folder, file: Path) -> None:
    """Adds without matching: the saved searches are aside for so long."""
    aside = folder.root / "aside"
    names = [folder.alerts.name, f"{folder.alerts.name}-wal", f"{folder.alerts.name}-shm"]
    aside.mkdir(exist_ok=True)
    for name in names:
        if (folder.root / name).exists():
            os.replace(folder.root / name, aside / name)
    _run("add", file, "--format", "jsonl", folder=folder)
    for name in names:
        if (aside / name).exists():
            os.replace(aside / name, folder.root / name)


def _command(*arguments: object, folder: Folder, alerts: bool = False) -> list[str]:
    command = [sys.executable, "-m", "onrecord", *(["alerts"] if alerts else [])]
    return [*command, *map(str, arguments), "--archive", str(folder.root)]


def _run(*arguments: object, folder: Folder, alerts: bool = False) -> None:
    command = _command(*arguments, folder=folder, alerts=alerts)
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stderr[-2000:]}")


def _killed(folder: Folder, settings: Path, receiver: _Receiver, after: float | None) -> bool:
    """Matches and sends in another process; whether it was killed before its end."""
    script = (
        "import sys\nfrom onrecord.cli import main\n"
        "status = main(['alerts', 'match', *sys.argv[1:]])\n"
        "sys.exit(status or main(['alerts', 'deliver', *sys.argv[1:]]))"
    )
    command = [sys.executable, "-c", script, "--settings", str(settings), "--archive"]
    process = subprocess.Popen(
        [*command, str(folder.root)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    receiver.victim = process.pid
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    receiver.victim = None
    return process.returncode == -signal.SIGKILL


def _revive(folder: Folder) -> None:
    """What rests after a failed attempt is due at once, so that the end need not be waited for."""
    with book.opened(folder.alerts) as db:
        db.execute("UPDATE targets SET resting = NULL")
        db.execute("UPDATE deliveries SET due = '2000' WHERE state = 'pending'")


def _faults(folder: Folder, receiver: _Receiver, kills: int) -> list[str]:
    expected = {
        (f"s{n}", f"{number}-{k}")
        for number in range(kills)
        for k in range(DOCUMENTS)
        for n in range(SEARCHES)
        if (k >> n) & 1 or n == k % SEARCHES
    }
    came = Counter(receiver.alerts.values())
    faults = [f"{each} is lost" for each in expected if each not in came]
    faults += [f"{each} was not to be told" for each in came if each not in expected]
    faults += [f"{each} came under {many} ids" for each, many in came.items() if many > 1]
    with book.opened(folder.alerts) as db:
        kept = {alert.id for s in searches.every(db) for alert in outbox.of_search(db, s.id)}
        states = outbox.states(db)
    if kept != set(receiver.ids):
        faults.append("what is kept is not what came")
    if set(states) - {"delivered"}:
        faults.append(f"not all is delivered: {dict(states)}")
    return faults


def main() -> int:
    """Tells the figures; exit status 1 if an alert was lost, or came under two ids."""
    kills, seed = (int(a) for a in (*sys.argv[1:], *("50", "1")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        outcome = rounds(Path(folder), kills, seed)
    print(
        f"{outcome.kills} rounds, killed in {outcome.within}; {outcome.alerts} alerts in "
        f"{outcome.requests} requests: {outcome.doubled} came again under the id that they had; "
        f"{len(outcome.faults)} faults"
    )
    print("\n".join(outcome.faults[:20]))
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
