"""The ministry in a process of its own: see the package's docstring."""

from __future__ import annotations

import argparse
import signal
from pathlib import Path

from tests.ministry import Clock, Ministry, many, thirty_days


def main() -> None:
    """Serves until it is ended."""
    grammar = argparse.ArgumentParser(prog="python -m tests.ministry")
    grammar.add_argument("--port", type=int, default=0)
    grammar.add_argument("--clock", type=Path)
    grammar.add_argument("--log", type=Path)
    grammar.add_argument("--seed", type=int, default=7)
    grammar.add_argument("--days", type=int, default=30)
    grammar.add_argument("--many", type=int)
    grammar.add_argument("--latency", type=float, default=0.0)
    given = grammar.parse_args()
    plan = many(given.many) if given.many else thirty_days(given.seed, days=given.days)
    clock = Clock(plan.start, given.clock)
    with Ministry(plan, clock, port=given.port, log=given.log, latency=given.latency) as ministry:
        print(ministry.port, flush=True)
        signal.sigwait({signal.SIGTERM, signal.SIGINT})


if __name__ == "__main__":
    main()
